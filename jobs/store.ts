/**
 * Staging → lake. A plan is written before anything is moved, so that the next start can tell what a killed process left
 * behind: files that no registry row names are taken back, files that the registry names stay.
 */
import {existsSync} from "node:fs";
import {mkdir, readdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {storesOf} from "../queries/config.ts";
import type {Registry} from "../queries/registry/open.ts";
import {type NewDelivery, recordAccepted} from "../queries/registry/record.ts";
import type {StagedExtract} from "./examination.ts";
import {syncPath} from "./seal.ts";

const planName = "plan.json";

/** Path below the data folder; the name is the content's. */
export function lakePath(standard: string, {sha256}: Pick<StagedExtract, "sha256">): string {
  return join("extracts", standard, `${sha256.slice(0, 12)}.parquet`);
}

/** Moves the file into the lake and makes its parts current, all of them or none. */
export async function store(
  registry: Registry,
  dataDir: string,
  staging: string,
  delivery: NewDelivery,
  extract: StagedExtract
): Promise<void> {
  const path = lakePath(delivery.standard, extract);
  await moveIn(dataDir, staging, {from: extract.path, path});
  const {sha256, parts} = extract;
  await recordAccepted(
    registry,
    delivery,
    parts.map((part) => ({...part, path, sha256}))
  );
  await rm(staging, {recursive: true, force: true});
}

interface Move {
  /** A file whose bytes are on the disk already. */
  readonly from: string;
  /** Below the data folder. */
  readonly path: string;
  /** Of the file that the caller deletes once the registry names the new one: the plan has both. */
  readonly replaces?: string;
}

/** The plan, then the file at its path; both are on the disk when this resolves. */
export async function moveIn(dataDir: string, staging: string, {from, path, replaces}: Move): Promise<void> {
  const plan = join(staging, planName);
  await writeFile(plan, JSON.stringify(replaces ? [replaces, path] : [path]));
  await syncPath(plan);
  const target = join(dataDir, path);
  await mkdir(dirname(target), {recursive: true});
  await rename(from, target);
  await syncPath(dirname(target));
}

/** A folder of this process in staging; another process knows by the name whether it is still at work. */
export async function openStaging(dataDir: string): Promise<string> {
  const folder = join(storesOf(dataDir).staging, `${process.pid}-${process.hrtime.bigint()}`);
  await mkdir(folder, {recursive: true});
  return folder;
}

/** Clears away what killed processes left: their staging, and files that they had moved but not recorded. */
export async function recover(registry: Registry, dataDir: string): Promise<number> {
  const {staging, inbox} = storesOf(dataDir);
  const left = (await readdir(staging).catch(() => [])).filter(
    (name) => /^\d+-/.test(name) && !isAlive(Number(name.split("-")[0]))
  );
  for (const name of left) {
    await takeBack(registry, dataDir, join(staging, name));
    await rm(join(staging, name), {recursive: true, force: true});
  }
  const halfCopies = (await readdir(inbox).catch(() => [])).filter((name) => /^\.\d+-/.test(name));
  for (const name of halfCopies)
    if (!isAlive(Number(name.slice(1).split("-")[0]))) await rm(join(inbox, name), {force: true});
  return left.length;
}

async function takeBack(registry: Registry, dataDir: string, folder: string): Promise<void> {
  const plan = join(folder, planName);
  if (!existsSync(plan)) return;
  const paths = plannedPaths(await readFile(plan, "utf8"));
  for (const path of paths) {
    const ofLake = await registry.selectFrom("lake_files").select("path").where("path", "=", path).executeTakeFirst();
    const kept = await registry.selectFrom("kept_facts").select("path").where("path", "=", path).executeTakeFirst();
    if (!ofLake && !kept) await rm(join(dataDir, path), {force: true});
  }
}

/** A plan that was cut off while it was written was not yet acted on. */
function plannedPaths(text: string): readonly string[] {
  try {
    return JSON.parse(text) as string[];
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
