/**
 * At most one delivery of an issue to a recipient. A sender begins, says when it hands over, and says what came of it. Whoever
 * has not handed over can be followed by another sender; from the handing over on nobody sends again by itself.
 */
import type {Selectable} from "kysely";
import type {Registry} from "./open.ts";
import type {ReceiptTable} from "./schema-wheel.ts";

export type ReceiptState = ReceiptTable["state"];

export interface Receipt {
  readonly issue: string;
  readonly recipient: string;
  readonly channel: string;
  readonly address: string;
  readonly state: ReceiptState;
  readonly messageId: string;
  readonly attempts: number;
  readonly sender: string;
  /** What the receiving side said last. */
  readonly answer: string;
  readonly changedAt: string;
}

export interface Sending {
  readonly issue: string;
  readonly recipient: string;
  readonly channel: string;
  readonly address: string;
  readonly messageId: string;
  readonly sender: string;
}

/** The receipt as it now is: `sending` with this sender means that it may go on. */
export async function beginReceipt(registry: Registry, sending: Sending, now: Date): Promise<Receipt> {
  const {issue, recipient, channel, address, messageId: message_id, sender} = sending;
  const begun = {state: "sending" as const, address, sender, answer: "", changed_at: now.toISOString()};
  return registry.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("receipts")
      .values({issue, recipient, channel, message_id, attempts: 0, ...begun})
      .onConflict((conflict) => conflict.columns(["issue", "recipient"]).doNothing())
      .execute();
    await transaction
      .updateTable("receipts")
      .set((column) => ({...begun, attempts: column("attempts", "+", 1)}))
      .where("issue", "=", issue)
      .where("recipient", "=", recipient)
      .where("state", "=", "sending")
      .execute();
    return toReceipt(
      await transaction
        .selectFrom("receipts")
        .selectAll()
        .where("issue", "=", issue)
        .where("recipient", "=", recipient)
        .executeTakeFirstOrThrow()
    );
  });
}

/** True when this sender may let go of the last of it; false when another has begun since. */
export function handOver(registry: Registry, sending: Sending, now: Date): Promise<boolean> {
  return change(registry, sending, ["sending"], {state: "handed-over"}, now);
}

/** What came of it. `sending`: it was not taken, and may be tried again. */
export function settleReceipt(
  registry: Registry,
  sending: Sending,
  {state, answer}: {readonly state: "delivered" | "uncertain" | "refused" | "sending"; readonly answer: string},
  now: Date
): Promise<boolean> {
  const from = ["sending", "handed-over", "uncertain"] as const;
  return change(registry, sending, from, {state, answer: answer.slice(0, 500)}, now);
}

async function change(
  registry: Registry,
  {issue, recipient, sender}: Sending,
  from: readonly ReceiptState[],
  to: {readonly state: ReceiptState; readonly answer?: string},
  now: Date
): Promise<boolean> {
  const {numUpdatedRows} = await registry.transaction().execute((transaction) =>
    transaction
      .updateTable("receipts")
      .set({...to, changed_at: now.toISOString()})
      .where("issue", "=", issue)
      .where("recipient", "=", recipient)
      .where("sender", "=", sender)
      .where("state", "in", from)
      .executeTakeFirst()
  );
  return numUpdatedRows > 0n;
}

/**
 * By hand: it came back (`bounced`), or is to be sent again (`sending`), under a new name where mailboxes have the old one and
 * would hide it. False where there is no such receipt.
 */
export async function markReceipt(
  registry: Registry,
  {issue, recipient}: Pick<Receipt, "issue" | "recipient">,
  {state, answer}: {readonly state: "bounced" | "sending"; readonly answer: string},
  now: Date
): Promise<boolean> {
  return registry.transaction().execute(async (transaction) => {
    const [before] = await listReceipts(transaction, {issue, recipient});
    if (!before) return false;
    const isNew = state === "sending" && before.state !== "uncertain";
    const message_id = isNew ? before.messageId.replace(/^<(\w+)/, `<$1.${now.getTime()}`) : before.messageId;
    await transaction
      .updateTable("receipts")
      .set({state, answer, message_id, sender: "", changed_at: now.toISOString()})
      .where("issue", "=", issue)
      .where("recipient", "=", recipient)
      .execute();
    return true;
  });
}

/** Newest first. */
export async function listReceipts(
  registry: Registry,
  filter: {readonly issue?: string; readonly recipient?: string; readonly states?: readonly ReceiptState[]} = {}
): Promise<readonly Receipt[]> {
  let query = registry.selectFrom("receipts").selectAll();
  if (filter.issue !== undefined) query = query.where("issue", "=", filter.issue);
  if (filter.recipient !== undefined) query = query.where("recipient", "=", filter.recipient);
  if (filter.states) query = query.where("state", "in", filter.states);
  const rows = await query.orderBy("changed_at", "desc").orderBy("issue").orderBy("recipient").execute();
  return rows.map(toReceipt);
}

/** The receipt of the mail with this Message-ID, angle brackets included. */
export async function findReceiptOf(registry: Registry, messageId: string): Promise<Receipt | undefined> {
  const row = await registry.selectFrom("receipts").selectAll().where("message_id", "=", messageId).executeTakeFirst();
  return row && toReceipt(row);
}

function toReceipt({message_id, changed_at, ...row}: Selectable<ReceiptTable>): Receipt {
  return {...row, messageId: message_id, changedAt: changed_at};
}
