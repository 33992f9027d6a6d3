import {readdir} from "node:fs/promises";
import {join, relative} from "node:path";
import {storesOf} from "../queries/config.ts";
import {allFiles} from "../queries/registry/deliveries.ts";
import {listKeptFacts} from "../queries/registry/kept-facts.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {deletedPaths} from "./deletions.ts";
import {sha256OfFile} from "./seal.ts";

export interface Damage {
  readonly path: string;
  readonly problem: string;
}

interface Expected {
  readonly path: string;
  readonly sha256: string;
}

/** Every file of inbox and lake against the registry: missing without a receipt, changed, or known to nobody. */
export async function verifyLake(
  dataDir: string
): Promise<{readonly checked: number; readonly problems: readonly Damage[]}> {
  const registry = await openRegistry(storesOf(dataDir).registry);
  try {
    const deleted = await deletedPaths(registry);
    const deliveries = await registry.selectFrom("deliveries").select("sha256").distinct().orderBy("sha256").execute();
    const files = new Map((await allFiles(registry)).map(({path, sha256}) => [path, {path, sha256}]));
    const known = [
      ...deliveries.map(({sha256}) => ({path: join("inbox", sha256), sha256})),
      ...files.values(),
      ...(await listKeptFacts(registry))
    ];
    const expected = known.filter(({path}) => !deleted.has(path));
    const damaged = await damagedOf(dataDir, expected);
    return {checked: expected.length, problems: [...damaged, ...(await strangers(dataDir, expected))]};
  } finally {
    await registry.destroy();
  }
}

async function damagedOf(dataDir: string, expected: readonly Expected[]): Promise<readonly Damage[]> {
  const problems: Damage[] = [];
  for (let from = 0; from < expected.length; from += 16) {
    const some = expected.slice(from, from + 16).map(async ({path, sha256}) => {
      const found = await sha256OfFile(join(dataDir, path)).catch(() => null);
      if (found === null) problems.push({path: join(dataDir, path), problem: "Filen mangler"});
      else if (found !== sha256) problems.push({path: join(dataDir, path), problem: "Kontrolsummen passer ikke"});
    });
    await Promise.all(some);
  }
  return problems.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files in the lake that no delivery brought. */
async function strangers(dataDir: string, expected: readonly Expected[]): Promise<readonly Damage[]> {
  const {extracts} = storesOf(dataDir);
  const known = new Set(expected.map(({path}) => path));
  const entries = await readdir(extracts, {recursive: true, withFileTypes: true}).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dataDir, join(entry.parentPath, entry.name)));
  return paths
    .filter((path) => !known.has(path))
    .sort()
    .map((path) => ({path: join(dataDir, path), problem: "Filen hører ikke til nogen leverance"}));
}
