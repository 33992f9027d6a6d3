/**
 * The annual wheel: what is expected when, as rules. Windows are expectations, not dates: what came when is recorded beside
 * them, see `wheel-learning.ts`. Months follow when the publishers and the municipalities have had their data ready.
 */
import {compareText} from "../compare-text.ts";
import {latestWithin, type PeriodId, parsePeriod, startOf, stepPeriod} from "../period.ts";
import {findStandard} from "../standards/index.ts";
import {daycareEntries} from "./wheel/daycare.ts";
import {leisureEntries} from "./wheel/leisure.ts";
import {municipalityEntries} from "./wheel/municipality.ts";
import {schoolEntries} from "./wheel/school.ts";
import {addDays, dateOf} from "./wheel-dates.ts";
import type {LearnedShift, PeriodRule, WheelEntry, Window} from "./wheel-entry.ts";

export const defaultWheel: readonly WheelEntry[] = [
  ...daycareEntries,
  ...schoolEntries,
  ...leisureEntries,
  ...municipalityEntries
];

/** An entry in one year. `id` lasts: it is `<entry>:<year>` however the window is moved. */
export interface Occurrence {
  readonly id: string;
  readonly entry: WheelEntry;
  readonly year: number;
  readonly period: PeriodId;
  /** Expected first and last day, both included, as learned. */
  readonly from: string;
  readonly to: string;
  /** As the rule alone says. */
  readonly ruleFrom: string;
  readonly ruleTo: string;
  readonly learned: LearnedShift | null;
}

/** The entries' occurrences that begin, by rule, in the year; earliest first. Entries that are off have none. */
export function occurrencesOf(
  entries: readonly WheelEntry[],
  year: number,
  learned: ReadonlyMap<string, LearnedShift> = new Map()
): readonly Occurrence[] {
  return entries
    .filter(({state, years}) => state !== "off" && (years === "every" || (years === "odd") === (year % 2 === 1)))
    .map((entry) => occurrenceOf(entry, year, learned.get(entry.id) ?? null))
    .toSorted((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.id, b.id));
}

export function occurrenceOf(entry: WheelEntry, year: number, learned: LearnedShift | null = null): Occurrence {
  const {from, to} = windowOf(entry.window, year);
  const days = learned?.days ?? 0;
  return {
    id: `${entry.id}:${year}`,
    entry,
    year,
    period: periodAt(from, entry.period),
    from: addDays(from, days),
    to: addDays(to, days),
    ruleFrom: from,
    ruleTo: to,
    learned
  };
}

function windowOf({from, to}: Window, year: number): {from: string; to: string} {
  const first = dateOf(from, year);
  const last = dateOf(to, year);
  return {from: first, to: last >= first ? last : isLater(from, to, year) ? dateOf(to, year + 1) : first};
}

/** Moved to a working day, the last day of a short window may come before its first; that is not the next year. */
function isLater(from: Window["from"], to: Window["to"], year: number): boolean {
  return dateOf({...to, workday: undefined}, year) < dateOf({...from, workday: undefined}, year);
}

/** The period of the rule for something that begins on `date`. */
export function periodAt(date: string, {kind, step}: PeriodRule): PeriodId {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const containing = {
    year: `${year}`,
    "half-year": `${year}-H${month <= 6 ? 1 : 2}`,
    "school-year": month >= 7 ? schoolYear(year) : schoolYear(year - 1)
  }[kind];
  return stepPeriod(parsePeriod(containing), step);
}

function schoolYear(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/** The standard's period that a package of `period` is made of: the newest of the standard's own kind that has ended. */
export function inputPeriod(standard: string, period: PeriodId): PeriodId {
  const kind = findStandard(standard)?.periodKind ?? "half-year";
  return kind === "any" ? latestWithin(period, "year") : latestWithin(period, kind);
}

/** The year whose occurrence of the entry is about `period`; undefined where none is within three years. */
export function yearOfPeriod(entry: WheelEntry, period: PeriodId): number | undefined {
  const near = Number(startOf(period).slice(0, 4));
  const years = [-1, 0, 1, 2, 3].map((step) => near + step);
  return years.find((year) => occurrenceOf(entry, year).period === period);
}
