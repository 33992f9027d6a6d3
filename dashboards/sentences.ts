/** Sentences computed from figures. Charts, reports and pages all speak through these, so they never say two things. */

import type {Indicator, Language} from "../queries/model.ts";
import {explainBlank} from "./format.ts";
import {type Break, changeSentence, type Series} from "./sentences/change.ts";
import {type Comparator, comparisonSentence} from "./sentences/comparison.ts";

export {comparisonAlt, distributionAlt, spreadAlt, trendAlt} from "./sentences/alt.ts";
export {
  type Break,
  breaksOf,
  changeSentence,
  periodPhrase,
  rangeSentence,
  type Series,
  yearBefore
} from "./sentences/change.ts";
export {
  type Comparator,
  type ComparatorKind,
  comparisonSentence,
  isComparable,
  relationWords
} from "./sentences/comparison.ts";
export {distributionSentence, type Share} from "./sentences/distribution.ts";
export {type Effect, type EffectGiven, effectOf, effectSentence} from "./sentences/effect.ts";
export {type Highlight, highlightsOf, nothingStandsOut, type Reading} from "./sentences/highlights.ts";
export {levelSentence, titleOf} from "./sentences/level.ts";
export {clarityOf, type Relation, relationOf} from "./sentences/relation.ts";
export {spreadSentence} from "./sentences/spread.ts";

/** What a figure's block says: how it stands to the others and to the year before, or why there is no figure. */
export function figureSentence(
  series: Series,
  comparators: readonly Comparator[],
  breaks: readonly Break[],
  indicator: Indicator,
  language: Language
): string {
  const last = series.at(-1);
  if (!last) return "";
  if (last.blank !== null) return explainBlank(last.blank, language);
  const comparison = comparisonSentence(last, comparators, indicator, language);
  const change = changeSentence(series, breaks, indicator, language);
  return [comparison, comparison ? change : change.replace(/^Det /, "Tallet ").replace(/^It /, "The figure ")]
    .filter(Boolean)
    .join(" ");
}
