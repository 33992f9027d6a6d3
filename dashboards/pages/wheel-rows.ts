/** What is said of one occurrence of the wheel. */
import type {Language} from "../../queries/model.ts";
import type {Told} from "../../queries/reference/wheel-round.ts";
import type {OccurrenceStatus} from "../../queries/reference/wheel-status.ts";
import type {WheelItem, WheelLook} from "../charts/wheel.ts";
import {hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {statusText, wheelTextOf} from "../text-wheel.ts";

const looks: Readonly<Record<OccurrenceStatus["code"], WheelLook>> = {
  cancelled: "cancelled",
  exempt: "done",
  arrived: "done",
  past: "done",
  unnoted: "done",
  late: "late",
  open: "now",
  coming: "coming"
};

export function lookOf({status}: Told): WheelLook {
  return looks[status.code];
}

export function titleOfEntry({occurrence: {entry}}: Told, language: Language): string {
  return language === "da" ? entry.title : entry.titleEnglish;
}

export function roleName(owner: string, language: Language): string {
  return webTextOf(language).wheelPage.roles[owner] ?? owner;
}

export function wheelRow(told: Told, language: Language) {
  const {occurrence, status} = told;
  const {entry, from, to, learned} = occurrence;
  const {wheelPage: t} = webTextOf(language);
  const text = wheelTextOf(language);
  const said = statusText(status, language);
  return {
    title: titleOfEntry(told, language),
    kind: entry.kind,
    look: lookOf(told),
    window: shortWindow(from, to, language),
    expected: t.expected(shortWindow(from, to, language)),
    said: said.charAt(0).toLocaleUpperCase(language) + said.slice(1),
    about: `${text.kinds[entry.kind]} · ${t.areaOf[entry.area]} · ${roleName(entry.owner, language)}`,
    note: (language === "da" ? entry.note : entry.noteEnglish) || null,
    learned: learned && text.learned(learned),
    conversations: entry.kind === "conversation" ? hrefOf(language, `/samtaler?periode=${occurrence.period}`) : null
  };
}

const ranges = {da: rangeOf("da-DK"), en: rangeOf("en-GB")} as const;

function rangeOf(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {day: "numeric", month: "long", timeZone: "UTC"});
}

/** `5.–25. august`; the year stands above. */
function shortWindow(from: string, to: string, language: Language): string {
  return ranges[language].formatRange(new Date(from), new Date(to));
}

export function itemOf(told: Told, language: Language): WheelItem {
  const {occurrence, status} = told;
  const {kind} = occurrence.entry;
  const title = titleOfEntry(told, language);
  const {from, to} = occurrence;
  const tip = `${title}: ${wheelTextOf(language).window(from, to)} (${statusText(status, language)})`;
  return {kind, from, to, title, tip, look: lookOf(told)};
}
