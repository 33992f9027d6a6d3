/** Qualitative findings as they were written on the pages, each with its history. They are changed by `observations-write.ts`. */
import type {Selectable, Transaction} from "kysely";
import type {Registry} from "./open.ts";
import type {Schema} from "./schema.ts";
import type {ObservationEntryTable} from "./schema-observations.ts";

export interface WrittenObservation {
  readonly unit: string;
  readonly period: string;
  readonly theme: string;
  readonly quality: string;
  readonly source: string;
  readonly assessment: string;
  /** Observations made, or persons heard. */
  readonly count: number;
  readonly finding: string;
  /** Only with the consent of who is quoted. */
  readonly quote: string | null;
  /** `YYYY-MM-DD`. */
  readonly observedOn: string;
}

export interface ObservationEntry extends WrittenObservation {
  readonly id: string;
  readonly municipality: string;
  readonly state: "active" | "withdrawn";
  readonly version: number;
  /** Account id. */
  readonly author: string;
  /** Why the lake would not take it, in Danish; `` where nothing is wrong. */
  readonly problem: string;
  readonly createdAt: string;
  readonly changedAt: string;
}

export interface ObservationEvent {
  readonly at: string;
  readonly actor: string;
  readonly step: "written" | "changed" | "withdrawn";
  readonly reason: string;
  readonly fields: WrittenObservation;
}

export async function findObservation(
  from: Registry | Transaction<Schema>,
  id: string
): Promise<ObservationEntry | undefined> {
  const row = await from.selectFrom("observation_entries").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toEntry(row);
}

/** Oldest first. */
export async function listObservationEvents(registry: Registry, entry: string): Promise<readonly ObservationEvent[]> {
  const rows = await registry
    .selectFrom("observation_events")
    .select(["at", "actor", "step", "reason", "fields"])
    .where("entry", "=", entry)
    .orderBy("position")
    .execute();
  return rows.map(({fields, ...row}) => ({...row, fields: JSON.parse(fields) as WrittenObservation}));
}

export interface ObservationQuery {
  /** Null: of all; else of these municipalities and of these units. */
  readonly within: {readonly municipalities: readonly string[]; readonly units: readonly string[]} | null;
  readonly author: string | null;
  readonly unit: string | null;
  readonly theme: string | null;
  readonly state: ObservationEntry["state"] | null;
}

/** Newest change first. */
export async function listObservations(
  registry: Registry,
  query: ObservationQuery,
  {limit, offset}: {readonly limit: number; readonly offset: number}
): Promise<readonly ObservationEntry[]> {
  const rows = await fitting(registry, query)
    .selectAll()
    .orderBy("changed_at", "desc")
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toEntry);
}

export async function countObservations(registry: Registry, query: ObservationQuery): Promise<number> {
  const {count} = await fitting(registry, query)
    .select(({fn}) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function fitting(registry: Registry, {within, author, unit, theme, state}: ObservationQuery) {
  return registry
    .selectFrom("observation_entries")
    .where((on) =>
      on.and([
        ...(within ? [on.or([on("municipality", "in", within.municipalities), on("unit", "in", within.units)])] : []),
        ...(author ? [on("author", "=", author)] : []),
        ...(unit ? [on("unit", "=", unit)] : []),
        ...(theme ? [on("theme", "=", theme)] : []),
        ...(state ? [on("state", "=", state)] : [])
      ])
    );
}

export function toEntry(row: Selectable<ObservationEntryTable>): ObservationEntry {
  const {people, observed_on, created_at, changed_at, ...rest} = row;
  return {...rest, count: people, observedOn: observed_on, createdAt: created_at, changedAt: changed_at};
}
