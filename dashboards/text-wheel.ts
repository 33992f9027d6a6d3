/** The strings of the annual wheel and of the ledger, for pages and for the command line. */
import type {Language} from "../queries/model.ts";
import type {CalendarText} from "../queries/reference/wheel-calendar.ts";
import type {Why} from "../queries/reference/wheel-due.ts";
import type {OccurrenceStatus} from "../queries/reference/wheel-status.ts";
import {findStandard} from "../queries/standards/index.ts";
import {danishWheel} from "./text/wheel/da.ts";
import {englishWheel} from "./text/wheel/en.ts";
import type {Widened} from "./text/widened.ts";

/** The Danish one gives the type, so an English string cannot be missing. */
export type WheelText = Widened<typeof danishWheel>;

export function wheelTextOf(language: Language): WheelText {
  return language === "da" ? danishWheel : englishWheel;
}

/** The name and kinds of a municipality's calendar. */
export function calendarTextOf(municipality: string, language: Language): CalendarText {
  const {calendar, kinds} = wheelTextOf(language);
  return {name: calendar.name(municipality), description: calendar.description, kinds};
}

/** Why something is done, waits or is over, in words. */
export function whyText(why: Why, language: Language): string {
  const {why: say, states} = wheelTextOf(language);
  const names = (standards: readonly string[]) => standardNames(standards, language);
  switch (why.code) {
    case "inputs-came":
      return say["inputs-came"](why.lastCame);
    case "deadline":
      return say.deadline(names(why.missing));
    case "lake-changed":
    case "released":
      return say[why.code](why.since);
    case "before-window":
      return say["before-window"](why.from);
    case "before-deadline":
      return say["before-deadline"](why.deadline);
    case "inputs-missing":
    case "nothing-came":
      return say[why.code](names(why.missing), why.deadline);
    case "address-stopped":
      return say["address-stopped"](why.since);
    case "settling":
    case "embargo":
    case "quiet-hours":
    case "leased":
      return say[why.code](why.until);
    case "cut-off":
      return say["cut-off"](why.starts);
    case "no-channel":
      return say["no-channel"](why.channel);
    case "retry":
      return say.retry(why.at, why.attempts, why.error);
    case "ended":
      return say.ended(states[why.state], why.at, why.error);
    case "past-its-time":
    case "demonstration":
      return say[why.code](why.count);
    case "explained":
    case "newer":
    case "needs-refresh":
    case "taken-over":
    case "off-wheel":
      return say[why.code]();
  }
}

export function statusText(status: OccurrenceStatus, language: Language): string {
  const {status: say} = wheelTextOf(language);
  switch (status.code) {
    case "arrived":
      return say.arrived(status.on, status.days);
    case "late":
      return say.late(status.days, standardNames(status.missing, language));
    case "open":
      return say.open(status.left);
    case "coming":
      return say.coming(status.days);
    default:
      return say[status.code];
  }
}

function standardNames(ids: readonly string[], language: Language): readonly string[] {
  return ids.map((id) => {
    const standard = findStandard(id);
    return (language === "da" ? standard?.title : standard?.titleEnglish)?.toLocaleLowerCase(language) ?? id;
  });
}
