import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatInterval, formatNumber, formatValue} from "../format.ts";
import {textOf} from "../text.ts";
import type {Series} from "./change.ts";
import type {Comparator} from "./comparison.ts";
import {titleOf} from "./level.ts";

/** `Kurve: Samlet fravær fra skoleåret 2020/21 til skoleåret 2024/25: 5,6 pct.; skjult; 6,2 pct.` */
export function trendAlt(series: Series, indicator: Indicator, language: Language): string {
  const say = words[language];
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return `${say.trend}: ${titleOf(indicator, language)}, ${say.noFigures}.`;
  const values = series.map((fact) => formatValue(fact, indicator, language)).join("; ");
  const span = `${say.from} ${periodLabel(first.period, language)} ${say.to} ${periodLabel(last.period, language)}`;
  return `${say.trend}: ${titleOf(indicator, language)} ${span}: ${values}`;
}

/** Every dot with its value and interval, the own unit first. */
export function comparisonAlt(
  own: {readonly name: string; readonly fact: DisclosedFact},
  comparators: readonly Comparator[],
  indicator: Indicator,
  language: Language
): string {
  const names = textOf(language).comparators;
  const rows = [
    {name: own.name, fact: own.fact},
    ...comparators.flatMap(({kind, fact}) => (fact ? [{name: names[kind], fact}] : []))
  ];
  const dots = rows.map(({name, fact}) => `${name} ${dotOf(fact, indicator, language)}`).join("; ");
  return `${words[language].comparison}: ${titleOf(indicator, language)}: ${dots}`;
}

/** Shares per category, in the classification's order. */
export function distributionAlt(
  rows: readonly {readonly label: string; readonly fact: DisclosedFact}[],
  indicator: Indicator,
  language: Language
): string {
  const parts = rows.map(({label, fact}) => `${label}: ${formatValue(fact, indicator, language)}`).join("; ");
  return `${words[language].distribution}: ${titleOf(indicator, language)}: ${parts}`;
}

/** Many units on one scale: how many are shown, hidden, and from where to where; never who is highest. */
export function spreadAlt(
  facts: readonly DisclosedFact[],
  indicator: Indicator,
  language: Language,
  of: string
): string {
  const say = words[language];
  const values = facts.flatMap(({value}) => (value === null ? [] : [value]));
  const blank = facts.length - values.length;
  const missing = blank > 0 ? `; ${formatNumber(blank, 0, language)} ${say.withoutFigure}` : "";
  if (values.length === 0) return `${say.spread}: ${titleOf(indicator, language)}, ${say.noFigures}${missing}`;
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) =>
    formatValue(value, indicator, language)
  );
  const count = `${formatNumber(values.length, 0, language)} ${of}`;
  return `${say.spread}: ${titleOf(indicator, language)}: ${count} ${say.between} ${low} ${say.and} ${high}${missing}`;
}

function dotOf(fact: DisclosedFact, indicator: Indicator, language: Language): string {
  const value = formatValue(fact, indicator, language);
  if (fact.blank !== null || fact.low === null || fact.high === null) return value;
  return `${value} (${formatInterval(fact.low, fact.high, {...indicator, measureLabel: "", measureLabelEnglish: ""}, language)})`;
}

const words = {
  da: {
    trend: "Kurve",
    comparison: "Prikker med usikkerhed",
    distribution: "Fordeling",
    spread: "Spredning",
    from: "fra",
    to: "til",
    between: "mellem",
    and: "og",
    noFigures: "ingen tal",
    withoutFigure: "uden tal"
  },
  en: {
    trend: "Line",
    comparison: "Dots with uncertainty",
    distribution: "Distribution",
    spread: "Spread",
    from: "from",
    to: "to",
    between: "between",
    and: "and",
    noFigures: "no figures",
    withoutFigure: "without a figure"
  }
} as const;
