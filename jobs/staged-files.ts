import {createHash} from "node:crypto";
import {open, readdir, readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {type Engine, readParquet} from "../queries/engine.ts";
import {quoteText} from "../queries/sql.ts";
import type {Standard} from "../queries/standards/standard.ts";
import type {StagedFile} from "./examination.ts";

/** The Parquet files that a partitioned copy left, one per place, flushed to disk and hashed. */
export async function stagedFiles(engine: Engine, standard: Standard, folder: string): Promise<readonly StagedFile[]> {
  const names = (await readdir(folder, {recursive: true})).filter((name) => name.endsWith(".parquet")).sort();
  const places = Map.groupBy(names, (name) => name.slice(0, name.lastIndexOf("/")));
  const counts = await rowCounts(engine, folder);
  const files: StagedFile[] = [];
  for (const [place, parts] of places) {
    const path = await oneFile(engine, folder, place, parts);
    const rows = parts.reduce((sum, part) => sum + (counts.get(join(folder, part)) ?? 0), 0);
    files.push({...placeOf(place, standard), path, rows, sha256: await sealed(path)});
  }
  return files;
}

async function rowCounts(engine: Engine, folder: string): Promise<ReadonlyMap<string, number>> {
  const rows = await engine.rows<{file: string; rows: number}>(
    `SELECT file_name AS file, num_rows AS rows FROM parquet_file_metadata(${quoteText(`${folder}/**/*.parquet`)})`
  );
  return new Map(rows.map(({file, rows: count}) => [file, count]));
}

/** Large places are written in several parts, which become one file. */
async function oneFile(engine: Engine, folder: string, place: string, parts: readonly string[]): Promise<string> {
  const paths = parts.map((part) => join(folder, part));
  if (paths.length === 1) return paths[0]!;
  const target = join(folder, place, "whole.parquet");
  await engine.run(`COPY (SELECT * FROM ${readParquet(paths)}) TO ${quoteText(target)} (FORMAT parquet)`);
  await Promise.all(paths.map((path) => rm(path)));
  return target;
}

/** `municipality=751/period=2024%2F25` */
function placeOf(place: string, {slice}: Standard) {
  const parts = new Map(place.split("/").map((part) => part.split("=").map(decodeURIComponent) as [string, string]));
  return {
    municipality: parts.get("municipality") ?? "",
    period: parts.get("period") ?? "",
    slice: slice ? (parts.get(slice) ?? "") : ""
  };
}

async function sealed(path: string): Promise<string> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}
