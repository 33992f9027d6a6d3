/** Who may read a calendar: a secret address each, of which only the hash is kept. */
import {createHash, randomBytes} from "node:crypto";
import type {Selectable} from "kysely";
import type {Registry} from "./open.ts";
import type {CalendarTokenTable} from "./schema-wheel.ts";

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

/** Closes one calendar, or all of an owner; how many of them were open. */
export async function revokeCalendars(
  registry: Registry,
  of: {readonly id: string} | {readonly owner: string},
  now: Date
): Promise<number> {
  const {numUpdatedRows} = await registry.transaction().execute((transaction) => {
    const open = transaction
      .updateTable("calendar_tokens")
      .set({revoked_at: now.toISOString()})
      .where("revoked_at", "is", null);
    return ("id" in of ? open.where("hash", "=", of.id) : open.where("owner", "=", of.owner)).executeTakeFirst();
  });
  return Number(numUpdatedRows);
}

function toKnown({hash, municipality, area, language, owner, created_at, revoked_at}: Selectable<CalendarTokenTable>) {
  return {
    ...{id: hash, municipality, area, owner, createdAt: created_at, revokedAt: revoked_at},
    language: language === "en" ? ("en" as const) : ("da" as const)
  };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
