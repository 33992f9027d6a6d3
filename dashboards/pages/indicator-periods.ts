/** Which periods an indicator has figures for, and which one the page is about. */
import {type DisclosedFact, nation} from "../../queries/model.ts";
import {comparePeriods, type PeriodId} from "../../queries/period.ts";
import type {World} from "../world.ts";
import {newestFilled} from "./common-period.ts";
import type {Line, Spread} from "./indicator-state.ts";
import {newestOf} from "./newest.ts";

/** Newest first. */
export function periodsOf(...facts: readonly (readonly DisclosedFact[])[]): readonly PeriodId[] {
  const found = new Set<PeriodId>();
  for (const some of facts) for (const {period} of some) found.add(period);
  return [...found].toSorted((a, b) => comparePeriods(b, a));
}

/** The one asked for; else the newest in which at least half of the municipalities have a figure, if the place has a row in it. */
export function periodOf(
  asked: string | null,
  country: readonly DisclosedFact[],
  own: Line,
  units: World["units"]
): PeriodId | null {
  const known = periodsOf(country, own.series);
  if (asked && known.includes(asked as PeriodId)) return asked as PeriodId;
  const wide = widestPeriod(country, units);
  if (wide && (own.series.length === 0 || own.series.some(({period}) => period === wide))) return wide;
  return newestOf(own.series)?.period ?? wide;
}

export function spreadOf(facts: readonly DisclosedFact[], period: PeriodId | null, units: World["units"]): Spread {
  const here = facts.filter((fact) => fact.period === period);
  return {
    period,
    municipalities: here.filter(({unit}) => units.get(unit)?.kind === "municipality"),
    nation: here.find(({unit}) => unit === nation)
  };
}

function widestPeriod(facts: readonly DisclosedFact[], units: World["units"]): PeriodId | null {
  const municipal = facts.filter(({unit}) => units.get(unit)?.kind === "municipality");
  return newestFilled(municipal)[0]?.period ?? null;
}
