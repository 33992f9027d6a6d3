/** How fast it is decided what is due, and what the ledger costs while packages are built. */
import type {Unit} from "../../queries/model.ts";
import {parsePeriod} from "../../queries/period.ts";
import {defaultWheel, inputPeriod, occurrencesOf} from "../../queries/reference/wheel.ts";
import {cameKey, packageCandidates, type WheelFacts} from "../../queries/reference/wheel-candidates.ts";
import {type Candidate, due} from "../../queries/reference/wheel-due.ts";
import type {Slot} from "../../queries/registry/slots.ts";
import {openRelease} from "../../queries/release.ts";
import {runSlots} from "../ledger.ts";
import {buildPackages} from "../packages.ts";
import {openPlant} from "../plant.ts";
import {silentProgress} from "../progress.ts";
import {packagesWork} from "../work-packages.ts";
import type {BenchRun} from "./index.ts";
import {flatResult, residentMegabytes} from "./memory.ts";
import {requireRelease, withReleasesOf} from "./release.ts";
import type {BenchResult} from "./result.ts";

export async function run(bench: BenchRun): Promise<readonly BenchResult[]> {
  return [decidingResult(), ...(await buildingResults(bench))];
}

const now = new Date("2026-11-03T08:00:00Z");

/** 1,000 slots that are due among 10,000 that the ledger remembers; the best of several rounds. */
function decidingResult(): BenchResult {
  const units = Array.from({length: 1000}, (_, index) => unitOf(String(100_000 + index)));
  const occurrences = [2025, 2026, 2027].flatMap((year) => occurrencesOf(defaultWheel, year));
  const period = parsePeriod("2026-H1");
  const standards = defaultWheel.flatMap((entry) => (entry.kind === "package" ? entry.inputs : []));
  const came = new Map(standards.map((id) => [cameKey(id, inputPeriod(id, period)), "2026-08-20T00:00:00.000Z"]));
  const release = {id: "r", period, createdAt: "2026-09-01T00:00:00.000Z"};
  const facts: WheelFacts = {municipality: "751", occurrences, came, isExempt: () => false, release, lake: null, units};
  const ledger = new Map(Array.from({length: 10_000}, (_, index) => rememberedSlot(index)));
  const times = Array.from({length: 9}, () => {
    const since = performance.now();
    const decisions = due(packageCandidates(facts, now), ledger, {now, isAlive: () => null});
    const runnable = decisions.filter(({action}) => action === "run").length;
    if (runnable !== 1000) throw new Error(`expected 1000 slots that are due: ${runnable}`);
    return performance.now() - since;
  });
  const value = Math.min(...times);
  const name = "1.000 forfaldne opgaver afgjort, 10.000 i protokollen";
  return {name, value, unit: "ms", floor: null, ratio: null, target: "≤ 50 ms", met: value <= 50};
}

function unitOf(id: string): Unit {
  const unit = {
    id,
    name: id,
    kind: "school",
    parent: null,
    municipality: "751",
    validFrom: "2010-01-01",
    validTo: null
  };
  return unit as Unit;
}

function rememberedSlot(index: number): readonly [string, Slot] {
  const id = `packages/old/751/${index}/2020-H1`;
  const slot = {
    ...{id, job: "packages", entry: "old", municipality: "751", unit: String(index), period: "2020-H1"},
    ...{
      recipient: "",
      subject: "",
      dueAt: "2020-10-20T00:00:00.000Z",
      state: "done",
      version: 2,
      starts: 1,
      attempts: 0
    },
    ...{startedAt: null, endedAt: null, nextTryAt: null, leaseOwner: null, leaseUntil: null},
    ...{phase: "", error: "", result: ""}
  } as Slot;
  return [id, slot];
}

/** As fast as without the ledger, and in no more memory the longer it goes on. */
async function buildingResults(bench: BenchRun): Promise<readonly BenchResult[]> {
  await requireRelease(bench.dataDir);
  const packages = await somePackages(bench.dataDir, bench.quick ? 12 : 500);
  const rounds = bench.quick ? 1 : 2;
  const direct: number[] = [];
  const through: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < rounds; round++) {
    direct.push(await inEmptyFolder(bench, (folder) => buildDirectly({...bench, dataDir: folder}, packages)));
    memory.length = 0;
    through.push(
      await inEmptyFolder(bench, (folder) => buildThroughLedger({...bench, dataDir: folder}, packages, memory))
    );
  }
  const [value, floor] = [Math.max(...through), Math.max(...direct)];
  const ratio = value / floor;
  const name = `pakker gennem protokollen, ${packages.length}`;
  return [
    {name, value, unit: "pakker/s", floor, ratio, target: "≥ 0,9 ×", met: ratio >= 0.9},
    flatResult(`${packages.length} pakker gennem protokollen`, memory)
  ];
}

interface Wanted {
  readonly municipality: string;
  readonly unit: string;
  readonly period: string;
}

/** Leaders' packages of as many municipalities as it takes. */
async function somePackages(dataDir: string, count: number): Promise<readonly Wanted[]> {
  const {manifest, units, close} = await openRelease(dataDir);
  await close();
  const {period} = manifest;
  return [...units.values()]
    .filter(({kind, validTo}) => (kind === "school" || kind === "daycare") && validTo === null)
    .map(({id, municipality}) => ({municipality: String(municipality), unit: String(id), period}))
    .toSorted(
      (a, b) => Number(b.municipality === "751") - Number(a.municipality === "751") || (a.unit < b.unit ? -1 : 1)
    )
    .slice(0, count);
}

/** Packages per second of the work in a folder that shares the releases and has no packages. */
function inEmptyFolder({dataDir}: BenchRun, work: (folder: string) => Promise<number>): Promise<number> {
  return withReleasesOf(dataDir, async (folder) => {
    const since = performance.now();
    return ((await work(folder)) / (performance.now() - since)) * 1000;
  });
}

async function buildDirectly({dataDir, workers, browserPath}: BenchRun, packages: readonly Wanted[]): Promise<number> {
  let built = 0;
  for (const [municipality, own] of Map.groupBy(packages, (each) => each.municipality)) {
    const plans = new Set(own.map(({unit}) => `leader ${unit}`));
    const request = {dataDir, workers, browserPath, municipality, plans, period: parsePeriod(own[0]!.period)};
    built += (await buildPackages(request)).built;
  }
  return built;
}

async function buildThroughLedger(bench: BenchRun, packages: readonly Wanted[], memory: number[]): Promise<number> {
  const progress = {...silentProgress, advance: () => void memory.push(residentMegabytes())};
  const plant = await openPlant(bench, {municipality: "751", progress});
  try {
    const decisions = due(packages.map(candidateOf), new Map(), {now: new Date(), isAlive: () => null});
    const work = packagesWork(plant, () => "leader");
    const {done, failed} = await runSlots(plant, "packages", decisions, work);
    if (failed.length > 0) throw new Error(`not built: ${failed[0]!.id}: ${failed[0]!.error}`);
    return done.length;
  } finally {
    await plant.registry.destroy();
  }
}

function candidateOf({municipality, unit, period}: Wanted): Candidate {
  const key = {job: "packages", entry: "bench", municipality, unit, period, recipient: "", subject: ""} as const;
  const id = `packages/bench/${municipality}/${unit}/${period}`;
  const why = {code: "deadline", missing: []} as const;
  return {...key, id, dueAt: now.toISOString(), series: id, rank: period, ready: true, why};
}
