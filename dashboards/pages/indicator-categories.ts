import {findClassification, labelOf} from "../../queries/classifications/index.ts";
import type {Indicator, Language} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {type BreakdownRow, breakdown} from "../charts/breakdown.ts";
import type {Chart} from "../charts/chart.ts";
import {distribution} from "../charts/distribution.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {distributionAlt, distributionSentence, isComparable, type Share} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {cellOf, drawnOf, type Line, type Shown} from "./indicator-state.ts";
import {isWhole} from "./newest.ts";

/** The figure by category: shares of a whole as one divided bar, anything else as one mark per category. */
export function categoriesFigure(shown: Shown) {
  const {address, indicator, lines, place, period} = shown;
  const {language} = address;
  const {dimension} = indicator;
  const categories = isComparable(indicator) ? shown.categories : shown.categories.slice(0, 1);
  const [own, ...others] = categories;
  if (!dimension || !own || own.series.length === 0) return null;
  const last = lines[0]?.series.find((fact) => fact.period === period);
  const whole = last !== undefined && isWhole(indicator, last);
  const labelled = own.series.map((fact) => ({label: labelOf(dimension, fact.category, language), own: fact}));
  const heading = webTextOf(language).indicator.categories(findClassification(dimension)?.title ?? dimension);
  const chart: Chart<BreakdownRow> = whole ? distribution : breakdown;
  const height = whole ? 150 : 50 + own.series.length * 24;
  const sketch = {
    id: "grupper",
    title: heading,
    chart,
    rows: categories.flatMap(({role, name, series}) =>
      series.map((fact) => ({...drawnOf(fact), role, name, category: labelOf(dimension, fact.category, language)}))
    ),
    indicator,
    sizes: {wide: {width: figureWidths.wide, height}, narrow: {width: figureWidths.narrow, height: height + 10}},
    alt: distributionAlt(
      labelled.map(({label, own: fact}) => ({label, fact})),
      indicator,
      language
    ),
    finding: findingOf(labelled, others[0], indicator, language),
    facts: categories.flatMap(({series}) => series),
    table: tableOf(labelled, categories, indicator, language)
  };
  return {
    figure: figureOf(sketch, address),
    heading,
    place: place.name,
    period: periodLabel(own.series[0]!.period, language)
  };
}

type Labelled = readonly Pick<Share, "label" | "own">[];

function tableOf(labelled: Labelled, lines: readonly Line[], indicator: Indicator, language: Language) {
  const heads = [webTextOf(language).indicator.category, ...lines.map(({name}) => name)];
  const rows = labelled.map(({label, own}) => {
    const facts = lines.map(({series}) => series.find(({category}) => category === own.category));
    return {name: label, cells: facts.map((fact) => cellOf(fact, indicator, language))};
  });
  return figureTable(heads, rows);
}

/** Which shares can be told apart from those of the first that the place is held against; empty for what is no share. */
function findingOf(labelled: Labelled, other: Line | undefined, indicator: Indicator, language: Language): string {
  if (!other || indicator.measure !== "share") return "";
  const {whole} = textOf(language);
  const {toNeighbours} = webTextOf(language).indicatorView;
  const name =
    other.role === "municipality" ? whole.municipality : other.role === "neighbours" ? toNeighbours : other.name;
  const shares = labelled.map(({label, own}) => ({
    label,
    own,
    other: other.series.find(({category}) => category === own.category)
  }));
  return distributionSentence(shares, name, indicator, language);
}
