import {storesOf} from "../queries/config.ts";
import {insertAgreements} from "../queries/registry/agreements.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {demoAgreements} from "./demo/agreements.ts";
import {generateDemo} from "./demo/demo.ts";
import {type IntakeOutcome, intake} from "./intake.ts";
import {type Progress, silentProgress} from "./progress.ts";

export interface Demonstration {
  readonly dataDir: string;
  readonly municipality: string;
  readonly scale: "municipality" | "nation";
  readonly seed: number;
  readonly progress?: Progress;
}

/** Generates the demonstration's deliveries and takes them in as any delivery; the intended dirt ends as reports. */
export async function prepareDemonstration(demonstration: Demonstration): Promise<readonly IntakeOutcome[]> {
  const {dataDir, progress = silentProgress} = demonstration;
  const {files} = await generateDemo({...demonstration, progress});
  const outcomes = await intake({dataDir, files, progress});
  const registry = await openRegistry(storesOf(dataDir).registry);
  await insertAgreements(registry, demoAgreements(demonstration.municipality));
  await registry.destroy();
  return outcomes;
}
