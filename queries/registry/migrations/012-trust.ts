import type {CreateTableBuilder, Kysely} from "kysely";
import type {Migration} from "kysely/migration";

/** Who answers for the indicators, what is kept of deleted rows, and what may be taken out as rows. */
export const trust: Migration = {
  async up(db: Kysely<unknown>) {
    await texts(db.schema.createTable("ethics_signatures").ifNotExists(), [
      ...["indicator", "sha256", "signed_by", "contact", "signed_on", "valid_until", "recorded_at"]
    ])
      .addColumn("withdrawn_at", "text")
      .addPrimaryKeyConstraint("ethics_signatures_key", ["indicator", "recorded_at"])
      .execute();
    await texts(db.schema.createTable("kept_facts").ifNotExists(), ["sha256", "stored_at"])
      .addColumn("path", "text", (column) => column.primaryKey())
      .addColumn("rows", "integer", (column) => column.notNull())
      .execute();
    const asked = ["kind", "standard", "municipality", "period", "delivery", "purpose", "reason", "state"];
    await texts(db.schema.createTable("row_requests").ifNotExists(), [...asked, "asked_by", "asked_at"])
      .addColumn("number", "text", (column) => column.primaryKey())
      .addColumn("decided_by", "text")
      .addColumn("decided_at", "text")
      .addColumn("taken_at", "text")
      .addColumn("rows", "integer")
      .execute();
  }
};

function texts(table: CreateTableBuilder<string>, names: readonly string[]): CreateTableBuilder<string, string> {
  return names.reduce<CreateTableBuilder<string, string>>(
    (made, name) => made.addColumn(name, "text", (column) => column.notNull()),
    table
  );
}
