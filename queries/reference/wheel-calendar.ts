/** The wheel as an iCalendar (RFC 5545): what happens when, and no figures. */
import ical, {ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency} from "ical-generator";
import type {Language} from "../model.ts";
import type {CalendarEvent, PlannedEvent} from "../registry/calendar.ts";
import type {Occurrence} from "./wheel.ts";
import {addDays, danishTime} from "./wheel-dates.ts";

export interface CalendarText {
  readonly name: string;
  readonly description: string;
  /** What stands before a title, e.g. `Datapakker`, by the entry's kind. */
  readonly kinds: Readonly<Record<string, string>>;
}

/**
 * All-day events in the given order, cancelled ones included, since a calendar forgets an event only when it is told that it
 * is cancelled. The same events give the same bytes.
 */
export function calendarOf(events: readonly CalendarEvent[], text: CalendarText, language: Language): string {
  const calendar = ical({
    name: text.name,
    description: text.description,
    prodId: {company: "Aarshjul", product: "Aarshjul", language: language.toUpperCase()},
    ttl: 12 * 60 * 60
  });
  for (const event of events) {
    const title = language === "da" ? event.title : event.titleEnglish;
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: new Date(event.changedAt),
      created: new Date(event.createdAt),
      lastModified: new Date(event.changedAt),
      start: dayOf(event.from),
      end: dayOf(addDays(event.to, 1)),
      allDay: true,
      summary: `${text.kinds[event.kind] ?? event.kind}: ${title}`,
      categories: [{name: text.kinds[event.kind] ?? event.kind}],
      status: event.state === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE
    });
  }
  // The generator's own setting would also write times of change as local ones, which RFC 5545 forbids.
  return calendar.toString().replace("\r\nX-WR-CALNAME", `\r\nX-WR-TIMEZONE:${danishTime}\r\nX-WR-CALNAME`);
}

/** Occurrences as calendars are to be told of them; the name of each lasts. */
export function plannedEvents(municipality: string, occurrences: readonly Occurrence[]): readonly PlannedEvent[] {
  return occurrences.map(({entry, year, from, to}) => ({
    uid: `${entry.id}-${year}-${municipality}@aarshjul`,
    ...{municipality, entry: entry.id, year, area: entry.area, kind: entry.kind},
    ...{title: entry.title, titleEnglish: entry.titleEnglish, from, to},
    state: entry.state === "cancelled" ? "cancelled" : "confirmed"
  }));
}

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
