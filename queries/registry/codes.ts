/** Codes that work once: invitations to choose a passphrase, and recovery codes. Only their SHA-256 is kept. */
import {createHash, randomInt} from "node:crypto";
import type {Registry} from "./open.ts";

/** Without letters and digits that are read wrong: almost five bits each. */
const signs = "abcdefghjkmnpqrstuvwxyz23456789";

/** In groups of five, for reading aloud and copying by hand. */
export function makeCode(length: number): string {
  const drawn = Array.from({length}, () => signs[randomInt(signs.length)]);
  return drawn.join("").replaceAll(/(.{5})(?=.)/g, "$1-");
}

/** Resolves to the code. `account` null: for whoever becomes the first administrator. Earlier ones of the account stop working. */
export async function invite(registry: Registry, account: string | null, now: Date, minutes: number): Promise<string> {
  const code = makeCode(25);
  const expires_at = new Date(now.getTime() + minutes * 60_000).toISOString();
  await registry.transaction().execute(async (transaction) => {
    const old = transaction.deleteFrom("invitations").where("account", account ? "=" : "is", account);
    await old.execute();
    await transaction
      .insertInto("invitations")
      .values({hash: hashOf(code), account, expires_at, used_at: null})
      .execute();
  });
  return code;
}

/** Null where the code was never given, has been used or is too old. */
export async function findInvitation(registry: Registry, code: string, now: Date) {
  const found = await registry
    .selectFrom("invitations")
    .selectAll()
    .where("hash", "=", hashOf(code))
    .where("used_at", "is", null)
    .where("expires_at", ">", now.toISOString())
    .executeTakeFirst();
  return found ? {account: found.account} : null;
}

/** False for whoever comes second. */
export async function useInvitation(registry: Registry, code: string, now: Date): Promise<boolean> {
  return registry.transaction().execute(async (transaction) => {
    const {numUpdatedRows} = await transaction
      .updateTable("invitations")
      .set({used_at: now.toISOString()})
      .where("hash", "=", hashOf(code))
      .where("used_at", "is", null)
      .where("expires_at", ">", now.toISOString())
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  });
}

const recoveryCodes = 10;

/** The new ones, shown once; the old ones stop working. */
export async function renewRecoveryCodes(registry: Registry, account: string): Promise<readonly string[]> {
  const codes = Array.from({length: recoveryCodes}, () => makeCode(25));
  await registry.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("recovery_codes").where("account", "=", account).execute();
    const rows = codes.map((code) => ({hash: hashOf(code), account, used_at: null}));
    await transaction.insertInto("recovery_codes").values(rows).execute();
  });
  return codes;
}

export async function useRecoveryCode(registry: Registry, account: string, code: string, now: Date): Promise<boolean> {
  return registry.transaction().execute(async (transaction) => {
    const {numUpdatedRows} = await transaction
      .updateTable("recovery_codes")
      .set({used_at: now.toISOString()})
      .where("account", "=", account)
      .where("hash", "=", hashOf(code))
      .where("used_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  });
}

export async function countRecoveryCodes(registry: Registry, account: string): Promise<number> {
  const left = await registry
    .selectFrom("recovery_codes")
    .select("hash")
    .where("account", "=", account)
    .where("used_at", "is", null)
    .execute();
  return left.length;
}

/** Spaces, hyphens and capitals do not matter. */
function hashOf(code: string): string {
  return createHash("sha256")
    .update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ""))
    .digest("hex");
}
