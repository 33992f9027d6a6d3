import type {Kysely} from "kysely";
import type {Migration} from "kysely/migration";

export const audit: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("audit_entries")
      .ifNotExists()
      .addColumn("sequence", "integer", (column) => column.primaryKey())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("actor", "text", (column) => column.notNull())
      .addColumn("action", "text", (column) => column.notNull())
      .addColumn("resource", "text", (column) => column.notNull())
      .addColumn("purpose", "text", (column) => column.notNull())
      .addColumn("detail", "text", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("audit_marks")
      .ifNotExists()
      .addColumn("kind", "text", (column) => column.primaryKey())
      .addColumn("sequence", "integer", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull())
      .addColumn("mac", "text", (column) => column.notNull())
      .execute();
  }
};
