/** One table → CSV, Arrow IPC and Parquet with the same values, and the Data Package that describes them. */
import {createHash} from "node:crypto";
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
  const sealed = await Promise.all(tables.map((table) => writeTable(engine, folder, table)));
  return new Map(sealed.flatMap((files) => [...files]));
}

type Files = ReadonlyMap<string, Uint8Array>;
/** Small tables by their CSV: definitions are the same in most packages, so they are converted once. */
const converted = new Map<string, Files>();

async function writeTable(engine: Engine, folder: string, table: ExportTable): Promise<Files> {
  const {name, rows} = table;
  const csv = csvOf(table);
  const key = rows.length > 100 ? null : `${name} ${createHash("sha1").update(csv).digest("base64")}`;
  const known = key === null ? undefined : converted.get(key);
  if (known) {
    await writeFiles(folder, known);
    return known;
  }
  await writeFiles(folder, new Map([[`${name}.csv`, csv]]));
  await engine.run(parquetSql(table, folder));
  const path = join(folder, `${name}.parquet`);
  await syncPath(path);
  const arrow = arrowOf(table);
  await writeFiles(folder, new Map([[`${name}.arrow`, arrow]]));
  const files = new Map([
    [`${name}.csv`, csv],
    [`${name}.arrow`, arrow],
    [`${name}.parquet`, await readFile(path)]
  ]);
  if (key !== null) remember(key, files);
  return files;
}

function remember(key: string, files: Files): void {
  if (converted.size >= 200) converted.clear();
  converted.set(key, files);
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  await Promise.all([...files].map(([name, bytes]) => writeFile(join(folder, name), bytes, {flush: true})));
}
