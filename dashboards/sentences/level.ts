import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {explainBlank, formatInterval, formatValue} from "../format.ts";
import {sentenceOf} from "../text.ts";
import {periodPhrase} from "./change.ts";

/** `Elevfravær: 6,2 pct. i skoleåret 2024/25 (usikkerhed 5,9–6,5 pct.).`, or why there is no figure. */
export function levelSentence(fact: DisclosedFact, indicator: Indicator, language: Language): string {
  const title = titleOf(indicator, language);
  const when = periodPhrase(fact.period, language);
  const say = words[language];
  if (fact.blank !== null) return `${title}: ${say.none} ${when}. ${explainBlank(fact.blank, language)}`;
  const interval = formatInterval(fact.low, fact.high, indicator, language);
  const uncertainty = interval ? ` (${say.uncertainty} ${interval})` : "";
  return sentenceOf(`${title}: ${formatValue(fact, indicator, language)} ${when}${uncertainty}`);
}

export function titleOf(indicator: Pick<Indicator, "title" | "titleEnglish">, language: Language): string {
  return language === "da" ? indicator.title : indicator.titleEnglish;
}

const words = {
  da: {none: "intet tal", uncertainty: "usikkerhed"},
  en: {none: "no figure", uncertainty: "uncertainty"}
} as const;
