/** The ledger as a page reads it: some rows at a time, counts, and how far what runs has come. */
import {type ExpressionBuilder, sql} from "kysely";
import type {Registry} from "./open.ts";
import type {Schema} from "./schema.ts";
import {endStates, findSlots, type JobId, type Slot, type SlotState} from "./slots.ts";

export interface SlotQuery {
  /** Null: of all; else of these and of none in particular. */
  readonly municipalities: readonly string[] | null;
  readonly job: JobId | null;
  readonly state: SlotState | null;
  /** A unit's id or the beginning of one. */
  readonly unit: string | null;
}

/** What runs first, then what has failed, what waits, and the rest; newest due time first. */
export async function listSlotPage(
  registry: Registry,
  query: SlotQuery,
  {limit, offset}: {readonly limit: number; readonly offset: number}
): Promise<readonly Slot[]> {
  const order = sql`case state when 'running' then 0 when 'failed' then 1 when 'waiting' then 2 else 3 end`;
  const rows = await registry
    .selectFrom("slots")
    .select("id")
    .where((on) => fitting(on, query))
    .orderBy(order)
    .orderBy("due_at", "desc")
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
  const found = new Map(
    (
      await findSlots(
        registry,
        rows.map(({id}) => id)
      )
    ).map((slot) => [slot.id, slot])
  );
  return rows.flatMap(({id}) => found.get(id) ?? []);
}

export async function countSlots(registry: Registry, query: SlotQuery): Promise<number> {
  const {count} = await registry
    .selectFrom("slots")
    .select(({fn}) => fn.countAll<number>().as("count"))
    .where((on) => fitting(on, query))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export interface JobSummary {
  readonly job: JobId;
  readonly running: number;
  readonly waiting: number;
  readonly failed: number;
  readonly done: number;
  /** When one was last done, and when the next that waits is due. */
  readonly last: string | null;
  readonly next: string | null;
}

export async function summariseJobs(
  registry: Registry,
  municipalities: SlotQuery["municipalities"]
): Promise<readonly JobSummary[]> {
  const count = (state: SlotState) => sql<number>`sum(state = ${state})`.as(state);
  const rows = await registry
    .selectFrom("slots")
    .select((on) => [
      on.ref("job").$castTo<JobId>().as("job"),
      ...(["running", "waiting", "failed", "done"] as const).map(count),
      sql<string | null>`max(case when state = 'done' then ended_at end)`.as("last"),
      sql<string | null>`min(case when state = 'waiting' then coalesce(next_try_at, due_at) end)`.as("next")
    ])
    .where((on) => fitting(on, {municipalities, job: null, state: null, unit: null}))
    .groupBy("job")
    .execute();
  return rows.map(({running, waiting, failed, done, ...row}) => ({
    ...row,
    running: Number(running),
    waiting: Number(waiting),
    failed: Number(failed),
    done: Number(done)
  }));
}

/** What was begun together and is not yet over. */
export interface RunningBatch {
  readonly job: JobId;
  readonly startedAt: string;
  readonly done: number;
  readonly total: number;
  /** What it is at, in Danish; may be empty. */
  readonly phase: string;
}

export async function listRunning(
  registry: Registry,
  municipalities: SlotQuery["municipalities"]
): Promise<readonly RunningBatch[]> {
  const rows = await registry
    .selectFrom("slots")
    .select(["job", "started_at"])
    .select(({fn}) => [
      fn.countAll<number>().as("total"),
      sql<number>`sum(state <> 'running')`.as("done"),
      sql<string>`max(phase)`.as("phase")
    ])
    .where("started_at", "in", (from) =>
      from.selectFrom("slots").select("started_at").where("state", "=", "running").where("started_at", "is not", null)
    )
    .where((on) => fitting(on, {municipalities, job: null, state: null, unit: null}))
    .groupBy(["job", "started_at"])
    .having(sql<boolean>`sum(state = 'running') > 0`)
    .orderBy("started_at")
    .execute();
  return rows.map(({job, started_at, done, total, phase}) => ({
    job: job as JobId,
    startedAt: started_at!,
    done: Number(done),
    total: Number(total),
    phase
  }));
}

/** Nothing more happens to it by itself, or it waits to be tried again: then it can be opened by hand. */
export function mayRetry({state, nextTryAt}: Pick<Slot, "state" | "nextTryAt">): boolean {
  return endStates.some((each) => each === state && each !== "done") || (state === "waiting" && nextTryAt !== null);
}

export function maySkip({state}: Pick<Slot, "state">): boolean {
  return state === "waiting" || state === "failed";
}

function fitting(on: ExpressionBuilder<Schema, "slots">, {municipalities, job, state, unit}: SlotQuery) {
  return on.and([
    ...(municipalities ? [on("municipality", "in", [...municipalities, ""])] : []),
    ...(job ? [on("job", "=", job)] : []),
    ...(state ? [on("state", "=", state)] : []),
    ...(unit ? [on("unit", ">=", unit), on("unit", "<", `${unit}\uffff`)] : [])
  ]);
}
