/** The slices of releases, read from the file that was cut with each. */
import {join} from "node:path";
import {DatabaseSync, type StatementSync} from "node:sqlite";
import {brotliDecompressSync} from "node:zlib";
import {factsOfSlice, type SliceKey, type Slices} from "../dashboards/slices.ts";
import {storesOf} from "../queries/config.ts";
import type {DisclosedFact} from "../queries/model.ts";
import {slicesFile} from "../queries/release.ts";

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
  const opened = new Map<string, Opened>();
  const decoded = new Map<string, readonly DisclosedFact[]>();
  const find: SliceShelf["find"] = (release, key) => openOf(release)?.read(key);
  function openOf(release: string): Opened | undefined {
    const known = opened.get(release) ?? openSlices(join(storesOf(dataDir).releases, release));
    if (!known) return undefined;
    renew(opened, release, known, mostOpen, (oldest) => oldest.close());
    return known;
  }
  function factsOf(release: string, key: SliceKey): readonly DisclosedFact[] {
    const name = `${release} ${key}`;
    const found = decoded.get(name) ?? decode(find(release, key));
    renew(decoded, name, found, mostDecoded);
    return found;
  }
  return {
    find,
    load(release, keys) {
      const loaded = new Map(keys.map((key) => [key, factsOf(release, key)]));
      return {facts: (key) => loaded.get(key) ?? notAsked(key)};
    },
    close() {
      for (const each of opened.values()) each.close();
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

/** Puts the entry last and drops the first when there are too many. */
function renew<T>(entries: Map<string, T>, key: string, value: T, most: number, dropped?: (value: T) => void): void {
  entries.delete(key);
  entries.set(key, value);
  if (entries.size <= most) return;
  const [oldest, old] = entries.entries().next().value!;
  entries.delete(oldest);
  dropped?.(old);
}

function notAsked(key: SliceKey): never {
  throw new Error(`a slice that the page did not ask for: ${key}`);
}
