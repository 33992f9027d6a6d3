/** Rows that somebody asks to take out of the program: asked for, decided by somebody else, taken once. */
import {randomInt} from "node:crypto";
import type {Selectable} from "kysely";
import type {Purpose} from "../access-rules.ts";
import type {Registry} from "./open.ts";
import type {RowRequestTable} from "./schema-trust.ts";

export const rowKinds = ["extract", "quarantine"] as const;
export type RowKind = (typeof rowKinds)[number];
/** `expired`: approved and never taken in time. */
export type RowState = "asked" | "approved" | "refused" | "taken" | "expired";

export interface RowRequest {
  readonly number: string;
  readonly kind: RowKind;
  readonly standard: string;
  readonly municipalities: readonly string[];
  /** Empty for rejected rows. */
  readonly period: string;
  /** Empty for rows of the lake. */
  readonly delivery: string;
  readonly purpose: Purpose;
  readonly reason: string;
  readonly state: RowState;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly takenAt: string | null;
  readonly rows: number | null;
}

export type NewRowRequest = Omit<RowRequest, "number" | "state" | "decidedBy" | "decidedAt" | "takenAt" | "rows">;

/** Days that an approval is good for. */
export const daysOfApproval = 7;

/** Resolves to its number, e.g. `R-7K3QXM`. */
export async function askForRows(registry: Registry, request: NewRowRequest): Promise<string> {
  const {kind, standard, municipalities, period, delivery, purpose, reason, askedBy, askedAt} = request;
  const number = `R-${Array.from({length: 6}, () => letters[randomInt(letters.length)]).join("")}`;
  const told = {kind, standard, period, delivery, purpose, reason, municipality: municipalities.join(",")};
  await registry
    .insertInto("row_requests")
    .values({...told, number, state: "asked", asked_by: askedBy, asked_at: askedAt})
    .execute();
  return number;
}

/** Without what looks like another: 0 and O, 1 and I. */
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Newest first. */
export async function listRowRequests(registry: Registry, now: Date): Promise<readonly RowRequest[]> {
  const rows = await registry.selectFrom("row_requests").selectAll().orderBy("asked_at", "desc").limit(500).execute();
  return rows.map((row) => toRequest(row, now));
}

export async function findRowRequest(registry: Registry, number: string, now: Date): Promise<RowRequest | undefined> {
  const row = await registry.selectFrom("row_requests").selectAll().where("number", "=", number).executeTakeFirst();
  return row && toRequest(row, now);
}

/** Resolves to whether it was still to be decided, and not by who asked. */
export async function decideRows(
  registry: Registry,
  number: string,
  {approved, by, at}: {readonly approved: boolean; readonly by: string; readonly at: Date}
): Promise<boolean> {
  const changed = await registry
    .updateTable("row_requests")
    .set({state: approved ? "approved" : "refused", decided_by: by, decided_at: at.toISOString()})
    .where("number", "=", number)
    .where("state", "=", "asked")
    .where("asked_by", "<>", by)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Resolves to whether it was still to be taken; two who try at once do not both succeed. */
export async function takeRows(registry: Registry, number: string, rows: number, at: Date): Promise<boolean> {
  const changed = await registry
    .updateTable("row_requests")
    .set({state: "taken", taken_at: at.toISOString(), rows})
    .where("number", "=", number)
    .where("state", "=", "approved")
    .where("decided_at", ">=", new Date(at.getTime() - daysOfApproval * 86_400_000).toISOString())
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

function toRequest(row: Selectable<RowRequestTable>, now: Date): RowRequest {
  const {kind, number, standard, period, delivery, reason, rows} = row;
  return {
    ...{kind, number, standard, period, delivery, reason, rows},
    municipalities: row.municipality.split(",").filter(Boolean),
    purpose: row.purpose as Purpose,
    state: isOver(row, now) ? "expired" : row.state,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    takenAt: row.taken_at
  };
}

function isOver({state, decided_at: decidedAt}: Selectable<RowRequestTable>, now: Date): boolean {
  return state === "approved" && Date.parse(decidedAt!) < now.getTime() - daysOfApproval * 86_400_000;
}
