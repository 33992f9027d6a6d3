/** The ledger: one row for each thing that is to be done once. It is written by `slots-write.ts`. */
import type {Selectable} from "kysely";
import type {Registry} from "./open.ts";
import type {SlotTable} from "./schema-wheel.ts";

export const jobIds = ["refresh", "packages", "deliver", "retain"] as const;
export type JobId = (typeof jobIds)[number];

/** What names a slot; a part that does not apply is ``. */
export interface SlotKey {
  readonly job: JobId;
  readonly entry: string;
  readonly municipality: string;
  readonly unit: string;
  readonly period: string;
  readonly recipient: string;
  /** What the job works on where the others do not tell: an issue, or the state of the lake. */
  readonly subject: string;
}

export type SlotState = SlotTable["state"];
/** The states in which nothing more happens by itself. */
export const endStates = ["done", "failed", "skipped", "superseded", "cancelled"] as const satisfies SlotState[];
export const slotStates = ["running", "waiting", ...endStates] as const satisfies SlotState[];

export interface Slot extends SlotKey {
  readonly id: string;
  readonly dueAt: string;
  readonly state: SlotState;
  readonly version: number;
  /** Times begun, and times that ended in an error. */
  readonly starts: number;
  readonly attempts: number;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly nextTryAt: string | null;
  readonly leaseOwner: string | null;
  readonly leaseUntil: string | null;
  /** What a running one is at, in Danish. */
  readonly phase: string;
  readonly error: string;
  readonly result: string;
}

export interface SlotEvent {
  readonly at: string;
  readonly state: string;
  readonly text: string;
}

export interface SlotFilter {
  readonly municipality?: string;
  readonly job?: JobId;
  readonly states?: readonly SlotState[];
  /** Only those whose due time is not before this. */
  readonly since?: string;
  readonly limit?: number;
}

export function slotId({job, entry, municipality, unit, period, recipient, subject}: SlotKey): string {
  return [job, entry, municipality, unit, period, subject, recipient].filter((part) => part !== "").join("/");
}

/** Newest due time first. */
export async function listSlots(registry: Registry, filter: SlotFilter = {}): Promise<readonly Slot[]> {
  const {municipality, job, states, since, limit = 100_000} = filter;
  let query = registry.selectFrom("slots").selectAll();
  if (municipality !== undefined) query = query.where("municipality", "in", [municipality, ""]);
  if (job) query = query.where("job", "=", job);
  if (states) query = query.where("state", "in", states);
  if (since) query = query.where("due_at", ">=", since);
  const rows = await query.orderBy("due_at", "desc").orderBy("id").limit(limit).execute();
  return rows.map(toSlot);
}

export async function findSlot(registry: Registry, id: string): Promise<Slot | undefined> {
  const row = await registry.selectFrom("slots").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toSlot(row);
}

/** Those that there are, in no order. */
export async function findSlots(registry: Registry, ids: readonly string[]): Promise<readonly Slot[]> {
  if (ids.length === 0) return [];
  const rows = await registry.selectFrom("slots").selectAll().where("id", "in", ids).execute();
  return rows.map(toSlot);
}

/** Oldest first. */
export async function listSlotEvents(registry: Registry, slot: string): Promise<readonly SlotEvent[]> {
  const query = registry.selectFrom("slot_events").select(["at", "state", "text"]).where("slot", "=", slot);
  return query.orderBy("position").execute();
}

function toSlot(row: Selectable<SlotTable>): Slot {
  return {
    id: row.id,
    job: row.job as JobId,
    entry: row.entry,
    municipality: row.municipality,
    unit: row.unit,
    period: row.period,
    recipient: row.recipient,
    subject: row.subject,
    dueAt: row.due_at,
    state: row.state,
    version: row.version,
    starts: row.starts,
    attempts: row.attempts,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    nextTryAt: row.next_try_at,
    leaseOwner: row.lease_owner,
    leaseUntil: row.lease_until,
    phase: row.phase,
    error: row.error,
    result: row.result
  };
}
