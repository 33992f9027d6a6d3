/**
 * Changes of the ledger. A row changes only from the version that its changer has seen, and only the holder of the lease ends
 * it, so that two processes never do the same and a killed one is taken over.
 */
import type {Transaction} from "kysely";
import type {Registry} from "./open.ts";
import type {Schema} from "./schema.ts";
import type {SlotKey, SlotState} from "./slots.ts";

export interface Wanted extends SlotKey {
  readonly id: string;
  readonly dueAt: string;
  /** The version that was seen when it was decided; 0 where there was no row. */
  readonly seen: number;
}
export interface Lease {
  readonly owner: string;
  readonly now: Date;
  readonly until: Date;
}

/** The ids of those that are now this owner's: the ones that nobody has changed since they were seen. */
export async function claimSlots(
  registry: Registry,
  wanted: readonly Wanted[],
  {owner, now, until}: Lease
): Promise<readonly string[]> {
  const at = now.toISOString();
  const change = {
    state: "running" as const,
    started_at: at,
    ended_at: null,
    next_try_at: null,
    lease_owner: owner,
    lease_until: until.toISOString(),
    phase: "",
    error: ""
  };
  return registry.transaction().execute(async (transaction) => {
    const claimed: string[] = [];
    for (const slot of wanted) {
      await ensureRow(transaction, slot);
      const {numUpdatedRows} = await transaction
        .updateTable("slots")
        .set((column) => ({
          ...change,
          due_at: slot.dueAt,
          version: column("version", "+", 1),
          starts: column("starts", "+", 1)
        }))
        .where("id", "=", slot.id)
        .where("version", "=", slot.seen)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) continue;
      await addEvent(transaction, slot.id, at, "running", owner);
      claimed.push(slot.id);
    }
    return claimed;
  });
}

async function ensureRow(transaction: Transaction<Schema>, {seen, dueAt, id, ...key}: Wanted): Promise<void> {
  if (seen !== 0) return;
  const {job, entry, municipality, unit, period, recipient, subject} = key;
  const values = {
    ...{id, job, entry, municipality, unit, period, recipient, subject, due_at: dueAt},
    state: "waiting" as const,
    ...{version: 0, starts: 0, attempts: 0, phase: "", error: "", result: ""},
    ...{started_at: null, ended_at: null, next_try_at: null, lease_owner: null, lease_until: null}
  };
  await transaction
    .insertInto("slots")
    .values(values)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** Keeps the owner's running slots its own; `phase` says what it is at. */
export async function renewLeases(registry: Registry, {owner, until}: Lease, phase?: string): Promise<void> {
  await registry.transaction().execute((transaction) =>
    transaction
      .updateTable("slots")
      .set((column) => ({
        lease_until: until.toISOString(),
        version: column("version", "+", 1),
        ...(phase === undefined ? {} : {phase})
      }))
      .where("lease_owner", "=", owner)
      .where("state", "=", "running")
      .execute()
  );
}

/** How a running slot ended: for good, or to be tried again at `nextTryAt`. `text` is for the log. */
export type SlotEnd = {readonly id: string; readonly text: string} & (
  | {readonly state: "done"; readonly result: string}
  | {readonly state: "failed" | "cancelled"; readonly error: string}
  | {readonly state: "waiting"; readonly error: string; readonly nextTryAt: Date; readonly counts: boolean}
);

/** The ids of those that were still the owner's; the others have been taken over and are left alone. */
export async function endSlots(
  registry: Registry,
  ends: readonly SlotEnd[],
  {owner, now}: Pick<Lease, "owner" | "now">
): Promise<readonly string[]> {
  const at = now.toISOString();
  return registry.transaction().execute(async (transaction) => {
    const ended: string[] = [];
    for (const end of ends) {
      const failed = end.state === "failed" || (end.state === "waiting" && end.counts) ? 1 : 0;
      const {numUpdatedRows} = await transaction
        .updateTable("slots")
        .set((column) => ({
          state: end.state,
          version: column("version", "+", 1),
          attempts: column("attempts", "+", failed),
          ended_at: at,
          next_try_at: end.state === "waiting" ? end.nextTryAt.toISOString() : null,
          ...{lease_owner: null, lease_until: null, phase: ""},
          error: end.state === "done" ? "" : end.error,
          result: end.state === "done" ? end.result : ""
        }))
        .where("id", "=", end.id)
        .where("lease_owner", "=", owner)
        .where("state", "=", "running")
        .executeTakeFirst();
      if (numUpdatedRows === 0n) continue;
      await addEvent(transaction, end.id, at, end.state, end.text);
      ended.push(end.id);
    }
    return ended;
  });
}

/**
 * Ends what does not run, or opens it again (`waiting`), unless somebody has changed it since it was seen. `text` is for the
 * log of those that have none of their own.
 */
export async function settleSlots(
  registry: Registry,
  wanted: readonly (Wanted & {readonly text?: string})[],
  {state, text, now}: {readonly state: Exclude<SlotState, "running" | "done">; text: string; now: Date}
): Promise<readonly string[]> {
  const at = now.toISOString();
  return registry.transaction().execute(async (transaction) => {
    const settled: string[] = [];
    for (const slot of wanted) {
      await ensureRow(transaction, slot);
      const {numUpdatedRows} = await transaction
        .updateTable("slots")
        .set((column) => ({
          state,
          version: column("version", "+", 1),
          ended_at: state === "waiting" ? null : at,
          ...{next_try_at: null, lease_owner: null, lease_until: null, phase: ""},
          ...(state === "waiting" ? {attempts: 0, starts: 0} : {}),
          ...(state === "failed" ? {error: slot.text ?? text} : {})
        }))
        .where("id", "=", slot.id)
        .where("version", "=", slot.seen)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) continue;
      await addEvent(transaction, slot.id, at, state, slot.text ?? text);
      settled.push(slot.id);
    }
    return settled;
  });
}

/** A lease that ends later than any lease can was given by a clock that has since been put back: it ends `until` at the latest. */
export async function shortenLease(registry: Registry, {id, seen}: Wanted, until: Date): Promise<void> {
  await registry.transaction().execute((transaction) =>
    transaction
      .updateTable("slots")
      .set((column) => ({lease_until: until.toISOString(), version: column("version", "+", 1)}))
      .where("id", "=", id)
      .where("version", "=", seen)
      .execute()
  );
}

async function addEvent(transaction: Transaction<Schema>, slot: string, at: string, state: string, text: string) {
  const {version} = await transaction
    .selectFrom("slots")
    .select("version")
    .where("id", "=", slot)
    .executeTakeFirstOrThrow();
  const values = {slot, position: version, at, state, text: text.slice(0, 2000)};
  await transaction.insertInto("slot_events").values(values).execute();
}
