import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {trend} from "../charts/trend.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {type Comparator, figureSentence, levelSentence, titleOf, trendAlt} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {cellOf, drawnOf, type Line, type Shown} from "./indicator-state.ts";

/** Development of the place and of those it is held against; null where there is nothing to draw. */
export function trendFigure(shown: Shown) {
  const {address, indicator, lines, world} = shown;
  const {language} = address;
  const [own, ...others] = lines;
  if (!own || own.series.length === 0) return null;
  const breaks = world.breaks
    .filter((each) => each.indicator === indicator.id)
    .map(({period, text, textEnglish}) => ({period, text: language === "da" ? text : textEnglish}));
  const t = webTextOf(language).indicator;
  const last = own.series.at(-1)!;
  const comparators = others.flatMap(({role, series}): readonly Comparator[] =>
    role === "own" ? [] : [{kind: role, fact: series.find(({period}) => period === last.period)}]
  );
  const finding = [
    levelSentence(last, indicator, language),
    figureSentence(own.series, comparators, breaks, indicator, language)
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
      periodsOf(lines).map((period) => ({
        name: periodLabel(period, language),
        cells: lines.map(({series}) =>
          cellOf(
            series.find((fact) => fact.period === period),
            indicator,
            language
          )
        )
      }))
    )
  };
  return {
    figure: figureOf(sketch, address),
    breaks: breaks.map(({period, text}) => `${periodLabel(period, language)}: ${text}`)
  };
}

function periodsOf(lines: readonly Line[]): readonly PeriodId[] {
  return [...new Set(lines.flatMap(({series}) => series.map(({period}) => period)))].sort().reverse();
}
