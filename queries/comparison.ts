/** When two figures may be told apart. Pure; the wording of sentences and charts follows it. */
import type {DisclosedFact} from "./model.ts";

export type Comparable = Pick<DisclosedFact, "value" | "low" | "high">;

/**
 * True when the 95 % intervals overlap or the difference is below the publisher's own readable difference: nobody may be
 * ranked above the other. A figure without an interval counts as exact; figures that are not shown cannot be told apart.
 */
export function indistinguishable(a: Comparable, b: Comparable, readableDifference: number | null = null): boolean {
  if (a.value === null || b.value === null) return true;
  if (readableDifference !== null && Math.abs(a.value - b.value) < readableDifference - 1e-9) return true;
  return (a.low ?? a.value) <= (b.high ?? b.value) && (b.low ?? b.value) <= (a.high ?? a.value);
}
