/** What every run of the wheel shares. Clock and release come in by the door, so that a year can be gone through in a minute. */
import {readFile} from "node:fs/promises";
import {type Config, isDemonstration, storesOf} from "../queries/config.ts";
import {BadInput} from "../queries/errors.ts";
import {type Released, wheelMunicipalities} from "../queries/reference/wheel-facts.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {findActiveRelease, openRelease} from "../queries/release.ts";
import type {MailLimits} from "./mail.ts";
import {isOwnerAlive, newOwner} from "./owner.ts";
import {type Progress, silentProgress} from "./progress.ts";

export interface Plant extends Pick<Config, "dataDir" | "workers" | "browserPath"> {
  readonly registry: Registry;
  readonly owner: string;
  readonly now: () => Date;
  readonly isAlive: (owner: string) => boolean | null;
  readonly municipalities: readonly string[];
  readonly released: () => Promise<Released | null>;
  readonly progress: Progress;
  readonly mailLimits?: MailLimits;
  /** What the packages that are built by hand correct and why, and who asked for them. */
  readonly correction?: string | undefined;
  readonly builtBy?: string | undefined;
}

export interface PlantOptions {
  /** Absent: those with a wheel file, else the demonstration's, else the only one that has delivered. */
  readonly municipality?: string;
  readonly now?: () => Date;
  readonly progress?: Progress;
  readonly mailLimits?: MailLimits;
}

/** Close with `plant.registry.destroy()`. */
export async function openPlant(config: Omit<Config, "port" | "host">, options: PlantOptions = {}): Promise<Plant> {
  const {dataDir, workers, browserPath} = config;
  const {municipality, now = () => new Date(), progress = silentProgress, mailLimits} = options;
  const registry = await openRegistry(storesOf(dataDir).registry);
  try {
    const owner = newOwner();
    return {
      ...{dataDir, workers, browserPath, registry, owner, now, progress},
      ...(mailLimits && {mailLimits}),
      isAlive: (other) => isOwnerAlive(other, owner),
      municipalities: municipality === undefined ? await findMunicipalities(dataDir, registry) : [municipality],
      released: rememberReleased(dataDir)
    };
  } catch (error) {
    await registry.destroy();
    throw error;
  }
}

async function findMunicipalities(dataDir: string, registry: Registry): Promise<readonly string[]> {
  const named = await wheelMunicipalities(dataDir);
  if (named.length > 0) return named;
  const demonstrated = await demonstrationMunicipality(dataDir);
  if (demonstrated !== undefined) return [demonstrated];
  const rows = await registry
    .selectFrom("lake_files")
    .select("municipality")
    .distinct()
    .where("standard", "<>", "published-statistics")
    .limit(2)
    .execute();
  if (rows.length === 1) return [rows[0]!.municipality];
  throw new BadInput(
    "which municipality's wheel is not said",
    "Sig, hvilken kommunes årshjul det drejer sig om: --municipality 751, eller læg filen reference/wheel/751.json i datamappen."
  );
}

async function demonstrationMunicipality(dataDir: string): Promise<string | undefined> {
  if (!isDemonstration(dataDir)) return undefined;
  const mark: {readonly municipality?: unknown} = JSON.parse(
    await readFile(storesOf(dataDir).demonstrationMark, "utf8")
  );
  return typeof mark.municipality === "string" ? mark.municipality : undefined;
}

/** Opens a release once and keeps what the wheel needs of it until another is active. */
function rememberReleased(dataDir: string): Plant["released"] {
  let known: (Released & {readonly id: string}) | null = null;
  return async () => {
    const id = await findActiveRelease(dataDir);
    if (id === undefined) return null;
    if (known?.id === id) return known;
    const {manifest, unitVersions, close} = await openRelease(dataDir, id);
    await close();
    known = {id, manifest, unitVersions};
    return known;
  };
}
