import {comparePeriods, periodLabel} from "../../queries/period.ts";
import {trend} from "../charts/trend.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {type Comparator, figureSentence, levelSentence, titleOf, trendAlt} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {periodsOf} from "./indicator-periods.ts";
import {cellOf, drawnOf, type Line, type Shown} from "./indicator-state.ts";

/** Development of the place and of those it is held against; null where there is nothing to draw. */
export function trendFigure(shown: Shown) {
  const {address, indicator, lines, world, period} = shown;
  const {language} = address;
  const [own, ...others] = lines;
  if (!own?.series.some(({blank}) => blank !== "not-applicable")) return null;
  const breaks = world.breaks
    .filter((each) => each.indicator === indicator.id)
    .map(({period: from, text, textEnglish}) => ({period: from, text: language === "da" ? text : textEnglish}));
  const t = webTextOf(language).indicator;
  const until = own.series.filter((fact) => !period || comparePeriods(fact.period, period) <= 0);
  const last = until.at(-1) ?? own.series.at(-1)!;
  const finding = [
    levelSentence(last, indicator, language),
    figureSentence(until, comparatorsOf(others, last.period), breaks, indicator, language)
  ].filter((sentence, index, all) => sentence && !(index === 1 && all[0]!.includes(sentence)));
  const rows = lines.flatMap(({role, name, series}) =>
    series.map((fact) => ({
      ...drawnOf(fact),
      period: fact.period,
      role,
      name,
      breakText: breaks.some(({period}) => period === fact.period) ? t.breakNote : null
    }))
  );
  const sketch = {
    id: "udvikling",
    title: `${t.trend}: ${titleOf(indicator, language)}`,
    chart: trend,
    rows,
    indicator,
    sizes: {wide: {width: figureWidths.wide, height: 270}, narrow: {width: figureWidths.narrow, height: 220}},
    alt: trendAlt(own.series, indicator, language),
    finding: finding.join(" "),
    facts: lines.flatMap(({series}) => series),
    table: figureTable(
      [t.period, ...lines.map(({name}) => name)],
      periodsOf(...lines.map(({series}) => series)).map((each) => ({
        name: periodLabel(each, language),
        own: each === period,
        cells: lines.map(({series}) =>
          cellOf(
            series.find((fact) => fact.period === each),
            indicator,
            language
          )
        )
      }))
    )
  };
  return {
    figure: figureOf(sketch, address),
    breaks: breaks.map(({period: from, text}) => `${periodLabel(from, language)}: ${text}`)
  };
}

/** The lines as whom a sentence compares with, in one period. */
export function comparatorsOf(others: readonly Line[], period: string): readonly Comparator[] {
  return others.flatMap(({role, series, said}): readonly Comparator[] =>
    role === "own"
      ? []
      : [{kind: role, fact: series.find((fact) => fact.period === period), ...(said === undefined ? {} : {name: said})}]
  );
}
