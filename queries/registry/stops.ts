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
