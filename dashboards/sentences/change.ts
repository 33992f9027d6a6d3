import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {type PeriodId, periodLabel, previousYear} from "../../queries/period.ts";
import type {SeriesBreak} from "../../queries/release.ts";
import {formatBlank} from "../format.ts";
import {countInWords, sentenceOf} from "../text.ts";
import {printedDifference, relationOf} from "./relation.ts";
import {shortDifference, shortValue} from "./short-value.ts";

/** One unit's figures for one indicator, oldest first; blanks included. */
export type Series = readonly DisclosedFact[];

export interface Break {
  readonly period: PeriodId;
  readonly text: string;
}

/** Where an indicator's series breaks, in the reader's language. */
export function breaksOf(
  breaks: readonly SeriesBreak[],
  {id}: Pick<Indicator, "id">,
  language: Language
): readonly Break[] {
  return breaks
    .filter(({indicator}) => indicator === id)
    .map(({period, text, textEnglish}) => ({period, text: language === "da" ? text : textEnglish}));
}

/** The figure of the same time the year before; half-years are seasonal and are read against that one. */
export function yearBefore(series: Series): DisclosedFact | undefined {
  const last = series.at(-1);
  if (!last) return undefined;
  const before = previousYear(last.period);
  return series.find(({period}) => period === before);
}

/** What has happened since the same time the year before. Empty where there is no figure to begin from. */
export function changeSentence(
  series: Series,
  breaks: readonly Break[],
  indicator: Indicator,
  language: Language
): string {
  const last = series.at(-1);
  const before = yearBefore(series);
  if (!last || last.blank !== null || !before) return "";
  const say = words[language];
  const when = periodPhrase(before.period, language);
  if (before.version !== last.version || breaks.some(({period}) => period > before.period && period <= last.period))
    return say.broken(when);
  if (before.blank !== null) return say.noFigure(when, formatBlank(before.blank, language));
  const was = shortValue(before, indicator, language);
  const changed = printedDifference(last.value, before.value, indicator);
  if (relationOf(last, before, indicator) === "same")
    return indicator.interval === "none" && changed === 0 ? say.unchanged(when, was) : say.same(when, was);
  const difference = shortDifference(changed, indicator, language);
  return (indicator.measure === "count" ? say.counts : say.differs)(difference, when, was);
}

/** Lowest and highest shown figure of a series, as one sentence. Empty with fewer than three figures. */
export function rangeSentence(series: Series, indicator: Indicator, language: Language): string {
  const values = series.flatMap(({value}) => (value === null ? [] : [value]));
  if (values.length < 3) return "";
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => shortValue(value, indicator, language));
  const count = countInWords(values.length, language);
  const say = words[language];
  return sentenceOf(low === high ? say.steady(count, low!) : say.range(count, low!, high!));
}

/** `i 1. halvår 2025`, `i skoleåret 2024/25`, `i 2024`. */
export function periodPhrase(period: PeriodId, language: Language): string {
  const label = periodLabel(period, language);
  const article = language === "en" && /^\D/.test(label) ? "the " : "";
  return `${words[language].within} ${article}${label}`;
}

const words = {
  da: {
    within: "i",
    unchanged: (when: string, was: string) => `Det er det samme som ${when} (${was}).`,
    same: (when: string, was: string) => `Det kan ikke skelnes fra tallet ${when} (${was}).`,
    counts: (difference: string, when: string, was: string) => `Der er ${difference} end ${when} (${was}).`,
    differs: (difference: string, when: string, was: string) => `Det er ${difference} end ${when} (${was}).`,
    broken: (when: string) =>
      `Definitionen eller opgørelsen er ændret siden tallet ${when}; de to kan ikke sammenlignes.`,
    noFigure: (when: string, blank: string) => `Der er ikke noget tal at følge fra ${when.slice(2)} (${blank}).`,
    range: (count: string, low: string, high: string) =>
      `I ${count} perioder med tal har det ligget mellem ${low} og ${high}`,
    steady: (count: string, value: string) => `I ${count} perioder med tal har det været ${value}`
  },
  en: {
    within: "in",
    unchanged: (when: string, was: string) => `It is the same as ${when} (${was}).`,
    same: (when: string, was: string) => `It cannot be told apart from the figure ${when} (${was}).`,
    counts: (difference: string, when: string, was: string) => `There are ${difference} than ${when} (${was}).`,
    differs: (difference: string, when: string, was: string) => `It is ${difference} than ${when} (${was}).`,
    broken: (when: string) =>
      `The definition or the method has changed since the figure ${when}; the two do not compare.`,
    noFigure: (when: string, blank: string) => `There is no figure to follow from ${when.slice(3)} (${blank}).`,
    range: (count: string, low: string, high: string) =>
      `Over ${count} periods with figures it has been between ${low} and ${high}`,
    steady: (count: string, value: string) => `Over ${count} periods with figures it has been ${value}`
  }
} as const;
