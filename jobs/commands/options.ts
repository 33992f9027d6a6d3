/** Options that are judged before any file is read. */
import {findClassification} from "../../queries/classifications/index.ts";
import {BadInput} from "../../queries/errors.ts";
import {type PeriodId, parsePeriod} from "../../queries/period.ts";

export function periodOf(text: string): PeriodId {
  try {
    return parsePeriod(text);
  } catch (error) {
    throw new BadInput((error as Error).message, `Perioden kan ikke læses: ${text}. Skriv fx 2025-H2.`);
  }
}

/** A municipality's code, or an area's as published statistics have them. */
export function municipalityOf(code: string): string {
  const known = findClassification("municipalities")!.codes.some((entry) => entry.code === code);
  if (known) return code;
  throw new BadInput(
    `not a municipality: ${code}`,
    `Kommunekoden kendes ikke: ${code}. Skriv kommunens trecifrede kode, fx 751.`
  );
}

export function municipalityName(code: string): string {
  return findClassification("municipalities")!.codes.find((each) => each.code === code)?.label ?? code;
}
