/** Every checksum of every release, its own id included, and the pointer to the active one. */
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {storesOf} from "../queries/config.ts";
import type {ReleaseManifest} from "../queries/model.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {listReleases} from "../queries/registry/releases.ts";
import {findActiveRelease} from "../queries/release.ts";
import {releaseIdOf} from "./release.ts";
import {sha256OfFile} from "./seal.ts";

interface Damage {
  readonly path: string;
  readonly problem: string;
}

export interface ReleaseCheck {
  readonly checked: number;
  readonly problems: readonly Damage[];
}

/** What is damaged, missing or unknown among the releases; `checked` counts files. */
export async function verifyRelease(dataDir: string): Promise<ReleaseCheck> {
  const {releases, activeRelease, registry: path} = storesOf(dataDir);
  const registry = await openRegistry(path);
  const recorded = (await listReleases(registry).finally(() => registry.destroy())).map(({id}) => id);
  const folders = (await readdir(releases).catch(() => [])).filter((name) => !name.startsWith("active"));
  const checks = await Promise.all(recorded.map((id) => checkFolder(join(releases, id), id)));
  const active = await findActiveRelease(dataDir);
  return {
    checked: checks.reduce((sum, {checked}) => sum + checked, 0),
    problems: [
      ...checks.flatMap(({problems}) => problems),
      ...folders
        .filter((name) => !recorded.includes(name))
        .map((name) => ({path: join(releases, name), problem: "Frigivelsen er ikke registreret"})),
      ...(recorded.length > 0 && !(active && folders.includes(active))
        ? [{path: activeRelease, problem: "Peger ikke på en frigivelse"}]
        : [])
    ]
  };
}

async function checkFolder(folder: string, id: string): Promise<ReleaseCheck> {
  const manifest = await readManifest(join(folder, "release.json"));
  if (!manifest)
    return {checked: 1, problems: [{path: join(folder, "release.json"), problem: "Mangler eller kan ikke læses"}]};
  const problems: Damage[] = [];
  if (manifest.id !== id || releaseIdOf(manifest) !== id)
    problems.push({path: join(folder, "release.json"), problem: "Kontrolsummen passer ikke"});
  for (const [name, sha256] of Object.entries(manifest.files)) {
    const found = await sha256OfFile(join(folder, name)).catch(() => null);
    if (found !== sha256)
      problems.push({
        path: join(folder, name),
        problem: found === null ? "Filen mangler" : "Kontrolsummen passer ikke"
      });
  }
  return {checked: 1 + Object.keys(manifest.files).length, problems};
}

async function readManifest(path: string): Promise<ReleaseManifest | null> {
  try {
    const manifest = JSON.parse(await readFile(path, "utf8")) as ReleaseManifest;
    return manifest.files ? manifest : null;
  } catch {
    return null;
  }
}
