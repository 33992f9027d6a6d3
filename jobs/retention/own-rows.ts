/** What is written in the program itself, past its time: out of the registry, with a receipt for each part. */
import {createHash} from "node:crypto";
import {ownRecords} from "../../queries/personal/own-records.ts";
import {type Deletion, writeDeletions} from "../../queries/registry/deletions.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {
  countClosed,
  countReturned,
  countWritten,
  deleteClosed,
  deleteReturned,
  deleteWritten
} from "../../queries/registry/own-rows.ts";
import {isOver, monthsBefore} from "./plan.ts";

export interface OwnPlan {
  readonly record: keyof typeof ownRecords;
  /** Of what is written about; null for what has no period. */
  readonly period: string | null;
  readonly rows: number;
}

export async function planOwnRows(registry: Registry, now: Date): Promise<readonly OwnPlan[]> {
  const {keepMonths} = ownRecords.conversations;
  const written = [...(await countWritten(registry))]
    .filter(([period]) => isOver({period, keepMonths}, now))
    .map(([period, rows]) => ({record: "conversations", period, rows}) as const);
  const came = [
    {record: "bounces", period: null, rows: await countReturned(registry, startOf("bounces", now))},
    {record: "recipients", period: null, rows: await countClosed(registry, startOf("recipients", now))}
  ] as const;
  return [...written, ...came.filter(({rows}) => rows > 0)];
}

/** The rows and their receipts in one transaction: there is never one without the other. */
export async function expireOwnRows(
  registry: Registry,
  plans: readonly OwnPlan[],
  now: Date
): Promise<readonly Deletion[]> {
  const receipts = plans.map((plan) => receiptOf(plan, now));
  await registry.transaction().execute(async (transaction) => {
    for (const {record, period} of plans)
      if (record === "bounces") await deleteReturned(transaction, startOf(record, now));
      else if (record === "recipients") await deleteClosed(transaction, startOf(record, now));
      else if (period !== null) await deleteWritten(transaction, period);
    await writeDeletions(transaction, receipts);
  });
  return receipts;
}

function startOf(record: "bounces" | "recipients", now: Date): string {
  return monthsBefore(now, ownRecords[record].keepMonths);
}

/** Its name stands for it: a checksum of an address would let the address be guessed. */
function receiptOf({record, period, rows}: OwnPlan, now: Date): Deletion {
  const path = ["registry", record, ...(period ? [period] : [])].join("/");
  const sha256 = createHash("sha256").update(path).digest("hex");
  return {path, sha256, kind: record, reason: "expired", bytes: 0, rows, deletedAt: now.toISOString()};
}
