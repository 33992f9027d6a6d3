/** All indicators of the newest half-year against bare sums over the same columns, for one municipality, ten and all. */
import {existsSync} from "node:fs";
import {join} from "node:path";
import {type Catalogue, readCatalogue} from "../../queries/catalogue.ts";
import {storesOf} from "../../queries/config.ts";
import {Engine} from "../../queries/engine.ts";
import {latestWithin, type PeriodId, parsePeriod} from "../../queries/period.ts";
import {currentFiles, type LakeFile} from "../../queries/registry/deliveries.ts";
import {openRegistry} from "../../queries/registry/open.ts";
import {computeFactsOf, filesFor} from "../compute.ts";
import {generateDemo} from "../demo/demo.ts";
import {intake} from "../intake.ts";
import {createLakeViews} from "../lake-views.ts";
import {type Progress, silentProgress} from "../progress.ts";
import {bareQueries} from "./compute-floor.ts";
import type {BenchResult} from "./result.ts";

export interface ComputeBenchOptions {
  readonly dataDir: string;
  /** The demonstration of one municipality instead of the nation's, and one round. */
  readonly quick?: boolean;
  readonly progress?: Progress;
}

export interface Lake {
  readonly dataDir: string;
  readonly files: readonly LakeFile[];
}

export async function run({
  dataDir,
  quick = false,
  progress = silentProgress
}: ComputeBenchOptions): Promise<BenchResult[]> {
  const lake = await findLake(dataDir, quick, progress);
  const catalogue = await readCatalogue();
  const results: BenchResult[] = [];
  for (const count of [1, 10, 98]) results.push(await measure(partOf(lake, count), catalogue, count, quick ? 1 : 5));
  return results;
}

/** The data folder's own lake if it holds the nation, else one that is made beside it and kept for the next time. */
export async function findLake(dataDir: string, quick: boolean, progress: Progress): Promise<Lake> {
  const own = await readLake(dataDir);
  if (own && (quick || isNation(own))) return own;
  const scale = quick ? "municipality" : "nation";
  const made = join(dataDir, "bench", scale);
  const known = await readLake(made);
  if (known) return known;
  const {files} = await generateDemo({dataDir: made, scale, seed: 1, progress});
  await intake({dataDir: made, files, progress});
  return (await readLake(made))!;
}

async function readLake(dataDir: string): Promise<Lake | null> {
  const path = storesOf(dataDir).registry;
  if (!existsSync(path)) return null;
  const registry = await openRegistry(path);
  const files = await currentFiles(registry);
  await registry.destroy();
  return files.length > 0 ? {dataDir, files} : null;
}

function isNation({files}: Lake): boolean {
  const pupils = files.filter(({standard, period}) => standard === "pupils" && period === newestOf(files));
  return pupils.reduce((sum, {rows}) => sum + rows, 0) > 500_000;
}

export function newestOf(files: readonly LakeFile[]): PeriodId {
  const periods = files.filter(({standard}) => standard === "pupils").map(({period}) => period);
  return parsePeriod(periods.toSorted().at(-1)!);
}

function partOf({dataDir, files}: Lake, count: number): Lake {
  const codes = [...new Set(files.filter(({standard}) => standard === "pupils").map(({municipality}) => municipality))];
  const first = codes.includes("751") ? ["751", ...codes.filter((code) => code !== "751")] : codes;
  const kept = new Set(first.slice(0, count));
  return {
    dataDir,
    files: files.filter(({standard, municipality}) => standard === "published-statistics" || kept.has(municipality))
  };
}

/** Floor and computing take turns and the best of each counts, so that a busy moment of the machine decides nothing. */
async function measure(lake: Lake, catalogue: Catalogue, count: number, rounds: number): Promise<BenchResult> {
  const half = newestOf(lake.files);
  const periods = [half, latestWithin(half, "school-year"), latestWithin(half, "year")];
  const floors: number[] = [];
  const computed: number[] = [];
  for (let round = 0; round < rounds; round++) {
    floors.push(await secondsOfFloor(lake, catalogue, periods));
    computed.push(await secondsOfComputing(lake, catalogue, periods));
  }
  const value = Math.min(...computed);
  const floor = Math.min(...floors);
  const name = `alle indikatorer for ${half}, ${count === 1 ? "1 kommune" : `${count} kommuner`}`;
  const ratio = value / floor;
  if (count < 98) return {name, value, unit: "s", floor, ratio, target: "–", met: true};
  return {name, value, unit: "s", floor, ratio, target: "≤ 2,0", met: ratio <= 2};
}

async function secondsOfFloor(
  {dataDir, files}: Lake,
  {indicators}: Catalogue,
  periods: readonly PeriodId[]
): Promise<number> {
  const engine = await Engine.open({threads: 2, memory: "4GB"});
  await createLakeViews(engine, dataDir, filesFor(files, periods));
  const queries: string[] = [];
  for (const indicator of indicators) queries.push(...(await bareQueries(engine, indicator)));
  const seconds = await secondsOf(async () => {
    for (const query of queries) await engine.run(`CREATE OR REPLACE TEMP TABLE bare AS ${query}`);
  });
  engine.close();
  return seconds;
}

/** Everything: views, coverage, organisation, facts, totals, linked series. */
async function secondsOfComputing(
  {dataDir, files}: Lake,
  catalogue: Catalogue,
  periods: readonly PeriodId[]
): Promise<number> {
  const engine = await Engine.open({threads: 2, memory: "4GB"});
  const seconds = await secondsOf(() => computeFactsOf(engine, {catalogue, dataDir, files, periods}));
  engine.close();
  return seconds;
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
