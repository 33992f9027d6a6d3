/** Appends to the audit log and reads it; the entries themselves are never changed. */
import type {Selectable} from "kysely";
import {type AuditEntry, type AuditEvent, type AuditMark, chainStart, hashOf, markOf} from "../audit.ts";
import type {Registry} from "./open.ts";
import type {AuditEntryTable} from "./schema-audit.ts";

/** One transaction per event; two processes that append at once take turns. */
export async function appendAudit(registry: Registry, key: Uint8Array, event: AuditEvent): Promise<AuditEntry> {
  return registry.transaction().execute(async (transaction) => {
    const marks = await transaction.selectFrom("audit_marks").selectAll().execute();
    const head = marks.find(({kind}) => kind === "head");
    if (!head)
      await transaction
        .insertInto("audit_marks")
        .values(markOf("anchor", 0, chainStart, key))
        .execute();
    const {sequence: last, hash: previous} = head ?? {sequence: 0, hash: chainStart};
    const sequence = last + 1;
    const hash = hashOf(previous, sequence, event);
    const row = {...event, sequence, hash, detail: JSON.stringify(event.detail)};
    await transaction.insertInto("audit_entries").values(row).execute();
    const mark = markOf("head", sequence, hash, key);
    if (head) await transaction.updateTable("audit_marks").set(placeOf(mark)).where("kind", "=", "head").execute();
    else await transaction.insertInto("audit_marks").values(mark).execute();
    return {...event, sequence, hash};
  });
}

function placeOf({sequence, hash, mac}: AuditMark) {
  return {sequence, hash, mac};
}

export async function readMarks(registry: Registry): Promise<readonly AuditMark[]> {
  return registry.selectFrom("audit_marks").selectAll().execute();
}

const batch = 10_000;

/** Oldest first, a batch at a time. */
export async function* readAudit(registry: Registry): AsyncGenerator<readonly AuditEntry[]> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await registry
      .selectFrom("audit_entries")
      .selectAll()
      .where("sequence", ">", after)
      .orderBy("sequence")
      .limit(batch)
      .execute();
    if (rows.length === 0) return;
    yield rows.map(entryOf);
    after = rows.at(-1)!.sequence;
  }
}

/** The newest first. */
export async function listAudit(registry: Registry, limit: number): Promise<readonly AuditEntry[]> {
  const rows = await registry
    .selectFrom("audit_entries")
    .selectAll()
    .orderBy("sequence", "desc")
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

export async function countOldEntries(registry: Registry, date: string): Promise<number> {
  const {count} = await registry
    .selectFrom("audit_entries")
    .select(({fn}) => fn.countAll<number>().as("count"))
    .where("at", "<", date)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Deletes the entries from before `date` (ISO 8601) and anchors the chain after them; resolves to how many were deleted. */
export async function expireAudit(registry: Registry, key: Uint8Array, date: string): Promise<number> {
  return registry.transaction().execute(async (transaction) => {
    const last = await transaction
      .selectFrom("audit_entries")
      .select(["sequence", "hash"])
      .where("at", "<", date)
      .orderBy("sequence", "desc")
      .limit(1)
      .executeTakeFirst();
    if (!last) return 0;
    const deleted = await transaction
      .deleteFrom("audit_entries")
      .where("sequence", "<=", last.sequence)
      .executeTakeFirst();
    const mark = markOf("anchor", last.sequence, last.hash, key);
    await transaction.updateTable("audit_marks").set(placeOf(mark)).where("kind", "=", "anchor").execute();
    return Number(deleted.numDeletedRows);
  });
}

function entryOf(row: Selectable<AuditEntryTable>): AuditEntry {
  return {...row, detail: detailOf(row.detail)};
}

/** What is no longer JSON cannot have been written so; it is kept as it stands, and its hash will tell. */
function detailOf(text: string): AuditEntry["detail"] {
  try {
    const detail = JSON.parse(text) as unknown;
    if (typeof detail === "object" && detail !== null && !Array.isArray(detail)) return detail as AuditEntry["detail"];
  } catch {}
  return {unreadable: text};
}
