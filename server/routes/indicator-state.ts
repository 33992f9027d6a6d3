import type {Chart} from "../../dashboards/charts/chart.ts";
import {type StripRow, strip} from "../../dashboards/charts/strip.ts";
import {trend} from "../../dashboards/charts/trend.ts";
import {
  type Drawing,
  type IndicatorState,
  type Line,
  lookOf,
  trendRows,
  widths
} from "../../dashboards/pages/indicator.ts";
import {newestOf} from "../../dashboards/pages/newest.ts";
import {municipalitiesOf, municipalityOf, placeName} from "../../dashboards/pages/places.ts";
import {textOf} from "../../dashboards/text.ts";
import {type DisclosedFact, type Indicator, type Language, nation, type Unit} from "../../queries/model.ts";
import {comparePeriods} from "../../queries/period.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {rememberCharts} from "../../templates/chart.ts";
import {standardTitles} from "./standards.ts";

const drawChart = rememberCharts();

/** Everything that the page of one indicator shows for one place. */
export async function indicatorStateOf(
  reader: ReleaseReader,
  indicator: Indicator,
  place: Unit,
  language: Language
): Promise<IndicatorState> {
  const [lines, spread] = await Promise.all([
    linesOf(reader, indicator, place, language),
    reader.facts({indicators: [indicator.id], kinds: ["municipality"]})
  ]);
  const last = lines[0]?.series.findLast(({blank}) => blank === null) ?? lines[0]?.series.at(-1);
  const breaks = reader.breaks.filter((each) => each.indicator === indicator.id);
  const rows = trendRows({lines, breaks, language});
  const newest = newestSpread(spread);
  return {
    language,
    indicator,
    versions: reader.versions.filter(({id}) => id === indicator.id),
    standardTitles: standardTitles(language),
    place,
    municipalities: municipalitiesOf(reader.units),
    lines,
    breaks,
    spread: newest,
    categories: last ? await categoriesOf(reader, indicator, place, last) : [],
    units: reader.units,
    drawings: {
      trend: drawBoth(trend, rows, indicator, language, {wide: 270, narrow: 220}),
      strip: drawBoth(strip, stripRows(newest, place, reader), indicator, language, {wide: 150, narrow: 190})
    }
  };
}

function drawBoth<Row>(
  chart: Chart<Row>,
  rows: readonly Row[],
  indicator: Indicator,
  language: Language,
  heights: Readonly<Record<keyof Drawing, number>>
): Drawing | null {
  const draw = (size: keyof Drawing) =>
    drawChart(chart, rows, lookOf(indicator, language, widths[size], heights[size]));
  return rows.length > 0 ? {wide: draw("wide"), narrow: draw("narrow")} : null;
}

function stripRows(facts: readonly DisclosedFact[], place: Unit, {units, groups}: ReleaseReader): readonly StripRow[] {
  const home = municipalityOf(place, units)?.id as string | undefined;
  const neighbours = groups.find(({kind, owner}) => kind === "neighbours" && (owner as string | null) === home);
  const near = new Set<string>(neighbours?.members ?? []);
  return facts.map(({unit, value, low, high, blank}) => {
    const role = unit === home ? "own" : near.has(unit) ? "neighbours" : "other";
    return {role, name: units.get(unit)?.name ?? unit, value, low, high, blank} as StripRow;
  });
}

async function linesOf(
  reader: ReleaseReader,
  indicator: Indicator,
  place: Unit,
  language: Language
): Promise<readonly Line[]> {
  const names = textOf(language).comparators;
  const home = municipalityOf(place, reader.units);
  const wanted: {role: Line["role"]; name: string; unit: string}[] = [
    {role: "own", name: placeName(place, language), unit: place.id}
  ];
  if (home && home.id !== place.id) wanted.push({role: "municipality", name: home.name, unit: home.id});
  if (place.kind === "municipality")
    wanted.push({role: "neighbours", name: names.neighbours, unit: `neighbours-${place.id}`});
  if (place.kind !== "nation") wanted.push({role: "nation", name: names.nation, unit: nation});
  const facts = await reader.facts({indicators: [indicator.id], units: wanted.map(({unit}) => unit)});
  const seriesOf = (unit: string) =>
    facts.filter((fact) => (fact.unit as string) === unit).toSorted((a, b) => comparePeriods(a.period, b.period));
  const end = newestOf(seriesOf(place.id))?.period;
  return wanted.flatMap(({role, name, unit}) => {
    const series = seriesOf(unit).filter(({period}) => !end || comparePeriods(period, end) <= 0);
    return series.length > 0 || role === "own" ? [{role, name, series}] : [];
  });
}

/** The newest period in which at least half of the municipalities have a figure; else the newest. */
function newestSpread(facts: readonly DisclosedFact[]): readonly DisclosedFact[] {
  const byPeriod = [...Map.groupBy(facts, ({period}) => period)].toSorted(([a], [b]) => comparePeriods(b, a));
  const full = byPeriod.find(([, found]) => found.filter(({blank}) => blank === null).length * 2 >= found.length);
  return (full ?? byPeriod[0])?.[1] ?? [];
}

async function categoriesOf(reader: ReleaseReader, indicator: Indicator, place: Unit, {period}: DisclosedFact) {
  if (!indicator.dimension) return [];
  const facts = await reader.facts({
    indicators: [indicator.id],
    units: [place.id],
    periods: [period],
    categories: "all"
  });
  return facts.filter(({category}) => category !== "");
}
