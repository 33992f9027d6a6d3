import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {storesOf} from "../queries/config.ts";
import type {Manifest} from "../queries/model.ts";
import {type BuiltIssue, listIssues} from "../queries/registry/issues.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {sha256OfFile} from "./seal.ts";

export interface Damage {
  readonly path: string;
  readonly problem: string;
}

/** Every checksum of every built package; what is damaged, missing or not recorded is named. */
export async function verifyPackages(
  dataDir: string
): Promise<{readonly checked: number; readonly problems: readonly Damage[]}> {
  const stores = storesOf(dataDir);
  const registry = await openRegistry(stores.registry);
  try {
    const issues = await listIssues(registry);
    const problems: Damage[] = [];
    let checked = 0;
    for (const issue of issues) {
      problems.push(...(await findDamage(stores.packages, issue, () => checked++)));
    }
    const recorded = new Set(issues.map(({issue}) => issue));
    const entries = await readdir(stores.packages, {withFileTypes: true}).catch(() => []);
    for (const {name} of entries.filter((entry) => entry.isDirectory() && !recorded.has(entry.name)))
      problems.push({path: join(stores.packages, name), problem: "Pakken er ikke registreret"});
    return {checked, problems};
  } finally {
    await registry.destroy();
  }
}

/** What is wrong with one package's files; nothing when it is intact. */
export async function findDamage(
  packages: string,
  {issue, manifestSha256}: Pick<BuiltIssue, "issue" | "manifestSha256">,
  onChecked: () => void = () => {}
): Promise<readonly Damage[]> {
  const folder = join(packages, issue);
  const path = join(folder, "manifest.json");
  const problem = await problemOf(path, manifestSha256);
  onChecked();
  if (problem) return [{path, problem}];
  const {files}: Manifest = JSON.parse(await readFile(path, "utf8"));
  const problems: Damage[] = [];
  for (const [name, sha256] of Object.entries(files)) {
    const found = await problemOf(join(folder, name), sha256);
    onChecked();
    if (found) problems.push({path: join(folder, name), problem: found});
  }
  return problems;
}

async function problemOf(path: string, sha256: string): Promise<string | null> {
  try {
    return (await sha256OfFile(path)) === sha256 ? null : "Kontrolsummen passer ikke";
  } catch {
    return "Filen mangler";
  }
}
