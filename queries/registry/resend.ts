import {liftAddress} from "./bounces.ts";
import type {Registry} from "./open.ts";
import {listReceipts, markReceipt, type Receipt} from "./receipts.ts";
import {findSlot, slotId} from "./slots.ts";
import {settleSlots} from "./slots-write.ts";

/** By hand: it is sent once more at the next run. False where it was never sent to this recipient. */
export async function sendAgain(
  registry: Registry,
  which: Pick<Receipt, "issue" | "recipient">,
  text: string,
  now: Date
): Promise<boolean> {
  if (!(await markReceipt(registry, which, {state: "sending", answer: text}, now))) return false;
  const key = {job: "deliver", entry: "", municipality: "", unit: "", period: ""} as const;
  const slot = await findSlot(registry, slotId({...key, subject: which.issue, recipient: which.recipient}));
  if (slot) await settleSlots(registry, [{...slot, seen: slot.version}], {state: "waiting", text, now});
  return true;
}

/** Mail is sent to the address again and, where that is wanted, also what it missed: how many. Null where nothing was stopped. */
export async function openAddress(
  registry: Registry,
  address: string,
  {resend, now}: {readonly resend: boolean; readonly now: Date}
): Promise<number | null> {
  if (!(await liftAddress(registry, address))) return null;
  return resend ? sendAgainTo(registry, address, "sendes om, da adressen blev åbnet", now) : 0;
}

/** What came back from an address, or was not taken there, is sent once more; how many. */
export async function sendAgainTo(registry: Registry, address: string, text: string, now: Date): Promise<number> {
  const failed = (await listReceipts(registry, {states: ["bounced", "refused"]})).filter(
    (receipt) => receipt.address.toLowerCase() === address.toLowerCase()
  );
  for (const receipt of failed) await sendAgain(registry, receipt, text, now);
  return failed.length;
}
