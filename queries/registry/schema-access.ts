/** The registry's tables of accounts, rights and sessions. Nothing here can be used to sign in by who reads it. */
import type {ColumnType} from "kysely";
import type {Purpose, Role, scopeKinds} from "../access-rules.ts";

type Fixed<Value> = ColumnType<Value, Value, never>;

export type AccountOrigin = "local" | "provider" | "demonstration";

export interface AccountTable {
  id: Fixed<string>;
  origin: Fixed<AccountOrigin>;
  /** Issuer and subject at a provider; for local accounts empty and the name they sign in with. Together unique. */
  issuer: Fixed<string>;
  subject: Fixed<string>;
  /** As shown. */
  name: string;
  /** Self-describing Argon2id hash; null until the invited person has chosen one. */
  passphrase: string | null;
  /** TOTP secret under the access key; null without a second factor. */
  totp: string | null;
  /** The newest time step that a code was used for: a code works once. */
  totp_step: number;
  blocked: number;
  created_at: Fixed<string>;
  changed_at: string;
}

export interface GrantTable {
  account: Fixed<string>;
  position: Fixed<number>;
  role: Fixed<Role>;
  scope_kind: Fixed<(typeof scopeKinds)[number]>;
  /** A municipality, or units with commas. */
  scope: Fixed<string>;
  given_by: Fixed<string>;
  given_at: Fixed<string>;
}

export interface RecoveryCodeTable {
  hash: Fixed<string>;
  account: Fixed<string>;
  used_at: string | null;
}

/** A code, used once, by which a person chooses a passphrase. */
export interface InvitationTable {
  hash: Fixed<string>;
  /** Null: whoever holds it becomes the first administrator. */
  account: Fixed<string | null>;
  expires_at: Fixed<string>;
  used_at: string | null;
}

export interface SessionTable {
  /** SHA-256 of what the cookie holds. */
  hash: Fixed<string>;
  /** What the list of sessions names it by. */
  id: Fixed<string>;
  account: Fixed<string>;
  /** `full`, or what is still to be done: give a code, or set up a second factor. */
  stage: Fixed<"full" | "code" | "enrol">;
  second_factor: Fixed<number>;
  purpose: Purpose | null;
  /** The browser and system, coarsely. */
  agent: Fixed<string>;
  issuer: Fixed<string>;
  provider_session: Fixed<string>;
  created_at: Fixed<string>;
  seen_at: string;
  idle_until: string;
  ends_at: Fixed<string>;
}

/** Failed attempts to sign in; the key says nothing of who or from where. */
export interface AttemptTable {
  key: Fixed<string>;
  failures: number;
  since: string;
  blocked_until: string;
}

/** A sign-in that is under way at a provider, bound to one browser. */
export interface FlowTable {
  hash: Fixed<string>;
  provider: Fixed<string>;
  state: Fixed<string>;
  nonce: Fixed<string>;
  verifier: Fixed<string>;
  back: Fixed<string>;
  expires_at: Fixed<string>;
}

/** A look-up drawn from the audit log, of which its user must say why. */
export interface SampleTable {
  month: Fixed<string>;
  sequence: Fixed<number>;
  account: Fixed<string>;
  at: Fixed<string>;
  action: Fixed<string>;
  resource: Fixed<string>;
  asked_at: Fixed<string>;
  reason: string | null;
  comment: string;
  answered_at: string | null;
}

export interface AccessSchema {
  accounts: AccountTable;
  grants: GrantTable;
  recovery_codes: RecoveryCodeTable;
  invitations: InvitationTable;
  sessions: SessionTable;
  sign_in_attempts: AttemptTable;
  sign_in_flows: FlowTable;
  look_up_samples: SampleTable;
}
