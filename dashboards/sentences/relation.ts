import {indistinguishable} from "../../queries/comparison.ts";
import type {DisclosedFact, Indicator} from "../../queries/model.ts";

export const relations = ["higher", "lower", "same", "unknown"] as const;
/** How one figure stands to another. `same`: they cannot be told apart; `unknown`: one of them is a blank or defined otherwise. */
export type Relation = (typeof relations)[number];

type Rule = Pick<Indicator, "decimals" | "readableDifference" | "readableDifferenceMunicipality" | "measure">;

/**
 * Two figures differ only when their 95 % intervals do not meet, and the difference is at least what the publisher calls
 * readable. A figure without an interval counts as a point: told apart by the readable difference, else by its decimals.
 */
export function relationOf(own: DisclosedFact | undefined, other: DisclosedFact | undefined, rule: Rule): Relation {
  if (!own || !other || own.blank !== null || other.blank !== null || own.version !== other.version) return "unknown";
  const difference = printedDifference(own.value, other.value, rule);
  if (difference === 0 || indistinguishable(own, other, readableDifferenceOf(own, rule))) return "same";
  return difference > 0 ? "higher" : "lower";
}

/** Municipalities, regions and the nation have three digits; their many answers make smaller differences readable. */
export function readableDifferenceOf({unit}: Pick<DisclosedFact, "unit">, rule: Rule): number | null {
  return /^\d{3}$/.test(unit) ? rule.readableDifferenceMunicipality : rule.readableDifference;
}

/** The difference between two figures as they are printed, so that a reader who subtracts gets the same. */
export function printedDifference(own: number, other: number, {decimals}: Pick<Indicator, "decimals">): number {
  return (Math.round(own * 10 ** decimals) - Math.round(other * 10 ** decimals)) / 10 ** decimals;
}

/**
 * How clearly two figures differ, for choosing what to mention first: the difference in multiples of its own uncertainty.
 * 0 where they cannot be told apart. Without intervals a tenth of the other's value counts as one.
 */
export function clarityOf(own: DisclosedFact | undefined, other: DisclosedFact | undefined, rule: Rule): number {
  const relation = relationOf(own, other, rule);
  if (relation === "same" || relation === "unknown" || !own || !other) return 0;
  const difference = Math.abs(own.value! - other.value!);
  const width = Math.hypot(halfWidth(own), halfWidth(other));
  if (width > 0) return difference / width;
  const relative = difference / Math.abs(other.value! || 1);
  return relative >= 0.1 ? relative * 10 : 0;
}

function halfWidth({low, high}: DisclosedFact): number {
  return low === null || high === null ? 0 : (high - low) / 2;
}
