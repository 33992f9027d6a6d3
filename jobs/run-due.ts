/** Does what is due until nothing more is: release, packages, delivery, each at most once in a run. */
import type {PackageId} from "../queries/packages/data-package.ts";
import type {Decision} from "../queries/reference/wheel-due.ts";
import {type JobId, jobIds} from "../queries/registry/slots.ts";
import {type DueReading, readDue, settle} from "./due.ts";
import {type LedgerSummary, runSlots, type Work} from "./ledger.ts";
import type {Plant} from "./plant.ts";
import {deliverWork} from "./work-deliver.ts";
import {packagesWork} from "./work-packages.ts";
import {refreshWork} from "./work-refresh.ts";

export interface RunWish {
  readonly jobs?: readonly JobId[];
  /** Only these slots; absent: all that are due. */
  readonly only?: (id: string) => boolean;
  /** Does by hand what would wait: what it says yes to is begun whatever is missing, unless another run is at it. */
  readonly insists?: (decision: Decision) => boolean;
}

export interface RunSummary extends LedgerSummary {
  readonly job: JobId;
}

export async function runDue(plant: Plant, wish: RunWish = {}): Promise<readonly RunSummary[]> {
  const summaries: RunSummary[] = [];
  const tried = new Set<string>();
  for (;;) {
    const readings = await readDue(plant);
    await settle(plant, readings, wish.insists);
    const runnable = runnableOf(readings, wish).filter(({candidate}) => !tried.has(candidate.id));
    const job = jobIds.find((each) => runnable.some(({candidate}) => candidate.job === each));
    if (job === undefined) return summaries;
    const own = runnable.filter(({candidate}) => candidate.job === job);
    for (const {candidate} of own) tried.add(candidate.id);
    summaries.push({job, ...(await runSlots(plant, job, own, workOf(plant, job, readings)))});
  }
}

/** What a run with this wish would begin now. */
export function runnableOf(
  readings: readonly DueReading[],
  {jobs = jobIds, only = () => true, insists = () => false}: RunWish
): readonly Decision[] {
  return readings
    .flatMap(({decisions}) => decisions)
    .filter(({candidate}) => jobs.includes(candidate.job) && only(candidate.id))
    .filter((decision) => decision.action === "run" || (insists(decision) && decision.why.code !== "leased"));
}

function workOf(plant: Plant, job: JobId, readings: readonly DueReading[]): Work {
  if (job === "refresh") return refreshWork(plant);
  return job === "packages" ? packagesWork(plant, definitionIn(readings)) : deliverWork(plant);
}

function definitionIn(readings: readonly DueReading[]) {
  const entries = new Map(
    readings.flatMap(({municipality, wheel}) => wheel.entries.map((entry) => [`${municipality} ${entry.id}`, entry]))
  );
  return ({candidate: {municipality, entry: id}}: Decision): PackageId => {
    const entry = entries.get(`${municipality} ${id}`);
    if (entry?.kind !== "package") throw new Error(`not a package on the wheel: ${id}`);
    return entry.definition;
  };
}
