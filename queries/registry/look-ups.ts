/** The look-ups that were drawn, and what their users said of them. */
import type {LookUp, LookUpReason} from "../access-sample.ts";
import type {Registry} from "./open.ts";

export interface SampledLookUp extends LookUp {
  readonly month: string;
  readonly reason: string | null;
  readonly comment: string;
}

/** What an account saw in a month, oldest first, and the hash of the log as the month ended. */
export async function lookUpsOf(registry: Registry, account: string, month: string) {
  const rows = await registry
    .selectFrom("audit_entries")
    .select(["sequence", "at", "action", "resource", "hash"])
    .where("actor", "=", account)
    .where("action", "in", ["see", "export", "search"])
    .where("at", ">=", `${month}-01`)
    .where("at", "<", `${month}-32`)
    .orderBy("sequence")
    .execute();
  return {lookUps: rows.map(({hash: _, ...each}): LookUp => each), hash: rows.at(-1)?.hash ?? ""};
}

/** Whether anything has been drawn of the account's month. */
export async function isDrawn(registry: Registry, account: string, month: string): Promise<boolean> {
  const found = await registry
    .selectFrom("look_up_samples")
    .select("sequence")
    .where("account", "=", account)
    .where("month", "=", month)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function recordSample(
  registry: Registry,
  {account, month, at: asked_at}: {readonly account: string; readonly month: string; readonly at: string},
  sample: readonly LookUp[]
): Promise<void> {
  const asked = {account, month, asked_at, reason: null, comment: "", answered_at: null};
  const rows = sample.map(({sequence, at, action, resource}) => ({sequence, at, action, resource, ...asked}));
  if (rows.length === 0) return;
  await registry.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("look_up_samples")
      .values(rows)
      .onConflict((conflict) => conflict.column("sequence").doNothing())
      .execute();
  });
}

/** Those that wait for an answer, oldest first. */
export async function listUnanswered(registry: Registry, account: string): Promise<readonly SampledLookUp[]> {
  return registry
    .selectFrom("look_up_samples")
    .select(["sequence", "at", "action", "resource", "month", "reason", "comment"])
    .where("account", "=", account)
    .where("answered_at", "is", null)
    .orderBy("sequence")
    .execute();
}

/** False where it was not theirs to answer, or has been answered. */
export async function answerLookUp(
  registry: Registry,
  account: string,
  sequence: number,
  {reason, comment, at}: {readonly reason: LookUpReason; readonly comment: string; readonly at: string}
): Promise<boolean> {
  return registry.transaction().execute(async (transaction) => {
    const {numUpdatedRows} = await transaction
      .updateTable("look_up_samples")
      .set({reason, comment, answered_at: at})
      .where("sequence", "=", sequence)
      .where("account", "=", account)
      .where("answered_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  });
}

/** How many wait for an answer, and how many have had one. */
export async function countAnswers(registry: Registry): Promise<{readonly waiting: number; readonly answered: number}> {
  const rows = await registry.selectFrom("look_up_samples").select("answered_at").execute();
  const answered = rows.filter(({answered_at}) => answered_at !== null).length;
  return {waiting: rows.length - answered, answered};
}
