/** The registry's tables. Times are ISO 8601 text in UTC, JSON is text, nothing is particular to one database. */
import type {ColumnType} from "kysely";
import type {AccessSchema} from "./schema-access.ts";
import type {AuditSchema} from "./schema-audit.ts";
import type {ConversationSchema} from "./schema-conversations.ts";
import type {ErrorReportSchema} from "./schema-error-reports.ts";
import type {ObservationSchema} from "./schema-observations.ts";
import type {RetentionSchema} from "./schema-retention.ts";
import type {TrustSchema} from "./schema-trust.ts";
import type {WheelSchema} from "./schema-wheel.ts";

type Fixed<T> = ColumnType<T, T, never>;

/** One file received for one standard; `id` is the SHA-256 of its bytes, and of the mapping where one was used. */
export interface DeliveryTable {
  id: Fixed<string>;
  standard: string;
  file_name: string;
  sha256: Fixed<string>;
  mapping: string | null;
  status: "accepted" | "rejected";
  rows: number;
  received_at: string;
  /** Rises by one with each accepted delivery: the order of replacement. */
  sequence: number;
  report: string;
}

/** One part of a delivery's Parquet file: a municipality, a period and, for some standards, a slice. */
export interface LakeFileTable {
  delivery: Fixed<string>;
  standard: Fixed<string>;
  municipality: Fixed<string>;
  period: Fixed<string>;
  slice: Fixed<string>;
  path: Fixed<string>;
  sha256: Fixed<string>;
  rows: Fixed<number>;
  /** `expired`: its rows were deleted on time; the file may be gone, and there is a receipt. */
  state: "current" | "superseded" | "expired";
  superseded_by: string | null;
  stored_at: Fixed<string>;
}

export interface FindingTable {
  delivery: Fixed<string>;
  position: Fixed<number>;
  rule: Fixed<string>;
  severity: Fixed<"error" | "warning">;
  message: Fixed<string>;
  count: Fixed<number>;
  lines: Fixed<string>;
}

export interface ReleaseTable {
  id: Fixed<string>;
  period: Fixed<string>;
  created_at: Fixed<string>;
  active: number;
}

export interface IssueTable {
  issue: Fixed<string>;
  definition: Fixed<string>;
  unit: Fixed<string>;
  municipality: Fixed<string>;
  period: Fixed<string>;
  language: Fixed<string>;
  number: Fixed<number>;
  release: Fixed<string>;
  checksum: Fixed<string>;
  replaces: Fixed<string | null>;
  pages: Fixed<number>;
  built_at: Fixed<string>;
  /** SHA-256 of manifest.json. */
  manifest_sha256: Fixed<string>;
  /** SHA-256 over what it says: figures, findings and agreements; empty where it was built before this was kept. */
  content: Fixed<string>;
  /** What it says that it corrects and why, and since when; empty where it corrects nothing. */
  reason: Fixed<string>;
  reason_at: Fixed<string>;
  /** An account, or an operator as `system:<name>`; empty where the wheel built it. */
  built_by: Fixed<string>;
}

export interface AgreementTable {
  id: Fixed<string>;
  unit: string;
  period: string;
  indicator: string | null;
  text: string;
  target: number | null;
  owner: string;
  due: string | null;
  status: "open" | "done" | "dropped";
  created_at: string;
  conversation: string | null;
  direction: "rise" | "fall" | "hold" | null;
  expected: string;
  changed_at: string | null;
}

export interface Schema
  extends WheelSchema,
    AuditSchema,
    ErrorReportSchema,
    AccessSchema,
    RetentionSchema,
    ObservationSchema,
    ConversationSchema,
    TrustSchema {
  deliveries: DeliveryTable;
  lake_files: LakeFileTable;
  findings: FindingTable;
  releases: ReleaseTable;
  issues: IssueTable;
  agreements: AgreementTable;
}
