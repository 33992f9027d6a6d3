import {breakdown} from "../../dashboards/charts/breakdown.ts";
import type {Chart} from "../../dashboards/charts/chart.ts";
import {distribution} from "../../dashboards/charts/distribution.ts";
import {strip} from "../../dashboards/charts/strip.ts";
import {trend} from "../../dashboards/charts/trend.ts";
import {
  categoryRows,
  type Drawing,
  type IndicatorState,
  type Line,
  lookOf,
  stripRows,
  trendRows,
  widths
} from "../../dashboards/pages/indicator-state.ts";
import {isWhole, newestOf} from "../../dashboards/pages/newest.ts";
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
  const [lines, spread] = await Promise.all([linesOf(reader, indicator, place, language), spreadOf(reader, indicator)]);
  const categories = await categoriesOf(reader, indicator, lines);
  const breaks = reader.breaks.filter((each) => each.indicator === indicator.id);
  const rows = trendRows({lines, breaks, language});
  const newest = newestSpread(spread.filter(({unit}) => unit !== nation));
  const {units, groups} = reader;
  const last = lines[0]?.series.at(-1);
  const whole = last !== undefined && isWhole(indicator, last);
  const home = municipalityOf(place, units)?.id ?? null;
  return {
    language,
    indicator,
    versions: reader.versions.filter(({id}) => id === indicator.id),
    standardTitles: standardTitles(language),
    place,
    municipalities: municipalitiesOf(units),
    lines,
    breaks,
    spread: newest,
    spreadWhole: nationOf(spread, newest),
    categories,
    units,
    drawings: {
      trend: drawBoth(trend, rows, indicator, language, {wide: 270, narrow: 220}),
      strip: drawBoth(strip, stripRows(newest, home, groups, units), indicator, language, {wide: 150, narrow: 190}),
      categories: drawCategories(categories, whole, indicator, language)
    }
  };
}

/** Shares of a whole as one divided bar, anything else as one bar or dot per category. */
function drawCategories(
  categories: readonly Line[],
  whole: boolean,
  indicator: Indicator,
  language: Language
): Drawing | null {
  const rows = categoryRows(categories, indicator, language);
  if (whole) return drawBoth(distribution, rows, indicator, language, {wide: 150, narrow: 160});
  const height = 50 + (categories[0]?.series.length ?? 0) * 24;
  return drawBoth(breakdown, rows, indicator, language, {wide: height, narrow: height});
}

function nationOf(spread: readonly DisclosedFact[], newest: readonly DisclosedFact[]): DisclosedFact | undefined {
  return spread.find(({unit, period}) => unit === nation && period === newest[0]?.period);
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

const spreads = new WeakMap<ReleaseReader, Map<string, Promise<readonly DisclosedFact[]>>>();
/** Every municipality and the nation, in all periods; the same for every reader of a release, so it is read once. */
function spreadOf(reader: ReleaseReader, {id}: Indicator): Promise<readonly DisclosedFact[]> {
  const known = spreads.get(reader) ?? new Map<string, Promise<readonly DisclosedFact[]>>();
  spreads.set(reader, known);
  const spread = known.get(id) ?? reader.facts({indicators: [id], kinds: ["municipality", "nation"]});
  known.set(id, spread);
  spread.catch(() => known.delete(id));
  return spread;
}

/** The newest period in which at least half of the municipalities have a figure; else the newest. */
function newestSpread(facts: readonly DisclosedFact[]): readonly DisclosedFact[] {
  const byPeriod = [...Map.groupBy(facts, ({period}) => period)].toSorted(([a], [b]) => comparePeriods(b, a));
  const full = byPeriod.find(([, found]) => found.filter(({blank}) => blank === null).length * 2 >= found.length);
  return (full ?? byPeriod[0])?.[1] ?? [];
}

/** The place by category, and its municipality, else the nation. */
async function categoriesOf(reader: ReleaseReader, indicator: Indicator, lines: readonly Line[]) {
  const [own, ...others] = lines;
  const last = own?.series.findLast(({blank}) => blank === null) ?? own?.series.at(-1);
  if (!indicator.dimension || !last) return [];
  const other = others.find(({role}) => role === "municipality") ?? others.find(({role}) => role === "nation");
  const shown = [own!, ...(other ? [other] : [])];
  const facts = await reader.facts({
    indicators: [indicator.id],
    units: shown.flatMap(({series}) => series[0]?.unit ?? []),
    periods: [last.period],
    categories: "all"
  });
  return shown.map(({role, name, series}) => ({
    role,
    name,
    series: facts.filter(({unit, category}) => unit === series[0]?.unit && category !== "")
  }));
}
