import type {DisclosedFact, Indicator} from "../../queries/model.ts";

/** The newest figure that has come: a value, or a blank that says more than that it is too early. */
export function newestOf(ordered: readonly DisclosedFact[]): DisclosedFact | undefined {
  return ordered.findLast(({blank}) => blank !== "not-yet-published") ?? ordered.at(-1);
}

/** The total of a distribution is everybody: 100 per cent, which tells nothing. */
export function isWhole({dimension, totals}: Indicator, fact: DisclosedFact): boolean {
  return dimension !== null && totals === "own" && fact.blank === null && fact.numerator === fact.denominator;
}
