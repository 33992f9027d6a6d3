import {type CreateTableBuilder, type Kysely, sql} from "kysely";
import type {Migration} from "kysely/migration";

/** What an issue says and why it corrects another, who took a step, what came back, and who asked a run to stop. */
export const issues: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ["content", "reason", "reason_at", "built_by"]) await addText(db, "issues", column);
    await addText(db, "signoff_events", "account");
    await table(db, "bounces", ["id", "issue", "recipient", "address", "action", "status", "answer", "source", "at"])
      .addPrimaryKeyConstraint("bounces_key", ["id"])
      .execute();
    await table(db, "stopped_addresses", ["address", "reason", "stopped_at"])
      .addPrimaryKeyConstraint("stopped_addresses_key", ["address"])
      .execute();
    await table(db, "stop_requests", ["job", "asked_by", "asked_at"])
      .addPrimaryKeyConstraint("stop_requests_key", ["job"])
      .execute();
  }
};

async function addText(db: Kysely<unknown>, name: string, column: string): Promise<void> {
  await db.schema
    .alterTable(name)
    .addColumn(column, "text", (definition) => definition.notNull().defaultTo(sql`''`))
    .execute();
}

function table(db: Kysely<unknown>, name: string, columns: readonly string[]): CreateTableBuilder<string, string> {
  const begun: CreateTableBuilder<string, string> = db.schema.createTable(name).ifNotExists();
  return columns.reduce((builder, column) => builder.addColumn(column, "text", (each) => each.notNull()), begun);
}
