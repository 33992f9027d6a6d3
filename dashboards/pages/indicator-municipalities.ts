/** All municipalities beside each other in one period: along a scale, as a list, or placed by geography. */
import type {DisclosedFact} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {bars} from "../charts/bars.ts";
import type {Chart, PlaceRow, Standing, TallChart} from "../charts/chart.ts";
import {municipalityMap} from "../charts/municipality-map.ts";
import {strip} from "../charts/strip.ts";
import {type TileRow, tiles} from "../charts/tiles.ts";
import {type FigureSketch, figureOf, figureTable, figureWidths} from "../figure.ts";
import {formatValue} from "../format.ts";
import {hrefOf} from "../link.ts";
import {isComparable, spreadAlt, spreadSentence, titleOf} from "../sentences.ts";
import {sentenceOf, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {byName, cellOf, drawnOf, looks, type MunicipalityLook, type Shown} from "./indicator-state.ts";

/** Null where no municipality has a row in the period. */
export function municipalitiesFigure(shown: Shown) {
  const {address, indicator, circle, home, period, spread} = shown;
  const {language} = address;
  if (!period || spread.municipalities.length === 0) return null;
  const t = webTextOf(language).indicator;
  const named = nameSorted(shown);
  const rows = ordered(named, shown.look).map((each) => rowOf(each, shown));
  const sketch = {
    id: "kommuner",
    title: `${t.strip}: ${titleOf(indicator, language)}, ${periodLabel(period, language)}`,
    ...drawingOf(rows, shown),
    indicator,
    alt: spreadAlt(spread.municipalities, indicator, language, textOf(language).kindsPlural.municipality),
    finding: findingOf(shown),
    facts: [...spread.municipalities, ...(spread.nation ? [spread.nation] : [])],
    table: figureTable(
      [t.municipality, t.value],
      ordered(named, shown.look).map(({fact, name}) => ({
        key: fact.unit,
        name,
        href: hrefOf(language, address.path) + searchOf(address.query, {enhed: null, kommune: fact.unit}),
        own: fact.unit === home?.id,
        cells: [cellOf(fact, indicator, language)]
      }))
    )
  };
  return {
    figure: figureOf(sketch, address),
    period: periodLabel(period, language),
    lead: webTextOf(language).indicatorView.leads[shown.look],
    basis: circle.role === "nation" ? null : `${sentenceOf(circle.name)} ${circle.basis}`,
    looks: lookLinks(
      shown,
      "vis",
      looks.filter((look) => look !== "map" || shown.world.map?.address)
    ),
    mapProblem: shown.world.map?.problem ?? null
  };
}

interface NamedFact {
  readonly fact: DisclosedFact;
  readonly name: string;
}

function nameSorted({spread, world}: Shown): readonly NamedFact[] {
  return spread.municipalities
    .map((fact) => ({fact, name: world.units.get(fact.unit)?.name ?? fact.unit}))
    .toSorted(byName);
}

/** By name, or by value with what has none last by name, so that the order tells nothing of what is hidden. */
export function ordered<Row extends NamedFact>(sorted: readonly Row[], look: MunicipalityLook): readonly Row[] {
  if (look !== "values") return sorted;
  const valued = sorted.filter(({fact}) => fact.value !== null).toSorted((a, b) => b.fact.value! - a.fact.value!);
  return [...valued, ...sorted.filter(({fact}) => fact.value === null)];
}

function rowOf({fact, name}: NamedFact, {home, circle, place}: Shown): TileRow {
  const isInside = circle.role !== "nation" && (circle.members as readonly string[]).includes(fact.unit);
  const isOwn = fact.unit === home?.id || (place.kind === "region" && isInside);
  const role: Standing = isOwn ? "own" : isInside ? "group" : "other";
  return {...drawnOf(fact), role, id: fact.unit, name};
}

function drawingOf(rows: readonly TileRow[], shown: Shown) {
  const {look, circle, world} = shown;
  const all = [...rows, ...wholesOf(shown)];
  const words = circle.role === "nation" ? {} : {groupName: circle.name};
  if (look === "strip") {
    const sizes = {wide: {width: figureWidths.wide, height: 170}, narrow: {width: figureWidths.narrow, height: 210}};
    return {chart: saying<PlaceRow>(strip, words), rows: all, sizes};
  }
  if (look !== "tiles" && look !== "map")
    return {chart: saying<PlaceRow>(bars, words), rows: all, sizes: sizesOf(bars, all)};
  const outline = look === "map" ? world.map?.outline : null;
  const chart = outline ? municipalityMap(outline) : tiles;
  return {chart: saying<TileRow>(chart, words) as Chart<PlaceRow>, rows: all, sizes: sizesOf(chart, all)};
}

/** The group's figure and the nation's, where they have one; sums of counts would leave the parts no room on the scale. */
function wholesOf({address, circle, lines, spread, indicator}: Shown): readonly TileRow[] {
  if (!isComparable(indicator)) return [];
  const group = lines.find(({role, unit}) => role !== "own" && role !== "nation" && unit === circle.unit);
  const wholes = [
    {name: group?.name ?? "", fact: group?.series.find(({period}) => period === spread.period)},
    {name: textOf(address.language).comparators.nation, fact: spread.nation}
  ];
  return wholes.flatMap(({name, fact}): readonly TileRow[] =>
    fact ? [{...drawnOf(fact), role: "whole", id: fact.unit, name}] : []
  );
}

/** As high as the rows need in the page's column and on a phone. */
export function sizesOf<Row>(chart: TallChart<Row>, rows: readonly Row[]): FigureSketch<Row>["sizes"] {
  const size = (width: number) => ({width, height: chart.heightOf(rows, width)});
  return {wide: size(figureWidths.wide), narrow: size(figureWidths.narrow)};
}

/** The chart with words of the page in its legend. */
export function saying<Row>(
  chart: Chart<Row>,
  words: {readonly groupName?: string; readonly otherName?: string}
): Chart<Row> {
  return {
    ...chart,
    option: (rows, look) => chart.option(rows, {...look, ...words}),
    points: (rows, look) => chart.points(rows, {...look, ...words})
  };
}

const lookNames: Readonly<Record<MunicipalityLook, string | null>> = {
  strip: null,
  names: "navn",
  values: "tal",
  tiles: "felter",
  map: "kort"
};

export function parseLook(text: string | undefined): MunicipalityLook {
  return looks.find((look) => lookNames[look] === text) ?? "strip";
}

/** Ways of laying out, as links that the browser answers itself. */
export function lookLinks(
  {address: {language, path, query}, look}: Pick<Shown, "address" | "look">,
  id: string,
  offered: readonly MunicipalityLook[]
) {
  const {looks: names} = webTextOf(language).indicatorView;
  return offered.map((each) => ({
    id: `${id}-${each}`,
    href: hrefOf(language, path) + searchOf(query, {visning: lookNames[each]}),
    label: names[each],
    current: each === (offered.includes(look) ? look : offered[0])
  }));
}

function findingOf({address, indicator, home, spread, world}: Shown): string {
  const {language} = address;
  const {kindsPlural, whole} = textOf(language);
  const nation = {name: whole.nation, fact: spread.nation};
  const sentence = spreadSentence(spread.municipalities, nation, kindsPlural.municipality, indicator, language);
  const own = spread.municipalities.find(({unit}) => unit === home?.id);
  const {stripOwn, stripOwnBlank} = webTextOf(language).indicator;
  const ownText = own
    ? (own.blank === null ? stripOwn : stripOwnBlank)(
        world.units.get(own.unit)?.name ?? own.unit,
        formatValue(own, indicator, language)
      )
    : "";
  return [sentence, ownText.replace(/\.\.$/, ".")].filter(Boolean).join(" ");
}
