import type {ColumnType} from "kysely";

type Fixed<Value> = ColumnType<Value, Value, never>;

export const fileKinds = ["inbox", "quarantine", "staging"] as const;
export type FileKind = (typeof fileKinds)[number];
/** The last three are rows of the registry. */
export type DeletionKind = FileKind | "extract" | "conversations" | "bounces" | "recipients";
/**
 * `expired`: its time was over; `person-numbers`: it held civil registration numbers, which are never kept; `superseded`:
 * findings that were written on the pages, of which there is a newer state.
 */
export type DeletionReason = "expired" | "person-numbers" | "superseded";

/** The receipt for one deleted file; `path` is relative to the data folder, and begins with `registry/` for rows of the registry. */
export interface DeletionTable {
  path: Fixed<string>;
  sha256: Fixed<string>;
  kind: Fixed<DeletionKind>;
  reason: Fixed<DeletionReason>;
  bytes: Fixed<number>;
  /** Of persons or units that were in it; 0 where nobody counted. */
  rows: Fixed<number>;
  deleted_at: Fixed<string>;
}

export interface RetentionSchema {
  deletions: DeletionTable;
}
