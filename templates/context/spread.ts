import {type ComparisonRow, comparison} from "../../dashboards/charts/comparison.ts";
import {type FunnelRow, funnel} from "../../dashboards/charts/funnel.ts";
import {type StripRow, strip} from "../../dashboards/charts/strip.ts";
import {periodPhrase, spreadAlt, spreadSentence, titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import type {DisclosedFact, Indicator, Unit, UnitKind} from "../../queries/model.ts";
import {chartView} from "./chart-view.ts";
import {chartIndicator, drawnOf} from "./drawn.ts";
import type {PackageFacts} from "./facts.ts";
import {factAt, latestFact} from "./series.ts";
import type {ChartView, Draw, SpreadView} from "./views.ts";

const half = 316;
const full = 650;
/** More units than this are drawn as a cloud, fewer each with its name. */
const named = 16;

/** The units below on one scale, and a municipality among all; in the package's order and never ranked. */
export function spreadViews(given: PackageFacts, indicators: readonly Indicator[], draw: Draw): readonly SpreadView[] {
  return indicators.flatMap((indicator) => {
    const own = latestFact(given, indicator);
    if (!own) return [];
    const charts = [
      ...stripChart(given, indicator, own, draw),
      ...given.dataPackage.spread.flatMap((kind) => belowChart(given, indicator, own, kind, draw))
    ];
    if (charts.length === 0) return [];
    return [{title: titleOf(indicator, given.language), sentence: sentenceOf(given, indicator, own), charts}];
  });
}

function sentenceOf(given: PackageFacts, indicator: Indicator, own: DisclosedFact): string {
  const {language, dataPackage, unit} = given;
  const kind = dataPackage.spread.findLast((each) => unitsOf(given, indicator, each).length > 0);
  if (!kind) return "";
  const facts = factsOf(given, indicator, own, kind).map(({fact}) => fact);
  const whole = {name: textOf(language).own[unit.kind].toLowerCase(), fact: own};
  const sentence = spreadSentence(facts, whole, textOf(language).kindsPlural[kind], indicator, language);
  const when = periodPhrase(own.period, language);
  return `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${sentence}`;
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

function belowChart(
  given: PackageFacts,
  indicator: Indicator,
  own: DisclosedFact,
  kind: UnitKind,
  draw: Draw
): readonly ChartView[] {
  const units = factsOf(given, indicator, own, kind);
  if (units.filter(({fact}) => fact.blank === null).length < 2) return [];
  const {language} = given;
  const look = {language, indicator: chartIndicator(indicator), width: half};
  const alt = spreadAlt(
    units.map(({fact}) => fact),
    indicator,
    language,
    textOf(language).kindsPlural[kind]
  );
  if (units.length > named) return [chartView(draw, funnel, funnelRows(units), {...look, height: 190}, alt)];
  const rows: ComparisonRow[] = [
    ...units.map(({unit, fact}) => ({
      ...drawnOf(fact),
      role: "municipality" as const,
      name: unit.name,
      members: 1,
      expected: 1
    })),
    {...drawnOf(own), role: "own", name: textOf(language).own[given.unit.kind], members: 1, expected: 1}
  ];
  return [chartView(draw, comparison, rows, {...look, height: 30 + rows.length * 16}, alt)];
}

function funnelRows(units: readonly {readonly unit: Unit; readonly fact: DisclosedFact}[]): readonly FunnelRow[] {
  return units.flatMap(({unit, fact}): FunnelRow[] =>
    fact.blank === null
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
    return fact ? [{unit, fact}] : [];
  });
}
