import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {Bool, Float64, Int32, Table, tableToIPC, Utf8, vectorFromArray} from "apache-arrow";
import {findClassification} from "../../queries/classifications/index.ts";
import {type Engine, quoteName, quoteText} from "../../queries/engine.ts";
import {findStandard} from "../../queries/standards/index.ts";
import type {Column, ColumnType, Standard} from "../../queries/standards/standard.ts";

export const formats = ["parquet", "csv", "csv-danish", "csv-local", "json", "arrow", "xlsx"] as const;
export type Format = (typeof formats)[number];

/** One file of the demonstration, before it is written. */
export interface Delivery {
  /** File name without number and ending. */
  readonly name: string;
  readonly standard: string;
  readonly format: Format;
  /** SQL that returns the standard's columns. */
  readonly select: string;
  /** A line above the header, in `csv-local` only. */
  readonly title?: string;
}

const endings: Record<Format, string> = {
  parquet: "parquet",
  csv: "csv",
  "csv-danish": "csv",
  "csv-local": "csv",
  json: "json",
  arrow: "arrow",
  xlsx: "xlsx"
};

/** Writes one delivery into a folder; the number in front keeps files in the order in which they must be taken in. */
export async function deliver(engine: Engine, folder: string, number: number, delivery: Delivery): Promise<string> {
  const standard = findStandard(delivery.standard);
  if (!standard) throw new Error(`no such standard: ${delivery.standard}`);
  const file = `${String(number).padStart(2, "0")}-${delivery.name}.${endings[delivery.format]}`;
  const path = join(folder, file);
  await writers[delivery.format](engine, path, standard, delivery.select);
  if (delivery.format === "csv-local") recodeAsWindows1252(path, delivery.title ?? "");
  return path;
}

type Writer = (engine: Engine, path: string, standard: Standard, select: string) => Promise<void>;

const writers: Record<Format, Writer> = {
  parquet: async (engine, path, standard, select) => {
    const columns = standard.columns.map((column) => `${typed(column)} AS ${quoteName(column.id)}`);
    await copy(engine, `SELECT ${columns.join(", ")} FROM (${select})`, path, "FORMAT parquet, COMPRESSION zstd");
  },
  csv: async (engine, path, standard, select) => {
    const columns = standard.columns.map((column) => `${typed(column)} AS ${quoteName(column.id)}`);
    await copy(engine, `SELECT ${columns.join(", ")} FROM (${select})`, path, "FORMAT csv, HEADER");
  },
  "csv-danish": async (engine, path, standard, select) => {
    const columns = standard.columns.map((column) => `${danish(column)} AS ${quoteName(column.header)}`);
    await copy(engine, `SELECT ${columns.join(", ")} FROM (${select})`, path, "FORMAT csv, HEADER, DELIMITER ';'");
  },
  "csv-local": async (engine, path, _, select) => copy(engine, select, path, "FORMAT csv, HEADER, DELIMITER ';'"),
  json: async (engine, path, standard, select) => {
    const columns = standard.columns.map((column) => `${plain(column)} AS ${quoteName(column.id)}`);
    await copy(engine, `SELECT ${columns.join(", ")} FROM (${select})`, path, "FORMAT json, ARRAY true");
  },
  arrow: async (engine, path, standard, select) => {
    const columns = standard.columns.map((column) => `${plain(column)} AS ${quoteName(column.id)}`);
    const table = await engine.columns(`SELECT ${columns.join(", ")} FROM (${select})`);
    const vectors = standard.columns.map(({id, type}) => [id, arrowVector(table[id]!, type)]);
    writeFileSync(path, tableToIPC(new Table(Object.fromEntries(vectors)), "file"));
  },
  xlsx: async (engine, path, standard, select) => {
    const columns = standard.columns.map((column) => `${plain(column)} AS ${quoteName(column.header)}`);
    const {utils, write} = await import("@e965/xlsx");
    const rows = await engine.rows<Record<string, unknown>>(`SELECT ${columns.join(", ")} FROM (${select})`);
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.json_to_sheet(rows as Record<string, unknown>[]), standard.title.slice(0, 31));
    writeFileSync(path, write(book, {type: "buffer", bookType: "xlsx", compression: true}) as Uint8Array);
  }
};

/** Types are given: a guessed dictionary would get an id that differs from run to run. */
function arrowVector(values: readonly unknown[], type: ColumnType) {
  if (type === "decimal") return vectorFromArray(values, new Float64());
  if (type === "integer") return vectorFromArray(values, new Int32());
  return type === "boolean" ? vectorFromArray(values, new Bool()) : vectorFromArray(values, new Utf8());
}

async function copy(engine: Engine, select: string, path: string, options: string): Promise<void> {
  await engine.run(`COPY (${select}) TO ${quoteText(path)} (${options})`);
}

function typed({id, type}: Column): string {
  const types = {
    text: "VARCHAR",
    period: "VARCHAR",
    integer: "INTEGER",
    decimal: "DOUBLE",
    date: "DATE",
    boolean: "BOOLEAN"
  };
  return `${quoteName(id)}::${types[type]}`;
}

/** For formats that know text, numbers and truth only. */
function plain(column: Column): string {
  return column.type === "date" ? `strftime(${quoteName(column.id)}, '%Y-%m-%d')` : typed(column);
}

function danish(column: Column): string {
  const name = quoteName(column.id);
  if (column.type === "decimal") return `replace(${name}::DECIMAL(18, 2)::VARCHAR, '.', ',')`;
  if (column.type === "date") return `strftime(${name}, '%d-%m-%Y')`;
  if (column.codes && labelled.has(column.codes)) return labels(name, column.codes);
  if (column.type === "boolean") return `CASE WHEN ${name} THEN 'Ja' WHEN NOT ${name} THEN 'Nej' END`;
  return `${name}::VARCHAR`;
}

/** Code lists that a Danish file writes by their labels. */
const labelled = new Set([
  "unit-kinds",
  "ownerships",
  "language-results",
  "positions",
  "themes",
  "qualities",
  "observation-sources",
  "assessments",
  "subjects",
  "class-types"
]);

function labels(name: string, classification: string): string {
  const codes = findClassification(classification)?.codes ?? [];
  const cases = codes.map(({code, label}) => `WHEN ${quoteText(code)} THEN ${quoteText(label)}`);
  return `CASE ${name} ${cases.join(" ")} ELSE ${name} END`;
}

/** Rewrites a UTF-8 file as Windows-1252 with a line above the header; its texts hold no sign outside it but the dash. */
function recodeAsWindows1252(path: string, title: string): void {
  const text = `${title}\n${readFileSync(path, "utf8")}`.replaceAll("–", "\u0096").replaceAll("\n", "\r\n");
  writeFileSync(path, Buffer.from(text, "latin1"));
}
