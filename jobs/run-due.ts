/** Does what is due until nothing more is: release, packages, delivery, each at most once in a run. */
import type {PackageId} from "../queries/packages/data-package.ts";
import type {Decision, Why} from "../queries/reference/wheel-due.ts";
import {endStates, type JobId, jobIds, type SlotState} from "../queries/registry/slots.ts";
import {settleSlots} from "../queries/registry/slots-write.ts";
import {deliverObservations} from "./deliver-observations.ts";
import {type DueReading, readDue, seenOf, settle} from "./due.ts";
import {type LedgerSummary, runSlots, type Work} from "./ledger.ts";
import type {Plant} from "./plant.ts";

export interface RunWish {
  readonly jobs?: readonly JobId[];
  /** Only these slots; absent: all that are due. */
  readonly only?: (id: string) => boolean;
  /** Does by hand what would wait: what it says yes to is begun whatever is missing. */
  readonly insists?: (decision: Decision) => boolean;
}

export interface RunSummary extends LedgerSummary {
  readonly job: JobId;
}

export async function runDue(plant: Plant, wish: RunWish = {}): Promise<readonly RunSummary[]> {
  if ((wish.jobs ?? jobIds).includes("refresh")) await deliverObservations(plant);
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
    summaries.push({job, ...(await runSlots(plant, job, own, await workOf(plant, job, readings)))});
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
    .filter((decision) => decision.action === "run" || (insists(decision) && !firm.includes(decision.why.code)));
}

/** Insisting overrides waiting, but neither another run, an embargo nor an address that mail came back from. */
const firm: readonly Why["code"][] = ["leased", "embargo", "no-channel", "address-stopped"];

/** Opens again what has ended, to be done once more by hand; what would come out the same comes out the same. */
export async function reopen(
  plant: Plant,
  only: (id: string, job: JobId) => boolean,
  states: readonly SlotState[] = endStates
): Promise<void> {
  const ended = (await readDue(plant))
    .flatMap(({decisions}) => decisions)
    .filter(({candidate, slot}) => only(candidate.id, candidate.job) && slot && states.includes(slot.state));
  await settleSlots(plant.registry, ended.map(seenOf), {state: "waiting", text: "åbnet igen", now: plant.now()});
}

/** Each job's own parts are loaded when it is done: looking whether anything is due needs no browser. */
async function workOf(plant: Plant, job: JobId, readings: readonly DueReading[]): Promise<Work> {
  if (job === "refresh") return (await import("./work-refresh.ts")).refreshWork(plant);
  if (job === "retain") return (await import("./work-retain.ts")).retainWork(plant);
  if (job === "deliver") return (await import("./work-deliver.ts")).deliverWork(plant);
  return (await import("./work-packages.ts")).packagesWork(plant, definitionIn(readings));
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
