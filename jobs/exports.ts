/** One table → CSV, Arrow IPC and Parquet with the same values, and the Data Package that describes them. */
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {type Engine, quoteText} from "../queries/engine.ts";
import {arrowOf} from "./arrow-bytes.ts";
import type {ExportColumn, ExportTable, ExportValue} from "./export-tables.ts";
import {syncPath} from "./seal.ts";

/** UTF-8 with a byte order mark, semicolons, decimal comma, CRLF: opens right in a Danish spreadsheet. */
export function csvOf({columns, rows}: ExportTable): Uint8Array {
  const lines = [columns.map(({name}) => name).join(";"), ...rows.map(lineOf)];
  return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf8");
}

const lines = new WeakMap<readonly ExportValue[], string>();

function lineOf(row: readonly ExportValue[]): string {
  const known = lines.get(row);
  if (known !== undefined) return known;
  const line = row.map(cellOf).join(";");
  lines.set(row, line);
  return line;
}

function cellOf(value: ExportValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  if (typeof value === "boolean") return value ? "true" : "false";
  return value === "" || /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const duckTypes: Readonly<Record<ExportColumn["type"], string>> = {
  text: "VARCHAR",
  number: "DOUBLE",
  integer: "INTEGER",
  boolean: "BOOLEAN",
  date: "DATE"
};

/** Reads the CSV that was just written with its declared types, so that the two cannot differ. */
export function parquetSql({name, columns}: ExportTable, folder: string): string {
  const declared = columns.map((column) => `${quoteText(column.name)}: '${duckTypes[column.type]}'`).join(", ");
  const csv = `read_csv(${quoteText(join(folder, `${name}.csv`))}, columns = {${declared}}, header = true, auto_detect = false, delim = ';', quote = '"', escape = '"', decimal_separator = ',', nullstr = '', allow_quoted_nulls = false, new_line = '\\r\\n')`;
  return `COPY (SELECT * FROM ${csv}) TO ${quoteText(join(folder, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd);`;
}

/** Writes every table in every format below `folder`, which exists. Returns the bytes by path. */
export async function writeTables(
  engine: Engine,
  folder: string,
  tables: readonly ExportTable[]
): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  for (const table of tables) {
    contents.set(`${table.name}.csv`, csvOf(table));
    contents.set(`${table.name}.arrow`, arrowOf(table));
  }
  await Promise.all([...contents].map(([name, bytes]) => writeFile(join(folder, name), bytes, {flush: true})));
  await engine.run(tables.map((table) => parquetSql(table, folder)).join("\n"));
  for (const {name} of tables) {
    const path = join(folder, `${name}.parquet`);
    await syncPath(path);
    contents.set(`${name}.parquet`, await readFile(path));
  }
  return contents;
}
