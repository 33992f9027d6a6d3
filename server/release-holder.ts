/** The active release, swapped when the pointer changes; a request keeps the reader that it began with. */
import {readFile} from "node:fs/promises";
import {storesOf} from "../queries/config.ts";
import {Damaged} from "../queries/errors.ts";
import {openRelease, type ReleaseReader, slicesFile} from "../queries/release.ts";

/** Nothing has been released yet: the reader is asked to wait. */
export class NotReleased extends Error {
  constructor() {
    super("no active release");
    this.name = "NotReleased";
  }
}

interface Held {
  readonly reader: ReleaseReader;
  uses: number;
  retired: boolean;
}

export interface ReleaseHolder {
  /** `work` gets null while nothing has been released yet. */
  use<T>(work: (reader: ReleaseReader | null) => Promise<T>): Promise<T>;
  /** Looks at the pointer and swaps when it has changed; resolves to the active id. */
  refresh(): Promise<string | null>;
  close(): Promise<void>;
}

/** Looks at the pointer every `interval` milliseconds; 0: only when asked. */
export async function holdRelease(
  dataDir: string,
  {interval = 1000, onError}: {interval?: number; onError: (error: unknown) => void}
): Promise<ReleaseHolder> {
  let held: Held | null = null;
  let swapping: Promise<string | null> | null = null;
  const refresh = () => {
    swapping ??= swap().finally(() => {
      swapping = null;
    });
    return swapping;
  };
  async function swap(): Promise<string | null> {
    const id = await activeId(dataDir);
    if (!id || id === held?.reader.manifest.id) return id;
    const reader = await openRelease(dataDir, id);
    if (!reader.manifest.files[slicesFile]) {
      await reader.close();
      throw new Damaged(id, `a release without ${slicesFile}, make it again with refresh`);
    }
    const old = held;
    held = {reader, uses: 0, retired: false};
    if (old) await retire(old);
    return id;
  }
  await refresh().catch(onError);
  const timer = interval > 0 ? setInterval(() => void refresh().catch(onError), interval) : null;
  timer?.unref();
  return {
    refresh,
    async use(work) {
      const mine = held;
      if (!mine) return work(null);
      mine.uses += 1;
      try {
        return await work(mine.reader);
      } finally {
        mine.uses -= 1;
        if (mine.retired && mine.uses === 0) await mine.reader.close();
      }
    },
    async close() {
      if (timer) clearInterval(timer);
      await swapping?.catch(() => null);
      if (held) await retire(held);
      held = null;
    }
  };
}

async function retire(held: Held): Promise<void> {
  held.retired = true;
  if (held.uses === 0) await held.reader.close();
}

async function activeId(dataDir: string): Promise<string | null> {
  try {
    const id = (await readFile(storesOf(dataDir).activeRelease, "utf8")).trim();
    return /^r[0-9a-f]{12}$/.test(id) ? id : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
