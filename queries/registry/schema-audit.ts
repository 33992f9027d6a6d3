import type {ColumnType} from "kysely";
import type {AuditAction, AuditMark} from "../audit.ts";

type Fixed<Value> = ColumnType<Value, Value, never>;

export interface AuditEntryTable {
  sequence: Fixed<number>;
  at: Fixed<string>;
  actor: Fixed<string>;
  action: Fixed<AuditAction>;
  resource: Fixed<string>;
  purpose: Fixed<string>;
  /** JSON object. */
  detail: Fixed<string>;
  hash: Fixed<string>;
}

export interface AuditMarkTable {
  kind: Fixed<AuditMark["kind"]>;
  sequence: number;
  hash: string;
  mac: string;
}

export interface AuditSchema {
  audit_entries: AuditEntryTable;
  audit_marks: AuditMarkTable;
}
