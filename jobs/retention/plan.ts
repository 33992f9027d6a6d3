/** What must go by now. Pure: the clock and what there is come in, what is to be deleted comes out. */
import {isPeriod} from "../../queries/period.ts";
import {keptUntil} from "../../queries/personal/kept-until.ts";
import {addDays} from "../../queries/reference/wheel-dates.ts";
import type {FileKind} from "../../queries/registry/schema-retention.ts";

/** Days that a delivered file, and what was rejected of it, is kept for questions about it. */
export const daysOfFiles = 90;
/** Months that the audit log is kept: look-ups no longer than who was looked up may ask for them. */
export const monthsOfLog = 24;
/** Days after which nobody is at work in a folder of staging any more. */
export const daysOfStaging = 7;

/** Entries from before this are too old; ISO 8601. */
export function logStart(now: Date): string {
  return monthsBefore(now, monthsOfLog);
}

/** ISO 8601. */
export function monthsBefore(now: Date, months: number): string {
  const start = new Date(now);
  start.setUTCMonth(start.getUTCMonth() - months);
  return start.toISOString();
}

export interface HeldPart {
  readonly path: string;
  readonly period: string;
  readonly rows: number;
  /** Of the part's standard. */
  readonly keepMonths: number;
}

export interface HeldFile {
  readonly kind: FileKind;
  readonly path: string;
  /** When its time began: the delivery's receipt, or the file's own time. */
  readonly since: string;
}

export interface RetentionPlan {
  readonly files: readonly HeldFile[];
  /** By file of the lake: the periods whose time is over, and whether nothing else is in it. */
  readonly extracts: readonly ExtractPlan[];
}

export interface ExtractPlan {
  readonly path: string;
  readonly periods: readonly string[];
  readonly rows: number;
  readonly whole: boolean;
}

export function planRetention(parts: readonly HeldPart[], files: readonly HeldFile[], now: Date): RetentionPlan {
  const extracts = [...Map.groupBy(parts, ({path}) => path)].flatMap(([path, held]) => {
    const over = held.filter((part) => isOver(part, now));
    if (over.length === 0) return [];
    const periods = [...new Set(over.map(({period}) => period))].sort();
    const rows = over.reduce((sum, part) => sum + part.rows, 0);
    return [{path, periods, rows, whole: over.length === held.length}];
  });
  return {files: files.filter((file) => isOld(file, now)), extracts};
}

/** Rows are kept so many months after the end of their period. */
export function isOver({period, keepMonths}: Pick<HeldPart, "period" | "keepMonths">, now: Date): boolean {
  return isPeriod(period) && now.getTime() > Date.parse(addDays(keptUntil(period, keepMonths), 1));
}

function isOld({kind, since}: HeldFile, now: Date): boolean {
  const days = kind === "staging" ? daysOfStaging : daysOfFiles;
  return now.getTime() > new Date(since).getTime() + days * 86_400_000;
}
