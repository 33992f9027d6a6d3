/** Writing deliveries: each function is one transaction, so that a reader sees all of a delivery or nothing of it. */
import type {ExpressionBuilder, Transaction} from "kysely";
import type {LakeFile} from "./deliveries.ts";
import type {Registry} from "./open.ts";
import type {ValidationReport} from "./reports.ts";
import type {Schema} from "./schema.ts";

export interface NewDelivery {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly standard: string;
  readonly mapping: string | null;
  readonly receivedAt: string;
  readonly report: ValidationReport;
}

type Transacted = Transaction<Schema>;

/** A part of the delivery's file, as the lake holds it. */
export type StoredPart = Omit<LakeFile, "delivery" | "standard" | "parts">;

/** Accepts a delivery: its parts become current, and earlier ones for the same place become history. */
export async function recordAccepted(
  registry: Registry,
  delivery: NewDelivery,
  parts: readonly StoredPart[]
): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    await replaceDelivery(transaction, delivery, "accepted");
    await makeCurrent(transaction, delivery, parts);
  });
}

/** Keeps the report of a rejected delivery; the lake is untouched. */
export async function recordRejected(registry: Registry, delivery: NewDelivery): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    const known = await transaction
      .selectFrom("deliveries")
      .select("status")
      .where("id", "=", delivery.id)
      .executeTakeFirst();
    if (known?.status === "accepted") return;
    await replaceDelivery(transaction, delivery, "rejected");
  });
}

async function replaceDelivery(
  transaction: Transacted,
  delivery: NewDelivery,
  status: "accepted" | "rejected"
): Promise<void> {
  await transaction.deleteFrom("findings").where("delivery", "=", delivery.id).execute();
  await transaction.deleteFrom("lake_files").where("delivery", "=", delivery.id).execute();
  await transaction.deleteFrom("deliveries").where("id", "=", delivery.id).execute();
  const {last} = await transaction
    .selectFrom("deliveries")
    .select((expression) => expression.fn.max("sequence").as("last"))
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("deliveries")
    .values({
      id: delivery.id,
      standard: delivery.standard,
      file_name: delivery.fileName,
      sha256: delivery.sha256,
      mapping: delivery.mapping,
      status,
      rows: delivery.report.rows,
      received_at: delivery.receivedAt,
      sequence: Number(last ?? 0) + 1,
      report: JSON.stringify(delivery.report)
    })
    .execute();
  await insertFindings(transaction, delivery);
}

async function insertFindings(transaction: Transacted, {id, report}: NewDelivery): Promise<void> {
  for (const [position, {rule, severity, message, count, lines}] of report.findings.entries()) {
    const values = {delivery: id, position, rule, severity, message, count, lines: JSON.stringify(lines)};
    await transaction.insertInto("findings").values(values).execute();
  }
}

async function makeCurrent(
  transaction: Transacted,
  delivery: NewDelivery,
  parts: readonly StoredPart[]
): Promise<void> {
  const stored = {
    delivery: delivery.id,
    standard: delivery.standard,
    stored_at: delivery.receivedAt,
    state: "current" as const,
    superseded_by: null
  };
  for (let from = 0; from < parts.length; from += 50) {
    const rows = parts.slice(from, from + 50).map(({municipality, period, slice, path, sha256, rows: count}) => ({
      ...stored,
      municipality,
      period,
      slice,
      path,
      sha256,
      rows: count
    }));
    await transaction.insertInto("lake_files").values(rows).execute();
  }
  await transaction
    .updateTable("lake_files")
    .set({state: "superseded", superseded_by: delivery.id})
    .where("state", "=", "current")
    .where((expression) => replacedBy(expression, delivery))
    .execute();
  await transaction
    .updateTable("lake_files")
    .set({superseded_by: delivery.id})
    .where("state", "=", "expired")
    .where("superseded_by", "is", null)
    .where((expression) => replacedBy(expression, delivery))
    .execute();
}

/** Another delivery's part of a place that this delivery has a part of too. */
function replacedBy(expression: ExpressionBuilder<Schema, "lake_files">, {id, standard}: NewDelivery) {
  return expression.and([
    expression("standard", "=", standard),
    expression("delivery", "<>", id),
    expression.exists(
      expression
        .selectFrom("lake_files as newer")
        .select("newer.path")
        .where("newer.delivery", "=", id)
        .whereRef("newer.standard", "=", "lake_files.standard")
        .whereRef("newer.municipality", "=", "lake_files.municipality")
        .whereRef("newer.period", "=", "lake_files.period")
        .whereRef("newer.slice", "=", "lake_files.slice")
    )
  ]);
}
