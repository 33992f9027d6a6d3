/** An agreement beside the figure that it aims at, then and now; the same in packages, lists and conversations. */
import type {DisclosedFact, Language} from "../queries/model.ts";
import {periodLabel} from "../queries/period.ts";
import type {Agreement} from "../queries/registry/agreements.ts";
import {formatValue} from "./format.ts";
import {type EffectGiven, effectOf, effectSentence, titleOf} from "./sentences.ts";
import {textOf} from "./text.ts";

export function agreementFigure(given: EffectGiven, language: Language) {
  const {indicator, agreement} = given;
  const text = textOf(language).agreements;
  const found = effectOf(given);
  const {effect, before, now} = found;
  const said = (fact: DisclosedFact | undefined) =>
    fact ? `${formatValue(fact, indicator, language)} (${periodLabel(fact.period, language)})` : text.noFigureYet;
  return {
    title: titleOf(indicator, language),
    before: said(before),
    now: now || !before ? said(now) : effect === "missing" ? text.noFigureYet : text.noNewFigure,
    target: agreement.target === null ? "" : formatValue(agreement.target, indicator, language),
    sentence: effectSentence(given, language, found)
  };
}

/** `fald: et halvt procentpoint`: what was expected of the figure, in words. */
export function expectedText(
  {direction, expected}: Pick<Agreement, "direction" | "expected">,
  language: Language
): string {
  const {directions} = textOf(language).agreements;
  return [direction && directions[direction], expected].filter(Boolean).join(": ");
}
