/** Which of the findings that were written here the lake has been given, and taking out what is no more. */

import {type ObservationEntry, toEntry} from "./observations.ts";
import type {Registry} from "./open.ts";

/** What of the standard `observations` was written on the pages: no file replaces it, and it replaces no file. */
export const writtenSlice = "written-here";

export interface PendingPart {
  readonly municipality: string;
  readonly period: string;
  /** Tells the state of the part's findings from every other that they have been in. */
  readonly stamp: string;
  /** How many findings there are to deliver. */
  readonly active: number;
}

/** Parts whose findings have changed since they were last delivered, and refused ones that were last tried before `retryBefore`. */
export async function listPending(registry: Registry, retryBefore: string): Promise<readonly PendingPart[]> {
  const [parts, delivered] = await Promise.all([
    registry
      .selectFrom("observation_entries")
      .select(["municipality", "period", "state"])
      .select(({fn}) => [
        fn.countAll<number>().as("entries"),
        fn.sum<number>("version").as("versions"),
        fn.max("changed_at").as("newest")
      ])
      .groupBy(["municipality", "period", "state"])
      .orderBy("municipality")
      .orderBy("period")
      .execute(),
    registry.selectFrom("observation_deliveries").selectAll().execute()
  ]);
  const known = new Map(delivered.map((row) => [`${row.municipality} ${row.period}`, row]));
  const byPart = Map.groupBy(parts, ({municipality, period}) => `${municipality} ${period}`);
  for (const {municipality, period} of delivered) {
    const key = `${municipality} ${period}`;
    if (!byPart.has(key))
      byPart.set(key, [{municipality, period, state: "active", entries: 0, versions: 0, newest: ""}]);
  }
  return [...byPart.values()].flatMap((states) => {
    const {municipality, period} = states[0]!;
    const active = states.filter(({state}) => state === "active").reduce((sum, each) => sum + Number(each.entries), 0);
    const all = states.map(({state, entries, versions, newest}) => `${state} ${entries} ${versions} ${newest}`).sort();
    const stamp = all.join(", ");
    const before = known.get(`${municipality} ${period}`);
    const isDone = before?.stamp === stamp && (before.problem === "" || before.tried_at >= retryBefore);
    return isDone ? [] : [{municipality, period, stamp, active}];
  });
}

export async function listActive(
  registry: Registry,
  {municipality, period}: Pick<PendingPart, "municipality" | "period">
): Promise<readonly ObservationEntry[]> {
  const rows = await registry
    .selectFrom("observation_entries")
    .selectAll()
    .where("municipality", "=", municipality)
    .where("period", "=", period)
    .where("state", "=", "active")
    .orderBy("id")
    .execute();
  return rows.map(toEntry);
}

export interface Delivered {
  readonly part: PendingPart;
  readonly delivery: string | null;
  readonly problem: string;
  /** Entry id → why it was left out, in Danish; of the others nothing is wrong. */
  readonly problems: ReadonlyMap<string, string>;
  readonly at: string;
}

export async function recordDelivered(registry: Registry, done: Delivered): Promise<void> {
  const {part, delivery, problem, problems, at} = done;
  const {municipality, period, stamp} = part;
  await registry.transaction().execute(async (transaction) => {
    const told = {stamp, delivery, problem, tried_at: at};
    await transaction
      .insertInto("observation_deliveries")
      .values({municipality, period, ...told})
      .onConflict((conflict) => conflict.columns(["municipality", "period"]).doUpdateSet(told))
      .execute();
    await transaction
      .updateTable("observation_entries")
      .set({problem: ""})
      .where("municipality", "=", municipality)
      .where("period", "=", period)
      .where("problem", "<>", "")
      .execute();
    for (const [id, text] of problems)
      await transaction.updateTable("observation_entries").set({problem: text}).where("id", "=", id).execute();
  });
}

/** Makes what was delivered of a part history where all its findings have been withdrawn. */
export async function retirePart(
  registry: Registry,
  {municipality, period}: Pick<PendingPart, "municipality" | "period">
): Promise<void> {
  await registry
    .transaction()
    .execute((transaction) =>
      transaction
        .updateTable("lake_files")
        .set({state: "superseded", superseded_by: "withdrawn"})
        .where("standard", "=", "observations")
        .where("municipality", "=", municipality)
        .where("period", "=", period)
        .where("slice", "=", writtenSlice)
        .where("state", "=", "current")
        .execute()
    );
}

export async function listWrittenPeriods(registry: Registry): Promise<readonly string[]> {
  const rows = await registry.selectFrom("observation_entries").select("period").distinct().execute();
  return rows.map(({period}) => period);
}

/** Removes the findings of the periods with their history; how many there were. */
export async function removeObservations(registry: Registry, periods: readonly string[]): Promise<number> {
  if (periods.length === 0) return 0;
  return registry.transaction().execute(async (transaction) => {
    const old = transaction.selectFrom("observation_entries").select("id").where("period", "in", periods);
    await transaction.deleteFrom("observation_events").where("entry", "in", old).execute();
    const {numDeletedRows} = await transaction
      .deleteFrom("observation_entries")
      .where("period", "in", periods)
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}

/** `751 2025-H2` → when the findings of that municipality and period were last delivered and none was in the way. */
export async function listDelivered(registry: Registry): Promise<ReadonlyMap<string, string>> {
  const rows = await registry
    .selectFrom("observation_deliveries")
    .select(["municipality", "period", "tried_at"])
    .where("delivery", "is not", null)
    .execute();
  return new Map(rows.map(({municipality, period, tried_at}) => [`${municipality} ${period}`, tried_at]));
}

export interface EarlierPart {
  /** Of the lake's file; null where its content is current again. */
  readonly path: string | null;
  readonly sha256: string;
  /** SHA-256 of the bytes as they were delivered; null where they are current again. */
  readonly raw: string | null;
  readonly rows: number;
  readonly delivery: string;
}

/** What newer deliveries of what was written here have replaced, and what was withdrawn. */
export async function listEarlier(registry: Registry): Promise<readonly EarlierPart[]> {
  const rows = await registry
    .selectFrom("lake_files")
    .innerJoin("deliveries", "deliveries.id", "lake_files.delivery")
    .select(["path", "lake_files.sha256", "deliveries.sha256 as raw", "lake_files.rows", "delivery", "state"])
    .where("lake_files.standard", "=", "observations")
    .where("slice", "=", writtenSlice)
    .where("state", "<>", "expired")
    .execute();
  const current = rows.filter(({state}) => state === "current");
  return rows
    .filter(({state}) => state === "superseded")
    .map(({state: _, path, raw, ...row}) => ({
      ...row,
      path: current.some((each) => each.path === path) ? null : path,
      raw: current.some((each) => each.raw === raw) ? null : raw
    }));
}

export async function expireEarlier(registry: Registry, earlier: readonly EarlierPart[]): Promise<void> {
  if (earlier.length === 0) return;
  await registry.transaction().execute(async (transaction) => {
    for (const {delivery} of earlier)
      await transaction
        .updateTable("lake_files")
        .set({state: "expired"})
        .where("delivery", "=", delivery)
        .where("slice", "=", writtenSlice)
        .where("state", "=", "superseded")
        .execute();
  });
}
