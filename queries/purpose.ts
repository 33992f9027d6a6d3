/** Whether what is made of several standards may be made at all: the purposes that their rows were collected for must meet. */
import type {Purpose} from "./access-rules.ts";
import {findStandard} from "./standards/index.ts";
import {type DataPurpose, dataPurposes, type Standard} from "./standards/standard.ts";

/** The purposes that all of the standards permit; those that are not known permit none. */
export function sharedPurposes(standardIds: readonly string[]): readonly DataPurpose[] {
  const standards = standardIds.map((id) => findStandard(id));
  return dataPurposes.filter((purpose) => standards.every((standard) => standard && permits(standard, purpose)));
}

/** To see whether a delivery is right is part of every purpose. */
export function permits({purposes, statisticsOnly}: Standard, purpose: Purpose): boolean {
  if (purpose === "validation") return true;
  if (statisticsOnly) return purpose === "statistics";
  return (purposes as readonly Purpose[]).includes(purpose);
}

/** Why a query over these standards may not serve `wanted`; null: whatever they permit together. */
export function purposeProblems(
  standardIds: readonly string[],
  wanted: readonly DataPurpose[] | null
): readonly string[] {
  const known = standardIds.filter((id) => findStandard(id));
  const shared = sharedPurposes(known);
  if (shared.length === 0) return [`purposes: ${known.join(" and ")} have none in common`];
  return (wanted ?? [])
    .filter((purpose) => !shared.includes(purpose))
    .flatMap((purpose) => known.filter((id) => !permits(findStandard(id)!, purpose)).map((id) => refusal(id, purpose)));
}

function refusal(id: string, purpose: DataPurpose): string {
  const only = findStandard(id)!.statisticsOnly ? ", which is for statistics only" : "";
  return `purposes: ${purpose} is not permitted by ${id}${only}`;
}
