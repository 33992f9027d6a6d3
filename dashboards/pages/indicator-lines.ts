import {type DisclosedFact, type Indicator, nation, type UnitId} from "../../queries/model.ts";
import {ownGroupFigure} from "../../queries/own-group.ts";
import {comparePeriods} from "../../queries/period.ts";
import {countrySlice, homeSlice, type Slices, unitSlice} from "../slices.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {type Circle, circleSlices} from "./indicator-circle.ts";
import type {IndicatorState, Line} from "./indicator-state.ts";
import {newestOf} from "./newest.ts";
import {placeName} from "./places.ts";

/** The place, then whom it is held against, each over time up to the place's newest figure. */
export function linesOf(state: IndicatorState, slices: Slices): readonly Line[] {
  const seriesByUnit = seriesOf(state, slices);
  const end = newestOf(seriesByUnit.get(state.place.id) ?? [])?.period;
  return wantedOf(state).flatMap((line) => {
    const all = seriesByUnit.get(line.unit) ?? [];
    const series = line.role === "own" || !end ? all : all.filter(({period}) => comparePeriods(period, end) <= 0);
    return series.length > 0 || line.role === "own" ? [{...line, series}] : [];
  });
}

/** Figures of all categories together, each unit's in the order of time. A figure stands in several slices. */
function seriesOf({indicator, place, home, circle}: IndicatorState, slices: Slices) {
  const country = slices.facts(countrySlice(indicator.id));
  const facts = [
    ...country,
    ...(home ? slices.facts(homeSlice(indicator.id, home.id)) : []),
    ...slices.facts(unitSlice(place.id)),
    ...circleSlices(circle).flatMap((key) => slices.facts(key)),
    ...(circle.isOwn ? ownSeries(country, circle, indicator) : [])
  ];
  const byUnit = new Map<string, Map<string, DisclosedFact>>();
  for (const fact of facts) {
    if (fact.indicator !== indicator.id || fact.category !== "") continue;
    const series = byUnit.get(fact.unit) ?? new Map<string, DisclosedFact>();
    byUnit.set(fact.unit, series.set(fact.period, fact));
  }
  return {
    get: (unit: string) =>
      [...(byUnit.get(unit)?.values() ?? [])].toSorted((a, b) => comparePeriods(a.period, b.period))
  };
}

function ownSeries(
  country: readonly DisclosedFact[],
  {members, unit}: Circle,
  indicator: Indicator
): readonly DisclosedFact[] {
  const inside = new Set<string>(members);
  const byPeriod = Map.groupBy(
    country.filter((fact) => inside.has(fact.unit)),
    ({period}) => period
  );
  return [...byPeriod.values()].flatMap(
    (facts) => ownGroupFigure(unit as UnitId, facts, members.length, indicator) ?? []
  );
}

function wantedOf({address, place, home, circle}: IndicatorState): readonly Omit<Line, "series">[] {
  const {language} = address;
  const names = textOf(language).comparators;
  const isInside = home && home.id !== place.id;
  const isGroup = circle.role !== "nation" && circle.unit !== place.id;
  const quoted = webTextOf(language).compare.quoted(circle.name);
  const said = circle.isOwn ? {said: quoted} : circle.role === "similar" ? {said: circle.name} : {};
  return [
    {role: "own", name: placeName(place, language), unit: place.id},
    ...(isInside ? [{role: "municipality" as const, name: placeName(home, language), unit: home.id}] : []),
    ...(isGroup
      ? [
          {
            role: circle.role as "neighbours" | "similar" | "region",
            name: circle.name,
            unit: circle.unit,
            ...(circle.choice === "lignende" ? {} : said)
          }
        ]
      : []),
    ...(place.kind !== "nation" ? [{role: "nation" as const, name: names.nation, unit: nation}] : [])
  ];
}
