/** Disclosed facts → `releases/<id>/`: atomic, immutable, content-addressed, and the only thing that others open. */
import {createHash} from "node:crypto";
import {mkdir, readdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {storesOf} from "../queries/config.ts";
import {type Engine, quoteText} from "../queries/engine.ts";
import {ethicsFile, ethicsMark, noEthics, type ReleasedEthics} from "../queries/ethics/released-ethics.ts";
import type {ComparisonGroup, Indicator, ReleaseManifest} from "../queries/model.ts";
import type {SeriesBreak} from "../queries/release.ts";
import {sha256OfFile, syncPath} from "./seal.ts";
import {writeSlices} from "./slices.ts";

export interface ReleaseContent extends Pick<ReleaseManifest, "period" | "demonstration" | "extracts" | "protection"> {
  readonly dataDir: string;
  /** All versions. */
  readonly indicators: readonly Indicator[];
  readonly groups: readonly ComparisonGroup[];
  readonly breaks: readonly SeriesBreak[];
  readonly ethics?: ReleasedEthics;
  readonly now: Date;
}

/**
 * Writes the tables `disclosed`, `disclosed_observation`, `unit_version` and `coverage` and makes the release the active one.
 * The same content gives the same id and the same bytes. A crash leaves the old release or the new one.
 */
export async function writeRelease(engine: Engine, content: ReleaseContent): Promise<ReleaseManifest> {
  const stores = storesOf(content.dataDir);
  await mkdir(stores.staging, {recursive: true});
  await mkdir(stores.releases, {recursive: true});
  const staging = join(stores.staging, `release-${process.pid}-${content.now.getTime()}`);
  await rm(staging, {recursive: true, force: true});
  await mkdir(staging);
  await writeTables(engine, staging);
  await writeJson(staging, "indicators.json", content.indicators);
  await writeJson(staging, "groups.json", content.groups);
  await writeJson(staging, "breaks.json", content.breaks);
  await writeJson(staging, ethicsFile, content.ethics ?? noEthics);
  await writeSlices(staging, content);
  const manifest = manifestOf(content, await checksumsOf(staging));
  await writeJson(staging, "release.json", manifest);
  for (const file of await readdir(staging)) await syncPath(join(staging, file));
  await syncPath(staging);
  const kept = await place(staging, join(stores.releases, manifest.id), manifest);
  await activateRelease(content.dataDir, manifest.id);
  return kept;
}

/** Points `releases/active` at a release that is there, in one rename. */
export async function activateRelease(dataDir: string, id: string): Promise<void> {
  const {releases, activeRelease} = storesOf(dataDir);
  const temporary = `${activeRelease}.${process.pid}`;
  await writeFile(temporary, `${id}\n`);
  await syncPath(temporary);
  await rename(temporary, activeRelease);
  await syncPath(releases);
}

async function writeTables(engine: Engine, folder: string): Promise<void> {
  const copies: readonly (readonly [string, string])[] = [
    ["facts", storedFactsSql],
    ["units", storedUnitsSql],
    ["coverage", storedCoverageSql],
    ["observations", "SELECT * FROM disclosed_observation ORDER BY ALL"]
  ];
  for (const [name, sql] of copies)
    await engine.run(
      `COPY (${sql}) TO ${quoteText(join(folder, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 16384)`
    );
}

/** A group's rows stand with its owner, so that all that one municipality's packages read lies together. */
const storedFactsSql = `
  WITH newest AS (
    SELECT id, arg_max(kind, valid_from) AS kind, coalesce(arg_max(municipality, valid_from), id) AS municipality
    FROM unit_version GROUP BY id
  )
  SELECT
    coalesce(newest.municipality, regexp_extract(disclosed.unit, '-(\\d{3})$', 1), '') AS municipality,
    coalesce(newest.kind, 'group') AS kind,
    disclosed.unit, indicator, version::INTEGER AS version, period, category,
    value, numerator, denominator, persons::INTEGER AS persons, low, high, blank, linked,
    members::INTEGER AS members, expected::INTEGER AS expected
  FROM disclosed LEFT JOIN newest ON newest.id = disclosed.unit
  ORDER BY 1, disclosed.unit, indicator, version, period, category`;

const storedUnitsSql = `
  SELECT id, name, kind, parent, municipality,
    strftime(valid_from, '%Y-%m-%d') AS valid_from, strftime(valid_to, '%Y-%m-%d') AS valid_to
  FROM unit_version ORDER BY id, valid_from`;

const storedCoverageSql = `
  SELECT standard, municipality, period, state, delivery, received_at::VARCHAR AS received_at, "rows"::INTEGER AS "rows"
  FROM coverage ORDER BY municipality, standard, period`;

async function writeJson(folder: string, name: string, value: unknown): Promise<void> {
  await writeFile(join(folder, name), `${JSON.stringify(value, null, 1)}\n`);
}

async function checksumsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await sha256OfFile(join(folder, name))] as const))
  );
}

function manifestOf(content: ReleaseContent, files: Readonly<Record<string, string>>): ReleaseManifest {
  const {period, demonstration, extracts, protection, indicators, ethics = noEthics, now} = content;
  const definitions = indicators.map(({id, version, sha256}) => {
    const mark = ethicsMark(ethics, id);
    return {id, version, sha256, ...(mark && {ethics: mark})};
  });
  const sealed = {period, demonstration, definitions, extracts, protection, files};
  return {id: releaseIdOf(sealed), createdAt: now.toISOString(), ...sealed};
}

/** The id that the content gives: everything in the manifest but the id itself and the time. */
export function releaseIdOf(manifest: Omit<ReleaseManifest, "id" | "createdAt">): string {
  const {period, demonstration, definitions, extracts, protection, files} = manifest;
  const sealed = {period, demonstration, definitions, extracts, protection, files};
  return `r${createHash("sha256").update(JSON.stringify(sealed)).digest("hex").slice(0, 12)}`;
}

/** The finished folder in its place; where the same release stands unharmed, that one stays. */
async function place(staging: string, target: string, manifest: ReleaseManifest): Promise<ReleaseManifest> {
  const standing = await readIntact(target, manifest);
  if (standing) {
    await rm(staging, {recursive: true});
    return standing;
  }
  const aside = `${staging}-replaced`;
  await rename(target, aside).catch(() => {}); // nothing stands there, as a rule
  await rename(staging, target);
  await rm(aside, {recursive: true, force: true});
  return manifest;
}

async function readIntact(folder: string, {files}: ReleaseManifest): Promise<ReleaseManifest | null> {
  try {
    for (const [name, sha256] of Object.entries(files))
      if ((await sha256OfFile(join(folder, name))) !== sha256) return null;
    return JSON.parse(await readFile(join(folder, "release.json"), "utf8")) as ReleaseManifest;
  } catch {
    return null;
  }
}
