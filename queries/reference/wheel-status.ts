/** How it goes with an occurrence of the wheel on a day, and which arrivals are to be recorded. Pure. */
import type {Arrival as RecordedArrival} from "../registry/arrivals.ts";
import type {Occurrence} from "./wheel.ts";
import {cameKey, type WheelFacts} from "./wheel-candidates.ts";
import {danishClock, daysBetween} from "./wheel-dates.ts";

/** `days`: after the window's last day (positive) or before its first (negative); 0 within it. */
export type OccurrenceStatus =
  | {readonly code: "cancelled"}
  | {readonly code: "exempt"}
  | {readonly code: "arrived"; readonly on: string; readonly days: number}
  | {readonly code: "late"; readonly days: number; readonly missing: readonly string[]}
  | {readonly code: "open"; readonly left: number}
  | {readonly code: "coming"; readonly days: number}
  | {readonly code: "past"}
  /** Another publisher's data, of which nobody has said whether they came. */
  | {readonly code: "unnoted"};

export function statusOf(
  occurrence: Occurrence,
  facts: Pick<WheelFacts, "came" | "isExempt">,
  arrivals: readonly RecordedArrival[],
  today: string
): OccurrenceStatus {
  const {entry, from, to, period} = occurrence;
  if (entry.state === "cancelled") return {code: "cancelled"};
  if (entry.kind === "arrival") {
    const recorded = arrivals.find((each) => each.entry === entry.id && each.period === period);
    const on = recorded?.arrivedOn ?? arrivedOn(occurrence, facts);
    if (on !== null) return {code: "arrived", on, days: outside(occurrence, on)};
    if (entry.standards.length > 0 && entry.standards.every((standard) => facts.isExempt(standard, period)))
      return {code: "exempt"};
    if (today > to && entry.standards.length === 0) return {code: "unnoted"};
    if (today > to) return {code: "late", days: daysBetween(to, today), missing: missingOf(occurrence, facts)};
  }
  if (today < from) return {code: "coming", days: daysBetween(today, from)};
  return today <= to ? {code: "open", left: daysBetween(today, to)} : {code: "past"};
}

function outside({from, to}: Occurrence, date: string): number {
  return date > to ? daysBetween(to, date) : date < from ? daysBetween(from, date) : 0;
}

/** The day on which the last of what is awaited came; null while something is missing or nothing is awaited. */
function arrivedOn(occurrence: Occurrence, facts: Pick<WheelFacts, "came" | "isExempt">): string | null {
  const {entry, period} = occurrence;
  if (entry.kind !== "arrival") return null;
  const awaited = entry.standards.filter((standard) => !facts.isExempt(standard, period));
  const times = awaited.map((standard) => facts.came.get(cameKey(standard, period)));
  if (times.length === 0 || times.includes(undefined)) return null;
  return danishClock(new Date(times.toSorted().at(-1)!)).date;
}

function missingOf({entry, period}: Occurrence, {came, isExempt}: Pick<WheelFacts, "came" | "isExempt">) {
  if (entry.kind !== "arrival") return [];
  return entry.standards.filter((standard) => !isExempt(standard, period) && !came.has(cameKey(standard, period)));
}

/** What has come and is not yet recorded beside its expected window. */
export function newArrivals(
  facts: WheelFacts,
  known: readonly RecordedArrival[],
  now: Date
): readonly RecordedArrival[] {
  const recorded = new Set(known.map(({entry, period}) => `${entry} ${period}`));
  return facts.occurrences.flatMap((occurrence) => {
    const on = arrivedOn(occurrence, facts);
    if (on === null || recorded.has(`${occurrence.entry.id} ${occurrence.period}`)) return [];
    return [
      {
        municipality: facts.municipality,
        entry: occurrence.entry.id,
        period: occurrence.period,
        expectedFrom: occurrence.from,
        expectedTo: occurrence.to,
        arrivedOn: on,
        source: "delivery" as const,
        notedBy: "",
        recordedAt: now.toISOString()
      }
    ];
  });
}
