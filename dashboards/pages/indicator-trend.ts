import {comparePeriods, periodLabel} from "../../queries/period.ts";
import {trend} from "../charts/trend.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {
  breaksOf,
  type Comparator,
  figureSentence,
  isComparable,
  levelSentence,
  titleOf,
  trendAlt
} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {periodsOf} from "./indicator-periods.ts";
import {cellOf, drawnOf, type Line, type Shown} from "./indicator-state.ts";

/** Development of the place and of those it is held against; null where there is nothing to draw. */
export function trendFigure(shown: Shown) {
  const {address, indicator, lines, world, period} = shown;
  const {language} = address;
  const [own, ...others] = lines;
  if (!own?.series.some(({blank}) => blank !== "not-applicable")) return null;
  const breaks = breaksOf(world.breaks, indicator, language);
  const t = webTextOf(language).indicator;
  const until = own.series.filter((fact) => !period || comparePeriods(fact.period, period) <= 0);
  const last = until.at(-1) ?? own.series.at(-1)!;
  const finding = [
    levelSentence(last, indicator, language),
    figureSentence(until, comparatorsOf(others, last.period), breaks, indicator, language)
  ].filter((sentence, index, all) => sentence && !(index === 1 && all[0]!.includes(sentence)));
  const drawn = isComparable(indicator) ? lines : [own];
  const rows = drawn.flatMap(({role, name, series}) =>
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
    table: tableOf(shown)
  };
  return {
    figure: figureOf(sketch, address),
    breaks: breaks.map(({period: from, text}) => `${periodLabel(from, language)}: ${text}`)
  };
}

/** A row for each period, the newest first. */
function tableOf({address, indicator, lines, period}: Shown) {
  const {language} = address;
  const heads = [webTextOf(language).indicator.period, ...lines.map(({name}) => name)];
  const rows = periodsOf(...lines.map(({series}) => series)).map((each) => {
    const facts = lines.map(({series}) => series.find((fact) => fact.period === each));
    const cells = facts.map((fact) => cellOf(fact, indicator, language));
    return {name: periodLabel(each, language), own: each === period, cells};
  });
  return figureTable(heads, rows);
}

/** The lines as whom a sentence compares with, in one period. */
export function comparatorsOf(others: readonly Line[], period: string): readonly Comparator[] {
  return others.flatMap(({role, series, said}): readonly Comparator[] =>
    role === "own"
      ? []
      : [{kind: role, fact: series.find((fact) => fact.period === period), ...(said === undefined ? {} : {name: said})}]
  );
}
