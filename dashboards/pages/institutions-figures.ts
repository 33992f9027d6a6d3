/** The institutions of a place and their figures, each indicator in one common period. */
import type {DisclosedFact, Indicator, Unit, UnitId} from "../../queries/model.ts";
import {comparePeriods, type PeriodId} from "../../queries/period.ts";
import {foldText} from "../search.ts";
import {homeSlice, type Slices} from "../slices.ts";
import type {World} from "../world.ts";
import {newestFilled} from "./common-period.ts";
import {type InstitutionsState, isBelow} from "./institutions-state.ts";
import {byName} from "./places.ts";

/** One indicator for all institutions. */
export interface Column {
  readonly indicator: Indicator;
  /** Null where none has the figure. */
  readonly period: PeriodId | null;
  readonly figures: ReadonlyMap<UnitId, DisclosedFact>;
  /** Of the area or municipality in the same period. */
  readonly whole: DisclosedFact | undefined;
  /** All periods, by unit, oldest first. */
  readonly series: ReadonlyMap<UnitId, readonly DisclosedFact[]>;
}

export interface Overview {
  /** In alphabetical order. */
  readonly units: readonly Unit[];
  readonly columns: readonly Column[];
}

/** Closed institutions are there as long as they have a figure. */
export function overviewOf(state: InstitutionsState, world: World, slices: Slices): Overview {
  const {place, kind, indicators, home} = state;
  const all = [...world.units.values()].filter((unit) => unit.kind === kind && isBelow(unit, place));
  const ids = new Set(all.map(({id}) => id));
  const columns = indicators.map((indicator) =>
    columnOf(indicator, ids, place, slices.facts(homeSlice(indicator.id, home.id)))
  );
  const units = all.filter(({id, validTo}) => !validTo || columns.some(({figures}) => figures.has(id)));
  return {units: units.toSorted(byName), columns};
}

function columnOf(
  indicator: Indicator,
  ids: ReadonlySet<UnitId>,
  place: Unit,
  facts: readonly DisclosedFact[]
): Column {
  const all = seriesOf(facts);
  const series = new Map([...all].filter(([unit]) => ids.has(unit) || unit === place.id));
  const figures = newestFilled([...ids].flatMap((id) => all.get(id) ?? []));
  const period = figures[0]?.period ?? null;
  return {
    indicator,
    period,
    figures: new Map(figures.map((fact) => [fact.unit, fact])),
    whole: all.get(place.id)?.find((fact) => fact.period === period),
    series
  };
}

const known = new WeakMap<readonly DisclosedFact[], ReadonlyMap<UnitId, readonly DisclosedFact[]>>();

/** A slice by unit, oldest first; made once for each slice. */
function seriesOf(facts: readonly DisclosedFact[]): ReadonlyMap<UnitId, readonly DisclosedFact[]> {
  const found = known.get(facts);
  if (found) return found;
  const byUnit = Map.groupBy(facts, ({unit}) => unit);
  for (const series of byUnit.values()) series.sort((a, b) => comparePeriods(a.period, b.period));
  known.set(facts, byUnit);
  return byUnit;
}

/** Those whose name is asked for, in the order that is asked for; who has no figure stands last, by the alphabet. */
export function orderedUnits({find, sort}: InstitutionsState, {units, columns}: Overview): readonly Unit[] {
  const wanted = foldText(find);
  const found = wanted ? units.filter(({name}) => foldText(name).includes(wanted)) : units;
  const column = columns.find(({indicator}) => indicator.id === sort?.by.id);
  if (!sort || !column) return found;
  const shownOf = ({id}: Unit) => column.figures.get(id)?.value ?? null;
  const shown = found.filter((unit) => shownOf(unit) !== null);
  const sign = sort.falling ? -1 : 1;
  return [
    ...shown.toSorted((a, b) => sign * (shownOf(a)! - shownOf(b)!)),
    ...found.filter((unit) => shownOf(unit) === null)
  ];
}
