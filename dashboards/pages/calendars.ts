/** Addresses of calendars that are open: one's own, and those of the municipalities that one answers for. */
import {labelOf} from "../../queries/classifications/index.ts";
import type {Language} from "../../queries/model.ts";
import type {KnownCalendar} from "../../queries/registry/calendar-tokens.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";

export interface CalendarsState {
  readonly language: Language;
  readonly own: readonly KnownCalendar[];
  /** Null where the reader answers for no municipality. */
  readonly others: readonly KnownCalendar[] | null;
  readonly ownerName: (owner: string) => string;
  readonly saved: "closed" | "gone" | null;
}

export function calendarsModel({language, own, others, ownerName, saved}: CalendarsState) {
  const {calendarsPage: t} = webTextOf(language);
  const rows = (some: readonly KnownCalendar[]) => some.map((each) => rowOf(each, ownerName, language));
  return {
    saved: saved && (saved === "closed" ? t.saved : t.gone),
    wheel: hrefOf(language, "/aarshjul"),
    close: hrefOf(language, "/kalendere/luk"),
    renew: hrefOf(language, "/kalendere/ny"),
    own: rows(own),
    others: others && {rows: rows(others)}
  };
}

function rowOf(
  {id, municipality, area, language: of, owner, createdAt}: KnownCalendar,
  ownerName: CalendarsState["ownerName"],
  language: Language
) {
  const {calendarsPage: t, languageNames, wheelPage} = webTextOf(language);
  const areas: Readonly<Record<string, string>> = wheelPage.areas;
  const place = labelOf("municipalities", municipality, language);
  const holds = areas[area] ?? wheelPage.feedAll;
  const what = `${place}, ${holds.toLocaleLowerCase(language)}, ${formatMoment(createdAt, language)}`;
  return {
    ...{id, place, holds},
    spoken: languageNames[of],
    owner: owner === "" ? t.nobody : ownerName(owner),
    made: formatMoment(createdAt, language),
    closeLabel: t.closeLabel(what),
    renewLabel: t.renewLabel(what)
  };
}
