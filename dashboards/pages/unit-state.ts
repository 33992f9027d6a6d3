/** What the view of a unit follows, and the figures behind it. */
import {NotFound} from "../../queries/errors.ts";
import {type Area, areas, type DisclosedFact, qualities, type Unit, type UnitId} from "../../queries/model.ts";
import {comparePeriods} from "../../queries/period.ts";
import {breaksOf, clarityOf, isComparable, type Reading, yearBefore} from "../sentences.ts";
import {type SliceKey, type Slices, unitSlice} from "../slices.ts";
import type {Address} from "../view.ts";
import type {World} from "../world.ts";
import {newestOf} from "./newest.ts";
import {type Whom, whomOf} from "./unit-whom.ts";

export const columns = [...qualities, "findings"] as const;
export type Column = (typeof columns)[number];

export interface UnitState {
  readonly address: Address;
  readonly unit: Unit;
  /** Everyone that the unit can be held against. */
  readonly everyone: readonly Whom[];
  /** Those that it is held against. */
  readonly whom: readonly Whom[];
  readonly area: Area | null;
  readonly column: Column | null;
  readonly onlyDistinct: boolean;
  readonly search: string;
}

export function unitStateOf(address: Address, {units}: Pick<World, "units">): UnitState {
  const {params, query} = address;
  const unit = units.get((params.id ?? "") as UnitId);
  if (!unit) throw new NotFound("unit", params.id ?? "");
  const everyone = whomOf(unit);
  const chosen = everyone.filter(({name}) => name === query.sammenlign);
  return {
    address,
    unit,
    everyone,
    whom: chosen.length > 0 ? chosen : everyone,
    area: areas.find((each) => each === query.omraade) ?? null,
    column: columns.find((each) => each === query.kvalitet) ?? null,
    onlyDistinct: query.kun === "forskel",
    search: query.soeg ?? ""
  };
}

/** One indicator of the unit, with everything that a card shows of it. */
export interface Told extends Reading {
  readonly last: DisclosedFact;
  /** As `comparators`, with all periods up to the unit's last, and those by category too. */
  readonly others: readonly (Whom & {readonly series: readonly DisclosedFact[]})[];
  /** The unit's figures of the last period by category. */
  readonly categories: readonly DisclosedFact[];
}

export function unitSlices({unit, everyone}: Pick<UnitState, "unit" | "everyone">): readonly SliceKey[] {
  return [unit.id, ...everyone.map((each) => each.unit)].map(unitSlice);
}

/** One for each indicator that the unit has a figure or a blank of, in the catalogue's order. */
export function readingsOf(
  {address, unit}: Pick<UnitState, "address" | "unit">,
  whom: readonly Whom[],
  {indicators, breaks}: Pick<World, "indicators" | "breaks">,
  slices: Slices
): readonly Told[] {
  const own = byIndicator(slices.facts(unitSlice(unit.id)));
  return [...indicators.values()].flatMap((indicator): readonly Told[] => {
    const series = seriesOf(own.get(indicator.id) ?? [], unit);
    const last = series.at(-1);
    if (!last) return [];
    const upTo = (facts: readonly DisclosedFact[]) =>
      facts.filter(({period}) => comparePeriods(period, last.period) <= 0);
    const others = (isComparable(indicator) ? whom : []).map((each) => ({
      ...each,
      series: upTo(byIndicator(slices.facts(unitSlice(each.unit))).get(indicator.id) ?? [])
    }));
    return [
      {
        indicator,
        series,
        last,
        others,
        comparators: others.flatMap(({kind, series: theirs}) => {
          const fact = theirs.find(({period, category}) => period === last.period && category === "");
          return fact ? [{kind, fact}] : [];
        }),
        breaks: breaksOf(breaks, indicator, address.language),
        categories: (own.get(indicator.id) ?? []).filter(
          ({category, period}) => category !== "" && period === last.period
        )
      }
    ];
  });
}

/** How clearly the figure differs from the year before; 0 where the series breaks between or it cannot be told. */
export function changeClarity({indicator, series, breaks}: Reading): number {
  const last = series.at(-1);
  const before = yearBefore(series);
  const broken = last && before && breaks.some(({period}) => period > before.period && period <= last.period);
  return broken ? 0 : clarityOf(last, before, indicator);
}

/** Oldest first, all categories together, up to the newest figure that has come; of a closed unit up to its last. */
function seriesOf(facts: readonly DisclosedFact[], {validTo}: Unit): readonly DisclosedFact[] {
  const ordered = facts
    .filter(({category, blank}) => category === "" && !(validTo && blank === "not-applicable"))
    .toSorted((a, b) => comparePeriods(a.period, b.period) || a.version - b.version);
  const last = newestOf(ordered);
  return last ? ordered.slice(0, ordered.indexOf(last) + 1) : [];
}

/** A slice stays the same array, so it is sorted out once. */
const sorted = new WeakMap<readonly DisclosedFact[], ReadonlyMap<string, readonly DisclosedFact[]>>();
function byIndicator(facts: readonly DisclosedFact[]): ReadonlyMap<string, readonly DisclosedFact[]> {
  const known = sorted.get(facts) ?? Map.groupBy(facts, ({indicator}) => indicator);
  sorted.set(facts, known);
  return known;
}
