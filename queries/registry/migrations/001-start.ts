import type {Kysely} from "kysely";
import type {Migration} from "kysely/migration";

export const start: Migration = {
  async up(db: Kysely<unknown>) {
    await deliveries(db);
    await lakeFiles(db);
    await findings(db);
    await results(db);
    await work(db);
  }
};

async function deliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("deliveries")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("standard", "text", (column) => column.notNull())
    .addColumn("file_name", "text", (column) => column.notNull())
    .addColumn("sha256", "text", (column) => column.notNull())
    .addColumn("mapping", "text")
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("rows", "integer", (column) => column.notNull())
    .addColumn("received_at", "text", (column) => column.notNull())
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("report", "text", (column) => column.notNull())
    .execute();
}

async function lakeFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("lake_files")
    .ifNotExists()
    .addColumn("delivery", "text", (column) => column.notNull().references("deliveries.id"))
    .addColumn("standard", "text", (column) => column.notNull())
    .addColumn("municipality", "text", (column) => column.notNull())
    .addColumn("period", "text", (column) => column.notNull())
    .addColumn("slice", "text", (column) => column.notNull())
    .addColumn("path", "text", (column) => column.notNull())
    .addColumn("sha256", "text", (column) => column.notNull())
    .addColumn("rows", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("superseded_by", "text")
    .addColumn("stored_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("lake_files_key", ["standard", "municipality", "period", "slice", "delivery"])
    .execute();
  await db.schema
    .createIndex("lake_files_delivery")
    .ifNotExists()
    .on("lake_files")
    .columns(["delivery", "state"])
    .execute();
  await db.schema
    .createIndex("lake_files_current")
    .ifNotExists()
    .on("lake_files")
    .columns(["state", "standard"])
    .execute();
}

async function findings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("findings")
    .ifNotExists()
    .addColumn("delivery", "text", (column) => column.notNull().references("deliveries.id"))
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("rule", "text", (column) => column.notNull())
    .addColumn("severity", "text", (column) => column.notNull())
    .addColumn("message", "text", (column) => column.notNull())
    .addColumn("count", "integer", (column) => column.notNull())
    .addColumn("lines", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("findings_key", ["delivery", "position"])
    .execute();
}

async function results(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("releases")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("period", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("active", "integer", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("issues")
    .ifNotExists()
    .addColumn("issue", "text", (column) => column.primaryKey())
    .addColumn("definition", "text", (column) => column.notNull())
    .addColumn("unit", "text", (column) => column.notNull())
    .addColumn("municipality", "text", (column) => column.notNull())
    .addColumn("period", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("release", "text", (column) => column.notNull())
    .addColumn("checksum", "text", (column) => column.notNull())
    .addColumn("replaces", "text")
    .addColumn("pages", "integer", (column) => column.notNull())
    .addColumn("built_at", "text", (column) => column.notNull())
    .addColumn("manifest_sha256", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("issues_unit")
    .ifNotExists()
    .on("issues")
    .columns(["unit", "period", "definition", "language"])
    .execute();
}

async function work(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("agreements")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("unit", "text", (column) => column.notNull())
    .addColumn("period", "text", (column) => column.notNull())
    .addColumn("indicator", "text")
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("target", "double precision")
    .addColumn("owner", "text", (column) => column.notNull())
    .addColumn("due", "text")
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("runs")
    .ifNotExists()
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("job", "text", (column) => column.notNull())
    .addColumn("started_at", "text", (column) => column.notNull())
    .addColumn("ended_at", "text")
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("summary", "text", (column) => column.notNull())
    .execute();
}
