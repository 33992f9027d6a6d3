/** The figures of a comparison, found in slices: own, the group's, and its members', each in one common period. */
import type {DisclosedFact, Indicator, IndicatorId, UnitId} from "../../queries/model.ts";
import {ownGroupFigure} from "../../queries/own-group.ts";
import {comparePeriods, type PeriodId} from "../../queries/period.ts";
import {newestSlice, type Slices, unitSlice} from "../slices.ts";
import type {Comparand} from "./compare-groups.ts";
import type {CompareState} from "./compare-state.ts";
import {ownGroupUnit} from "./indicator-state.ts";

/** One indicator for own unit and group. */
export interface Compared {
  readonly indicator: Indicator;
  /** The newest period in which most municipalities have the figure. */
  readonly period: PeriodId;
  readonly own: DisclosedFact | undefined;
  /** Own figures up to that period. */
  readonly series: readonly DisclosedFact[];
  readonly group: DisclosedFact | undefined;
  readonly members: readonly DisclosedFact[];
}

export function comparedOf(state: CompareState, slices: Slices): readonly Compared[] {
  const {own, against, picks} = state;
  if (!own?.unit || !against) return [];
  const newest = newestFigures(slices);
  const series = seriesByIndicator(slices.facts(unitSlice(own.id)));
  const groupOf = groupFigures(against, slices);
  return picks.indicators.flatMap((indicator) => {
    const {period, figures} = newest.get(indicator.id) ?? {period: null, figures: null};
    const mine = series.get(indicator.id) ?? [];
    if (!period || (mine.length === 0 && picks.kind !== "list")) return [];
    const members = against.members.flatMap((code) => figures.get(code as string as UnitId) ?? []);
    const until = mine.filter((fact) => comparePeriods(fact.period, period) <= 0);
    const own = until.find((fact) => fact.period === period);
    return [{indicator, period, own, series: until, group: groupOf(indicator, period, members), members}];
  });
}

type GroupFigure = (
  indicator: Indicator,
  period: PeriodId,
  members: readonly DisclosedFact[]
) => DisclosedFact | undefined;

/** The release's own figure of its groups; for a group of the reader's own the total of what its members show. */
function groupFigures({unit, slice, members: all}: Comparand, slices: Slices): GroupFigure {
  if (all.length === 0) return () => undefined;
  if (unit === null) {
    const id = ownGroupUnit as UnitId;
    return (indicator, _, members) => ownGroupFigure(id, members, all.length, indicator);
  }
  const facts = slices.facts(slice).filter((fact) => fact.unit === unit && fact.category === "");
  const byIndicator = Map.groupBy(facts, ({indicator}) => indicator);
  return ({id}, period) => byIndicator.get(id)?.find((fact) => fact.period === period);
}

function seriesByIndicator(facts: readonly DisclosedFact[]): ReadonlyMap<IndicatorId, readonly DisclosedFact[]> {
  const together = facts.filter(({category}) => category === "").toSorted((a, b) => comparePeriods(a.period, b.period));
  return Map.groupBy(together, ({indicator}) => indicator);
}

export interface Newest {
  readonly period: PeriodId;
  readonly figures: ReadonlyMap<UnitId, DisclosedFact>;
}

const known = new WeakMap<readonly DisclosedFact[], ReadonlyMap<IndicatorId, Newest>>();

/** The slice `newest` by indicator and unit; made once for each release. */
export function newestFigures(slices: Slices): ReadonlyMap<IndicatorId, Newest> {
  const facts = slices.facts(newestSlice);
  const found = known.get(facts);
  if (found) return found;
  const byIndicator = Map.groupBy(facts, ({indicator}) => indicator);
  const made = new Map(
    [...byIndicator].map(([indicator, some]) => [
      indicator,
      {period: some[0]!.period, figures: new Map(some.map((fact) => [fact.unit, fact]))}
    ])
  );
  known.set(facts, made);
  return made;
}

/** From the lowest to the highest of the members' figures, where they may not be summed; null where that tells nothing. */
export function spanOf({indicator, group, members}: Compared, against: Comparand) {
  if (group?.blank !== "not-applicable" || indicator.group === "ratio-of-sums") return null;
  const values = members.flatMap(({value}) => (value === null ? [] : [value]));
  if (values.length === 0) return null;
  return {
    low: Math.min(...values),
    high: Math.max(...values),
    members: values.length,
    expected: against.members.length
  };
}
