/**
 * Attacker A4: takes a release from everywhere it was published (packages' documents and data files, slices, and what a server
 * answers), checks that all say the same, and attacks what it has put together.
 */
import {mkdtemp, readdir, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {storesOf} from "../../queries/config.ts";
import {Engine} from "../../queries/engine.ts";
import type {Manifest} from "../../queries/model.ts";
import {openRelease, type ReleaseReader} from "../../queries/release.ts";
import {attackRelease, type OutsiderReport} from "../disclosure/outsider.ts";
import {type Progress, silentProgress} from "../progress.ts";
import {readJson} from "./manifests.ts";
import {notePackageFiles} from "./package-files.ts";
import {PageReader, readPackage, wantedOf} from "./pages.ts";
import {type Channel, compareChannels, openSightings, writeSeen} from "./sightings.ts";
import {keysOf, noteApi, noteSlices} from "./slices.ts";
import {tablesIn} from "./tables.ts";

export interface ScrapeRequest {
  readonly dataDir: string;
  readonly release: string;
  /** Of a running server; null: files only. */
  readonly origin?: string | null;
  /** Attacks by mixed-integer programs too. */
  readonly whole?: boolean;
  readonly progress?: Progress;
}

export interface Scraped {
  readonly packages: number;
  readonly channels: readonly Channel[];
  readonly attack: OutsiderReport;
}

export async function scrapeRelease(request: ScrapeRequest): Promise<Scraped> {
  const {dataDir, release, origin = null, whole = false, progress = silentProgress} = request;
  const folder = join(storesOf(dataDir).releases, release);
  const packages = await packagesOf(dataDir, release);
  const notes = await mkdtemp(join(tmpdir(), "aarshjul-scrape-"));
  const engine = await Engine.open({threads: 2, memory: "3GB", spillDir: notes});
  try {
    progress.start("Læser alt, der er offentliggjort", null);
    await openSightings(engine, join(folder, "facts.parquet"));
    await notePackageFiles(
      engine,
      packages.map((each) => each.folder)
    );
    await noteSlices(engine, folder);
    if (origin) await noteApi(engine, origin, release, keysOf(folder));
    const pages = await readPages(dataDir, release, packages, origin);
    const channels = [...(await compareChannels(engine)), ...pages];
    progress.finish();
    const seen = join(notes, "seen.parquet");
    await writeSeen(engine, join(folder, "units.parquet"), seen);
    return {packages: packages.length, channels, attack: await attackRelease(folder, {facts: seen, whole, progress})};
  } finally {
    engine.close();
    await rm(notes, {recursive: true, force: true});
  }
}

interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
}

async function packagesOf(dataDir: string, release: string): Promise<readonly Package[]> {
  const {packages} = storesOf(dataDir);
  const names = await readdir(packages).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => ({
      folder: join(packages, name),
      manifest: await readJson<Manifest>(join(packages, name, "manifest.json"))
    }))
  );
  return found.flatMap(({folder, manifest}) => (manifest?.release === release ? [{folder, manifest}] : []));
}

async function readPages(
  dataDir: string,
  release: string,
  packages: readonly Package[],
  origin: string | null
): Promise<readonly Channel[]> {
  const reader = await openRelease(dataDir, release);
  const pages = new PageReader();
  try {
    for (const {folder, manifest} of packages) {
      const {unit, language} = manifest;
      const wanted = wantedOf(await reader.facts({units: [unit]}), reader.indicators, language);
      await readPackage(pages, folder, unit, wanted, language);
    }
    if (origin) await readWeb(origin, reader, pages);
  } finally {
    await reader.close();
  }
  return pages.channels();
}

/** The page of every unit. */
async function readWeb(origin: string, reader: ReleaseReader, pages: PageReader): Promise<void> {
  for (const {id} of reader.units.values()) {
    const response = await fetch(new URL(`/enheder/${encodeURIComponent(id)}`, origin));
    if (!response.ok) throw new Error(`the server has no page of ${id}: ${response.status}`);
    const wanted = wantedOf(await reader.facts({units: [id]}), reader.indicators, "da");
    pages.read("web", id, tablesIn(await response.text()), wanted, "da");
  }
}
