/** What a data folder has otherwise than the program's own code lists. A process works with one data folder, so it is told once. */
import type {Code} from "./classification.ts";

const told = new Map<string, readonly Code[]>();

/** Null: the program's own. */
export function useLocalCodes(classification: string, codes: readonly Code[] | null): void {
  if (codes) told.set(classification, codes);
  else told.delete(classification);
}

export function localCodes(classification: string): readonly Code[] | undefined {
  return told.get(classification);
}
