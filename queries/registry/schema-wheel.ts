/** The registry's tables of the annual wheel: arrivals, slots, sign-offs, recipients, receipts and calendars. */
import type {ColumnType} from "kysely";

type Fixed<T> = ColumnType<T, T, never>;

/** When what an entry of the wheel expects for a period had come, beside when it was expected. */
export interface ArrivalTable {
  municipality: Fixed<string>;
  entry: Fixed<string>;
  period: Fixed<string>;
  expected_from: Fixed<string>;
  expected_to: Fixed<string>;
  arrived_on: string;
  source: "delivery" | "hand";
  noted_by: string;
  recorded_at: string;
}

/** One thing to do once; `id` is made of all that names it, so that it cannot be there twice. */
export interface SlotTable {
  id: Fixed<string>;
  job: Fixed<string>;
  entry: Fixed<string>;
  municipality: Fixed<string>;
  unit: Fixed<string>;
  period: Fixed<string>;
  recipient: Fixed<string>;
  subject: Fixed<string>;
  due_at: string;
  state: "running" | "waiting" | "done" | "failed" | "skipped" | "superseded" | "cancelled";
  /** Rises with every change: who changes a slot must have seen its newest state. */
  version: number;
  starts: number;
  attempts: number;
  started_at: string | null;
  ended_at: string | null;
  next_try_at: string | null;
  lease_owner: string | null;
  lease_until: string | null;
  phase: string;
  error: string;
  result: string;
}

export interface SlotEventTable {
  slot: Fixed<string>;
  position: Fixed<number>;
  at: Fixed<string>;
  state: Fixed<string>;
  text: Fixed<string>;
}

export interface SignoffTable {
  issue: Fixed<string>;
  state: "built" | "previewed" | "signed-off" | "returned" | "withdrawn";
  release_at: string | null;
  /** What a correction corrects and why; empty where it replaces nothing. */
  correction: string;
  version: number;
  changed_at: string;
}

export interface SignoffEventTable {
  issue: Fixed<string>;
  position: Fixed<number>;
  step: Fixed<string>;
  state: Fixed<string>;
  actor: Fixed<string>;
  at: Fixed<string>;
  comment: Fixed<string>;
  release_at: Fixed<string | null>;
  /** Empty where the step was taken at the command line. */
  account: Fixed<string>;
}

/** One report of a mail that did not arrive, or will arrive late. */
export interface BounceTable {
  id: Fixed<string>;
  issue: Fixed<string>;
  recipient: Fixed<string>;
  address: Fixed<string>;
  action: Fixed<"failed" | "delayed">;
  /** An enhanced status as `5.1.1`; may be empty. */
  status: Fixed<string>;
  answer: Fixed<string>;
  source: Fixed<"smtp" | "report" | "hand">;
  at: Fixed<string>;
}

/** An address that no mail goes to until somebody lifts it. */
export interface StoppedAddressTable {
  address: Fixed<string>;
  reason: string;
  stopped_at: string;
}

/** Somebody has asked what runs of a job to stop. */
export interface StopRequestTable {
  job: Fixed<string>;
  asked_by: string;
  asked_at: string;
}

export interface RecipientTable {
  id: Fixed<string>;
  municipality: Fixed<string>;
  name: string;
  kind: "person" | "group" | "committee" | "role";
  channel: "mail" | "folder" | "webhook";
  /** A mail address, the name of a folder below `deliveries/`, or a URL. */
  address: string;
  /** What the recipient may get packages of: this unit and those below it. */
  scope: string;
  language: "da" | "en";
  form: "attached" | "link";
  active: number;
  /** Rises with every change: who changes a recipient must have seen its newest state. */
  version: number;
  created_at: Fixed<string>;
}

/** What a recipient was made and changed to; `position` is the version that it then had. */
export interface RecipientEventTable {
  recipient: Fixed<string>;
  position: Fixed<number>;
  step: Fixed<"created" | "changed" | "closed" | "opened">;
  /** An account's id; empty where it was done at the command line. */
  actor: Fixed<string>;
  at: Fixed<string>;
  /** All that the recipient then was, as JSON. */
  fields: Fixed<string>;
}

export interface SubscriptionTable {
  recipient: Fixed<string>;
  definition: Fixed<string>;
  /** `*`: every unit in the recipient's scope. */
  unit: Fixed<string>;
}

/** At most one delivery of an issue to a recipient. `sending` was not handed over; from `handed-over` on nobody sends again. */
export interface ReceiptTable {
  issue: Fixed<string>;
  recipient: Fixed<string>;
  channel: Fixed<string>;
  /** As it was when sent. */
  address: string;
  state: "sending" | "handed-over" | "delivered" | "uncertain" | "bounced" | "refused";
  message_id: string;
  attempts: number;
  sender: string;
  answer: string;
  changed_at: string;
}

/** What calendars have been told of an occurrence of the wheel. */
export interface CalendarEventTable {
  uid: Fixed<string>;
  municipality: Fixed<string>;
  entry: Fixed<string>;
  year: Fixed<number>;
  area: string;
  kind: string;
  title: string;
  title_english: string;
  date_from: string;
  date_to: string;
  state: "confirmed" | "cancelled";
  sequence: number;
  created_at: Fixed<string>;
  changed_at: string;
}

/** Who may read a calendar; only the token's SHA-256 is kept. */
export interface CalendarTokenTable {
  hash: Fixed<string>;
  municipality: Fixed<string>;
  area: Fixed<string>;
  language: Fixed<string>;
  owner: Fixed<string>;
  created_at: Fixed<string>;
  revoked_at: string | null;
}

export interface WheelSchema {
  arrivals: ArrivalTable;
  slots: SlotTable;
  slot_events: SlotEventTable;
  signoffs: SignoffTable;
  signoff_events: SignoffEventTable;
  bounces: BounceTable;
  stopped_addresses: StoppedAddressTable;
  stop_requests: StopRequestTable;
  recipients: RecipientTable;
  recipient_events: RecipientEventTable;
  subscriptions: SubscriptionTable;
  receipts: ReceiptTable;
  calendar_events: CalendarEventTable;
  calendar_tokens: CalendarTokenTable;
}
