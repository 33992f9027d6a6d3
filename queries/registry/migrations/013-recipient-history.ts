import type {Kysely} from "kysely";
import type {Migration} from "kysely/migration";
import type {Schema} from "../schema.ts";

/** What recipients were made and changed to, by whom; those that are there begin with what they are. */
export const recipientHistory: Migration = {
  async up(db: Kysely<Schema>) {
    await db.schema
      .alterTable("recipients")
      .addColumn("version", "integer", (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema
      .createTable("recipient_events")
      .addColumn("recipient", "text", (column) => column.notNull())
      .addColumn("position", "integer", (column) => column.notNull())
      .addColumn("step", "text", (column) => column.notNull())
      .addColumn("actor", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("fields", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("recipient_events_key", ["recipient", "position"])
      .execute();
    await recordThose(db);
  }
};

async function recordThose(db: Kysely<Schema>): Promise<void> {
  const subscriptions = await db.selectFrom("subscriptions").select(["recipient", "definition", "unit"]).execute();
  const rows = await db
    .selectFrom("recipients")
    .select(["id", "name", "kind", "channel", "address", "scope", "language", "form", "active", "created_at"])
    .execute();
  for (const {id, created_at: at, active, ...rest} of rows) {
    const own = subscriptions.filter(({recipient}) => recipient === id);
    const held = own.map(({definition, unit}) => ({definition, unit}));
    const fields = JSON.stringify({...rest, active: active === 1, subscriptions: held});
    await db
      .insertInto("recipient_events")
      .values({recipient: id, position: 1, step: "created", actor: "", at, fields})
      .execute();
  }
}
