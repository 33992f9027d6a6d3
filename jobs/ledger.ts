/** Runs slots under leases: what is claimed is kept alive, ended in batches, and left to others when it is no longer ours. */
import {type Decision, leaseMs, nextTry} from "../queries/reference/wheel-due.ts";
import type {Registry} from "../queries/registry/open.ts";
import type {JobId} from "../queries/registry/slots.ts";
import {claimSlots, endSlots, renewLeases, type SlotEnd} from "../queries/registry/slots-write.ts";
import {findStop, stoppedText} from "../queries/registry/stops.ts";

export interface LedgerOptions {
  readonly registry: Registry;
  readonly owner: string;
  readonly now: () => Date;
}

/** What a job tells of its slots. Everything that was claimed is told of once; what is not ends as failed. */
export interface SlotTally {
  done(id: string, result?: string): void;
  /** `permanent`: trying again would not help. */
  failed(id: string, error: unknown, options?: {readonly permanent?: boolean}): void;
  /** Not now, through no fault of its own: nothing is counted. */
  postponed(id: string, until: Date, why: string): void;
  phase(text: string): void;
  /** Aborted when somebody asks it to stop: what is begun is ended, and nothing more is begun. */
  readonly signal: AbortSignal;
}

export type Work = (claimed: readonly Decision[], tally: SlotTally) => Promise<void>;

export interface LedgerSummary {
  readonly done: readonly string[];
  readonly failed: readonly {readonly id: string; readonly error: string; readonly final: boolean}[];
  readonly postponed: readonly string[];
  /** Not begun, since somebody asked it to stop. */
  readonly stopped: readonly string[];
  /** Somebody else had them first. */
  readonly taken: number;
}

const renewEveryMs = 20_000;
const lookForStopEveryMs = 1000;
const endsAtATime = 12;

/** Claims the decided slots, does the work and writes how each ended. */
export async function runSlots(
  {registry, owner, now}: LedgerOptions,
  job: JobId,
  decisions: readonly Decision[],
  work: Work
): Promise<LedgerSummary> {
  const lease = () => ({owner, now: now(), until: new Date(now().getTime() + leaseMs)});
  const wanted = decisions.map(({candidate, slot}) => ({...candidate, seen: slot?.version ?? 0}));
  const ours = new Set(await claimSlots(registry, wanted, lease()));
  const claimed = decisions.filter(({candidate}) => ours.has(candidate.id));
  if (claimed.length === 0) return {done: [], failed: [], postponed: [], stopped: [], taken: decisions.length};
  const writer = endWriter({registry, owner, now}, job, claimed);
  let phase: string | undefined;
  const renew = () => Promise.all([renewLeases(registry, lease(), phase), writer.flush()]).catch(() => {}); // the next one tries again
  const heartbeat = setInterval(renew, renewEveryMs);
  const stop = watchForStop(registry, job);
  try {
    await work(claimed, {
      ...writer.tally,
      signal: stop.signal,
      phase: (text) => {
        phase = text;
      }
    });
  } catch (error) {
    for (const id of writer.open()) writer.tally.failed(id, error);
  } finally {
    clearInterval(heartbeat);
    stop.end();
    if (stop.signal.aborted) for (const id of writer.open()) writer.stopped(id, String(stop.signal.reason));
    for (const id of writer.open()) writer.tally.failed(id, "the job did not say how it ended");
    await writer.flush();
  }
  return {...writer.summary, taken: decisions.length - claimed.length};
}

/** Aborts when somebody asks what runs of the job to stop. */
function watchForStop(registry: Registry, job: JobId): {readonly signal: AbortSignal; end(): void} {
  const begun = new Date();
  const controller = new AbortController();
  const look = async () => {
    const asked = await findStop(registry, job, begun);
    if (asked) controller.abort(stoppedText + asked.by);
  };
  const timer = setInterval(() => void look().catch(() => {}), lookForStopEveryMs);
  return {signal: controller.signal, end: () => clearInterval(timer)};
}

/** What came of each, and which are still open. */
function endWriter(options: LedgerOptions, job: JobId, claimed: readonly Decision[]) {
  const open = new Set(claimed.map(({candidate}) => candidate.id));
  const attempts = new Map(claimed.map(({candidate, slot}) => [candidate.id, slot?.attempts ?? 0]));
  const batches = endBatches(options);
  const summary = {
    done: [] as string[],
    failed: [] as {id: string; error: string; final: boolean}[],
    postponed: [] as string[],
    stopped: [] as string[]
  };
  const endOnce = (end: SlotEnd, note: () => void) => {
    if (!open.delete(end.id)) return;
    note();
    batches.add(end);
  };
  const tally: Omit<SlotTally, "phase" | "signal"> = {
    done: (id, result = "") => endOnce({id, state: "done", result, text: result}, () => summary.done.push(id)),
    failed: (id, problem, {permanent = false} = {}) => {
      const error = problem instanceof Error ? problem.message : String(problem);
      const nextTryAt = permanent ? null : nextTry(job, (attempts.get(id) ?? 0) + 1, options.now());
      const end: SlotEnd = nextTryAt
        ? {id, state: "waiting", error, nextTryAt, counts: true, text: error}
        : {id, state: "failed", error, text: error};
      endOnce(end, () => summary.failed.push({id, error, final: nextTryAt === null}));
    },
    postponed: (id, nextTryAt, error) =>
      endOnce({id, state: "waiting", error, nextTryAt, counts: false, text: error}, () => summary.postponed.push(id))
  };
  const stopped = (id: string, error: string) =>
    endOnce({id, state: "cancelled", error, text: error}, () => summary.stopped.push(id));
  return {tally, summary, stopped, flush: batches.flush, open: () => [...open]};
}

/** Writes ends some at a time and one batch after the other, since each transaction waits for the disk. */
function endBatches({registry, owner, now}: LedgerOptions) {
  let pending: SlotEnd[] = [];
  let writing = Promise.resolve();
  const flush = () => {
    const ends = pending;
    pending = [];
    writing = writing.then(async () => {
      if (ends.length > 0) await endSlots(registry, ends, {owner, now: now()});
    });
    return writing;
  };
  const add = (end: SlotEnd) => {
    pending.push(end);
    if (pending.length >= endsAtATime) flush().catch(() => {}); // the last flush tells of it
  };
  return {add, flush};
}
