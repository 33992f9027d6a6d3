/** Which of somebody's look-ups they must say why of: drawn by a seed that nobody can know before the month is over. */
import {createHmac} from "node:crypto";

export interface LookUp {
  readonly sequence: number;
  readonly at: string;
  readonly action: string;
  readonly resource: string;
}

/** At least one of those who looked, one in ten, and never more than anybody has the patience to answer. */
export function chooseSample(lookUps: readonly LookUp[], seed: string, most = 5): readonly LookUp[] {
  const count = Math.min(most, Math.ceil(lookUps.length / 10));
  const drawn = lookUps.map((each) => ({each, lot: lotOf(each, seed)}));
  return drawn
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({each}) => each)
    .toSorted((a, b) => a.sequence - b.sequence);
}

function lotOf({sequence}: LookUp, seed: string): string {
  return createHmac("sha256", seed).update(String(sequence)).digest("hex");
}

/** `2026-01` on 2 February 2026. */
export function monthBefore(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}

export const lookUpReasons = ["conversation", "supervision", "validation", "citizen", "statistics", "mistake"] as const;
export type LookUpReason = (typeof lookUpReasons)[number];
