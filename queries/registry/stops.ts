/** Somebody asks what runs of a job to stop; what is begun later is not meant. */
import type {Registry} from "./open.ts";
import type {JobId} from "./slots.ts";

export interface StopRequest {
  readonly by: string;
  readonly at: string;
}

/** `at` is by the clock of the machine, whatever clock a run goes by. */
export async function askToStop(registry: Registry, job: JobId, by: string, at = new Date()): Promise<void> {
  const asked = {asked_by: by, asked_at: at.toISOString()};
  await registry.transaction().execute((transaction) =>
    transaction
      .insertInto("stop_requests")
      .values({job, ...asked})
      .onConflict((conflict) => conflict.column("job").doUpdateSet(asked))
      .execute()
  );
}

/** The request that a run which began then is to follow. */
export async function findStop(registry: Registry, job: JobId, begun: Date): Promise<StopRequest | undefined> {
  const row = await registry
    .selectFrom("stop_requests")
    .selectAll()
    .where("job", "=", job)
    .where("asked_at", ">=", begun.toISOString())
    .executeTakeFirst();
  return row && {by: row.asked_by, at: row.asked_at};
}

/** What the ledger says of a task that somebody stopped before it was begun; the name of who did it follows. */
export const stoppedText = "standset af ";

/** Tasks that were stopped and not taken up again. Null: of all municipalities. */
export async function listStopped(
  registry: Registry,
  municipalities: readonly string[] | null
): Promise<readonly {readonly id: string; readonly job: JobId}[]> {
  let query = registry
    .selectFrom("slots")
    .select(["id", "job"])
    .where("state", "=", "cancelled")
    .where("error", "like", `${stoppedText}%`);
  if (municipalities) query = query.where("municipality", "in", [...municipalities, ""]);
  const rows = await query.execute();
  return rows.map(({id, job}) => ({id, job: job as JobId}));
}
