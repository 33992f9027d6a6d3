import type {CreateTableBuilder, Kysely} from "kysely";
import type {Migration} from "kysely/migration";

type Columns = Readonly<Record<string, "text" | "text?" | "integer">>;

/** Qualitative findings that were written here, what has happened to each, and what of them the lake has been given. */
export const observations: Migration = {
  async up(db: Kysely<unknown>) {
    await table(db, "observation_entries", {
      ...{id: "text", municipality: "text", unit: "text", period: "text", theme: "text", quality: "text"},
      ...{source: "text", assessment: "text", people: "integer", finding: "text", quote: "text?"},
      ...{observed_on: "text", state: "text", version: "integer", author: "text", problem: "text"},
      ...{created_at: "text", changed_at: "text"}
    })
      .addPrimaryKeyConstraint("observation_entries_key", ["id"])
      .execute();
    for (const columns of [["municipality", "period"], ["unit"], ["author"]])
      await db.schema
        .createIndex(["observation_entries", ...columns].join("_"))
        .ifNotExists()
        .on("observation_entries")
        .columns(columns)
        .execute();
    await table(db, "observation_events", {
      ...{entry: "text", position: "integer", at: "text", actor: "text", step: "text", reason: "text", fields: "text"}
    })
      .addPrimaryKeyConstraint("observation_events_key", ["entry", "position"])
      .execute();
    await table(db, "observation_deliveries", {
      ...{municipality: "text", period: "text", stamp: "text", delivery: "text?", problem: "text", tried_at: "text"}
    })
      .addPrimaryKeyConstraint("observation_deliveries_key", ["municipality", "period"])
      .execute();
  }
};

/** Columns that are not null but those whose type ends in a question mark. */
function table(db: Kysely<unknown>, name: string, columns: Columns): CreateTableBuilder<string, string> {
  const begun: CreateTableBuilder<string, string> = db.schema.createTable(name).ifNotExists();
  return Object.entries(columns).reduce(
    (builder, [column, type]) =>
      type === "text?"
        ? builder.addColumn(column, "text")
        : builder.addColumn(column, type, (definition) => definition.notNull()),
    begun
  );
}
