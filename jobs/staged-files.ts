/** Typed rows → one Parquet file in staging, flushed to disk and hashed. */
import type {Engine} from "../queries/engine.ts";
import {quoteText} from "../queries/sql.ts";
import {sha256OfFile, syncPath} from "./seal.ts";

export const extractName = "extract.parquet";

/** Writes the rows of a query in their order. */
export async function writeExtract(engine: Engine, query: string, path: string): Promise<void> {
  await engine.run(`COPY (${query}) TO ${quoteText(path)} (FORMAT parquet)`);
}

/** The file's checksum, once it is safely on disk. */
export async function sealExtract(path: string): Promise<string> {
  const [sha256] = await Promise.all([sha256OfFile(path), syncPath(path)]);
  return sha256;
}
