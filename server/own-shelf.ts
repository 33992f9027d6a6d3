/** What a unit's own manager may see of what is hidden for all others, from the file beside the releases. */
import {DatabaseSync} from "node:sqlite";
import {brotliDecompressSync} from "node:zlib";
import {factsOfSlice} from "../dashboards/slices.ts";
import {ownViewPath} from "../queries/config.ts";
import type {DisclosedFact} from "../queries/model.ts";

/** Null where the release has no such file: it is from before there were any, or is just being made. */
export function readOwnFacts(dataDir: string, release: string, unit: string): readonly DisclosedFact[] | null {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(ownViewPath(dataDir, release), {readOnly: true});
  } catch {
    return null;
  }
  try {
    const row = database.prepare("SELECT br FROM own WHERE unit = ?").get(unit);
    return row ? factsOfSlice(brotliDecompressSync(row.br as Uint8Array)) : [];
  } finally {
    database.close();
  }
}
