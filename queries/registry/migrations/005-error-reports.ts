import type {CreateTableBuilder, Kysely} from "kysely";
import type {Migration} from "kysely/migration";

const columns = ["number", "indicator", "unit", "period", "category", "release", "text", "contact", "state", "answer"];

/** Readers' reports of errors in figures; `contact` is emptied when the case is closed. */
export const errorReports: Migration = {
  async up(db: Kysely<unknown>) {
    let table: CreateTableBuilder<string, string> = db.schema.createTable("error_reports").ifNotExists();
    for (const column of columns) table = table.addColumn(column, "text", (definition) => definition.notNull());
    await table
      .addColumn("received_at", "text", (column) => column.notNull())
      .addColumn("changed_at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("error_reports_key", ["number"])
      .execute();
    await db.schema
      .createIndex("error_reports_received_at")
      .ifNotExists()
      .on("error_reports")
      .columns(["received_at"])
      .execute();
  }
};
