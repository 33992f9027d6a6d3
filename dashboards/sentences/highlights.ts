import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatValue} from "../format.ts";
import {countInWords} from "../text.ts";
import {type Break, changeSentence, type Series, yearBefore} from "./change.ts";
import {type Comparator, comparisonSentence, isComparable} from "./comparison.ts";
import {titleOf} from "./level.ts";
import {clarityOf, relationOf} from "./relation.ts";

/** One indicator as one unit reads it: its series, whom it is compared with, and the breaks in the series. */
export interface Reading {
  readonly indicator: Indicator;
  readonly series: Series;
  readonly comparators: readonly Comparator[];
  readonly breaks: readonly Break[];
}

export interface Highlight {
  readonly indicator: Indicator;
  readonly fact: DisclosedFact;
  /** `Elevfravær: 6,2 pct.` */
  readonly title: string;
  readonly when: string;
  /** How it stands to others and to the year before, only where it can be told apart. */
  readonly why: string;
  readonly clarity: number;
}

/**
 * The figures that differ most clearly from the comparison or from the same time the year before, clearest first.
 * Only figures that can be told apart are mentioned; the list is empty when none can.
 */
export function highlightsOf(readings: readonly Reading[], language: Language, atMost: number): readonly Highlight[] {
  return readings
    .flatMap((reading) => highlightOf(reading, language) ?? [])
    .sort((a, b) => b.clarity - a.clarity || (a.indicator.id < b.indicator.id ? -1 : 1))
    .slice(0, atMost);
}

/** Says plainly that nothing stands out, and among how many figures. */
export function nothingStandsOut(readings: readonly Reading[], language: Language): string {
  const shown = readings.filter(({series}) => series.at(-1)?.blank === null).length;
  if (shown === 0) return words[language].noFigures;
  return words[language].nothing(countInWords(shown, language));
}

function highlightOf(reading: Reading, language: Language): Highlight | undefined {
  const {indicator, series, breaks} = reading;
  const fact = series.at(-1);
  if (!fact || fact.blank !== null) return undefined;
  const comparators = differing(reading, fact);
  const before = yearBefore(series);
  const broken = before && breaks.some(({period}) => period > before.period && period <= fact.period);
  const change = broken ? 0 : clarityOf(fact, before, indicator);
  const clarity = Math.max(change, ...comparators.map((each) => clarityOf(fact, each.fact, indicator)));
  if (clarity <= 0) return undefined;
  const why = [
    comparisonSentence(fact, comparators, indicator, language),
    change > 0 ? changeSentence(series, breaks, indicator, language) : ""
  ];
  return {
    indicator,
    fact,
    clarity,
    title: `${titleOf(indicator, language)}: ${formatValue(fact, indicator, language)}`,
    when: periodLabel(fact.period, language),
    why: why.filter(Boolean).join(" ")
  };
}

/** A condition without uncertainty, such as density: every municipality differs, and that says nothing. */
function isFrame({better, interval}: Indicator): boolean {
  return better === "context" && interval === "none";
}

function differing({indicator, comparators}: Reading, fact: DisclosedFact): readonly Comparator[] {
  if (!isComparable(indicator) || isFrame(indicator)) return [];
  return comparators.filter((each) => ["higher", "lower"].includes(relationOf(fact, each.fact, indicator)));
}

const words = {
  da: {
    noFigures: "Der er ingen tal for enheden i perioden.",
    nothing: (count: string) =>
      `Ingen af pakkens ${count} tal kan skelnes klart fra sammenligningen eller fra samme tid året før.`
  },
  en: {
    noFigures: "There are no figures for the unit in the period.",
    nothing: (count: string) =>
      `None of the package's ${count} figures can be told apart clearly from the comparison or from the same time the year before.`
  }
} as const;
