import type {Area, UnitKind} from "../model.ts";
import type {PackageId} from "../packages/data-package.ts";
import type {DayRule} from "./wheel-dates.ts";

export const entryKinds = ["arrival", "package", "conversation", "meeting", "deadline"] as const;
export type EntryKind = (typeof entryKinds)[number];

export const packageRules = ["inputs-arrived", "deadline"] as const;
/** `inputs-arrived`: from the window's first day as soon as all inputs are there, at the latest on its last. `deadline`: on the last day. */
export type PackageRule = (typeof packageRules)[number];

export const entryStates = ["active", "cancelled", "off"] as const;
/** `cancelled`: does not happen, but stays in calendars as cancelled. `off`: the municipality has no such entry. */
export type EntryState = (typeof entryStates)[number];

export const yearRules = ["every", "odd", "even"] as const;

/** The period that contains the window's first day, `step` periods of its kind back (negative) or on. */
export interface PeriodRule {
  readonly kind: "half-year" | "school-year" | "year";
  readonly step: number;
}

export interface Window {
  readonly from: DayRule;
  /** Included; earlier in the year than `from`: in the next year. */
  readonly to: DayRule;
}

interface Common {
  /** Lower case words with hyphens; part of a calendar event's lasting name. */
  readonly id: string;
  readonly title: string;
  readonly titleEnglish: string;
  readonly note: string;
  readonly noteEnglish: string;
  readonly area: Area;
  readonly unitKinds: readonly UnitKind[];
  readonly window: Window;
  readonly years: (typeof yearRules)[number];
  readonly period: PeriodRule;
  /** Days before the window in which it is announced as next. */
  readonly leadDays: number;
  /** Who sees to it: a role in Danish. */
  readonly owner: string;
  readonly state: EntryState;
}

/** Data that come from outside; with no standards it is another publisher's, and its arrival is noted by hand. */
export interface ArrivalEntry extends Common {
  readonly kind: "arrival";
  readonly standards: readonly string[];
}

/** Packages of one edition for units of some kinds; their period is the occurrence's. */
export interface PackageEntry extends Common {
  readonly kind: "package";
  readonly definition: PackageId;
  readonly rule: PackageRule;
  /** Standards that must have come for the package's own periods. */
  readonly inputs: readonly string[];
}

export interface OtherEntry extends Common {
  readonly kind: "conversation" | "meeting" | "deadline";
}

export type WheelEntry = ArrivalEntry | PackageEntry | OtherEntry;

/** How many days the window is moved, and the years it was learned from with their deviations. */
export interface LearnedShift {
  readonly days: number;
  readonly from: readonly {readonly year: number; readonly days: number}[];
  /** The median was beyond the cap. */
  readonly capped: boolean;
}

type Defaults = "noteEnglish" | "note" | "years" | "leadDays" | "state";
type Short<Entry extends Common> = Omit<Entry, Defaults | "kind"> & Partial<Pick<Entry, Defaults>>;

export const entryDefaults = {note: "", noteEnglish: "", years: "every", leadDays: 14, state: "active"} as const;

export function arrival(entry: Short<ArrivalEntry>): ArrivalEntry {
  return {...entryDefaults, ...entry, kind: "arrival"};
}

export function packages(entry: Short<PackageEntry>): PackageEntry {
  return {...entryDefaults, ...entry, kind: "package"};
}

export function happening(kind: OtherEntry["kind"], entry: Short<OtherEntry>): OtherEntry {
  return {...entryDefaults, ...entry, kind};
}
