import {findClassification, labelOf} from "../../queries/classifications/index.ts";
import {periodLabel} from "../../queries/period.ts";
import {type BreakdownRow, breakdown} from "../charts/breakdown.ts";
import type {Chart} from "../charts/chart.ts";
import {distribution} from "../charts/distribution.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {distributionAlt} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {cellOf, drawnOf, type Shown} from "./indicator-state.ts";
import {isWhole} from "./newest.ts";

/** The figure by category: shares of a whole as one divided bar, anything else as one mark per category. */
export function categoriesFigure(shown: Shown) {
  const {address, indicator, categories, lines, place, period} = shown;
  const {language} = address;
  const {dimension} = indicator;
  const [own, ...others] = categories;
  if (!dimension || !own || own.series.length === 0) return null;
  const last = lines[0]?.series.find((fact) => fact.period === period);
  const whole = last !== undefined && isWhole(indicator, last);
  const labelled = own.series.map((fact) => ({label: labelOf(dimension, fact.category, language), fact}));
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
    alt: distributionAlt(labelled, indicator, language),
    finding: "",
    facts: categories.flatMap(({series}) => series),
    table: figureTable(
      [webTextOf(language).indicator.category, ...categories.map(({name}) => name)],
      labelled.map(({label, fact}) => ({
        name: label,
        cells: [fact, ...others.map(({series}) => series.find(({category}) => category === fact.category))].map(
          (each) => cellOf(each, indicator, language)
        )
      }))
    )
  };
  return {
    figure: figureOf(sketch, address),
    heading,
    place: place.name,
    period: periodLabel(own.series[0]!.period, language)
  };
}
