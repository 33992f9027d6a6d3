import type {ColumnType} from "kysely";

type Fixed<Value> = ColumnType<Value, Value, never>;

/** Every signature there has been; the newest that is not withdrawn counts. */
export interface EthicsSignatureTable {
  indicator: Fixed<string>;
  /** Of the form that was signed. */
  sha256: Fixed<string>;
  signed_by: Fixed<string>;
  contact: Fixed<string>;
  signed_on: Fixed<string>;
  valid_until: Fixed<string>;
  recorded_at: Fixed<string>;
  withdrawn_at: string | null;
}

/** A file of counts that were made of rows before these were deleted; `path` is relative to the data folder. */
export interface KeptFactsTable {
  path: Fixed<string>;
  sha256: Fixed<string>;
  rows: Fixed<number>;
  stored_at: Fixed<string>;
}

/** Rows that somebody asks to take out; never the rows themselves. */
export interface RowRequestTable {
  number: Fixed<string>;
  /** `extract`: of the lake; `quarantine`: the rejected rows of a delivery. */
  kind: Fixed<"extract" | "quarantine">;
  standard: Fixed<string>;
  municipality: Fixed<string>;
  /** Empty for rejected rows. */
  period: Fixed<string>;
  /** Empty for rows of the lake. */
  delivery: Fixed<string>;
  purpose: Fixed<string>;
  reason: Fixed<string>;
  state: "asked" | "approved" | "refused" | "taken";
  asked_by: Fixed<string>;
  asked_at: Fixed<string>;
  decided_by: string | null;
  decided_at: string | null;
  taken_at: string | null;
  rows: number | null;
}

export interface TrustSchema {
  ethics_signatures: EthicsSignatureTable;
  kept_facts: KeptFactsTable;
  row_requests: RowRequestTable;
}
