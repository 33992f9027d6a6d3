/** Failed sign-ins, counted for an account from one address and for an address, so that nobody can lock somebody else out. */
import type {Registry} from "./open.ts";

export interface AttemptLimit {
  /** Failures that cost nothing. */
  readonly free: number;
  /** Seconds to wait after the first one too many; doubled by each further one. */
  readonly wait: number;
  readonly longest: number;
  /** Minutes without failure after which all is forgotten. */
  readonly forget: number;
}

/** When the next attempt may be made; null for now. */
export async function blockedUntil(registry: Registry, keys: readonly string[], now: Date): Promise<Date | null> {
  const rows = await registry
    .selectFrom("sign_in_attempts")
    .select("blocked_until")
    .where("key", "in", keys)
    .where("blocked_until", ">", now.toISOString())
    .execute();
  const latest = rows
    .map((row) => row.blocked_until)
    .toSorted()
    .at(-1);
  return latest ? new Date(latest) : null;
}

export async function recordFailure(registry: Registry, key: string, limit: AttemptLimit, now: Date): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    const at = now.toISOString();
    const old = new Date(now.getTime() - 24 * 3_600_000).toISOString();
    await transaction.deleteFrom("sign_in_attempts").where("since", "<", old).execute();
    const row = await transaction.selectFrom("sign_in_attempts").selectAll().where("key", "=", key).executeTakeFirst();
    const fresh = row && now.getTime() - Date.parse(row.since) < limit.forget * 60_000;
    const failures = (fresh ? row.failures : 0) + 1;
    const blocked_until = new Date(now.getTime() + waitOf(failures, limit) * 1000).toISOString();
    await transaction
      .insertInto("sign_in_attempts")
      .values({key, failures, since: at, blocked_until})
      .onConflict((conflict) => conflict.column("key").doUpdateSet({failures, since: at, blocked_until}))
      .execute();
  });
}

/** Seconds. */
export function waitOf(failures: number, {free, wait, longest}: AttemptLimit): number {
  return failures < free ? 0 : Math.min(longest, wait * 2 ** Math.min(20, failures - free));
}

export async function forgetFailures(registry: Registry, key: string): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("sign_in_attempts").where("key", "=", key).execute();
  });
}
