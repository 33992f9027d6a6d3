/** Next year's expected window from what came when: a median, capped, and said in words. Pure. */
import type {PeriodId} from "../period.ts";
import {occurrenceOf, yearOfPeriod} from "./wheel.ts";
import {daysBetween} from "./wheel-dates.ts";
import type {LearnedShift, WheelEntry} from "./wheel-entry.ts";

/** When something that an entry expects had come. */
export interface Arrival {
  readonly entry: string;
  readonly period: PeriodId;
  /** `YYYY-MM-DD`. */
  readonly arrivedOn: string;
}

const fewest = 2;
const mostYears = 5;
const cap = 28;
/** Older data taken in afterwards say nothing of when such data come. */
const backfilled = 120;

/**
 * Per entry the shift of its windows in `year`, from arrivals of earlier years: the median of the days before the window's
 * first or after its last day (0 within it) over at most five years, at least two, moved by at most four weeks.
 */
export function learnShifts(
  entries: readonly WheelEntry[],
  arrivals: readonly Arrival[],
  year: number
): ReadonlyMap<string, LearnedShift> {
  const byEntry = Map.groupBy(arrivals, ({entry}) => entry);
  const shifts = new Map<string, LearnedShift>();
  for (const entry of entries) {
    const shift = shiftOf(entry, byEntry.get(entry.id) ?? [], year);
    if (shift) shifts.set(entry.id, shift);
  }
  return shifts;
}

function shiftOf(entry: WheelEntry, arrivals: readonly Arrival[], year: number): LearnedShift | null {
  const deviations = arrivals
    .map((arrival) => ({year: yearOfPeriod(entry, arrival.period), arrival}))
    .filter((each): each is {year: number; arrival: Arrival} => each.year !== undefined && each.year < year)
    .map((each) => ({year: each.year, days: deviationOf(entry, each.year, each.arrival.arrivedOn)}))
    .filter(({days}) => Math.abs(days) <= backfilled)
    .toSorted((a, b) => a.year - b.year)
    .slice(-mostYears);
  if (deviations.length < fewest) return null;
  const median = medianOf(deviations.map(({days}) => days));
  const days = Math.max(-cap, Math.min(cap, median));
  return days === 0 ? null : {days, from: deviations, capped: days !== median};
}

/** Days after the rule's window (positive), before it (negative) or 0. */
export function deviationOf(entry: WheelEntry, year: number, arrivedOn: string): number {
  const {ruleFrom, ruleTo} = occurrenceOf(entry, year);
  if (arrivedOn > ruleTo) return daysBetween(ruleTo, arrivedOn);
  return arrivedOn < ruleFrom ? daysBetween(ruleFrom, arrivedOn) : 0;
}

/** Of an even number the middle two's mean, towards nothing. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.trunc((sorted[middle - 1]! + sorted[middle]!) / 2);
}
