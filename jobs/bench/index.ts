import type {Progress} from "../progress.ts";
import {run as audit} from "./audit.ts";
import {run as compute} from "./compute.ts";
import {run as disclosure} from "./disclosure.ts";
import {run as hostile} from "./hostile/hostile.ts";
import {run as intake} from "./intake.ts";
import {run as ledger} from "./ledger.ts";
import {run as operations} from "./operations.ts";
import {run as packages} from "./packages.ts";
import {run as print} from "./print.ts";
import type {BenchResult} from "./result.ts";
import {run as web} from "./web.ts";

export interface BenchRun {
  readonly dataDir: string;
  readonly workers: number;
  readonly browserPath: string | null;
  /** Smaller amounts: shows that the measuring works, not the figures. */
  readonly quick: boolean;
  readonly progress?: Progress;
}

export const benchParts: Readonly<Record<string, (run: BenchRun) => Promise<readonly BenchResult[]>>> = {
  intake,
  compute,
  disclosure,
  packages,
  print,
  ledger,
  audit,
  hostile,
  operations,
  web
};
