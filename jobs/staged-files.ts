/** Typed rows → Parquet files in staging, one per municipality, period and slice, flushed to disk and hashed. */
import {createHash} from "node:crypto";
import {open, rm} from "node:fs/promises";
import {dirname, join} from "node:path";
import {type Engine, readParquet} from "../queries/engine.ts";
import {partitionedCopy, quoteText} from "../queries/sql.ts";
import type {Standard} from "../queries/standards/standard.ts";
import type {StagedFile} from "./examination.ts";

export interface CopiedFile extends Omit<StagedFile, "sha256"> {}

interface CopyRow {
  readonly filename: string;
  readonly count: number;
  readonly partition_keys: readonly {readonly key: string; readonly value: string | null}[];
}

/** Writes the rows of a query, split by place; large places come in several files. */
export async function copyExtract(
  engine: Engine,
  standard: Standard,
  query: string,
  folder: string
): Promise<readonly CopiedFile[]> {
  const rows = await engine.rows<CopyRow>(partitionedCopy(standard, query, folder));
  return rows.map(({filename, count, partition_keys: keys}) => {
    const of = (id: string) => keys.find(({key}) => key === id)?.value ?? "";
    const slice = standard.slice ? of(standard.slice) : "";
    return {municipality: of("municipality"), period: of("period"), slice, path: filename, rows: count};
  });
}

/** One file per place, safely on disk, with its checksum. */
export async function sealFiles(engine: Engine, copied: readonly CopiedFile[]): Promise<readonly StagedFile[]> {
  const places = Map.groupBy(copied, ({path}) => dirname(path));
  const files: CopiedFile[] = [];
  for (const [folder, parts] of places)
    files.push(parts.length === 1 ? parts[0]! : await joined(engine, folder, parts));
  const sealed: StagedFile[] = [];
  for (let from = 0; from < files.length; from += 16) {
    const some = files.slice(from, from + 16);
    sealed.push(...(await Promise.all(some.map(async (file) => ({...file, sha256: await seal(file.path)})))));
  }
  return sealed.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function joined(engine: Engine, folder: string, parts: readonly CopiedFile[]): Promise<CopiedFile> {
  const paths = parts.map(({path}) => path).sort();
  const target = join(folder, "whole.parquet");
  await engine.run(`COPY (SELECT * FROM ${readParquet(paths)}) TO ${quoteText(target)} (FORMAT parquet)`);
  await Promise.all(paths.map((path) => rm(path)));
  return {...parts[0]!, path: target, rows: parts.reduce((sum, {rows}) => sum + rows, 0)};
}

async function seal(path: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const bytes = await file.readFile();
    await file.datasync();
    return createHash("sha256").update(bytes).digest("hex");
  } finally {
    await file.close();
  }
}
