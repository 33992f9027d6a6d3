/** Accounts and what they may. Changing what an account may, or how it signs in, ends its sessions. */
import {randomUUID} from "node:crypto";
import type {Selectable, Transaction} from "kysely";
import type {Grant} from "../access.ts";
import {parseGrant, scopeText} from "../access-grants.ts";
import type {Registry} from "./open.ts";
import type {Schema} from "./schema.ts";
import type {AccountOrigin, AccountTable, GrantTable} from "./schema-access.ts";

export interface Account {
  readonly id: string;
  readonly origin: AccountOrigin;
  readonly issuer: string;
  /** At the provider, or the name that they sign in with. */
  readonly subject: string;
  readonly name: string;
  readonly passphrase: string | null;
  readonly totp: string | null;
  readonly blocked: boolean;
  readonly createdAt: string;
  readonly grants: readonly Grant[];
}

export interface NewAccount extends Pick<Account, "origin" | "issuer" | "subject" | "name" | "grants"> {
  readonly givenBy: string;
  readonly at: string;
}

/** Resolves to the account's id, or null where there is one of that issuer and subject. */
export async function createAccount(registry: Registry, {grants, givenBy, at, ...given}: NewAccount) {
  const id = randomUUID();
  return registry.transaction().execute(async (transaction) => {
    const created = {passphrase: null, totp: null, totp_step: 0, blocked: 0, created_at: at, changed_at: at};
    const {numInsertedOrUpdatedRows} = await transaction
      .insertInto("accounts")
      .values({id, ...given, ...created})
      .onConflict((conflict) => conflict.columns(["issuer", "subject"]).doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return null;
    await writeGrants(transaction, id, grants, givenBy, at);
    return id;
  });
}

export async function findAccount(registry: Registry, id: string): Promise<Account | undefined> {
  const row = await registry.selectFrom("accounts").selectAll().where("id", "=", id).executeTakeFirst();
  return row && accountOf(row, await grantsOf(registry, [row.id]));
}

export async function findAccountOf(registry: Registry, issuer: string, subject: string): Promise<Account | undefined> {
  const row = await registry
    .selectFrom("accounts")
    .selectAll()
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row && accountOf(row, await grantsOf(registry, [row.id]));
}

/** By name; of those that are named, or all. */
export async function listAccounts(
  registry: Registry,
  ids: readonly string[] | null = null
): Promise<readonly Account[]> {
  const query = registry.selectFrom("accounts").selectAll();
  const rows = await (ids ? query.where("id", "in", ids) : query).execute();
  const grants = await grantsOf(registry, ids);
  return rows.map((row) => accountOf(row, grants)).toSorted((a, b) => a.name.localeCompare(b.name, "da"));
}

export async function hasAdministrator(registry: Registry): Promise<boolean> {
  const found = await registry
    .selectFrom("grants")
    .innerJoin("accounts", "accounts.id", "grants.account")
    .select("account")
    .where("role", "=", "administrator")
    .where("origin", "!=", "demonstration")
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export interface GrantChange {
  readonly account: string;
  readonly grants: readonly Grant[];
  readonly by: string;
  readonly at: string;
}

export async function replaceGrants(registry: Registry, {account, grants, by, at}: GrantChange): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("grants").where("account", "=", account).execute();
    await writeGrants(transaction, account, grants, by, at);
    await transaction.updateTable("accounts").set({changed_at: at}).where("id", "=", account).execute();
    await transaction.deleteFrom("sessions").where("account", "=", account).execute();
  });
}

export interface AccountChange {
  readonly name?: string;
  readonly passphrase?: string | null;
  readonly totp?: string | null;
  readonly totp_step?: number;
  readonly blocked?: 0 | 1;
}

/** Ends all sessions of the account, the one that asked for it too. */
export async function changeAccount(registry: Registry, id: string, change: AccountChange, at: string): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("accounts")
      .set({...change, changed_at: at})
      .where("id", "=", id)
      .execute();
    await transaction.deleteFrom("sessions").where("account", "=", id).execute();
  });
}

/** The same passphrase hashed as it would be today. */
export async function rehash(registry: Registry, id: string, passphrase: string): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    await transaction.updateTable("accounts").set({passphrase}).where("id", "=", id).execute();
  });
}

/** False where a code of this step or a later one has been used before. */
export async function useStep(registry: Registry, id: string, step: number): Promise<boolean> {
  return registry.transaction().execute(async (transaction) => {
    const {numUpdatedRows} = await transaction
      .updateTable("accounts")
      .set({totp_step: step})
      .where("id", "=", id)
      .where("totp_step", "<", step)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  });
}

async function writeGrants(
  transaction: Transaction<Schema>,
  account: string,
  grants: readonly Grant[],
  givenBy: string,
  at: string
): Promise<void> {
  for (const [position, {role, scope}] of grants.entries())
    await transaction
      .insertInto("grants")
      .values({
        account,
        position,
        role,
        scope_kind: scope.kind,
        scope: scopeText(scope),
        given_by: givenBy,
        given_at: at
      })
      .execute();
}

async function grantsOf(registry: Registry, accounts: readonly string[] | null) {
  const query = registry.selectFrom("grants").selectAll().orderBy("position");
  const rows = await (accounts ? query.where("account", "in", accounts) : query).execute();
  return Map.groupBy(rows, ({account}) => account);
}

function accountOf(
  row: Selectable<AccountTable>,
  grants: ReadonlyMap<string, readonly Selectable<GrantTable>[]>
): Account {
  const {id, origin, issuer, subject, name, passphrase, totp, blocked, created_at: createdAt} = row;
  const held = (grants.get(id) ?? []).flatMap(({role, scope}) => readGrant(role, scope));
  return {id, origin, issuer, subject, name, passphrase, totp, blocked: blocked !== 0, createdAt, grants: held};
}

/** What was changed behind the program's back into something that no role can have gives nothing. */
function readGrant(role: string, scope: string): readonly Grant[] {
  try {
    return [parseGrant(`${role}:${scope}`)];
  } catch {
    return [];
  }
}
