import {breaksOf, type ComparatorKind, isComparable, type Reading, type Series} from "../../dashboards/sentences.ts";
import type {DisclosedFact, Indicator, UnitId} from "../../queries/model.ts";
import {latestWithin, type PeriodId, stepPeriod} from "../../queries/period.ts";
import type {PackageFacts} from "./facts.ts";

/** The unit's own series up to the package's half-year; a figure that is not due yet is not the newest one. */
export function ownSeries(given: PackageFacts, indicator: Indicator, unit: UnitId = given.unit.id): Series {
  const last = latestWithin(given.period, indicator.periodKind);
  const first = stepPeriod(last, 1 - given.dataPackage.periods[indicator.periodKind]);
  const series = given.facts.series(unit, indicator.id).filter(({period}) => period >= first && period <= last);
  const end = series.findLastIndex(({blank}) => blank !== "not-yet-published");
  return end < 0 ? series : series.slice(0, end + 1);
}

export function latestFact(given: PackageFacts, indicator: Indicator, unit?: UnitId): DisclosedFact | undefined {
  return ownSeries(given, indicator, unit).at(-1);
}

/** Series, comparators and breaks of one indicator, as the sentences read them. */
export function readingOf(given: PackageFacts, indicator: Indicator): Reading {
  const series = ownSeries(given, indicator);
  const last = series.at(-1);
  const kinds = isComparable(indicator) ? given.dataPackage.comparators : [];
  const comparators = kinds.flatMap((kind) => {
    const unit = comparatorUnit(given, kind);
    const fact = unit && last ? factAt(given, unit, indicator, last.period) : undefined;
    return fact ? [{kind, fact}] : [];
  });
  return {indicator, series, comparators, breaks: breaksOf(given.breaks, indicator, given.language)};
}

/** The unit or group that a comparator stands for; null where it would be the unit itself. */
export function comparatorUnit(given: PackageFacts, kind: ComparatorKind): UnitId | null {
  const {unit, municipality, area, region, neighbours, similar} = given;
  const id = {
    school: null,
    area: area?.id ?? null,
    municipality: municipality.id,
    neighbours: neighbours?.id ?? null,
    similar: similar?.id ?? null,
    region: region?.id ?? null,
    nation: "000" as UnitId
  }[kind];
  return id === unit.id ? null : id;
}

export function factAt(
  given: PackageFacts,
  unit: UnitId | string,
  indicator: Indicator,
  period: PeriodId
): DisclosedFact | undefined {
  return given.facts.series(unit, indicator.id).find((fact) => fact.period === period);
}
