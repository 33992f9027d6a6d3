/** Sign-ins under way at a provider; each can be finished once, by the browser that began it. */
import {createHash, randomBytes} from "node:crypto";
import type {Registry} from "./open.ts";

export interface Flow {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
}

const minutes = 10;

/** Resolves to what the browser's cookie holds. */
export async function beginFlow(registry: Registry, flow: Flow, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expires_at = new Date(now.getTime() + minutes * 60_000).toISOString();
  await registry.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("sign_in_flows").where("expires_at", "<=", now.toISOString()).execute();
    await transaction
      .insertInto("sign_in_flows")
      .values({...flow, hash: hashOf(token), expires_at})
      .execute();
  });
  return token;
}

/** Undefined where it was never begun, has been taken or is too old. */
export async function takeFlow(registry: Registry, token: string, now: Date): Promise<Flow | undefined> {
  return registry.transaction().execute(async (transaction) => {
    const query = transaction.deleteFrom("sign_in_flows").where("hash", "=", hashOf(token));
    const [row] = await query.returningAll().execute();
    return row && row.expires_at > now.toISOString() ? row : undefined;
  });
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
