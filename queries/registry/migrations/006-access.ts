import type {CreateTableBuilder, Kysely} from "kysely";
import type {Migration} from "kysely/migration";

export const access: Migration = {
  async up(db: Kysely<unknown>) {
    await accounts(db);
    await codes(db);
    await sessions(db);
    await signIns(db);
    await samples(db);
  }
};

async function accounts(db: Kysely<unknown>): Promise<void> {
  await texts(db.schema.createTable("accounts").ifNotExists(), ["origin", "issuer", "subject", "name", "created_at"])
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("passphrase", "text")
    .addColumn("totp", "text")
    .addColumn("totp_step", "integer", (column) => column.notNull())
    .addColumn("blocked", "integer", (column) => column.notNull())
    .addColumn("changed_at", "text", (column) => column.notNull())
    .addUniqueConstraint("accounts_person", ["issuer", "subject"])
    .execute();
  const given = ["role", "scope_kind", "scope", "given_by", "given_at"];
  await texts(db.schema.createTable("grants").ifNotExists(), given)
    .addColumn("account", "text", (column) => column.notNull().references("accounts.id"))
    .addColumn("position", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("grants_key", ["account", "position"])
    .execute();
}

async function codes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("recovery_codes")
    .ifNotExists()
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("account", "text", (column) => column.notNull().references("accounts.id"))
    .addColumn("used_at", "text")
    .execute();
  await db.schema
    .createTable("invitations")
    .ifNotExists()
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("account", "text", (column) => column.references("accounts.id"))
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addColumn("used_at", "text")
    .execute();
}

async function sessions(db: Kysely<unknown>): Promise<void> {
  const known = ["stage", "agent", "issuer", "provider_session", "created_at", "seen_at", "idle_until", "ends_at"];
  await texts(db.schema.createTable("sessions").ifNotExists(), known)
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("id", "text", (column) => column.notNull().unique())
    .addColumn("account", "text", (column) => column.notNull().references("accounts.id"))
    .addColumn("second_factor", "integer", (column) => column.notNull())
    .addColumn("purpose", "text")
    .execute();
  await db.schema.createIndex("sessions_account").ifNotExists().on("sessions").columns(["account"]).execute();
}

async function signIns(db: Kysely<unknown>): Promise<void> {
  await texts(db.schema.createTable("sign_in_attempts").ifNotExists(), ["since", "blocked_until"])
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("failures", "integer", (column) => column.notNull())
    .execute();
  const flow = ["provider", "state", "nonce", "verifier", "back", "expires_at"];
  await texts(db.schema.createTable("sign_in_flows").ifNotExists(), flow)
    .addColumn("hash", "text", (column) => column.primaryKey())
    .execute();
}

async function samples(db: Kysely<unknown>): Promise<void> {
  const drawn = ["month", "account", "at", "action", "resource", "asked_at", "comment"];
  await texts(db.schema.createTable("look_up_samples").ifNotExists(), drawn)
    .addColumn("sequence", "integer", (column) => column.primaryKey())
    .addColumn("reason", "text")
    .addColumn("answered_at", "text")
    .execute();
}

/** Columns of text that are never empty of a value. */
function texts(table: CreateTableBuilder<string>, names: readonly string[]): CreateTableBuilder<string, string> {
  return names.reduce<CreateTableBuilder<string, string>>(
    (made, name) => made.addColumn(name, "text", (column) => column.notNull()),
    table
  );
}
