/** Mail that did not arrive, and the addresses that therefore get no more until somebody opens them. */
import type {Registry} from "./open.ts";

export interface Bounce {
  /** What is told twice has the same id. */
  readonly id: string;
  readonly issue: string;
  readonly recipient: string;
  readonly address: string;
  readonly action: "failed" | "delayed";
  /** An enhanced status as `5.1.1`; may be empty. */
  readonly status: string;
  readonly answer: string;
  readonly source: "smtp" | "report" | "hand";
  readonly at: string;
}

export interface StoppedAddress {
  readonly address: string;
  readonly reason: string;
  readonly stoppedAt: string;
}

/** True where it was not known. A mailbox that does not exist gets no more; a sender who is not wanted says nothing of a mailbox. */
export async function recordBounce(registry: Registry, bounce: Bounce): Promise<boolean> {
  const address = bounce.address.toLowerCase();
  const answer = bounce.answer.slice(0, 500);
  return registry.transaction().execute(async (transaction) => {
    const {numInsertedOrUpdatedRows} = await transaction
      .insertInto("bounces")
      .values({...bounce, address, answer})
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return false;
    if (stops(bounce))
      await transaction
        .insertInto("stopped_addresses")
        .values({address, reason: answer, stopped_at: bounce.at})
        .onConflict((conflict) => conflict.column("address").doNothing())
        .execute();
    return true;
  });
}

/** 5.7 is about who sends, not about who is to get it; 5.6 and 5.3 are about the message and the server. */
export function stops({action, status}: Pick<Bounce, "action" | "status">): boolean {
  return action === "failed" && !status.startsWith("4") && !/^5\.[367]\./.test(status);
}

/** Newest first. */
export async function listBounces(registry: Registry, limit = 200): Promise<readonly Bounce[]> {
  return registry.selectFrom("bounces").selectAll().orderBy("at", "desc").orderBy("id").limit(limit).execute();
}

/** By address. */
export async function listStopped(registry: Registry): Promise<readonly StoppedAddress[]> {
  const rows = await registry.selectFrom("stopped_addresses").selectAll().orderBy("address").execute();
  return rows.map(({address, reason, stopped_at}) => ({address, reason, stoppedAt: stopped_at}));
}

export async function isStopped(registry: Registry, address: string): Promise<boolean> {
  const row = await registry
    .selectFrom("stopped_addresses")
    .select("address")
    .where("address", "=", address.toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}

/** True where mail to it was stopped. */
export async function liftAddress(registry: Registry, address: string): Promise<boolean> {
  const {numDeletedRows} = await registry
    .transaction()
    .execute((transaction) =>
      transaction.deleteFrom("stopped_addresses").where("address", "=", address.toLowerCase()).executeTakeFirst()
    );
  return numDeletedRows > 0n;
}
