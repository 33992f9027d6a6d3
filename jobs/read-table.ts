/** Opens a delivered file as a table: its columns' headers, a sample, and how to read it as SQL. */
import {isUtf8} from "node:buffer";
import {statSync} from "node:fs";
import {join} from "node:path";
import type {Engine} from "../queries/engine.ts";
import type {Dialect} from "../queries/registry/reports.ts";
import {type CsvShape, quoteName, quoteText, textReader} from "../queries/sql.ts";
import type {Column} from "../queries/standards/standard.ts";
import {convertToCsv} from "./convert.ts";
import {count} from "./counts.ts";
import {delimiters, detectDelimiter, nameOf, parseDelimiter, parseRecords} from "./dialect.ts";
import {
  detectEncoding,
  detectFormat,
  type Encoding,
  type Format,
  parseEncoding,
  readHead,
  transcode
} from "./encoding.ts";
import {checkEndlessLine} from "./endless-line.ts";
import {type ExaminationJob, Refusal} from "./examination.ts";
import {fromLine, refuseMixedLineEnds, refuseTitleAbove, separatorOf} from "./first-lines.ts";
import {type Mapping, mappingFits} from "./mapping.ts";
import {countKnownHeaders} from "./standard-match.ts";

export interface Table {
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  /** Bytes, which tell how careful to be with memory. */
  readonly size: number;
  readonly csv: Omit<CsvShape, "columns" | "decimal"> | null;
  readonly parquet: {readonly path: string; readonly types: readonly string[]} | null;
}

/** The file as a table; `mapping` may say how it is written. */
export async function openTable(engine: Engine, job: ExaminationJob, mapping: Mapping | null): Promise<Table> {
  const size = statSync(job.path).size;
  if (size === 0) throw new Refusal("empty", "Filen er tom.");
  const format = detectFormat(readHead(job.path, 4096));
  const table = await (format === "parquet" ? openParquet(engine, job, size) : openText(job, format, size, mapping));
  if (table.header.some((name) => name.includes("\0"))) throw new Refusal("truncated", "Filens overskrift er ødelagt.");
  if (table.header.length > job.limits.columns)
    throw new Refusal("too-many-columns", `Filen har flere end ${count(job.limits.columns)} kolonner.`);
  return table;
}

async function openParquet(engine: Engine, {path, limits}: ExaminationJob, size: number): Promise<Table> {
  const source = `read_parquet(${quoteText(path)}, hive_partitioning = false)`;
  try {
    const {rows} = await engine.one<{rows: number}>(
      `SELECT num_rows AS rows FROM parquet_file_metadata(${quoteText(path)})`
    );
    if (rows > limits.rows) throw new Refusal("too-many-rows", `Filen har flere end ${count(limits.rows)} rækker.`);
    if (rows > 10_000 && rows > size * limits.rowsPerByte)
      throw new Refusal("too-large", `Filen siger, at den har ${count(rows)} rækker, og det kan den ikke rumme.`);
    const columns = await engine.rows<{column_name: string; column_type: string}>(`DESCRIBE SELECT * FROM ${source}`);
    const dialect: Dialect = {format: "parquet", encoding: null, delimiter: null, decimal: null};
    const parquet = {path, types: columns.map(({column_type}) => column_type)};
    return {dialect, header: columns.map(({column_name}) => column_name), sample: [], size, csv: null, parquet};
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("truncated", "Parquet-filen er ødelagt eller afkortet og kan ikke læses.");
  }
}

async function openText(job: ExaminationJob, format: Format, size: number, mapping: Mapping | null): Promise<Table> {
  if (format !== "csv" && size > job.limits.wholeFile)
    throw new Refusal(
      "too-large",
      `Filer i formatet ${format} kan højst fylde ${count(job.limits.wholeFile / 1e6)} MB. Send den som CSV eller Parquet.`
    );
  const converted = join(job.staging, "converted.csv");
  if (format !== "csv") {
    await convertToCsv(job.path, format, converted, job.limits);
    return readCsv(converted, job, null, ";", format, null);
  }
  const said = job.said.encoding ?? mapping?.input?.encoding;
  const encoding = said === undefined ? detectEncoding(job.path, size, false) : parseEncoding(said);
  const path = encoding === "utf-8" ? job.path : await recode(job, encoding);
  const delimiter = job.said.delimiter ?? mapping?.input?.delimiter;
  return readCsv(path, job, encoding, delimiter === undefined ? null : parseDelimiter(delimiter), "csv", mapping);
}

async function recode(job: ExaminationJob, encoding: Encoding): Promise<string> {
  const target = join(job.staging, "utf-8.csv");
  await transcode(job.path, encoding, target);
  return target;
}

const sampleSize = 1_000_000;

function readCsv(
  path: string,
  job: ExaminationJob,
  encoding: string | null,
  delimiter: string | null,
  format: Format,
  mapping: Mapping | null
): Table {
  const size = statSync(path).size;
  const cut = size > sampleSize;
  checkEndlessLine(path, size, job.limits.line);
  const whole = sampleText(path, cut, job.limits.line);
  refuseMixedLineEnds(whole);
  const spreadsheetMark = separatorOf(whole);
  const headerRow = mapping?.input?.headerRow ?? (spreadsheetMark === null ? 1 : 2);
  const text = fromLine(whole, headerRow);
  if (text.trim() === "") throw new Refusal("empty", "Filen er tom.");
  if (mapping === null) refuseTitleAbove(text, headerRow, knownTo(job, mapping));
  const mark = delimiter ?? spreadsheetMark ?? detectDelimiter(text, cut, knownTo(job, mapping));
  const records = parseRecords(text, mark, {cut});
  const header = (records[0] ?? []).map((cell) => cell.trim());
  if (header.length < 2) throw oneColumn(mark);
  if (records.length < 2 && !cut) throw new Refusal("empty", "Filen har en overskrift, men ingen rækker.");
  const dialect: Dialect = {format, encoding, delimiter: format === "csv" ? nameOf(mark) : null, decimal: null};
  const csv = {path, delimiter: mark, headerLines: headerRow, maxLine: job.limits.line};
  return {dialect, header, sample: records.slice(1), size, csv, parquet: null};
}

function sampleText(path: string, cut: boolean, maxLine: number): string {
  const bytes = readHead(path, sampleSize);
  const first = bytes.indexOf(10);
  if (first > maxLine || (first < 0 && bytes.length > maxLine))
    throw new Refusal(
      "long-line",
      `Linje 1 er længere end ${count(maxLine)} tegn; filen har ingen brugbare linjeskift.`,
      [1]
    );
  const whole = cut ? bytes.subarray(0, bytes.lastIndexOf(10) + 1) : bytes;
  return new TextDecoder().decode(whole);
}

function knownTo(job: ExaminationJob, mapping: Mapping | null) {
  const mappings = mapping ? [mapping] : job.mappings;
  const used = new Set(mappings.flatMap(sourceColumns));
  return (header: readonly string[]) =>
    Math.max(
      countKnownHeaders(header),
      header.filter((cell) => used.has(cell.trim())).length,
      mappings.some((known) => mappingFits(known, header)) ? header.length : 0
    );
}

/** The header as a mapping would read it from a file's first bytes; empty when it cannot. */
export function peekHeader(head: Buffer, {input}: Mapping): readonly string[] {
  const marks = input?.delimiter === undefined ? delimiters : [parseDelimiter(input.delimiter)];
  const plain =
    input?.encoding === undefined
      ? isUtf8(head.subarray(0, head.lastIndexOf(10)))
        ? "utf-8"
        : "windows-1252"
      : parseEncoding(input.encoding);
  const mark =
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : plain;
  const whole = new TextDecoder(mark).decode(head);
  const text = fromLine(whole, input?.headerRow ?? (separatorOf(whole) === null ? 1 : 2));
  const headers = marks.map((delimiter) => parseRecords(text, delimiter, {limit: 1})[0] ?? []);
  return headers
    .reduce((widest, header) => (header.length > widest.length ? header : widest), [])
    .map((cell) => cell.trim());
}

/** Columns of the file that a mapping names. */
export function sourceColumns(mapping: Mapping): readonly string[] {
  const from = Object.values(mapping.columns).flatMap((column) => (column.from === undefined ? [] : [column.from]));
  return [...from, ...(mapping.fits ?? []), ...(mapping.drop ?? []).map(({column}) => column)];
}

function oneColumn(delimiter: string): Refusal {
  return new Refusal(
    "wrong-delimiter",
    `Med skilletegnet ${JSON.stringify(nameOf(delimiter))} har filen kun én kolonne. Skilletegnet er forkert.`
  );
}

/** A relation of text columns `c0`, `c1` … and `line`, the row's number in the file. */
export function textRelation(table: Table): string {
  const names = table.header.map((_, index) => `c${index}`);
  if (table.parquet) {
    const cells = table.header.map((name, index) => `CAST(${quoteName(name)} AS VARCHAR) AS c${index}`);
    return `SELECT file_row_number + 1 AS line, ${cells.join(", ")} FROM read_parquet(${quoteText(table.parquet.path)}, file_row_number = true, hive_partitioning = false)`;
  }
  const shape: CsvShape = {...table.csv!, columns: names.map((name) => ({name, column: null})), decimal: "."};
  return `SELECT row_number() OVER () + ${table.csv!.headerLines} AS line, ${names.join(", ")} FROM ${textReader(shape)}`;
}

/** The sample's values of one column, without the empty ones. */
export function sampleOf(
  table: Table,
  columns: readonly (Column | null)[],
  wanted: (column: Column) => boolean
): readonly string[] {
  const places = columns.flatMap((column, index) => (column && wanted(column) ? [index] : []));
  return table.sample
    .flatMap((record) => places.map((index) => (record[index] ?? "").trim()))
    .filter((cell) => cell !== "");
}
