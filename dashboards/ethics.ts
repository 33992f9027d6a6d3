/** Ethics forms in sentences, for pages and for the command line. */
import type {ReleasedEthics, WithheldIndicator} from "../queries/ethics/released-ethics.ts";
import {type EthicsStanding, warningDays} from "../queries/ethics/standing.ts";
import type {Indicator, Language} from "../queries/model.ts";
import {daysBetween} from "../queries/reference/wheel-dates.ts";
import {titleOf} from "./sentences.ts";
import {webTextOf} from "./text-web.ts";

export function withheldSentence(withheld: WithheldIndicator, language: Language): string {
  const {state, until} = withheld;
  return webTextOf(language).ethics.withheld[state](titleOf(withheld, language), until ?? "");
}

/** What runs out soon, soonest first; what has run out is told of when it is not released. */
export function ethicsWarnings(standings: readonly EthicsStanding[], language: Language): readonly string[] {
  const {ethics: t} = webTextOf(language);
  return standings
    .filter(({state, daysLeft}) => state === "valid" && daysLeft !== null && daysLeft <= warningDays)
    .toSorted((a, b) => a.daysLeft! - b.daysLeft! || (a.indicator < b.indicator ? -1 : 1))
    .map((standing) => t.warning(titleOf(standing, language), standing.signature!.until!));
}

/** The same of the active release, and what is not in it. */
export function releasedWarnings(
  {forms, withheld}: ReleasedEthics,
  {
    indicators,
    today,
    language
  }: {
    readonly indicators: ReadonlyMap<string, Indicator>;
    readonly today: string;
    readonly language: Language;
  }
): readonly string[] {
  const {ethics: t} = webTextOf(language);
  const ending = forms.filter(({signature: {until}}) => until !== null && daysBetween(today, until) <= warningDays);
  return [
    ...withheld.map((each) => withheldSentence(each, language)),
    ...ending
      .toSorted((a, b) => (a.signature.until! < b.signature.until! ? -1 : 1))
      .map(({indicator, signature}) => t.warning(titleOf(indicators.get(indicator)!, language), signature.until!))
  ];
}
