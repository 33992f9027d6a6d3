import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Engine, quoteText} from "../../queries/engine.ts";
import {csvOf} from "./csv.ts";
import type {About, ExportColumn, ExportTable} from "./export-tables.ts";

const duckTypes: Readonly<Record<ExportColumn["type"], string>> = {
  text: "VARCHAR",
  number: "DOUBLE",
  integer: "INTEGER",
  boolean: "BOOLEAN",
  date: "DATE"
};

/** Reads the CSV that was just written with its declared types, so that the two cannot differ. */
export function parquetSql({name, columns}: ExportTable, folder: string, about: About = new Map()): string {
  const declared = columns.map((column) => `${quoteText(column.name)}: '${duckTypes[column.type]}'`).join(", ");
  const csv = `read_csv(${quoteText(join(folder, `${name}.csv`))}, columns = {${declared}}, header = true, auto_detect = false, delim = ';', quote = '"', escape = '"', decimal_separator = ',', nullstr = '', allow_quoted_nulls = false, new_line = '\\r\\n')`;
  return `COPY (SELECT * FROM ${csv}) TO ${quoteText(join(folder, `${name}.parquet`))} (FORMAT parquet, COMPRESSION snappy${metadataOf(about)});`;
}

function metadataOf(about: About): string {
  if (about.size === 0) return "";
  return `, KV_METADATA {${[...about].map(([key, text]) => `${quoteText(key)}: ${quoteText(text)}`).join(", ")}}`;
}

/** One table as Parquet, written and read back in a folder of its own. */
export async function parquetOf(table: ExportTable, about: About): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "aarshjul-parquet-"));
  try {
    await writeFile(join(folder, `${table.name}.csv`), csvOf(table));
    const engine = await Engine.open({threads: 1, memory: "256MB", folders: [folder]});
    try {
      await engine.run(parquetSql(table, folder, about));
    } finally {
      engine.close();
    }
    return await readFile(join(folder, `${table.name}.parquet`));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
