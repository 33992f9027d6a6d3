import {type DisclosedFact, nation, type Unit} from "../../queries/model.ts";
import {comparePeriods} from "../../queries/period.ts";
import {countrySlice, homeSlice, type Slices, unitSlice} from "../slices.ts";
import {textOf} from "../text.ts";
import type {IndicatorState, Line} from "./indicator-state.ts";
import {newestOf} from "./newest.ts";
import {placeName} from "./places.ts";

/** The place, then whom it is held against, each over time up to the place's newest figure. */
export function linesOf({address, indicator, place, home}: IndicatorState, slices: Slices): readonly Line[] {
  const {language} = address;
  const names = textOf(language).comparators;
  const facts = [
    ...slices.facts(countrySlice(indicator.id)),
    ...(home ? slices.facts(homeSlice(indicator.id, home.id)) : []),
    ...slices.facts(unitSlice(place.id)),
    ...(home ? slices.facts(unitSlice(`neighbours-${home.id}`)) : [])
  ];
  const seriesOf = (unit: string) =>
    unique(facts.filter((fact) => (fact.unit as string) === unit && fact.indicator === indicator.id)).toSorted((a, b) =>
      comparePeriods(a.period, b.period)
    );
  const end = newestOf(seriesOf(place.id))?.period;
  return wantedOf(place, home, placeName(place, language), names).flatMap((line) => {
    const series = seriesOf(line.unit).filter(({period}) => !end || comparePeriods(period, end) <= 0);
    return series.length > 0 || line.role === "own" ? [{...line, series}] : [];
  });
}

function wantedOf(
  place: Unit,
  home: Unit | null,
  name: string,
  names: {readonly neighbours: string; readonly nation: string}
): readonly Omit<Line, "series">[] {
  return [
    {role: "own", name, unit: place.id},
    ...(home && home.id !== place.id ? [{role: "municipality" as const, name: home.name, unit: home.id}] : []),
    ...(place.kind === "municipality"
      ? [{role: "neighbours" as const, name: names.neighbours, unit: `neighbours-${place.id}`}]
      : []),
    ...(place.kind !== "nation" ? [{role: "nation" as const, name: names.nation, unit: nation}] : [])
  ];
}

/** A figure stands in several slices; all together only. */
function unique(facts: readonly DisclosedFact[]): readonly DisclosedFact[] {
  return [...new Map(facts.filter(({category}) => category === "").map((fact) => [fact.period, fact])).values()];
}
