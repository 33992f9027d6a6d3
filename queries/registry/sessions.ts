/** Sessions as the server keeps them. Whoever reads the registry cannot use one: the cookie's value is not in it. */
import {createHash, randomBytes} from "node:crypto";
import type {Selectable} from "kysely";
import type {Purpose} from "../access-rules.ts";
import type {Registry} from "./open.ts";
import type {SessionTable} from "./schema-access.ts";

export interface Session {
  /** What lists name it by; it cannot be used to sign in. */
  readonly id: string;
  readonly account: string;
  readonly stage: "full" | "code" | "enrol";
  readonly secondFactor: boolean;
  readonly purpose: Purpose | null;
  readonly agent: string;
  readonly issuer: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly endsAt: string;
}

export interface NewSession
  extends Pick<Session, "account" | "stage" | "secondFactor" | "purpose" | "agent" | "issuer"> {
  /** The provider's name for it, so that the provider can end it. */
  readonly providerSession: string;
}

/** Minutes. */
export interface Lifetime {
  readonly idle: number;
  readonly absolute: number;
}
export const staffLifetime: Lifetime = {idle: 30, absolute: 8 * 60};
export const citizenLifetime: Lifetime = {idle: 15, absolute: 60};

const mostSessions = 5;

/** Resolves to the cookie's value. The account's oldest sessions beyond the fifth end. */
export async function beginSession(
  registry: Registry,
  {secondFactor, providerSession, ...given}: NewSession,
  {idle, absolute}: Lifetime,
  now: Date
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const at = now.toISOString();
  const row = {
    ...given,
    hash: hashOf(token),
    id: randomBytes(9).toString("base64url"),
    second_factor: Number(secondFactor),
    provider_session: providerSession,
    created_at: at,
    seen_at: at,
    idle_until: later(now, idle),
    ends_at: later(now, absolute)
  };
  await registry.transaction().execute(async (transaction) => {
    await transaction.insertInto("sessions").values(row).execute();
    await transaction
      .deleteFrom("sessions")
      .where((is) => is.or([is("ends_at", "<=", at), is("idle_until", "<=", at)]))
      .execute();
    const held = await transaction
      .selectFrom("sessions")
      .select("id")
      .where("account", "=", given.account)
      .orderBy("created_at", "desc")
      .orderBy("seen_at", "desc")
      .execute();
    const spare = held
      .map(({id}) => id)
      .filter((id) => id !== row.id)
      .slice(mostSessions - 1);
    if (spare.length > 0) await transaction.deleteFrom("sessions").where("id", "in", spare).execute();
  });
  return token;
}

/** Undefined where it has ended, been idle too long or never was. Noted as seen at most once a minute. */
export async function useSession(registry: Registry, token: string, now: Date): Promise<Session | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const hash = hashOf(token);
  const at = now.toISOString();
  const row = await registry
    .selectFrom("sessions")
    .selectAll()
    .where("hash", "=", hash)
    .where("ends_at", ">", at)
    .where("idle_until", ">", at)
    .executeTakeFirst();
  if (!row) return undefined;
  if (now.getTime() - Date.parse(row.seen_at) > 60_000) await see(registry, row, now);
  return sessionOf(row);
}

async function see(
  registry: Registry,
  {hash, seen_at, idle_until}: Selectable<SessionTable>,
  now: Date
): Promise<void> {
  const idle = (Date.parse(idle_until) - Date.parse(seen_at)) / 60_000;
  await registry.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("sessions")
      .set({seen_at: now.toISOString(), idle_until: later(now, idle)})
      .where("hash", "=", hash)
      .execute();
  });
}

/** Newest first. */
export async function listSessions(registry: Registry, account: string, now: Date): Promise<readonly Session[]> {
  const at = now.toISOString();
  const rows = await registry
    .selectFrom("sessions")
    .selectAll()
    .where("account", "=", account)
    .where("ends_at", ">", at)
    .where("idle_until", ">", at)
    .orderBy("created_at", "desc")
    .execute();
  return rows.map(sessionOf);
}

/** Only a session of that account; resolves to whether there was one. */
export async function endSession(registry: Registry, account: string, id: string): Promise<boolean> {
  return registry.transaction().execute(async (transaction) => {
    const query = transaction.deleteFrom("sessions").where("account", "=", account).where("id", "=", id);
    return (await query.executeTakeFirst()).numDeletedRows > 0n;
  });
}

/** Those that a provider began for a person, or one of them; resolves to how many. */
export async function endProviderSessions(
  registry: Registry,
  issuer: string,
  {account, providerSession}: {readonly account?: string; readonly providerSession?: string}
): Promise<number> {
  if (!account && !providerSession) return 0;
  return registry.transaction().execute(async (transaction) => {
    let query = transaction.deleteFrom("sessions").where("issuer", "=", issuer);
    if (account) query = query.where("account", "=", account);
    if (providerSession) query = query.where("provider_session", "=", providerSession);
    return Number((await query.executeTakeFirst()).numDeletedRows);
  });
}

export async function setPurpose(registry: Registry, {id}: Session, purpose: Purpose | null): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    await transaction.updateTable("sessions").set({purpose}).where("id", "=", id).execute();
  });
}

function sessionOf(row: Selectable<SessionTable>): Session {
  const {id, account, stage, purpose, agent, issuer, created_at, seen_at, ends_at} = row;
  const times = {createdAt: created_at, seenAt: seen_at, endsAt: ends_at};
  return {id, account, stage, secondFactor: row.second_factor !== 0, purpose, agent, issuer, ...times};
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function later(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * 60_000).toISOString();
}
