import type {ColumnType} from "kysely";

type Fixed<Value> = ColumnType<Value, Value, never>;

/** A reader's report of an error in one figure. `contact` is empty once the case is closed. */
export interface ErrorReportTable {
  number: Fixed<string>;
  indicator: Fixed<string>;
  unit: Fixed<string>;
  period: Fixed<string>;
  category: Fixed<string>;
  release: Fixed<string>;
  text: string;
  contact: string;
  state: "received" | "in-progress" | "corrected" | "rejected";
  answer: string;
  received_at: Fixed<string>;
  changed_at: string;
}

export interface ErrorReportSchema {
  error_reports: ErrorReportTable;
}
