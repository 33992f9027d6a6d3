/** One table → CSV, Arrow IPC and Parquet with the same values, and the Data Package that describes them. */
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Engine} from "../queries/engine.ts";
import {arrowOf} from "../templates/export/arrow-bytes.ts";
import {csvOf} from "../templates/export/csv.ts";
import type {ExportTable} from "../templates/export/export-tables.ts";
import {parquetSql} from "../templates/export/parquet.ts";
import {sha256Of, syncPath} from "./seal.ts";

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
  const key = rows.length > 100 ? null : `${name} ${sha256Of(csv)}`;
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
