/** Rows of the registry about people, to be deleted when their time is over. */
import {sql} from "kysely";
import type {Registry} from "./open.ts";

/** By half-year: how much is written in conversations over it, and agreed. */
export async function countWritten(registry: Registry): Promise<ReadonlyMap<string, number>> {
  const written = registry
    .selectFrom("conversations")
    .leftJoin("conversation_versions", "conversation", "id")
    .select("period")
    .unionAll(registry.selectFrom("agreements").select("period"));
  const rows = await registry
    .selectFrom(written.as("written"))
    .select(({fn}) => ["period", fn.countAll<number>().as("count")])
    .groupBy("period")
    .orderBy("period")
    .execute();
  return new Map(rows.map(({period, count}) => [period, Number(count)]));
}

/** Within a transaction of the caller's, as the next. */
export async function deleteWritten(transaction: Registry, period: string): Promise<void> {
  const those = transaction.selectFrom("conversations").select("id").where("period", "=", period);
  await transaction.deleteFrom("conversation_versions").where("conversation", "in", those).execute();
  await transaction.deleteFrom("conversations").where("period", "=", period).execute();
  await transaction.deleteFrom("agreements").where("period", "=", period).execute();
}

/** `before`: ISO 8601. */
export async function countReturned(registry: Registry, before: string): Promise<number> {
  const {count} = await registry
    .selectFrom(
      registry
        .selectFrom("bounces")
        .select("at")
        .unionAll(registry.selectFrom("stopped_addresses").select("stopped_at as at"))
        .as("returned")
    )
    .select(sql<number>`count(*)`.as("count"))
    .where("at", "<", before)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function deleteReturned(transaction: Registry, before: string): Promise<void> {
  await transaction.deleteFrom("bounces").where("at", "<", before).execute();
  await transaction.deleteFrom("stopped_addresses").where("stopped_at", "<", before).execute();
}

/** Recipients that were closed before then, and what others were before they were changed, before then. */
export async function countClosed(registry: Registry, before: string): Promise<number> {
  const [closed, earlier] = await Promise.all([
    closedBefore(registry, before).execute(),
    earlierBefore(registry, before).execute()
  ]);
  return closed.length + earlier.length;
}

/** With all that was sent to those that are closed. */
export async function deleteClosed(transaction: Registry, before: string): Promise<void> {
  const closed = (await closedBefore(transaction, before).execute()).map(({id}) => id);
  for (const {recipient, position} of await earlierBefore(transaction, before).execute())
    await transaction
      .deleteFrom("recipient_events")
      .where("recipient", "=", recipient)
      .where("position", "=", position)
      .execute();
  for (const id of closed) {
    for (const table of ["recipient_events", "subscriptions", "receipts"] as const)
      await transaction.deleteFrom(table).where("recipient", "=", id).execute();
    await transaction.deleteFrom("recipients").where("id", "=", id).execute();
  }
}

function closedBefore(registry: Registry, before: string) {
  return registry
    .selectFrom("recipients")
    .innerJoin("recipient_events", "recipient_events.recipient", "recipients.id")
    .select("recipients.id")
    .where("active", "=", 0)
    .groupBy("recipients.id")
    .having(({fn}) => fn.max("recipient_events.at"), "<", before);
}

/** A state's time is over when so long ago another took its place. */
function earlierBefore(registry: Registry, before: string) {
  return registry
    .selectFrom("recipient_events as earlier")
    .innerJoin("recipient_events as next", (join) =>
      join
        .onRef("next.recipient", "=", "earlier.recipient")
        .on(({eb, ref}) => eb(ref("next.position"), "=", eb(ref("earlier.position"), "+", 1)))
    )
    .select(["earlier.recipient", "earlier.position"])
    .where("next.at", "<", before);
}
