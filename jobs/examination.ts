/** What the validating process is asked and what it answers; both are JSON lines between two processes. */
import type {Code} from "../queries/classifications/classification.ts";
import type {LakeSource} from "../queries/lake-source.ts";
import type {Dialect, Finding, MappingCoverage, Question} from "../queries/registry/reports.ts";
import type {Mapping} from "./mapping.ts";

/** What a file may be at most; hostile input ends at a limit, never in a crash. */
export interface ContentLimits {
  readonly rows: number;
  readonly columns: number;
  /** Bytes of one line. */
  readonly line: number;
  /** Characters of one cell. */
  readonly cell: number;
  /** Depth of nesting in JSON. */
  readonly nesting: number;
  /** Unpacked bytes over packed bytes of a workbook. */
  readonly zipRatio: number;
  /** From the first to the last cell of a sheet that holds something, the empty ones between them too. */
  readonly sheetCells: number;
  /** Parts of a workbook. */
  readonly zipEntries: number;
  /** Rows of a Parquet file for each of its bytes: more than that is no delivery of persons. */
  readonly rowsPerByte: number;
  /** Bytes of a JSON, Arrow or XLSX file, which are read whole. */
  readonly wholeFile: number;
}

export const contentLimits: ContentLimits = {
  rows: 100_000_000,
  columns: 500,
  line: 1_000_000,
  cell: 10_000,
  nesting: 8,
  zipRatio: 200,
  sheetCells: 25_000_000,
  zipEntries: 2_000,
  rowsPerByte: 100,
  wholeFile: 200_000_000
};

/** What a sender said beside the file; absent: to be told from the content. */
export interface Said {
  readonly standard?: string | undefined;
  readonly municipality?: string | undefined;
  readonly period?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly decimal?: string | undefined;
}

export interface ExaminationJob {
  readonly path: string;
  readonly said: Said;
  /** The mapping that must be used; else `mappings` that may fit. */
  readonly mapping: Mapping | null;
  readonly mappings: readonly Mapping[];
  /** What is current of each referenced standard. */
  readonly references: Readonly<Record<string, readonly LakeSource[]>>;
  /** The data folder's list of themes; absent: the program's own. */
  readonly themes?: readonly Code[];
  /** Empty folder for this job's files. */
  readonly staging: string;
  /** False: judge only, leave no extract. */
  readonly store: boolean;
  /** Civil registration numbers may stand where pseudonyms belong: they are made into them before anything is stored. */
  readonly pseudonymise: boolean;
  readonly limits: ContentLimits;
}

/** The rows of one municipality, period and slice in a delivery; `slice` is `` where the standard has none. */
export interface ExtractPart {
  readonly municipality: string;
  readonly period: string;
  readonly slice: string;
  readonly rows: number;
}

/** The delivery as one Parquet file in staging, and what it is about. */
export interface StagedExtract {
  readonly path: string;
  readonly sha256: string;
  readonly parts: readonly ExtractPart[];
}

/** The same with all its parts in this slice of the standard. */
export function inSlice(examination: Examination, slice: string | undefined): Examination {
  if (slice === undefined) return examination;
  const {extract, parts} = examination;
  const moved = (some: readonly ExtractPart[]) => some.map((part) => ({...part, slice}));
  return {...examination, parts: moved(parts), extract: extract && {...extract, parts: moved(extract.parts)}};
}

export interface Examination {
  readonly status: "accepted" | "rejected" | "uncertain";
  readonly standard: string | null;
  readonly mapping: string | null;
  readonly rows: number;
  readonly municipalities: readonly string[];
  readonly periods: readonly string[];
  /** What the rows are about, also where nothing is kept; empty unless accepted. */
  readonly parts: readonly ExtractPart[];
  readonly dialect: Dialect | null;
  readonly findings: readonly Finding[];
  readonly coverage: readonly MappingCoverage[];
  readonly question: Question | null;
  /** Null unless accepted and wanted. */
  readonly extract: StagedExtract | null;
  /** CSV of rejected rows in staging, or null. */
  readonly quarantine: string | null;
  /** Columns of the extract that hold civil registration numbers; never stored so. */
  readonly personNumbers: readonly string[];
}

/** An examination that has found nothing yet: what every other one is made from. */
export const nothing: Examination = {
  status: "rejected",
  standard: null,
  mapping: null,
  rows: 0,
  municipalities: [],
  periods: [],
  parts: [],
  dialect: null,
  findings: [],
  coverage: [],
  question: null,
  extract: null,
  quarantine: null,
  personNumbers: []
};

/** Ends an examination at once: the file cannot be used, for one reason. */
export class Refusal extends Error {
  readonly finding: Finding;
  constructor(rule: string, message: string, lines: readonly number[] = []) {
    super(rule);
    this.name = "Refusal";
    this.finding = {rule, severity: "error", message, count: lines.length, lines};
  }
}

/** Ends an examination at once: the content does not tell, so the sender is asked. */
export class Doubt extends Error {
  readonly question: Question;
  /** What the question comes of. */
  readonly findings: readonly Finding[];
  constructor(
    option: Question["option"],
    text: string,
    choices: readonly string[] = [],
    findings: readonly Finding[] = []
  ) {
    super(option);
    this.name = "Doubt";
    this.question = {text, option, choices};
    this.findings = findings;
  }
}
