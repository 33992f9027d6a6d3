import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {halfYearsOf, isPeriod} from "../period.ts";

/** One line of `reference/exemptions.json`; periods are half-years, `to` is included and may be open. */
export interface Exemption {
  readonly standard: string;
  readonly municipality: string;
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}

export async function readExemptions(dataDir: string): Promise<readonly Exemption[]> {
  try {
    return JSON.parse(await readFile(join(dataDir, "reference", "exemptions.json"), "utf8")) as readonly Exemption[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** True when the municipality need not deliver the standard for some part of the period. */
export function isExempt(
  exemptions: readonly Exemption[],
  {standard, municipality, period}: {readonly standard: string; readonly municipality: string; readonly period: string}
): boolean {
  return exemptions.some(
    (each) => each.standard === standard && each.municipality === municipality && covers(each, period)
  );
}

function covers({from, to}: Exemption, period: string): boolean {
  const halfYears = isPeriod(period) ? halfYearsOf(period) : [];
  return halfYears.some((each) => from <= each && (to === null || each <= to));
}
