/** What is written in the program itself, past its time: out of the registry, with a receipt for each part. */
import {createHash} from "node:crypto";
import {ownRecords} from "../../queries/personal/own-records.ts";
import {type Deletion, writeDeletions} from "../../queries/registry/deletions.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {countReturned, countWritten, deleteReturned, deleteWritten} from "../../queries/registry/own-rows.ts";
import {isOver, monthsBefore} from "./plan.ts";

export interface OwnPlan {
  readonly record: keyof typeof ownRecords;
  /** Of what is written about; null for what came at a moment. */
  readonly period: string | null;
  readonly rows: number;
}

export async function planOwnRows(registry: Registry, now: Date): Promise<readonly OwnPlan[]> {
  const {keepMonths} = ownRecords.conversations;
  const written = [...(await countWritten(registry))]
    .filter(([period]) => isOver({period, keepMonths}, now))
    .map(([period, rows]) => ({record: "conversations", period, rows}) as const);
  const returned = await countReturned(registry, returnedStart(now));
  return [...written, ...(returned > 0 ? [{record: "bounces", period: null, rows: returned} as const] : [])];
}

/** The rows and their receipts in one transaction: there is never one without the other. */
export async function expireOwnRows(
  registry: Registry,
  plans: readonly OwnPlan[],
  now: Date
): Promise<readonly Deletion[]> {
  const receipts = plans.map((plan) => receiptOf(plan, now));
  await registry.transaction().execute(async (transaction) => {
    for (const {period} of plans)
      if (period === null) await deleteReturned(transaction, returnedStart(now));
      else await deleteWritten(transaction, period);
    await writeDeletions(transaction, receipts);
  });
  return receipts;
}

function returnedStart(now: Date): string {
  return monthsBefore(now, ownRecords.bounces.keepMonths);
}

/** Its name stands for it: a checksum of an address would let the address be guessed. */
function receiptOf({record, period, rows}: OwnPlan, now: Date): Deletion {
  const path = ["registry", record, ...(period ? [period] : [])].join("/");
  const sha256 = createHash("sha256").update(path).digest("hex");
  return {path, sha256, kind: record, reason: "expired", bytes: 0, rows, deletedAt: now.toISOString()};
}
