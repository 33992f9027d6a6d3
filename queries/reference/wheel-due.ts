/**
 * What is to be done now: candidates (what the wheel, the lake and the recipients call for) against the ledger and a clock.
 * Pure: nothing is ever due because a timer rang, so days without the program change only when things are done.
 */
import {compareText} from "../compare-text.ts";
import type {Channel} from "../registry/recipients.ts";
import {type JobId, jobIds, type Slot, type SlotKey} from "../registry/slots.ts";

/** Why something is ready, waits or is over; the words are in the text modules. Times are ISO 8601 in UTC, days `YYYY-MM-DD`. */
export type Why =
  | {readonly code: "inputs-came"; readonly lastCame: string | null}
  | {readonly code: "deadline"; readonly missing: readonly string[]}
  | {readonly code: "lake-changed"; readonly since: string}
  | {readonly code: "released"; readonly since: string}
  | {readonly code: "before-window"; readonly from: string}
  | {readonly code: "before-deadline"; readonly deadline: string}
  | {readonly code: "inputs-missing"; readonly missing: readonly string[]; readonly deadline: string}
  | {readonly code: "nothing-came"; readonly missing: readonly string[]; readonly deadline: string}
  | {readonly code: "needs-refresh"}
  | {readonly code: "settling"; readonly until: string}
  | {readonly code: "explained"}
  | {readonly code: "address-stopped"; readonly since: string}
  | {readonly code: "embargo"; readonly until: string}
  | {readonly code: "quiet-hours"; readonly until: string}
  | {readonly code: "no-channel"; readonly channel: Channel}
  | {readonly code: "retry"; readonly at: string; readonly attempts: number; readonly error: string}
  | {readonly code: "leased"; readonly owner: string; readonly until: string}
  | {readonly code: "taken-over"; readonly owner: string}
  | {readonly code: "cut-off"; readonly starts: number}
  | {readonly code: "ended"; readonly state: Slot["state"]; readonly at: string | null; readonly error: string}
  | {readonly code: "newer"; readonly by: string}
  | {readonly code: "past-its-time" | "demonstration"; readonly count: number}
  | {readonly code: "off-wheel"};

export interface Candidate extends SlotKey {
  readonly id: string;
  /** ISO 8601: since when or from when it is due. */
  readonly dueAt: string;
  /** Of the candidates of one series only the one of the highest rank is done: who was away gets the newest, not everything. */
  readonly series: string;
  readonly rank: string;
  readonly ready: boolean;
  readonly why: Why;
}

export const actions = ["run", "wait", "supersede", "cancel", "give-up", "shorten", "over"] as const;
/** `shorten`: a lease from a clock that was wrong is cut to a lease's length. `over`: nothing more happens by itself. */
export type Action = (typeof actions)[number];

export interface Decision {
  readonly candidate: Candidate;
  readonly slot: Slot | null;
  readonly action: Action;
  readonly why: Why;
}

export interface Clock {
  readonly now: Date;
  /** False where the owner of a lease is known to be gone; null where it cannot be told from here. */
  readonly isAlive: (owner: string) => boolean | null;
}

export const leaseMs = 120_000;
/** A program that falls over on the same work again and again is not begun for ever. */
const mostUnfinishedStarts = 200;

/** In the order in which they are to be done: by job, then longest due first. */
export function due(
  candidates: readonly Candidate[],
  slots: ReadonlyMap<string, Slot>,
  clock: Clock
): readonly Decision[] {
  const newest = newestBySeries(candidates, slots);
  const known = new Set(candidates.map(({id}) => id));
  const decisions = candidates.map((candidate) =>
    decide(candidate, slots.get(candidate.id) ?? null, newest.get(candidate.series), clock)
  );
  const orphans = [...slots.values()].filter(({id, state}) => !known.has(id) && isOpen(state));
  return [...decisions, ...orphans.map((slot) => decideOrphan(slot, clock))].toSorted(
    (a, b) =>
      jobIds.indexOf(a.candidate.job) - jobIds.indexOf(b.candidate.job) ||
      compareText(a.candidate.dueAt, b.candidate.dueAt) ||
      compareText(a.candidate.id, b.candidate.id)
  );
}

/** The candidate of the highest rank that can be done, is being done or has been done. */
function newestBySeries(
  candidates: readonly Candidate[],
  slots: ReadonlyMap<string, Slot>
): ReadonlyMap<string, Candidate> {
  const newest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const state = slots.get(candidate.id)?.state;
    if (!candidate.ready && state !== "running" && state !== "done") continue;
    const before = newest.get(candidate.series);
    if (!before || before.rank < candidate.rank) newest.set(candidate.series, candidate);
  }
  return newest;
}

function decide(candidate: Candidate, slot: Slot | null, newest: Candidate | undefined, clock: Clock): Decision {
  const decided = (action: Action, why: Why): Decision => ({candidate, slot, action, why});
  if (slot?.state === "running") {
    const running = decideRunning(slot, clock);
    if (running.action !== "run") return decided(running.action, running.why);
    return candidate.ready ? decided("run", running.why) : decided("wait", candidate.why);
  }
  if (slot && !isOpen(slot.state))
    return decided("over", {code: "ended", state: slot.state, at: slot.endedAt, error: slot.error});
  if (newest && newest.rank > candidate.rank) return decided("supersede", {code: "newer", by: newest.id});
  if (!candidate.ready) return decided("wait", candidate.why);
  if (slot?.nextTryAt && !mayTryAgain(slot, clock.now))
    return decided("wait", {code: "retry", at: slot.nextTryAt, attempts: slot.attempts, error: slot.error});
  return decided("run", candidate.why);
}

function decideRunning(slot: Slot, {now, isAlive}: Clock): {readonly action: Action; readonly why: Why} {
  const owner = slot.leaseOwner ?? "";
  const until = slot.leaseUntil ?? "";
  const takeOver =
    slot.starts - slot.attempts > mostUnfinishedStarts
      ? ({action: "give-up", why: {code: "cut-off", starts: slot.starts}} as const)
      : ({action: "run", why: {code: "taken-over", owner}} as const);
  if (isAlive(owner) === false) return takeOver;
  const left = Date.parse(until) - now.getTime();
  if (left <= 0 || Number.isNaN(left)) return takeOver;
  return {action: left > 2 * leaseMs ? "shorten" : "wait", why: {code: "leased", owner, until}};
}

/** An end later than now was written by a clock that has since been put back: then the waiting time says nothing. */
function mayTryAgain({nextTryAt, endedAt}: Slot, now: Date): boolean {
  return Date.parse(nextTryAt!) <= now.getTime() || (endedAt !== null && Date.parse(endedAt) > now.getTime());
}

/** What nothing calls for any more, e.g. since the wheel was changed. */
function decideOrphan(slot: Slot, clock: Clock): Decision {
  const {id, job, entry, municipality, unit, period, recipient, subject, dueAt} = slot;
  const key = {id, job, entry, municipality, unit, period, recipient, subject, dueAt};
  const candidate: Candidate = {...key, series: id, rank: "", ready: false, why: {code: "off-wheel"}};
  if (slot.state !== "running") return {candidate, slot, action: "cancel", why: candidate.why};
  const {action, why} = decideRunning(slot, clock);
  return {candidate, slot, action: action === "run" ? "cancel" : action, why: action === "run" ? candidate.why : why};
}

function isOpen(state: Slot["state"]): boolean {
  return state === "waiting" || state === "running";
}

const minute = 60_000;
/** Minutes to wait after each failure; after the last the slot has failed for good. */
const waits: Readonly<Record<JobId, readonly number[]>> = {
  refresh: [10, 60],
  packages: [5, 30],
  deliver: [2, 5, 15, 60, 240, 480, 720],
  retain: [30, 120, 360]
};

/** When to try again after `attempts` failures, the last included; null: not again. */
export function nextTry(job: JobId, attempts: number, now: Date): Date | null {
  const wait = waits[job][attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * minute);
}
