/** What a reader's own group of municipalities has together, by the rule that a release has for its groups. Pure. */
import {type Interval, studentQuantile, wilson} from "./intervals.ts";
import type {Blank, DisclosedFact, Indicator, UnitId} from "./model.ts";

type Counts = "numerator" | "denominator" | "persons";
/** With its counts: a figure that is told without them cannot be added to others. */
type Shown = Extract<DisclosedFact, {readonly blank: null}> & {readonly [Name in Counts]: number};
type Rule = Pick<Indicator, "group" | "measure" | "scale" | "interval" | "bounds" | "decimals">;

/**
 * The group's figure from its members' disclosed figures of one period. Ratios of sums over those that are shown; refused
 * when fewer than half of them are. What cannot be summed is `not-applicable`. Undefined where no member has a row.
 */
export function ownGroupFigure(
  id: UnitId,
  facts: readonly DisclosedFact[],
  expected: number,
  rule: Rule
): DisclosedFact | undefined {
  const [first] = facts;
  if (!first) return undefined;
  const {indicator, version, period, category} = first;
  const shown = facts.filter(
    (fact): fact is Shown => fact.blank === null && fact.persons !== null && fact.version === version
  );
  const cell = {indicator, version, unit: id, period, category, linked: false, members: shown.length, expected};
  const blank = blankOf(facts, shown.length, expected, rule);
  const sums = sumsOf(shown, rule);
  if (blank || !(sums.denominator > 0)) return {...cell, ...nothing, blank: blank ?? "not-reported"};
  const value = (sums.numerator / sums.denominator) * rule.scale;
  const [low, high] = intervalOf(shown, sums, rule) ?? [null, null];
  return {...cell, ...sums, value, low, high, blank: null};
}

const nothing = {value: null, numerator: null, denominator: null, persons: null, low: null, high: null} as const;

function blankOf(facts: readonly DisclosedFact[], members: number, expected: number, rule: Rule): Blank | null {
  for (const blank of ["exempt", "not-yet-published", "not-applicable"] as const)
    if (facts.every((fact) => fact.blank === blank)) return blank;
  if (rule.group !== "ratio-of-sums" && rule.measure !== "count") return "not-applicable";
  if (members * 2 >= expected && members > 0) return null;
  const isKept = ({blank, persons}: DisclosedFact) => blank === "hidden" || (blank === null && persons === null);
  return facts.some(isKept) ? "hidden" : "not-reported";
}

interface Sums {
  readonly numerator: number;
  readonly denominator: number;
  readonly persons: number;
}

function sumsOf(shown: readonly Shown[], {measure}: Rule): Sums {
  const sum = (name: keyof Sums) => Math.round(shown.reduce((total, fact) => total + fact[name], 0) * 1e6) / 1e6;
  return {
    numerator: sum("numerator"),
    denominator: measure === "count" ? 1 : sum("denominator"),
    persons: sum("persons")
  };
}

function intervalOf(shown: readonly Shown[], sums: Sums, rule: Rule): Interval | null {
  if (rule.interval === "none") return null;
  if (rule.interval !== "wilson") return joinedInterval(shown, sums, rule);
  const share = wilson(sums.numerator, sums.denominator);
  return share && within([share[0] * rule.scale, share[1] * rule.scale], rule.bounds ?? [0, Number.POSITIVE_INFINITY]);
}

/** From the members' own errors, weighted by their denominators; printed outwards as a release does. */
function joinedInterval(shown: readonly Shown[], sums: Sums, {scale, bounds, decimals}: Rule): Interval | null {
  let variance = 0;
  for (const {value, low, high, denominator, persons} of shown) {
    if (low === null || high === null || persons < 2) return null;
    const error = Math.max(value - low, high - value) / studentQuantile(persons - 1);
    variance += ((denominator / sums.denominator) * error) ** 2;
  }
  const value = (sums.numerator / sums.denominator) * scale;
  const reach = studentQuantile(sums.persons - 1) * Math.sqrt(variance);
  const step = 10 ** (decimals + (sums.persons < 100 ? 0 : 1));
  const ends: Interval = [Math.floor((value - reach) * step) / step, Math.ceil((value + reach) * step) / step];
  return within(ends, bounds ?? [value < 0 ? Number.NEGATIVE_INFINITY : 0, Number.POSITIVE_INFINITY]);
}

function within([low, high]: Interval, [lowest, highest]: Interval): Interval {
  return [Math.max(low, lowest), Math.min(high, highest)];
}
