import {titleOf} from "../../dashboards/sentences.ts";
import {sentenceOf, textOf} from "../../dashboards/text.ts";
import type {Indicator, Language} from "../../queries/model.ts";
import type {DefinitionView} from "./views.ts";

/** Text, numerator, denominator, exclusions, averaging rule, source and version. The texts are Danish in both languages. */
export function definitionViews(indicators: readonly Indicator[], language: Language): readonly DefinitionView[] {
  const text = textOf(language).definitions;
  const seen = new Map<string, string>();
  return indicators.map((indicator) => {
    const title = titleOf(indicator, language);
    const once = (words: string) => onceOnly(words, title, seen, text.asIn);
    const facts = [
      {term: text.numerator, text: indicator.numerator},
      {term: text.denominator, text: indicator.denominator},
      {term: text.exclusions, text: /^Ingen\.?$/.test(indicator.exclusions) ? "" : once(indicator.exclusions)},
      {term: text.target, text: indicator.targetText},
      {term: text.grouping, text: indicator.group === "ratio-of-sums" ? "" : text.groupings[indicator.group]},
      {term: text.source, text: once(indicator.source)},
      {term: text.version, text: String(indicator.version)}
    ];
    return {
      id: indicator.id,
      title,
      text: indicator.description,
      facts: facts
        .filter((fact) => fact.text !== "")
        .map((fact) => sentenceOf(`${fact.term}: ${fact.text}`))
        .join(" ")
    };
  });
}

/** A long text that several definitions share is printed at the first, and the others refer to it. */
function onceOnly(words: string, title: string, seen: Map<string, string>, asIn: string): string {
  if (words.length < 60) return words;
  const first = seen.get(words);
  if (first !== undefined) return `${asIn} ${first}`;
  seen.set(words, title);
  return words;
}
