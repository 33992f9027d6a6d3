import {openRelease} from "../../queries/release.ts";
import {buildPackages} from "../packages.ts";
import type {BenchRun} from "./index.ts";
import {flatResult, residentMegabytes} from "./memory.ts";
import {printBarely} from "./packages-floor.ts";
import {requireRelease, withReleasesOf} from "./release.ts";
import type {BenchResult} from "./result.ts";

const target = 2;

/**
 * Packages per second with everything included against a bare loop over the same pages, each the better of two rounds in
 * turn; memory; how cost grows.
 */
export async function run(bench: BenchRun): Promise<readonly BenchResult[]> {
  const {dataDir, quick} = bench;
  await requireRelease(dataDir);
  const reader = await openRelease(dataDir);
  const {period} = reader.manifest;
  const municipality =
    reader.groups.find(({kind, owner}) => kind === "neighbours" && owner === "751")?.owner ?? undefined;
  await reader.close();
  const count = quick ? 8 : 400;
  const rounds: (Measured & {readonly floor: number})[] = [];
  for (let round = 0; round < (quick ? 1 : 2); round++) {
    const built = await measure(bench, {period, municipality, limit: count});
    rounds.push({...built, floor: await printBarely(bench, {period, municipality, limit: count})});
  }
  const [rate, floor] = [
    Math.max(...rounds.map((round) => round.rate)),
    Math.max(...rounds.map((round) => round.floor))
  ];
  const results = [ratioResult(`pakker, ${rounds[0]!.packages} af én kommune, alt iberegnet`, rate, floor)];
  for (const municipalities of quick ? [1, 3] : [1, 10, 98]) {
    const {rate, packages} = await measure(bench, {period, municipalities, perMunicipality: 4});
    results.push(alone(`pakker, ${packages} af ${municipalities} kommuner`, rate, "pakker/s"));
  }
  return [...results, await memoryResult(bench, period)];
}

type Wish = Pick<
  Parameters<typeof buildPackages>[0],
  "period" | "municipality" | "municipalities" | "perMunicipality" | "limit"
>;

interface Measured {
  readonly packages: number;
  readonly rate: number;
  /** Resident memory after each package, in MB. */
  readonly memory: readonly number[];
}

/** Builds into an empty folder that shares the releases, so that nothing is there already. */
function measure({dataDir, workers, browserPath, progress}: BenchRun, wish: Wish): Promise<Measured> {
  return withReleasesOf(dataDir, async (folder) => {
    const memory: number[] = [];
    const since = performance.now();
    const onBuilt = () => memory.push(residentMegabytes());
    const own = {dataDir: folder, workers, browserPath, onBuilt, ...(progress ? {progress} : {})};
    const summary = await buildPackages({...wish, ...own});
    if (summary.failed.length > 0)
      throw new Error(`not built: ${summary.failed[0]!.issue}: ${summary.failed[0]!.reason}`);
    return {packages: summary.built, rate: (summary.built / (performance.now() - since)) * 1000, memory};
  });
}

async function memoryResult(bench: BenchRun, period: Wish["period"]): Promise<BenchResult> {
  const {memory, packages} = await measure(bench, {period, limit: bench.quick ? 20 : 500});
  return flatResult(`${packages} pakker`, memory);
}

function ratioResult(name: string, value: number, floor: number): BenchResult {
  return {
    name,
    value,
    unit: "pakker/s",
    floor,
    ratio: value / floor,
    target: `≥ ${target},0 ×`,
    met: value / floor >= target
  };
}

function alone(name: string, value: number, unit: string): BenchResult {
  return {name, value, unit, floor: null, ratio: null, target: "–", met: true};
}
