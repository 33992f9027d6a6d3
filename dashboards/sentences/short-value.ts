import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {formatNumber, formatValue, measureOf} from "../format.ts";

const percent = /^(pct\.|%|per cent)/;

/** A value inside a sentence whose measure is known from its surroundings: `6,2 pct.`, `3,8`, or the blank's word. */
export function shortValue(figure: number | DisclosedFact, indicator: Indicator, language: Language): string {
  const value = typeof figure === "number" ? figure : figure.value;
  if (value === null || percent.test(measureOf(indicator, language))) return formatValue(figure, indicator, language);
  return formatNumber(value, indicator.decimals, language);
}

/** `0,4 procentpoint højere`, `12 flere`, `0,1 lavere`. */
export function shortDifference(difference: number, indicator: Indicator, language: Language): string {
  const say = words[language];
  const size = formatNumber(Math.abs(difference), indicator.decimals, language);
  const [up, down] = indicator.measure === "count" ? [say.more, say.fewer] : [say.higher, say.lower];
  const points = percent.test(measureOf(indicator, language)) ? `\u00a0${say.points}` : "";
  return `${size}${points} ${difference > 0 ? up : down}`;
}

const words = {
  da: {points: "procentpoint", higher: "højere", lower: "lavere", more: "flere", fewer: "færre"},
  en: {points: "percentage points", higher: "higher", lower: "lower", more: "more", fewer: "fewer"}
} as const;
