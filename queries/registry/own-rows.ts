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
