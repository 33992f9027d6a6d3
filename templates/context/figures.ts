import type {Role} from "../../dashboards/charts/chart.ts";
import {type ComparisonRow, comparison} from "../../dashboards/charts/comparison.ts";
import {type TrendRow, trend} from "../../dashboards/charts/trend.ts";
import {formatBlank, formatInterval, formatNumber, measureOf} from "../../dashboards/format.ts";
import {
  comparisonAlt,
  figureSentence,
  type Reading,
  rangeSentence,
  titleOf,
  trendAlt
} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import type {DisclosedFact} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {chartView} from "./chart-view.ts";
import {chartIndicator, drawnOf} from "./drawn.ts";
import type {PackageFacts} from "./facts.ts";
import {comparatorUnit, factAt} from "./series.ts";
import type {ChartView, Draw, FigureView} from "./views.ts";

/** CSS pixels on paper: 64 mm beside 64 mm. */
const chartSize = {width: 242, height: 114} as const;
/** One chart on half a page. */
const cardSize = {width: 312, height: 112} as const;

/** One figure's block: title, value with interval, sentence, development and comparison. */
export function figureView(given: PackageFacts, reading: Reading, draw: Draw): FigureView | null {
  const {indicator, series, comparators, breaks} = reading;
  const {language, dataPackage} = given;
  const last = series.at(-1);
  if (!last) return null;
  const isCard = dataPackage.id === "councillor";
  const measure = measureOf(indicator, language);
  const second = isCard ? null : comparisonChart(given, reading, draw);
  return {
    id: indicator.id,
    title: titleOf(indicator, language),
    value:
      last.blank === null ? formatNumber(last.value, indicator.decimals, language) : formatBlank(last.blank, language),
    measure: last.blank === null && measure.length <= 6 ? measure : "",
    isBlank: last.blank !== null,
    interval:
      last.blank === null
        ? formatInterval(last.low, last.high, {...indicator, measureLabel: "", measureLabelEnglish: ""}, language)
        : "",
    period: [measure.length > 6 ? measure : "", periodLabel(last.period, language)].filter(Boolean).join(", "),
    sentence: figureSentence(series, comparators, breaks, indicator, language),
    notes: indicator.target !== null && indicator.targetText ? [indicator.targetText] : [],
    question: indicator.question,
    charts: [trendChart(given, reading, isCard ? cardSize : chartSize, draw), ...(second ? [second] : [])]
  };
}

function trendChart(
  given: PackageFacts,
  {indicator, series, comparators, breaks}: Reading,
  size: {readonly width: number; readonly height: number},
  draw: Draw
): ChartView {
  const {language, unit} = given;
  const text = textOf(language);
  const periods = series.map(({period}) => period);
  const marks = new Map(breaks.map(({period}) => [period, text.development.breakShort]));
  const lines: {role: Role; name: string; facts: readonly (DisclosedFact | undefined)[]}[] = [
    {role: "own", name: text.own[unit.kind], facts: series}
  ];
  const drawn = comparators.filter(
    ({kind}) => kind === "municipality" || kind === "nation" || (unit.kind === "municipality" && kind === "similar")
  );
  for (const {kind} of drawn)
    lines.push({
      role: kind === "area" || kind === "school" ? "municipality" : kind,
      name: text.shortComparators[kind],
      facts: periods.map((period) => factAt(given, comparatorUnit(given, kind)!, indicator, period))
    });
  const rows = lines.flatMap(({role, name, facts}) =>
    periods.flatMap((period, index): TrendRow[] => {
      const fact = facts[index];
      return fact ? [{...drawnOf(fact), period, role, name, breakText: marks.get(period) ?? null}] : [];
    })
  );
  const alt = `${trendAlt(series, indicator, language)}. ${rangeSentence(series, indicator, language)}`.trim();
  return chartView(draw, trend, rows, {language, indicator: chartIndicator(indicator), ...size}, alt);
}

function comparisonChart(given: PackageFacts, {indicator, series, comparators}: Reading, draw: Draw): ChartView | null {
  const own = series.at(-1);
  if (!own || comparators.length === 0) return null;
  const {language, unit} = given;
  const text = textOf(language);
  const rows: ComparisonRow[] = [
    {...drawnOf(own), role: "own", name: text.own[unit.kind], members: 1, expected: 1},
    ...comparators.flatMap(({kind, fact}): ComparisonRow[] =>
      fact
        ? [
            {
              ...drawnOf(fact),
              role: kind === "area" || kind === "school" ? "municipality" : kind,
              name: text.shortComparators[kind],
              members: fact.members,
              expected: fact.expected
            }
          ]
        : []
    )
  ];
  const alt = comparisonAlt({name: unit.name, fact: own}, comparators, indicator, language);
  return chartView(draw, comparison, rows, {language, indicator: chartIndicator(indicator), ...chartSize}, alt);
}
