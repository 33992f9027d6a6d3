import type {CreateTableBuilder, Kysely} from "kysely";
import type {Migration} from "kysely/migration";

export const wheel: Migration = {
  async up(db: Kysely<unknown>) {
    await arrivals(db);
    await slots(db);
    await signoffs(db);
    await recipients(db);
    await receipts(db);
    await calendars(db);
  }
};

type Columns = Readonly<Record<string, "text" | "text?" | "integer">>;

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

async function index(db: Kysely<unknown>, on: string, columns: readonly string[]): Promise<void> {
  const name = [on, ...columns].join("_");
  await db.schema
    .createIndex(name)
    .ifNotExists()
    .on(on)
    .columns([...columns])
    .execute();
}

async function arrivals(db: Kysely<unknown>): Promise<void> {
  await table(db, "arrivals", {
    municipality: "text",
    entry: "text",
    period: "text",
    expected_from: "text",
    expected_to: "text",
    arrived_on: "text",
    source: "text",
    noted_by: "text",
    recorded_at: "text"
  })
    .addPrimaryKeyConstraint("arrivals_key", ["municipality", "entry", "period"])
    .execute();
}

async function slots(db: Kysely<unknown>): Promise<void> {
  await table(db, "slots", {
    id: "text",
    job: "text",
    entry: "text",
    municipality: "text",
    unit: "text",
    period: "text",
    recipient: "text",
    subject: "text",
    due_at: "text",
    state: "text",
    version: "integer",
    starts: "integer",
    attempts: "integer",
    started_at: "text?",
    ended_at: "text?",
    next_try_at: "text?",
    lease_owner: "text?",
    lease_until: "text?",
    phase: "text",
    error: "text",
    result: "text"
  })
    .addPrimaryKeyConstraint("slots_key", ["id"])
    .execute();
  await index(db, "slots", ["municipality", "job", "period"]);
  await index(db, "slots", ["state"]);
  await index(db, "slots", ["due_at"]);
  await table(db, "slot_events", {slot: "text", position: "integer", at: "text", state: "text", text: "text"})
    .addPrimaryKeyConstraint("slot_events_key", ["slot", "position"])
    .execute();
}

async function signoffs(db: Kysely<unknown>): Promise<void> {
  await table(db, "signoffs", {
    issue: "text",
    state: "text",
    release_at: "text?",
    correction: "text",
    version: "integer",
    changed_at: "text"
  })
    .addPrimaryKeyConstraint("signoffs_key", ["issue"])
    .execute();
  await table(db, "signoff_events", {
    issue: "text",
    position: "integer",
    step: "text",
    state: "text",
    actor: "text",
    at: "text",
    comment: "text",
    release_at: "text?"
  })
    .addPrimaryKeyConstraint("signoff_events_key", ["issue", "position"])
    .execute();
}

async function recipients(db: Kysely<unknown>): Promise<void> {
  await table(db, "recipients", {
    id: "text",
    municipality: "text",
    name: "text",
    kind: "text",
    channel: "text",
    address: "text",
    scope: "text",
    language: "text",
    form: "text",
    active: "integer",
    created_at: "text"
  })
    .addPrimaryKeyConstraint("recipients_key", ["id"])
    .execute();
  await table(db, "subscriptions", {recipient: "text", definition: "text", unit: "text"})
    .addPrimaryKeyConstraint("subscriptions_key", ["recipient", "definition", "unit"])
    .execute();
}

async function receipts(db: Kysely<unknown>): Promise<void> {
  await table(db, "receipts", {
    issue: "text",
    recipient: "text",
    channel: "text",
    address: "text",
    state: "text",
    message_id: "text",
    attempts: "integer",
    sender: "text",
    answer: "text",
    changed_at: "text"
  })
    .addPrimaryKeyConstraint("receipts_key", ["issue", "recipient"])
    .execute();
  await index(db, "receipts", ["recipient"]);
  await index(db, "receipts", ["message_id"]);
}

async function calendars(db: Kysely<unknown>): Promise<void> {
  await table(db, "calendar_events", {
    uid: "text",
    municipality: "text",
    entry: "text",
    year: "integer",
    area: "text",
    kind: "text",
    title: "text",
    title_english: "text",
    date_from: "text",
    date_to: "text",
    state: "text",
    sequence: "integer",
    created_at: "text",
    changed_at: "text"
  })
    .addPrimaryKeyConstraint("calendar_events_key", ["uid"])
    .execute();
  await index(db, "calendar_events", ["municipality", "date_from"]);
  await table(db, "calendar_tokens", {
    hash: "text",
    municipality: "text",
    area: "text",
    language: "text",
    owner: "text",
    created_at: "text",
    revoked_at: "text?"
  })
    .addPrimaryKeyConstraint("calendar_tokens_key", ["hash"])
    .execute();
}
