/** What the wheel and the lake call for: releases and packages. Pure. */
import type {Unit} from "../model.ts";
import {endOf, type PeriodId} from "../period.ts";
import {slotId} from "../registry/slots.ts";
import {inputPeriod, type Occurrence} from "./wheel.ts";
import {addDays, danishClock, instantOf} from "./wheel-dates.ts";
import type {Candidate, Why} from "./wheel-due.ts";
import type {PackageEntry} from "./wheel-entry.ts";

/** What is known when it is decided. */
export interface WheelFacts {
  readonly municipality: string;
  readonly occurrences: readonly Occurrence[];
  /** When the first delivery of a standard and period came; see `cameKey`. ISO 8601. */
  readonly came: ReadonlyMap<string, string>;
  readonly isExempt: (standard: string, period: PeriodId) => boolean;
  readonly release: {readonly id: string; readonly period: string; readonly createdAt: string} | null;
  /** Null where nothing has been delivered. */
  readonly lake: Lake | null;
  /** Every version of the municipality's units. */
  readonly units: readonly Unit[];
}

/** Deliveries against the active release. */
export interface Lake {
  /** All current deliveries as one short text. */
  readonly fingerprint: string;
  readonly released: boolean;
  /** False where something of the municipality's own is not in the release. */
  readonly ownReleased: boolean;
  /** When the oldest and the newest delivery that is not in the release came; the newest of all where none is missing. */
  readonly since: string;
  readonly changedAt: string;
}

export function cameKey(standard: string, period: string): string {
  return `${standard} ${period}`;
}

/** When in the morning of a window's first and last day its packages are due: before anybody meets. */
const dueTime = "05:00";
/** Deliveries tend to come several at a time; a release waits for them to stop, but not for ever. */
const settleMinutes = 10;
const longestSettleMinutes = 60;
/** What was missed longer ago is not caught up with by itself: the packages of the next half-year are near. */
const lookBackDays = 140;

/** A release where the lake holds what the active one does not, once deliveries have stopped coming for some minutes. */
export function refreshCandidates({lake}: Pick<WheelFacts, "lake">, now: Date): readonly Candidate[] {
  if (!lake || lake.released) return [];
  const {fingerprint: subject, since, changedAt} = lake;
  const key = {job: "refresh", entry: "", municipality: "", unit: "", period: "", recipient: "", subject} as const;
  const settled = minutesAfter(changedAt, settleMinutes);
  const latest = minutesAfter(since, longestSettleMinutes);
  const until = settled < latest ? settled : latest;
  const isClockBack = now.toISOString() < since;
  const ready = isClockBack || now.toISOString() >= until;
  const why: Why = ready ? {code: "lake-changed", since} : {code: "settling", until};
  return [{...key, id: slotId(key), dueAt: until, series: "refresh", rank: changedAt, ready, why}];
}

function minutesAfter(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

/** One for each unit of each package entry whose window has opened and is not long past. */
export function packageCandidates(facts: WheelFacts, now: Date): readonly Candidate[] {
  const today = danishClock(now).date;
  return facts.occurrences.flatMap((occurrence) => {
    const {entry, from, to} = occurrence;
    if (entry.kind !== "package" || entry.state !== "active" || from > today || to < addDays(today, -lookBackDays))
      return [];
    const readiness = readinessOf(occurrence, entry, facts, now);
    return unitsOf(facts, entry, occurrence.period).map((unit) =>
      candidateOf(occurrence, entry, facts, unit, readiness)
    );
  });
}

type Readiness = Pick<Candidate, "dueAt" | "ready" | "why">;

function candidateOf(
  {period}: Occurrence,
  {id: entry, definition}: PackageEntry,
  {municipality}: WheelFacts,
  unit: string,
  readiness: Readiness
): Candidate {
  const key = {job: "packages", entry, municipality, unit, period, recipient: "", subject: ""} as const;
  const series = `packages ${definition} ${municipality} ${unit}`;
  return {...key, id: slotId(key), series, rank: period, ...readiness};
}

/** Whether an occurrence's packages can be built now; `missing` are standards. */
export function readinessOf(
  {from, to, period}: Occurrence,
  entry: PackageEntry,
  facts: WheelFacts,
  now: Date
): Readiness {
  const opens = instantOf(from, dueTime);
  const deadline = instantOf(to, dueTime);
  const inputs = entry.inputs.map((standard) => ({standard, period: inputPeriod(standard, period)}));
  const awaited = inputs.filter((input) => !facts.isExempt(input.standard, input.period));
  const arrivals = awaited.map((input) => facts.came.get(cameKey(input.standard, input.period)) ?? null);
  const missing = awaited.filter((_, index) => arrivals[index] === null).map(({standard}) => standard);
  const lastCame = arrivals.reduce((last, at) => (at !== null && (last === null || at > last) ? at : last), null);
  const isComplete = missing.length === 0 && entry.rule === "inputs-arrived";
  const dueAt = (isComplete ? earlier(deadline, later(opens, lastCame)) : deadline).toISOString();
  const waits = (why: Why): Readiness => ({dueAt, ready: false, why});
  if (now < opens) return waits({code: "before-window", from});
  if (now < deadline && missing.length > 0) return waits({code: "inputs-missing", missing, deadline: to});
  if (now < deadline && !isComplete) return waits({code: "before-deadline", deadline: to});
  if (awaited.length > 0 && lastCame === null) return waits({code: "nothing-came", missing, deadline: to});
  if (!facts.release || facts.lake?.ownReleased === false) return waits({code: "needs-refresh"});
  if (facts.release.period < period) return waits({code: "nothing-came", missing, deadline: to});
  return {dueAt, ready: true, why: missing.length > 0 ? {code: "deadline", missing} : {code: "inputs-came", lastCame}};
}

/** Units of the entry's kinds that exist at the period's end. */
export function unitsOf(
  {units, municipality}: Pick<WheelFacts, "units" | "municipality">,
  {unitKinds}: PackageEntry,
  period: PeriodId
): readonly string[] {
  const end = endOf(period);
  const existing = units.filter(
    (unit) =>
      unitKinds.includes(unit.kind) &&
      (unit.municipality === municipality || unit.id === municipality) &&
      unit.validFrom <= end &&
      (unit.validTo === null || unit.validTo >= end)
  );
  return [...new Set(existing.map(({id}) => String(id)))].sort();
}

function later(a: Date, b: string | null): Date {
  return b !== null && Date.parse(b) > a.getTime() ? new Date(b) : a;
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
