/** Which local codes of one column met which standard codes, and which met none. Codes only, never free text or persons. */
export interface MappingCoverage {
  readonly column: string;
  readonly classification: string;
  readonly met: readonly {readonly local: string; readonly code: string; readonly rows: number}[];
  readonly unmet: readonly {readonly local: string; readonly rows: number}[];
}

export interface Finding {
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** Danish; never a person's value. */
  readonly message: string;
  /** Rows that the finding is about; 0 when it is about the file. */
  readonly count: number;
  /** First line numbers in the delivered file, the header being line 1. */
  readonly lines: readonly number[];
}

/** What the program could not tell from the content, and the option that answers it. */
export interface Question {
  readonly text: string;
  readonly option:
    | "--standard"
    | "--municipality"
    | "--period"
    | "--encoding"
    | "--delimiter"
    | "--decimal"
    | "--mapping";
  readonly choices: readonly string[];
}

/** How the file was read. */
export interface Dialect {
  readonly format: "csv" | "parquet" | "arrow" | "json" | "xlsx";
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: "," | "." | null;
}

export const reportStatuses = ["accepted", "rejected", "uncertain"] as const;

/** What came of one delivered file. `delivery` is null when the file could not become one. */
export interface ValidationReport {
  readonly delivery: string | null;
  readonly fileName: string;
  readonly standard: string | null;
  readonly mapping: string | null;
  readonly status: (typeof reportStatuses)[number];
  readonly rows: number;
  readonly municipalities: readonly string[];
  readonly periods: readonly string[];
  readonly dialect: Dialect | null;
  readonly findings: readonly Finding[];
  readonly coverage: readonly MappingCoverage[];
  readonly question: Question | null;
  readonly checkedAt: string;
}
