/** The slices of releases, read from the file that was cut with each. */
import {join} from "node:path";
import {DatabaseSync, type StatementSync} from "node:sqlite";
import {brotliDecompressSync} from "node:zlib";
import {factsOfSlice, type SliceKey, type Slices} from "../dashboards/slices.ts";
import {storesOf} from "../queries/config.ts";
import type {DisclosedFact} from "../queries/model.ts";
import {slicesFile} from "../queries/release.ts";
import {Recent} from "./recent.ts";

export interface StoredSlice {
  readonly type: "arrow" | "json";
  readonly etag: string;
  /** Compressed with Brotli. */
  readonly br: Uint8Array;
}

export interface SliceShelf {
  /** Undefined where the release or the slice does not exist. */
  find(release: string, key: SliceKey): StoredSlice | undefined;
  /** The figures that a page needs; what the release does not have is empty. */
  load(release: string, keys: readonly SliceKey[]): Slices;
  close(): void;
}

const mostOpen = 3;
const mostDecoded = 600;

export function openSliceShelf(dataDir: string): SliceShelf {
  const opened = new Recent<Opened>(mostOpen, (oldest) => oldest.close());
  const decoded = new Recent<readonly DisclosedFact[]>(mostDecoded);
  const find: SliceShelf["find"] = (release, key) => openOf(release)?.read(key);
  function openOf(release: string): Opened | undefined {
    const known = opened.find(release);
    if (known) return known;
    const made = openSlices(join(storesOf(dataDir).releases, release));
    if (made) opened.keep(release, made);
    return made;
  }
  function factsOf(release: string, key: SliceKey): readonly DisclosedFact[] {
    const name = `${release} ${key}`;
    const known = decoded.find(name);
    if (known) return known;
    const made = decode(find(release, key));
    decoded.keep(name, made);
    return made;
  }
  return {
    find,
    load(release, keys) {
      const loaded = new Map(keys.map((key) => [key, factsOf(release, key)]));
      return {facts: (key) => loaded.get(key) ?? notAsked(key)};
    },
    close() {
      opened.clear();
    }
  };
}

interface Opened {
  read(key: SliceKey): StoredSlice | undefined;
  close(): void;
}

function openSlices(folder: string): Opened | undefined {
  let database: DatabaseSync;
  let statement: StatementSync;
  try {
    database = new DatabaseSync(join(folder, slicesFile), {readOnly: true});
    statement = database.prepare("SELECT type, etag, br FROM slice WHERE key = ?");
  } catch {
    return undefined;
  }
  return {
    read: (key) => statement.get(key) as unknown as StoredSlice | undefined,
    close: () => database.close()
  };
}

function decode(slice: StoredSlice | undefined): readonly DisclosedFact[] {
  return slice?.type === "arrow" ? factsOfSlice(brotliDecompressSync(slice.br)) : [];
}

function notAsked(key: SliceKey): never {
  throw new Error(`a slice that the page did not ask for: ${key}`);
}
