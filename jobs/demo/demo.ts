import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {storesOf} from "../../queries/config.ts";
import {Engine} from "../../queries/engine.ts";
import {type Progress, silentProgress} from "../progress.ts";
import {createChanges} from "./changes.ts";
import {createChildren} from "./children.ts";
import {deliver} from "./deliver.ts";
import {type Dirt, exemptionsOf, planDirt} from "./dirt.ts";
import {createInstitutions} from "./institutions.ts";
import {localAbsenceMapping} from "./local-absence.ts";
import {createMunicipalities, neighboursOf} from "./municipalities.ts";
import {createNames} from "./names.ts";
import {createObservations} from "./observations.ts";
import {planDeliveries} from "./plan.ts";
import {createPupils} from "./pupils.ts";
import {installChance} from "./random.ts";
import {createStaff} from "./staff.ts";
import {createStatistics} from "./statistics.ts";

export interface DemoOptions {
  readonly dataDir: string;
  readonly scale: "municipality" | "nation";
  readonly seed: number;
  /** Municipality in focus; at scale `municipality` it and its land neighbours have all details. */
  readonly municipality?: string;
  /** Municipalities whose institutions are made; absent: all 98. Published statistics are always about all. */
  readonly only?: readonly string[];
  readonly progress?: Progress;
}

export interface DemoFile {
  readonly path: string;
  readonly standard: string;
}

/**
 * Writes the demonstration's deliveries into `<dataDir>/demo`, in the order in which they must be taken in, with the
 * mappings and exemptions that they need. The same seed gives the same bytes.
 */
export async function generateDemo(options: DemoOptions): Promise<{readonly files: readonly DemoFile[]}> {
  const {dataDir, scale, seed, municipality = "751", only, progress = silentProgress} = options;
  const folder = join(dataDir, "demo");
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const spillDir = join(dataDir, "staging", "demo-spill");
  const engine = await Engine.open({threads: 2, memory: "3GB", spillDir});
  try {
    const dirt = planDirt(municipality);
    const detailed = new Set([municipality, ...neighboursOf(municipality)]);
    await createNation(engine, {seed, municipality, only, detailed: scale === "nation" ? "all" : detailed});
    writeReference(dataDir, dirt, {scale, seed, municipality});
    const deliveries = planDeliveries(scale, dirt);
    progress.start("Laver demonstrationsnationen", deliveries.length);
    const files: DemoFile[] = [];
    for (const [index, delivery] of deliveries.entries()) {
      const path = await deliver(engine, folder, index + 1, delivery);
      files.push({path, standard: delivery.standard});
      progress.advance(index + 1);
    }
    progress.finish();
    return {files};
  } finally {
    engine.close();
    rmSync(spillDir, {recursive: true, force: true});
  }
}

interface Nation {
  readonly seed: number;
  readonly municipality: string;
  readonly only: readonly string[] | undefined;
  readonly detailed: ReadonlySet<string> | "all";
}

async function createNation(engine: Engine, {seed, municipality, only, detailed}: Nation): Promise<void> {
  await installChance(engine, seed);
  await createMunicipalities(engine, detailed);
  await createNames(engine);
  await createInstitutions(engine, only);
  await createChanges(engine, municipality);
  await createPupils(engine);
  await createChildren(engine);
  await createStaff(engine);
  await createObservations(engine);
  await createStatistics(engine);
}

function writeReference(dataDir: string, dirt: Dirt, mark: Pick<DemoOptions, "scale" | "seed" | "municipality">): void {
  const {mappings, demonstrationMark} = storesOf(dataDir);
  const mapping = localAbsenceMapping(dirt.local);
  writeJson(dirname(demonstrationMark), basename(demonstrationMark), mark);
  writeJson(join(dataDir, "reference"), "exemptions.json", exemptionsOf(dirt));
  writeJson(mappings, `${mapping.id}.json`, mapping);
}

function writeJson(folder: string, name: string, value: unknown): void {
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}
