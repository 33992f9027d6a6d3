import type {CreateTableBuilder, Kysely} from "kysely";
import type {Migration} from "kysely/migration";

const columns = ["path", "sha256", "kind", "reason"];

/** Receipts for files that were deleted on time; none tells of a person. */
export const retention: Migration = {
  async up(db: Kysely<unknown>) {
    let table: CreateTableBuilder<string, string> = db.schema.createTable("deletions").ifNotExists();
    for (const column of columns) table = table.addColumn(column, "text", (definition) => definition.notNull());
    await table
      .addColumn("bytes", "integer", (column) => column.notNull())
      .addColumn("rows", "integer", (column) => column.notNull())
      .addColumn("deleted_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("deletions_key", ["path", "deleted_at"])
      .execute();
  }
};
