import type {Express} from "express";
import {z} from "zod";
import type {Chart} from "../../dashboards/charts/chart.ts";
import {type StripRow, strip} from "../../dashboards/charts/strip.ts";
import {trend} from "../../dashboards/charts/trend.ts";
import {
  type Drawing,
  type IndicatorState,
  indicatorModel,
  type Line,
  lookOf,
  trendRows,
  widths
} from "../../dashboards/pages/indicator.ts";
import {indicatorsModel} from "../../dashboards/pages/indicators.ts";
import {municipalitiesOf, municipalityOf, placeName} from "../../dashboards/pages/places.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {
  type DisclosedFact,
  type Indicator,
  type Language,
  nation,
  type Unit,
  type UnitId
} from "../../queries/model.ts";
import {comparePeriods} from "../../queries/period.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {rememberCharts} from "../../templates/chart.ts";
import {addPage, type Deps, found, released} from "../page.ts";
import {choice, municipalityChoice} from "./query.ts";
import {standardTitles} from "./standards.ts";

const pageQuery = z.strictObject({
  kommune: municipalityChoice,
  enhed: choice(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u))
});

const drawChart = rememberCharts();

export function addIndicatorPages(app: Express, deps: Deps): void {
  addPage(app, deps, "/noegletal", z.strictObject({}), async (ask) => {
    const {indicators} = released(ask);
    return {
      page: "indicators",
      title: webTextOf(ask.language).indicators.title,
      section: "indicators",
      model: indicatorsModel({language: ask.language, indicators})
    };
  });
  addPage(app, deps, "/noegletal/:id", pageQuery, async (ask) => {
    const reader = released(ask);
    const id = ask.params.id!;
    const indicator = found(reader.indicators.get(id), "indicator", id);
    const place = placeOf(reader, ask.query);
    return {
      page: "indicator",
      title: titleOf(indicator, ask.language),
      description: indicator.description,
      section: "indicators",
      model: indicatorModel(await stateOf(reader, indicator, place, ask.language))
    };
  });
}

function placeOf(reader: ReleaseReader, {kommune, enhed}: z.infer<typeof pageQuery>): Unit {
  const {units} = reader;
  if (enhed) return found(units.get(enhed as UnitId), "unit", enhed);
  if (kommune) return found(units.get(kommune as UnitId), "municipality", kommune);
  return found(units.get(nation), "unit", nation);
}

async function stateOf(
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
  const newest = newestOf(spread);
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
  return wanted.flatMap(({role, name, unit}) => {
    const series = facts
      .filter((fact) => (fact.unit as string) === unit)
      .toSorted((a, b) => comparePeriods(a.period, b.period));
    return series.length > 0 || role === "own" ? [{role, name, series}] : [];
  });
}

/** The newest period in which at least half of the municipalities have a figure; else the newest. */
function newestOf(facts: readonly DisclosedFact[]): readonly DisclosedFact[] {
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
