/** The slices that pages are drawn from: all in the release's file, and all that a server gives away. */
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {brotliDecompressSync} from "node:zlib";
import {factsOfSlice} from "../../dashboards/slices.ts";
import type {Engine} from "../../queries/engine.ts";
import {slicesFile} from "../../queries/release.ts";
import {Notebook} from "./sightings.ts";

export async function noteSlices(engine: Engine, folder: string): Promise<void> {
  const database = new DatabaseSync(join(folder, slicesFile), {readOnly: true});
  const notebook = await Notebook.open(engine);
  for (const {br} of database.prepare("SELECT br FROM slice WHERE type = 'arrow' ORDER BY key").iterate())
    notebook.note("slices", factsOfSlice(brotliDecompressSync(br as Uint8Array)));
  notebook.close();
  database.close();
}

/** Asks the server at `origin` for every unit, indicator and municipality of the release. */
export async function noteApi(engine: Engine, origin: string, release: string, keys: readonly string[]): Promise<void> {
  const notebook = await Notebook.open(engine);
  for (const key of keys) {
    const response = await fetch(new URL(`/api/${release}/${key}`, origin));
    if (response.status === 204) continue;
    if (!response.ok) throw new Error(`the server does not give ${key}: ${response.status}`);
    notebook.note("api", factsOfSlice(new Uint8Array(await response.arrayBuffer())));
  }
  notebook.close();
}

export function keysOf(folder: string): readonly string[] {
  const database = new DatabaseSync(join(folder, slicesFile), {readOnly: true});
  const rows = database.prepare("SELECT key FROM slice WHERE type = 'arrow' ORDER BY key").all();
  database.close();
  return rows.map(({key}) => String(key));
}
