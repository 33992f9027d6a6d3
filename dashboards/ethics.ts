/** Ethics forms in sentences, for pages and for the command line. */
import type {WithheldIndicator} from "../queries/ethics/released-ethics.ts";
import {type EthicsStanding, warningDays} from "../queries/ethics/standing.ts";
import type {Language} from "../queries/model.ts";
import {webTextOf} from "./text-web.ts";

export function withheldSentence(withheld: WithheldIndicator, language: Language): string {
  const {state, title, titleEnglish, until} = withheld;
  const name = language === "da" ? title : titleEnglish;
  return webTextOf(language).ethics.withheld[state](name, until ?? "");
}

/** What runs out soon, soonest first; what has run out is told of when it is not released. */
export function ethicsWarnings(standings: readonly EthicsStanding[], language: Language): readonly string[] {
  const {ethics: t} = webTextOf(language);
  return standings
    .filter(({state, daysLeft}) => state === "valid" && daysLeft !== null && daysLeft <= warningDays)
    .toSorted((a, b) => a.daysLeft! - b.daysLeft! || (a.indicator < b.indicator ? -1 : 1))
    .map(({title, titleEnglish, signature}) => t.warning(language === "da" ? title : titleEnglish, signature!.until!));
}
