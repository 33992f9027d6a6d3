import {titleOf} from "../../dashboards/sentences.ts";
import {sentenceOf, textOf} from "../../dashboards/text.ts";
import type {Indicator, Language} from "../../queries/model.ts";
import type {DefinitionView} from "./views.ts";

/** Text, numerator, denominator, exclusions, averaging rule, source and version. The texts are Danish in both languages. */
export function definitionViews(indicators: readonly Indicator[], language: Language): readonly DefinitionView[] {
  const text = textOf(language).definitions;
  return indicators.map((indicator) => ({
    id: indicator.id,
    title: titleOf(indicator, language),
    text: indicator.description,
    facts: [
      {term: text.numerator, text: indicator.numerator},
      {term: text.denominator, text: indicator.denominator},
      {term: text.exclusions, text: /^Ingen\.?$/.test(indicator.exclusions) ? "" : indicator.exclusions},
      {term: text.target, text: indicator.targetText},
      {term: text.grouping, text: indicator.group === "ratio-of-sums" ? "" : text.groupings[indicator.group]},
      {term: text.source, text: indicator.source},
      {term: text.version, text: String(indicator.version)}
    ]
      .filter((fact) => fact.text !== "")
      .map((fact) => sentenceOf(`${fact.term}: ${fact.text}`))
      .join(" ")
  }));
}
