/** Matches delivery reports with what was sent. A report that names a mail that we did not send there changes nothing. */
import {createHash} from "node:crypto";
import {recordBounce, stops} from "../queries/registry/bounces.ts";
import type {Registry} from "../queries/registry/open.ts";
import {findReceiptOf, markReceipt} from "../queries/registry/receipts.ts";
import {readReport} from "./delivery-report.ts";

export type Taken =
  | {readonly what: "no-report" | "unknown-mail" | "other-address"}
  | {readonly what: "known" | "delayed" | "bounced" | "stopped"; readonly address: string; readonly answer: string};

/** What came of one mail from the mailbox that mail comes back to. */
export async function takeReport(registry: Registry, bytes: Uint8Array, now: Date): Promise<Taken> {
  const report = await readReport(bytes);
  if (!report) return {what: "no-report"};
  const receipt = await findReceiptOf(registry, report.messageId);
  if (!receipt) return {what: "unknown-mail"};
  const told = report.recipients.find(({address}) => address.toLowerCase() === receipt.address.toLowerCase());
  if (!told) return {what: "other-address"};
  const {issue, recipient, address} = receipt;
  const {action, status, answer} = told;
  const id = createHash("sha256").update([report.messageId, action, status, answer].join("\n")).digest("hex");
  const bounce = {
    id,
    issue,
    recipient,
    address,
    action,
    status,
    answer,
    source: "report",
    at: now.toISOString()
  } as const;
  if (!(await recordBounce(registry, bounce))) return {what: "known", address, answer};
  if (action === "delayed") return {what: "delayed", address, answer};
  await markReceipt(registry, receipt, {state: "bounced", answer}, now);
  return {what: stops(bounce) ? "stopped" : "bounced", address, answer};
}
