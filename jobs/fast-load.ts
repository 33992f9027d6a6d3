/** The fast way in: rows typed while they are read, written once as Parquet in staging, and judged over what was written. */
import {join} from "node:path";
import type {Engine} from "../queries/engine.ts";
import {type CsvShape, quoteName, quoteText, sqlType, typedReader, typedSelect} from "../queries/sql.ts";
import type {Column, Standard} from "../queries/standards/standard.ts";
import {decideDecimal, evidenceOf, parseDecimal} from "./dialect.ts";
import type {ExaminationJob, StagedExtract} from "./examination.ts";
import {type Judgement, judge} from "./judge.ts";
import {sampleOf, type Table} from "./read-table.ts";
import {extractName, sealExtract, writeExtract} from "./staged-files.ts";
import type {Match} from "./standard-match.ts";

export interface FastLoad {
  readonly judgement: Judgement;
  /** Null unless wanted. */
  readonly extract: StagedExtract | null;
  readonly decimal: "," | ".";
}

/** The loaded extract, or null when the file needs the careful way: something in it is not written canonically, or wrong. */
export async function loadFast(
  engine: Engine,
  job: ExaminationJob,
  table: Table,
  match: Match
): Promise<FastLoad | null> {
  const decimal = job.said.decimal === undefined ? plainDecimal(table, match) : parseDecimal(job.said.decimal);
  if (decimal === null) return null;
  const source = table.parquet ? parquetSource(table, match) : csvSource(table, match, decimal);
  if (source === null) return null;
  const present = new Set(match.columns.flatMap((column) => (column ? [column.id] : [])));
  const select = `SELECT ${typedSelect(match.standard, present, job.said)} FROM ${source}`;
  const path = join(job.staging, extractName);
  try {
    await writeExtract(engine, select, path);
    await engine.run(`CREATE OR REPLACE TEMP VIEW loaded AS SELECT * FROM read_parquet(${quoteText(path)})`);
    if (!(await isSound(engine, job, table, match))) return null;
    const sealed = job.store ? sealExtract(path) : null;
    const [judgement, sha256] = await Promise.all([judgeLoaded(engine, job, match.standard), sealed]);
    const extract = judgement && sha256 ? {path, sha256, parts: judgement.parts} : null;
    return judgement && {judgement, extract, decimal};
  } catch (error) {
    if (/Conversion Error|Invalid Input|Could not convert/i.test(String(error))) return null;
    throw error;
  }
}

/** Null when a row is wrong or there is none: the careful way tells more, and may be able to read it. */
async function judgeLoaded(engine: Engine, job: ExaminationJob, standard: Standard): Promise<Judgement | null> {
  const judgement = await judge(engine, standard, {name: "loaded", lines: false, extra: []}, job);
  const isWhole = judgement.rows > 0 && judgement.findings.every(({severity}) => severity !== "error");
  return isWhole ? judgement : null;
}

async function isSound(engine: Engine, job: ExaminationJob, table: Table, match: Match): Promise<boolean> {
  if (!table.parquet && (await rejects(engine)) > 0) return false;
  return job.said.decimal !== undefined || !(await guessedWrong(engine, table, match));
}

async function rejects(engine: Engine): Promise<number> {
  const {count} = await engine.one<{count: number}>("SELECT count(*) AS count FROM reject_errors");
  return count;
}

/** The sample's decimal sign; null when it is mixed or unclear, and the whole file must be asked. */
function plainDecimal(table: Table, {columns}: Match): "," | "." | null {
  if (table.parquet) return ".";
  const decided = decideDecimal(evidenceOf(sampleOf(table, columns, ({type}) => type === "decimal")));
  return decided === "both" || decided === "unclear" ? null : (decided ?? ".");
}

/** The sample had whole numbers only, but later there are fractions: they may have been thousands. */
async function guessedWrong(engine: Engine, table: Table, {columns}: Match): Promise<boolean> {
  const decimals = columns.filter((column) => column?.type === "decimal");
  if (table.parquet || decimals.length === 0) return false;
  if (decideDecimal(evidenceOf(sampleOf(table, columns, ({type}) => type === "decimal"))) !== null) return false;
  const fraction = decimals.map((column) => `${quoteName(column!.id)} <> trunc(${quoteName(column!.id)})`).join(" OR ");
  const {count} = await engine.one<{count: number}>(`SELECT count(*) AS count FROM loaded WHERE ${fraction}`);
  return count > 0;
}

function csvSource(table: Table, match: Match, decimal: "," | "."): string | null {
  const dates = sampleOf(table, match.columns, ({type}) => type === "date");
  if (!dates.every((date) => /^\d{4}-\d\d-\d\d$/.test(date))) return null;
  const columns = match.columns.map((column, index) => ({name: column?.id ?? `c${index}`, column}));
  const shape: CsvShape = {...table.csv!, columns, decimal};
  return typedReader(shape);
}

/** Columns by name; null where a type would have to be read as text. */
function parquetSource(table: Table, match: Match): string | null {
  const {path, types} = table.parquet!;
  const known = match.columns.flatMap((column, index) => (column ? [{column, index}] : []));
  if (!known.every(({column, index}) => compatible(column, types[index]!))) return null;
  const cells = known.map(
    ({column, index}) => `CAST(${quoteName(table.header[index]!)} AS ${readAs(column)}) AS ${quoteName(column.id)}`
  );
  return `(SELECT ${cells.join(", ")} FROM read_parquet(${quoteText(path)}, hive_partitioning = false))`;
}

function readAs(column: Column): string {
  return column.type === "integer" ? "DOUBLE" : sqlType(column);
}

function compatible({type}: Column, sql: string): boolean {
  const whole = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(sql);
  if (type === "text" || type === "period") return sql === "VARCHAR" || sql.startsWith("ENUM");
  if (type === "integer") return whole;
  if (type === "decimal") return whole || /^(DOUBLE|FLOAT|DECIMAL)/.test(sql);
  return sql === sqlType({type} as Column);
}
