import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import ICAL from "ical.js";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {defaultWheel, occurrencesOf} from "../queries/reference/wheel.ts";
import {calendarOf, plannedEvents} from "../queries/reference/wheel-calendar.ts";
import type {WheelEntry} from "../queries/reference/wheel-entry.ts";
import {listEvents, publishEvents} from "../queries/registry/calendar.ts";
import {createCalendarToken, findCalendar, revokeCalendars} from "../queries/registry/calendar-tokens.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";

let folder: string;
let registry: Registry;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "aarshjul-calendar-"));
  registry = await openRegistry(join(folder, "registry.sqlite"));
});
afterAll(async () => {
  await registry?.destroy();
  rmSync(folder, {recursive: true, force: true});
});

const text = {
  name: "Årshjul, Aarhus",
  description: "Hvad sker hvornår",
  kinds: {meeting: "Møde", package: "Datapakker"}
};
const publish = (entries: readonly WheelEntry[], at: string) =>
  publishEvents(registry, "751", plannedEvents("751", occurrencesOf(entries, 2026)), new Date(at));
const parse = (content: string) =>
  new ICAL.Component(ICAL.parse(content)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
const find = async (entry: string) => (await listEvents(registry, "751")).find((event) => event.entry === entry)!;

describe("publishEvents(registry, municipality, planned, now)", () => {
  it("tells of all once, and of nothing when nothing has changed", async () => {
    expect(await publish(defaultWheel, "2026-01-02T08:00:00Z")).toBe(defaultWheel.length);
    expect(await publish(defaultWheel, "2026-01-03T08:00:00Z")).toBe(0);
  });
  it("counts a moved window up and keeps its name", async () => {
    const before = await find("committee-spring");
    const moved = defaultWheel.map((entry) =>
      entry.id === "committee-spring" ? {...entry, window: {from: {month: 6, day: 9}, to: {month: 6, day: 9}}} : entry
    );
    expect(await publish(moved, "2026-02-01T08:00:00Z")).toBe(1);
    expect(await find("committee-spring")).toMatchObject({
      ...{uid: before.uid, sequence: 1, from: "2026-06-09", to: "2026-06-09"},
      ...{createdAt: before.createdAt, changedAt: "2026-02-01T08:00:00.000Z"}
    });
  });
  it("cancels what has gone from the wheel, but not what is over, and forgets neither", async () => {
    const gone = ["pupil-count", "budget-figures"];
    await publish(
      defaultWheel.filter(({id}) => !gone.includes(id)),
      "2026-06-20T08:00:00Z"
    );
    expect((await find("pupil-count")).state).toBe("cancelled");
    expect((await find("budget-figures")).state).toBe("confirmed");
    await publish(defaultWheel, "2026-06-21T08:00:00Z");
    expect(await find("pupil-count")).toMatchObject({state: "confirmed", sequence: 2});
  });
});

describe("calendarOf(events, text, language)", () => {
  it("is read back by a library with the same days, names and states", async () => {
    const cancelled = defaultWheel.map((entry) =>
      entry.id === "examinations" ? {...entry, state: "cancelled"} : entry
    );
    await publish(cancelled as readonly WheelEntry[], "2026-03-01T08:00:00Z");
    const events = await listEvents(registry, "751");
    const read = parse(calendarOf(events, text, "da"));
    expect(read.map(({uid}) => uid)).toEqual(events.map(({uid}) => uid));
    expect(read.every(({startDate, endDate}) => startDate.isDate && endDate.isDate)).toBe(true);
    expect(read.map(({startDate}) => startDate.toString())).toEqual(events.map(({from}) => from));
    const status = (entry: string) =>
      read.find(({uid}) => uid.startsWith(entry))!.component.getFirstPropertyValue("status");
    expect([status("examinations"), status("grades")]).toEqual(["CANCELLED", "CONFIRMED"]);
    const count = read.find(({uid}) => uid === "leisure-count-2026-751@aarshjul")!;
    expect([count.startDate.toString(), count.endDate.toString()]).toEqual(["2026-10-07", "2026-10-08"]);
    expect(read.map(({sequence}) => sequence)).toEqual(events.map(({sequence}) => sequence));
  });
  it("keeps lines within 75 octets, ends them by the standard and writes text so that it reads the same", async () => {
    const [event] = await listEvents(registry, "751");
    const title = "Møde, med; tegn \\ og meget lang tekst på dansk: æøå ÆØÅ æøå ÆØÅ æøå ÆØÅ æøå ÆØÅ 🎡 æøå";
    const content = calendarOf([{...event!, kind: "meeting", title}], text, "da");
    expect(content.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(parse(content)[0]!.summary).toBe(`Møde: ${title}`);
    expect(content).toContain("X-WR-TIMEZONE:Europe/Copenhagen");
    expect(content.indexOf("X-WR-TIMEZONE")).toBeLessThan(content.indexOf("BEGIN:VEVENT"));
  });
  it("gives the same bytes for the same events", async () => {
    const events = await listEvents(registry, "751");
    expect(calendarOf(events, text, "da")).toBe(calendarOf(events, text, "da"));
  });
});

describe("calendar tokens", () => {
  const access = {
    municipality: "751",
    area: "school",
    language: "da",
    owner: "Skolechef",
    createdAt: "2026-01-01"
  } as const;
  it("open one calendar, are not kept in clear and can be revoked", async () => {
    const token = await createCalendarToken(registry, access);
    expect(await findCalendar(registry, token)).toMatchObject(access);
    expect(await findCalendar(registry, `${token.slice(0, -1)}!`)).toBeUndefined();
    expect(JSON.stringify(await registry.selectFrom("calendar_tokens").selectAll().execute())).not.toContain(token);
    expect(await revokeCalendars(registry, {owner: "Skolechef"}, new Date())).toBe(1);
    expect(await findCalendar(registry, token)).toBeUndefined();
  });
  it("of an area hold its own events and those that concern all", async () => {
    const areas = new Set((await listEvents(registry, "751", "school")).map(({area}) => area));
    expect([...areas].sort()).toEqual(["municipality", "school", "staff"]);
  });
});
