/** What a reader sees first: what stands out from others, and what is new since the package before. */
import type {Language} from "../../queries/model.ts";
import {periodLabel, previousPeriod} from "../../queries/period.ts";
import {formatValue} from "../format.ts";
import {isNewSince} from "../freshness.ts";
import {changeSentence, highlightsOf, titleOf} from "../sentences.ts";
import {countInWords} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {World} from "../world.ts";
import {changeClarity, type Told} from "./unit-state.ts";

const atMost = 5;

interface Line {
  readonly href: string;
  readonly title: string;
  readonly when: string;
  readonly why: string;
}

/** Only figures that can be told apart from someone they are held against, the clearest first. */
export function standsOut(told: readonly Told[], language: Language) {
  const t = webTextOf(language).unitView;
  const shown = told.filter(({last, comparators}) => last.blank === null && comparators.length > 0);
  const readings = shown.map((each) => ({...each, series: [each.last]}));
  const lines = highlightsOf(readings, language, atMost).map(
    ({indicator, title, when, why}): Line => ({href: `#kort-${indicator.id}`, title, when, why})
  );
  const nothing =
    shown.length > 0 ? t.nothingOut(shown.length, countInWords(shown.length, language)) : t.nothingToCompare;
  return {lines, nothing: lines.length > 0 ? null : nothing};
}

/** Only figures that the package before could not have, and that can be told apart from the year before. */
export function changed(told: readonly Told[], {release}: Pick<World, "release">, language: Language) {
  const t = webTextOf(language).unitView;
  const before = previousPeriod(release.period);
  const fresh = told.filter(({last, indicator}) => last.blank === null && isNewSince(before, last.period, indicator));
  const distinct = fresh
    .map((each) => ({each, clarity: changeClarity(each)}))
    .filter(({clarity}) => clarity > 0)
    .toSorted((a, b) => b.clarity - a.clarity || (a.each.indicator.id < b.each.indicator.id ? -1 : 1));
  const lines = distinct.slice(0, atMost).map(
    ({each: {indicator, series, breaks, last}}): Line => ({
      href: `#kort-${indicator.id}`,
      title: `${titleOf(indicator, language)}: ${formatValue(last, indicator, language)}`,
      when: periodLabel(last.period, language),
      why: changeSentence(series, breaks, indicator, language)
    })
  );
  return {
    heading: t.changed(periodLabel(before, language)),
    count: t.newFigures(fresh.length, distinct.length),
    lines
  };
}
