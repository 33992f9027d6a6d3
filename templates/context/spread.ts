import {type ComparisonRow, comparison} from "../../dashboards/charts/comparison.ts";
import {type FunnelRow, funnel} from "../../dashboards/charts/funnel.ts";
import {type StripRow, strip} from "../../dashboards/charts/strip.ts";
import {spreadAlt, spreadSentence, titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import type {DisclosedFact, Indicator, Language, Unit, UnitKind} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {chartView} from "./chart-view.ts";
import {chartIndicator, drawnOf} from "./drawn.ts";
import type {PackageFacts} from "./facts.ts";
import {factAt, latestFact} from "./series.ts";
import type {ChartView, Draw, SpreadView} from "./views.ts";

const half = 313;
const full = 650;
/** More units than this are drawn as a cloud, fewer each with its name. */
const named = 40;
/** So many points are a cloud still, when most are hidden. */
const fewestInCloud = 12;

/** The units below on one scale, and a municipality among all; in the package's order and never ranked. */
export function spreadViews(given: PackageFacts, indicators: readonly Indicator[], draw: Draw): readonly SpreadView[] {
  return indicators.flatMap((indicator): readonly SpreadView[] => {
    const own = latestFact(given, indicator);
    if (!own) return [];
    const below = given.dataPackage.spread.flatMap((kind) => belowView(given, indicator, own, kind, draw));
    const strips = stripChart(given, indicator, own, draw);
    if (given.dataPackage.id === "area") return below;
    const charts = [...strips, ...below.flatMap((view) => view.charts)];
    if (charts.length + below.length === 0) return [];
    return [{title: titleOf(indicator, given.language), sentence: joinedSentence(given, below), charts}];
  });
}

/** The areas' own spread is seen in the chart; the sentence is about the institutions. */
function joinedSentence({dataPackage}: PackageFacts, below: readonly BelowView[]): string {
  const institutions = below.filter(({kind}) => kind !== "area");
  const said = institutions.length > 0 ? institutions : below;
  return dataPackage.spread.length > 0 ? said.map(({sentence}) => sentence).join(" ") : "";
}

function stripChart(given: PackageFacts, indicator: Indicator, own: DisclosedFact, draw: Draw): readonly ChartView[] {
  const {municipalities, unit, neighbours, language} = given;
  const rows = municipalities.flatMap(({id, name, municipality}): StripRow[] => {
    const fact = id === unit.id ? own : factAt(given, id, indicator, own.period);
    if (!fact) return [];
    const role =
      id === unit.id ? "own" : neighbours?.members.some((each) => each === municipality) ? "neighbours" : "other";
    return [{...drawnOf(fact), role, name}];
  });
  if (rows.filter(({value}) => value !== null).length < 5) return [];
  const nation = factAt(given, "000", indicator, own.period);
  if (nation) rows.push({...drawnOf(nation), role: "nation", name: textOf(language).comparators.nation});
  const facts = municipalities.flatMap(({id}) => factAt(given, id, indicator, own.period) ?? []);
  const alt = spreadAlt(facts, indicator, language, textOf(language).kindsPlural.municipality);
  return [
    chartView(draw, strip, rows, {language, indicator: chartIndicator(indicator), width: full, height: 118}, alt)
  ];
}

interface BelowView extends SpreadView {
  readonly kind: UnitKind;
}

function belowView(
  given: PackageFacts,
  indicator: Indicator,
  own: DisclosedFact,
  kind: UnitKind,
  draw: Draw
): readonly BelowView[] {
  const units = factsOf(given, indicator, own, kind);
  const facts = units.map(({fact}) => fact);
  const few = fewShown(facts, given.language);
  if (few === null && facts.filter(({blank}) => blank === null).length < 2) return [];
  const {language, unit} = given;
  const text = textOf(language);
  const word = text.kindsPlural[kind];
  const title = titleOf(indicator, language);
  const whole = {name: text.own[unit.kind].toLowerCase(), fact: own, isWider: isOneOfSeveral(indicator, kind)};
  const sentence = spreadSentence(facts, whole, word, indicator, language);
  const when = periodLabel(own.period, language);
  return [
    {
      kind,
      title: title.endsWith(word) ? title : `${title}, ${word}`,
      sentence: `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${sentence}${few ? ` ${few}` : ""}`,
      charts: few ? [] : [belowChart(given, indicator, own, units, spreadAlt(facts, indicator, language, word), draw)]
    }
  ];
}

/** Said in the place of a drawing that would be nearly empty since most are hidden; else null. */
function fewShown(facts: readonly DisclosedFact[], language: Language): string | null {
  const missing = facts.filter(({blank}) => blank !== null);
  const hidden = missing.filter(({blank}) => blank === "hidden");
  const isCloud = facts.length > named && facts.length - missing.length >= fewestInCloud;
  if (hidden.length === 0 || missing.length * 2 <= facts.length || isCloud) return null;
  const {mostHidden, mostMissing} = textOf(language).spread;
  return hidden.length === missing.length ? mostHidden : mostMissing;
}

const institutions: readonly UnitKind[] = ["school", "daycare", "leisure"];

/** The whole's figure has every type of institution in it, whereas the units beside it are of one. */
function isOneOfSeveral({kinds}: Indicator, kind: UnitKind): boolean {
  return institutions.includes(kind) && institutions.filter((each) => kinds.includes(each)).length > 1;
}

function belowChart(
  {language, unit: top}: PackageFacts,
  indicator: Indicator,
  own: DisclosedFact,
  units: readonly {readonly unit: Unit; readonly fact: DisclosedFact}[],
  alt: string,
  draw: Draw
): ChartView {
  const look = {language, indicator: chartIndicator(indicator), width: half};
  if (units.length > named) return chartView(draw, funnel, funnelRows(units), {...look, height: 190}, alt);
  const lone = {members: 1, expected: 1};
  const rows: ComparisonRow[] = [
    ...units.map(({unit, fact}) => ({...drawnOf(fact), ...lone, role: "municipality" as const, name: unit.name})),
    {...drawnOf(own), ...lone, role: "own", name: textOf(language).own[top.kind]}
  ];
  return chartView(draw, comparison, rows, {...look, height: 34 + rows.length * 14}, alt);
}

function funnelRows(units: readonly {readonly unit: Unit; readonly fact: DisclosedFact}[]): readonly FunnelRow[] {
  return units.flatMap(({unit, fact}): FunnelRow[] =>
    fact.blank === null && fact.persons !== null
      ? [{role: "other", name: unit.name, size: fact.persons, value: fact.value, low: fact.low, high: fact.high}]
      : []
  );
}

function unitsOf({below}: PackageFacts, indicator: Indicator, kind: UnitKind): readonly Unit[] {
  return indicator.kinds.includes(kind) ? below.filter((unit) => unit.kind === kind) : [];
}

function factsOf(given: PackageFacts, indicator: Indicator, own: DisclosedFact, kind: UnitKind) {
  return unitsOf(given, indicator, kind).flatMap((unit) => {
    const fact = factAt(given, unit.id, indicator, own.period);
    return fact && fact.blank !== "not-applicable" ? [{unit, fact}] : [];
  });
}
