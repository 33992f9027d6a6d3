/** Arrow, JSON and XLSX become a plain CSV in staging, so that one reader and one set of rules serve all formats. */

import {once} from "node:events";
import {createWriteStream, readFileSync} from "node:fs";
import {read as readWorkbook, utils, type WorkSheet} from "@e965/xlsx";
import {tableFromIPC} from "apache-arrow";
import {count} from "./counts.ts";
import type {Format} from "./encoding.ts";
import {type ContentLimits, Refusal} from "./examination.ts";
import {checkZip} from "./zip.ts";

export async function convertToCsv(path: string, format: Format, target: string, limits: ContentLimits): Promise<void> {
  const bytes = readFileSync(path);
  const records = readable(
    format === "arrow"
      ? arrowRecords(bytes)
      : format === "json"
        ? jsonRecords(bytes, limits)
        : sheetRecords(bytes, limits)
  );
  const output = createWriteStream(target);
  let rows = 0;
  for (const record of records) {
    if (++rows > limits.rows) throw new Refusal("too-many-rows", `Filen har flere end ${count(limits.rows)} rækker.`);
    const long = record.some((cell) => cell.length > limits.cell);
    if (long) throw new Refusal("long-cell", `En celle er længere end ${count(limits.cell)} tegn.`, [rows]);
    if (!output.write(`${record.map(quoted).join(";")}\n`)) await once(output, "drain");
  }
  output.end();
  await once(output, "finish");
}

/** What libraries say of a broken file, at whatever row it shows, is that it is broken. */
function* readable(records: Iterable<readonly string[]>): Iterable<readonly string[]> {
  try {
    yield* records;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("truncated", "Filen er ødelagt eller afkortet og kan ikke læses.");
  }
}

function quoted(cell: string): string {
  return /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A value as the text that our readers understand: ISO dates, decimal point. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().replace("T00:00:00.000Z", "");
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  throw new Refusal("nested", "Filen har indlejrede værdier; hver værdi skal være en tekst, et tal eller ja/nej.");
}

function* arrowRecords(bytes: Buffer): Iterable<readonly string[]> {
  let table: ReturnType<typeof tableFromIPC>;
  try {
    table = tableFromIPC(bytes);
  } catch {
    throw new Refusal("truncated", "Arrow-filen er ødelagt eller afkortet og kan ikke læses.");
  }
  const fields = table.schema.fields.map(({name, type}) => ({name, date: /^(Date|Timestamp)/.test(String(type))}));
  yield fields.map(({name}) => name);
  for (const row of table) {
    const record = row as Record<string, unknown>;
    yield fields.map(({name, date}) =>
      textOf(date && typeof record[name] === "number" ? new Date(record[name] as number) : record[name])
    );
  }
}

function* jsonRecords(bytes: Buffer, limits: ContentLimits): Iterable<readonly string[]> {
  const rows = parseRows(new TextDecoder().decode(bytes), limits);
  const names = [...new Set(rows.slice(0, 1000).flatMap((row) => Object.keys(row)))];
  if (names.length === 0) throw new Refusal("empty", "Filen har ingen rækker.");
  yield names;
  for (const row of rows) yield names.map((name) => textOf(row[name]));
}

function parseRows(text: string, limits: ContentLimits): readonly Record<string, unknown>[] {
  checkNesting(text, limits.nesting);
  const parsed = parseJson(text);
  const list = Array.isArray(parsed) ? parsed : listInside(parsed);
  if (!list?.every((row) => typeof row === "object" && row !== null && !Array.isArray(row)))
    throw new Refusal("not-a-table", "JSON-filen er ikke en liste af rækker.");
  return list as Record<string, unknown>[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    return lines.map((line, index) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        throw new Refusal("truncated", "JSON-filen er ødelagt eller afkortet og kan ikke læses.", [index + 1]);
      }
    });
  }
}

/** `{"data": [...]}` and its like: the only list inside an object. */
function listInside(value: unknown): unknown[] | undefined {
  const lists = Object.values(value ?? {}).filter((inner) => Array.isArray(inner));
  return lists.length === 1 ? (lists[0] as unknown[]) : undefined;
}

function checkNesting(text: string, limit: number): void {
  let [depth, quotedText] = [0, false];
  for (let index = 0; index < text.length; index++) {
    const letter = text.charCodeAt(index);
    if (quotedText) {
      if (letter === 92) index++;
      else if (letter === 34) quotedText = false;
    } else if (letter === 34) quotedText = true;
    else if (letter === 123 || letter === 91) {
      if (++depth > limit) throw new Refusal("nested", `JSON-filen er indlejret i flere end ${limit} niveauer.`);
    } else if (letter === 125 || letter === 93) depth--;
  }
}

function* sheetRecords(bytes: Buffer, limits: ContentLimits): Iterable<readonly string[]> {
  checkZip(bytes, limits);
  const workbook = openWorkbook(bytes);
  const sheets = workbook.SheetNames.filter((name) => workbook.Sheets[name]?.["!ref"]);
  if (sheets.length === 0) throw new Refusal("empty", "Regnearket er tomt.");
  const sheet = workbook.Sheets[sheets[0]!]!;
  checkSize(sheet, limits);
  const rows = utils.sheet_to_json<unknown[]>(sheet, {header: 1, raw: true, defval: null, blankrows: true, UTC: true});
  for (const row of rows) yield row.map(textOf);
}

/** A sheet may say that it reaches to its last possible cell and hold next to nothing. */
function checkSize(sheet: WorkSheet, limits: ContentLimits): void {
  const {s: start, e: end} = utils.decode_range(sheet["!ref"]!);
  const [columns, rows] = [end.c - start.c + 1, end.r - start.r + 1];
  if (columns > limits.columns)
    throw new Refusal("too-many-columns", `Filen har flere end ${count(limits.columns)} kolonner.`);
  if (!(columns * rows <= limits.sheetCells))
    throw new Refusal("too-large", `Regnearket har flere end ${count(limits.sheetCells)} celler. Send det som CSV.`);
  if (columns * rows > 1_000_000 && columns * rows > 20 * Object.keys(sheet).length)
    throw new Refusal("too-large", "Regnearket er næsten tomt og meget stort. Slet de tomme rækker og kolonner.");
}

function openWorkbook(bytes: Buffer) {
  try {
    return readWorkbook(bytes, {type: "buffer", cellDates: true, cellFormula: false, cellHTML: false, UTC: true});
  } catch {
    throw new Refusal("truncated", "Regnearket er ødelagt eller afkortet og kan ikke læses.");
  }
}
