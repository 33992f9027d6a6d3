import {textOf} from "../../dashboards/text.ts";
import {labelOf} from "../../queries/classifications/index.ts";
import type {Language, Observation, Quality} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import type {PackageFacts} from "./facts.ts";
import type {FindingView} from "./views.ts";

/** The newest findings of a quality type (or of all), those with most behind them first, attention and strength alike. */
export function findingsOf(given: PackageFacts, quality: Quality | null, atMost: number): readonly FindingView[] {
  return given.observations
    .filter((each) => (quality === null || each.quality === quality) && each.period <= given.period)
    .toSorted(byWeight)
    .slice(0, atMost)
    .map((each) => findingView(each, given.language));
}

/** Findings come per half-year, whose ids sort as text. */
function byWeight(a: Observation, b: Observation): number {
  return (
    (a.period < b.period ? 1 : a.period > b.period ? -1 : 0) || b.count - a.count || (a.finding < b.finding ? -1 : 1)
  );
}

function findingView(observation: Observation, language: Language): FindingView {
  const text = textOf(language).findings;
  const {theme, source, assessment, count, finding, quote, period} = observation;
  return {
    theme: labelOf("themes", theme, language),
    assessment: text[assessment],
    isStrength: assessment === "strength",
    source: `${labelOf("observation-sources", source, language)}, ${periodLabel(period, language)}, ${text.observations(count)}`,
    text: finding,
    quote
  };
}
