/** What calendars have been told, and who may read one. */
import {createHash, randomBytes} from "node:crypto";
import type {Selectable} from "kysely";
import type {Registry} from "./open.ts";
import type {CalendarEventTable, CalendarTokenTable} from "./schema-wheel.ts";

/** Days are `YYYY-MM-DD`, both included; `sequence` rises with every change. */
export interface CalendarEvent {
  readonly uid: string;
  readonly municipality: string;
  readonly entry: string;
  readonly year: number;
  readonly area: string;
  readonly kind: string;
  readonly title: string;
  readonly titleEnglish: string;
  readonly from: string;
  readonly to: string;
  readonly state: "confirmed" | "cancelled";
  readonly sequence: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** An occurrence of the wheel as it is now. */
export type PlannedEvent = Omit<CalendarEvent, "sequence" | "createdAt" | "changedAt">;

/**
 * Makes the municipality's events be the planned ones: what has changed gets the next sequence number, and what is planned no
 * more is cancelled if it has not yet ended, but never forgotten. Returns how many were written.
 */
export async function publishEvents(
  registry: Registry,
  municipality: string,
  planned: readonly PlannedEvent[],
  now: Date
): Promise<number> {
  const known = new Map((await listEvents(registry, municipality)).map((event) => [event.uid, event]));
  const today = now.toISOString().slice(0, 10);
  const plannedIds = new Set(planned.map(({uid}) => uid));
  const gone = [...known.values()].filter(
    (event) => !plannedIds.has(event.uid) && event.state === "confirmed" && event.to >= today
  );
  const wanted = [...planned, ...gone.map((event) => ({...event, state: "cancelled" as const}))];
  const changes = wanted.filter((event) => {
    const before = known.get(event.uid);
    return !before || told(before) !== told(event);
  });
  if (changes.length > 0) await writeEvents(registry, changes, known, now.toISOString());
  return changes.length;
}

function told({title, titleEnglish, area, kind, from, to, state}: PlannedEvent): string {
  return JSON.stringify([title, titleEnglish, area, kind, from, to, state]);
}

async function writeEvents(
  registry: Registry,
  changes: readonly PlannedEvent[],
  known: ReadonlyMap<string, CalendarEvent>,
  at: string
): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    for (const event of changes) {
      const before = known.get(event.uid);
      const told = {
        ...{area: event.area, kind: event.kind, title: event.title, title_english: event.titleEnglish},
        ...{date_from: event.from, date_to: event.to, state: event.state, changed_at: at},
        sequence: before ? before.sequence + 1 : 0
      };
      const {uid, municipality, entry, year} = event;
      await transaction
        .insertInto("calendar_events")
        .values({uid, municipality, entry, year, created_at: at, ...told})
        .onConflict((conflict) => conflict.column("uid").doUpdateSet(told))
        .execute();
    }
  });
}

/** Earliest first; `area` `` for all. */
export async function listEvents(
  registry: Registry,
  municipality: string,
  area = ""
): Promise<readonly CalendarEvent[]> {
  let query = registry.selectFrom("calendar_events").selectAll().where("municipality", "=", municipality);
  if (area !== "") query = query.where("area", "in", [area, "staff", "municipality"]);
  return (await query.orderBy("date_from").orderBy("uid").execute()).map(toEvent);
}

function toEvent({
  title_english,
  date_from,
  date_to,
  created_at,
  changed_at,
  ...row
}: Selectable<CalendarEventTable>): CalendarEvent {
  return {
    ...row,
    titleEnglish: title_english,
    from: date_from,
    to: date_to,
    createdAt: created_at,
    changedAt: changed_at
  };
}

/** Whose calendar it is and what it holds; `area` `` for all. */
export interface CalendarAccess {
  readonly municipality: string;
  readonly area: string;
  readonly language: "da" | "en";
  readonly owner: string;
  readonly createdAt: string;
}

/** The token for the address of a new calendar. It is told once and cannot be read back: only its hash is kept. */
export async function createCalendarToken(registry: Registry, access: CalendarAccess): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const {municipality, area, language, owner, createdAt} = access;
  const row = {hash: hashOf(token), municipality, area, language, owner, created_at: createdAt, revoked_at: null};
  await registry
    .transaction()
    .execute((transaction) => transaction.insertInto("calendar_tokens").values(row).execute());
  return token;
}

/** What the token opens; undefined where it is unknown or has been revoked. */
export async function findCalendar(registry: Registry, token: string): Promise<CalendarAccess | undefined> {
  const known = await findCalendarByToken(registry, token);
  return known?.revokedAt === null ? known : undefined;
}

/** A calendar that was made, without the way into it. */
export interface KnownCalendar extends CalendarAccess {
  /** Names it, and opens nothing. */
  readonly id: string;
  readonly revokedAt: string | null;
}

/** Revoked ones too. */
export async function findCalendarByToken(registry: Registry, token: string): Promise<KnownCalendar | undefined> {
  return /^[\w-]{32}$/.test(token) ? findCalendarById(registry, hashOf(token)) : undefined;
}

export async function findCalendarById(registry: Registry, id: string): Promise<KnownCalendar | undefined> {
  const row = await registry.selectFrom("calendar_tokens").selectAll().where("hash", "=", id).executeTakeFirst();
  return row && toKnown(row);
}

/** Open ones of an owner or of municipalities (null: of all), newest first. */
export async function listCalendars(
  registry: Registry,
  of: {readonly owner: string} | {readonly municipalities: readonly string[] | null},
  limit = 500
): Promise<readonly KnownCalendar[]> {
  let query = registry.selectFrom("calendar_tokens").selectAll().where("revoked_at", "is", null);
  if ("owner" in of) query = query.where("owner", "=", of.owner);
  else if (of.municipalities) query = query.where("municipality", "in", of.municipalities);
  return (await query.orderBy("created_at", "desc").orderBy("hash").limit(limit).execute()).map(toKnown);
}

/** False where it was revoked already. */
export async function revokeCalendar(registry: Registry, id: string, now: Date): Promise<boolean> {
  const {numUpdatedRows} = await registry
    .transaction()
    .execute((transaction) =>
      transaction
        .updateTable("calendar_tokens")
        .set({revoked_at: now.toISOString()})
        .where("hash", "=", id)
        .where("revoked_at", "is", null)
        .executeTakeFirst()
    );
  return numUpdatedRows > 0n;
}

function toKnown({hash, municipality, area, language, owner, created_at, revoked_at}: Selectable<CalendarTokenTable>) {
  return {
    ...{id: hash, municipality, area, owner, createdAt: created_at, revokedAt: revoked_at},
    language: language === "en" ? ("en" as const) : ("da" as const)
  };
}

/** Closes all calendars of an owner; how many there were. */
export async function revokeCalendars(registry: Registry, owner: string, now: Date): Promise<number> {
  const {numUpdatedRows} = await registry
    .transaction()
    .execute((transaction) =>
      transaction
        .updateTable("calendar_tokens")
        .set({revoked_at: now.toISOString()})
        .where("owner", "=", owner)
        .where("revoked_at", "is", null)
        .executeTakeFirst()
    );
  return Number(numUpdatedRows);
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
