/** Pure SQL text made from a standard: its table, the typed reader, the checks. Nothing here runs anything. */
import {findClassification} from "./classifications/index.ts";
import {viewName} from "./standards/index.ts";
import type {Column, ColumnType, Rule, Standard} from "./standards/standard.ts";

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const sqlTypes: Record<ColumnType, string> = {
  text: "VARCHAR",
  period: "VARCHAR",
  integer: "INTEGER",
  decimal: "DOUBLE",
  date: "DATE",
  boolean: "BOOLEAN"
};

export function sqlType({type}: Column): string {
  return sqlTypes[type];
}

/** `CREATE TABLE` of the standard, named as its view; for binding queries and for documentation. */
export function createTable(standard: Standard): string {
  const columns = standard.columns.map((column) => `  ${quoteName(column.id)} ${sqlType(column)}`);
  return `CREATE TABLE ${quoteName(viewName(standard.id))} (\n${columns.join(",\n")}\n)`;
}

/** A condition that is TRUE for a row that breaks a rule; NULL and FALSE let the row pass. */
export interface Check extends Rule {
  /** The column that the check is about, or null for a rule over several. */
  readonly column: string | null;
}

/** What can be judged row by row: required, closed sets, ranges and the standard's own rules. */
export function rowChecks(standard: Standard): readonly Check[] {
  const rules = standard.rules.map((rule) => ({...rule, column: null}));
  return [...standard.columns.flatMap(columnChecks), ...rules];
}

function columnChecks(column: Column): readonly Check[] {
  const checks: Check[] = [];
  const add = (id: string, condition: string, message: string) =>
    checks.push({id: `${id}:${column.id}`, severity: "error", condition, message, column: column.id});
  const name = quoteName(column.id);
  if (column.required) add("required", missing(column), `${column.header} mangler.`);
  if (column.codes && !isWholeRange(column))
    add("code", outsideCodes(column), `${column.header} har en kode uden for ${codesTitle(column)}.`);
  const {minimum, maximum} = column;
  if (minimum !== undefined)
    add("minimum", `${name} < ${minimum}`, `${column.header} er mindre end ${danish(minimum)}.`);
  if (maximum !== undefined)
    add("maximum", `${name} > ${maximum}`, `${column.header} er større end ${danish(maximum)}.`);
  if (column.type === "decimal") add("finite", `NOT isfinite(${name})`, `${column.header} er ikke et tal.`);
  if (column.type === "date")
    add(
      "date",
      `${name} NOT BETWEEN DATE '1900-01-01' AND DATE '2199-12-31'`,
      `${column.header} er ikke en rimelig dato.`
    );
  return checks;
}

/** A closed set of consecutive numbers says no more than the column's own limits. */
function isWholeRange({type, codes, minimum, maximum}: Column): boolean {
  if (type !== "integer" || minimum === undefined || maximum === undefined) return false;
  const known = new Set(findClassification(codes!)?.codes.map(({code}) => Number(code)));
  for (let value = minimum; value <= maximum; value++) if (!known.has(value)) return false;
  return true;
}

function missing({id, type}: Column): string {
  const name = quoteName(id);
  // Text that begins with a space is not canonical either; the careful reading trims it before it is judged.
  return type === "text" || type === "period" ? `(${name} IS NULL OR ${name} < '!')` : `${name} IS NULL`;
}

/** Codes lapse: a code counts as known when it was valid at some time of the row's period. */
function outsideCodes(column: Column): string {
  const name = quoteName(column.id);
  const codes = findClassification(column.codes!)?.codes ?? [];
  const literal = (code: string) => (column.type === "integer" ? String(Number(code)) : quoteText(code));
  const parts = [`${name} NOT IN (${codes.map(({code}) => literal(code)).join(", ")})`];
  for (const {code, validFrom, validTo} of codes) {
    if (validFrom) parts.push(`(${name} = ${literal(code)} AND ${periodEnd} < ${quoteText(validFrom)})`);
    if (validTo) parts.push(`(${name} = ${literal(code)} AND ${periodStart} > ${quoteText(validTo)})`);
  }
  return parts.length === 1 ? parts[0]! : `(${parts.join(" OR ")})`;
}

/** First and last day of the row's period as text `YYYY-MM-DD`. */
export const periodStart = `(left(period, 4) || CASE
  WHEN period LIKE '%-H2' THEN '-07-01' WHEN period LIKE '____/__' THEN '-07-01'
  WHEN period LIKE '%-Q_' THEN '-' || lpad(CAST(CAST(right(period, 1) AS INTEGER) * 3 - 2 AS VARCHAR), 2, '0') || '-01'
  WHEN period LIKE '____-__' AND period NOT LIKE '%-H_' AND period NOT LIKE '%-Q_' THEN right(period, 3) || '-01'
  ELSE '-01-01' END)`;
export const periodEnd = `(CASE
  WHEN period LIKE '%-H1' THEN left(period, 4) || '-06-30'
  WHEN period LIKE '____/__' THEN CAST(CAST(left(period, 4) AS INTEGER) + 1 AS VARCHAR) || '-06-30'
  ELSE left(period, 4) || '-12-31' END)`;

function codesTitle({codes}: Column): string {
  const classification = findClassification(codes!);
  const title = classification?.title ?? codes!;
  const list = classification?.codes.map(({code}) => code) ?? [];
  return list.length <= 12 ? `“${title}” (${list.join(", ")})` : `“${title}”`;
}

function danish(value: number): string {
  return String(value).replace(".", ",").replace("-", "−");
}

/** How a delimited file is read; `columns` in the file's order, with the standard's column where it has one. */
export interface CsvShape {
  readonly path: string;
  readonly delimiter: string;
  /** Lines before and with the header. */
  readonly headerLines: number;
  readonly columns: readonly {readonly name: string; readonly column: Column | null}[];
  readonly decimal: "," | ".";
  readonly maxLine: number;
}

/** Every column as its type, straight from the file; what does not fit is put in DuckDB's tables of rejects. */
export function typedReader(shape: CsvShape): string {
  const types = shape.columns.map(({name, column}) => `${quoteText(name)}: ${quoteText(readType(column))}`);
  return csvReader(shape, `columns = {${types.join(", ")}}, decimal_separator = ${quoteText(shape.decimal)}`);
}

/** Every column as text. */
export function textReader(shape: CsvShape): string {
  const types = shape.columns.map(({name}) => `${quoteText(name)}: 'VARCHAR'`);
  return csvReader(shape, `columns = {${types.join(", ")}}`);
}

function csvReader({path, delimiter, headerLines, maxLine}: CsvShape, columns: string): string {
  return `read_csv(${quoteText(path)}, auto_detect = false, header = false, skip = ${headerLines},
    delim = ${quoteText(delimiter)}, quote = '"', escape = '"', store_rejects = true, rejects_limit = 200000,
    max_line_size = ${maxLine}, ${columns})`;
}

// A number with decimals is rounded silently when it is read as a whole number, so whole numbers are read as decimals.
function readType(column: Column | null): string {
  return column === null ? "VARCHAR" : column.type === "integer" ? "DOUBLE" : sqlType(column);
}

/** Marks a number that should have been whole; never a value of ours, so that the checks find it. */
export const notWhole = -2147483648;

/** The standard's columns in its own order, from a typed reader or a constant given by the sender. */
export function typedSelect(standard: Standard, present: ReadonlySet<string>, given: Given): string {
  const columns = standard.columns.map((column) => {
    const name = quoteName(column.id);
    if (!present.has(column.id)) return `${constantOf(column, given)} AS ${name}`;
    if (column.type !== "integer") return name;
    return `CASE WHEN CAST(${name} AS INTEGER) = ${name} THEN CAST(${name} AS INTEGER)
      WHEN ${name} IS NOT NULL THEN ${notWhole} END AS ${name}`;
  });
  return columns.join(", ");
}

/** Municipality and period that a sender gave beside the file. */
export interface Given {
  readonly municipality?: string | undefined;
  readonly period?: string | undefined;
}

export function constantOf(column: Column, given: Given): string {
  const value = column.id === "municipality" ? given.municipality : column.id === "period" ? given.period : undefined;
  return `CAST(${value === undefined ? "NULL" : quoteText(value)} AS ${sqlType(column)})`;
}
