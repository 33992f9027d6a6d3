/** What readers report as errors in figures, and what came of it. */
import {randomInt} from "node:crypto";
import type {Cell} from "../model.ts";
import type {Registry} from "./open.ts";

export const reportStates = ["received", "in-progress", "corrected", "rejected"] as const;
export type ReportState = (typeof reportStates)[number];

/** What everybody may see of a report: neither the writer's words nor how to reach them. */
export interface ErrorReport {
  readonly number: string;
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly category: string;
  readonly release: string;
  readonly state: ReportState;
  /** The steward's words; empty until there are some. */
  readonly answer: string;
  readonly receivedAt: string;
  readonly changedAt: string;
}

/** For the steward alone. */
export interface FullErrorReport extends ErrorReport {
  readonly text: string;
  readonly contact: string;
}

export interface NewErrorReport extends Pick<Cell, "indicator" | "unit" | "period" | "category"> {
  readonly release: string;
  readonly text: string;
  readonly contact: string;
  readonly receivedAt: string;
}

/** Stores the report and resolves to its number, e.g. `F-7K3QXM`, which cannot be guessed from another. */
export async function recordErrorReport(registry: Registry, {receivedAt, ...report}: NewErrorReport): Promise<string> {
  const number = `F-${Array.from({length: 6}, () => letters[randomInt(letters.length)]).join("")}`;
  await registry
    .insertInto("error_reports")
    .values({...report, number, state: "received", answer: "", received_at: receivedAt, changed_at: receivedAt})
    .execute();
  return number;
}

/** Without what looks like another: 0 and O, 1 and I. */
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Newest first. */
export async function listErrorReports(registry: Registry, limit = 200): Promise<readonly ErrorReport[]> {
  const rows = await publicRows(registry).orderBy("received_at", "desc").orderBy("number").limit(limit).execute();
  return rows.map(toReport);
}

export async function findErrorReport(registry: Registry, number: string): Promise<ErrorReport | undefined> {
  const row = await publicRows(registry).where("number", "=", number).executeTakeFirst();
  return row && toReport(row);
}

/** With the writer's words, newest first; `open` leaves out what is closed. */
export async function listFullErrorReports(registry: Registry, open = false): Promise<readonly FullErrorReport[]> {
  let query = registry.selectFrom("error_reports").selectAll();
  if (open) query = query.where("state", "in", ["received", "in-progress"]);
  const rows = await query.orderBy("received_at", "desc").orderBy("number").execute();
  return rows.map((row) => ({...toReport(row), text: row.text, contact: row.contact}));
}

/** False where there is no such report. A closed one keeps no way to reach its writer. */
export async function answerErrorReport(
  registry: Registry,
  number: string,
  change: {readonly state: ReportState; readonly answer?: string; readonly changedAt: string}
): Promise<boolean> {
  const {state, answer, changedAt} = change;
  const closed = state === "corrected" || state === "rejected";
  const result = await registry
    .updateTable("error_reports")
    .set({state, changed_at: changedAt, ...(answer === undefined ? {} : {answer}), ...(closed ? {contact: ""} : {})})
    .where("number", "=", number)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

function publicRows(registry: Registry) {
  return registry
    .selectFrom("error_reports")
    .select(["number", "indicator", "unit", "period", "category", "release", "state", "answer"])
    .select(["received_at", "changed_at"]);
}

type PublicRow = Awaited<ReturnType<ReturnType<typeof publicRows>["execute"]>>[number];

function toReport({received_at, changed_at, ...row}: PublicRow): ErrorReport {
  const {number, indicator, unit, period, category, release, state, answer} = row;
  return {
    ...{number, indicator, unit, period, category, release, state, answer},
    receivedAt: received_at,
    changedAt: changed_at
  };
}
