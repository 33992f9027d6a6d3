/** The drawings of a card: development with breaks, and where the figure lies among the others. */
import {labelOf} from "../../queries/classifications/index.ts";
import type {DisclosedFact} from "../../queries/model.ts";
import {type ComparisonRow, comparison} from "../charts/comparison.ts";
import {type DistributionRow, distribution} from "../charts/distribution.ts";
import {type TrendRow, trend} from "../charts/trend.ts";
import {type Figure, figureOf, figureWidths} from "../figure.ts";
import {
  changeSentence,
  comparisonAlt,
  comparisonSentence,
  distributionAlt,
  distributionSentence,
  rangeSentence,
  titleOf,
  trendAlt
} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {drawnOf, inOrder} from "./indicator-state.ts";
import {isWhole} from "./newest.ts";
import type {Told, UnitState} from "./unit-state.ts";

/** Small in the card, and as large as any other figure where it is taken home. */
const width = 250;
const sizeOf = (height: number) => ({
  wide: {width: figureWidths.wide, height: Math.round(height * 1.9)},
  narrow: {width, height}
});
type Asked = Pick<UnitState, "address" | "unit">;

/** The unit's own line, its nearest comparison and the farthest. */
export function trendCard({address, unit}: Asked, told: Told): Figure | null {
  const {indicator, series, others, breaks, last} = told;
  if (series.length < 2) return null;
  const {language} = address;
  const text = textOf(language);
  const marks = new Set(breaks.map(({period}) => period));
  const shown = others.length > 2 ? [others[0]!, others.at(-1)!] : others;
  const known = new Set(series.map(({period}) => period));
  const lines = [
    {role: "own" as const, name: text.own[unit.kind], facts: series},
    ...shown.map(({role, kind, series: facts}) => ({
      role,
      name: text.shortComparators[kind],
      facts: facts.filter(({category, period}) => category === "" && known.has(period))
    }))
  ];
  const rows = lines.flatMap(({role, name, facts}) =>
    facts.map((fact): TrendRow => {
      const {period} = fact;
      return {...drawnOf(fact), period, role, name, breakText: marks.has(period) ? text.development.breakShort : null};
    })
  );
  const sketch = {
    id: `udvikling-${indicator.id}`,
    title: `${text.figure.development}: ${titleOf(indicator, language)}`,
    chart: trend,
    rows,
    indicator,
    sizes: sizeOf(116),
    alt: `${trendAlt(series, indicator, language)}. ${rangeSentence(series, indicator, language)}`.trim(),
    finding: last.blank === null ? changeSentence(series, breaks, indicator, language) : "",
    facts: [...series, ...others.flatMap((each) => each.series.filter(({category}) => category === ""))],
    table: null
  };
  return figureOf(sketch, address);
}

export function positionCard({address, unit}: Asked, {indicator, last, others, comparators}: Told): Figure | null {
  const {language} = address;
  const text = textOf(language);
  const met = others.flatMap(({kind, role}) => {
    const fact = comparators.find((each) => each.kind === kind)?.fact;
    return fact ? [{kind, role, fact}] : [];
  });
  if (met.length === 0) return null;
  const rowOf = (fact: DisclosedFact, role: ComparisonRow["role"], name: string): ComparisonRow => {
    const {members, expected} = fact;
    return {...drawnOf(fact), role, name, members, expected};
  };
  const rows = [
    {...rowOf(last, "own", text.own[unit.kind]), members: 1, expected: 1},
    ...met.map(({fact, role, kind}) => rowOf(fact, role, text.shortComparators[kind]))
  ];
  const sketch = {
    id: `sammenligning-${indicator.id}`,
    title: `${text.figure.comparison}: ${titleOf(indicator, language)}`,
    chart: comparison,
    rows,
    indicator,
    sizes: sizeOf(24 + rows.length * 19 + (indicator.target === null ? 0 : 14)),
    alt: comparisonAlt({name: text.own[unit.kind], fact: last}, comparators, indicator, language),
    finding: comparisonSentence(last, comparators, indicator, language),
    facts: [last, ...met.map(({fact}) => fact)],
    table: null
  };
  return figureOf(sketch, address);
}

/** A whole by its parts: the unit and its nearest comparison. */
export function partsCard({address, unit}: Asked, {indicator, last, others, categories}: Told): Figure | null {
  const {dimension} = indicator;
  if (!dimension || !isWhole(indicator, last) || categories.length === 0) return null;
  const {language} = address;
  const text = textOf(language);
  const near = others.find(({kind}) => kind === "municipality" || kind === "nation");
  const ordered = inOrder(categories, dimension);
  const theirs = (near?.series ?? []).filter(({category, period}) => category !== "" && period === last.period);
  const rowsOf = (facts: readonly DisclosedFact[], role: DistributionRow["role"], name: string) =>
    facts.map((fact) => ({...drawnOf(fact), role, name, category: labelOf(dimension, fact.category, language)}));
  const shares = ordered.map((own) => ({
    label: labelOf(dimension, own.category, language),
    own,
    other: theirs.find(({category}) => category === own.category)
  }));
  const sketch = {
    id: `fordeling-${indicator.id}`,
    title: `${text.figure.distribution}: ${titleOf(indicator, language)}`,
    chart: distribution,
    rows: [
      ...rowsOf(ordered, "own", text.own[unit.kind]),
      ...(near ? rowsOf(inOrder(theirs, dimension), near.role, text.shortComparators[near.kind]) : [])
    ],
    indicator,
    sizes: sizeOf(theirs.length > 0 ? 140 : 100),
    alt: distributionAlt(
      shares.map(({label, own}) => ({label, fact: own})),
      indicator,
      language
    ),
    finding: near
      ? distributionSentence(shares, text.whole[near.kind as keyof typeof text.whole], indicator, language)
      : "",
    facts: [...ordered, ...theirs],
    table: null
  };
  return figureOf(sketch, address);
}

/** Every figure that the cards tell of, for those who would take all of it home at once. */
export function allFigures({address}: Asked, told: readonly Told[]): Figure | null {
  const [first] = told;
  if (!first) return null;
  const facts = told.flatMap(({series, others, categories}) => [
    ...series,
    ...categories,
    ...others.flatMap((each) => each.series.filter(({category}) => category === ""))
  ]);
  const title = webTextOf(address.language).unitView.tables;
  const sketch = {id: "alle-tal", title, chart: trend, rows: [], indicator: first.indicator, sizes: sizeOf(116)};
  return figureOf({...sketch, alt: title, finding: "", facts, table: null}, address);
}
