import type {Kysely} from "kysely";
import type {Migration} from "kysely/migration";

export const conversations: Migration = {
  async up(db: Kysely<unknown>) {
    await held(db);
    await versions(db);
    for (const name of ["conversation", "direction", "changed_at"])
      await db.schema.alterTable("agreements").addColumn(name, "text").execute();
    await db.schema
      .alterTable("agreements")
      .addColumn("expected", "text", (column) => column.notNull().defaultTo(""))
      .execute();
  }
};

async function held(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("conversations")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("unit", "text", (column) => column.notNull())
    .addColumn("period", "text", (column) => column.notNull())
    .addColumn("template", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("created_by", "text", (column) => column.notNull())
    .addUniqueConstraint("conversations_key", ["unit", "period", "template"])
    .execute();
}

async function versions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("conversation_versions")
    .addColumn("conversation", "text", (column) => column.notNull().references("conversations.id"))
    .addColumn("part", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("aside", "integer", (column) => column.notNull())
    .addColumn("restores", "integer")
    .addColumn("author", "text", (column) => column.notNull())
    .addColumn("began_at", "text", (column) => column.notNull())
    .addColumn("changed_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("conversation_versions_key", ["conversation", "part", "version"])
    .execute();
}
