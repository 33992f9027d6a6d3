import {randomUUID} from "node:crypto";
import type {Registry} from "./open.ts";

/** What a learning conversation agreed on; `period` is the half-year of the package it was made over. */
export interface Agreement {
  readonly id: string;
  readonly unit: string;
  readonly period: string;
  readonly indicator: string | null;
  readonly text: string;
  /** In the indicator's own scale. */
  readonly target: number | null;
  readonly owner: string;
  /** `YYYY-MM-DD` or null. */
  readonly due: string | null;
  readonly status: "open" | "done" | "dropped";
  readonly createdAt: string;
  /** The conversation that wrote it; null for what was agreed elsewhere. */
  readonly conversation: string | null;
  /** Which way the figure is expected to go. */
  readonly direction: "rise" | "fall" | "hold" | null;
  /** The expected change in words. */
  readonly expected: string;
  readonly changedAt: string | null;
}

type Later = "conversation" | "direction" | "expected" | "changedAt";
export type NewAgreement = Omit<Agreement, "id" | Later> & Partial<Pick<Agreement, "id" | Later>>;

/** All of them, or none. An id is made where none is given; one that exists is replaced. */
export async function insertAgreements(registry: Registry, agreements: readonly NewAgreement[]): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    for (const agreement of agreements) await replaceAgreement(transaction, agreement);
  });
}

/** Within a transaction of the caller's. */
export async function replaceAgreement(
  transaction: Registry,
  {id = randomUUID(), createdAt, changedAt = null, ...rest}: NewAgreement
): Promise<void> {
  const later = {conversation: null, direction: null, expected: "", changed_at: changedAt};
  await transaction.deleteFrom("agreements").where("id", "=", id).execute();
  await transaction
    .insertInto("agreements")
    .values({...later, ...rest, id, created_at: createdAt})
    .execute();
}

const columns = [
  ...(["id", "unit", "period", "indicator", "text", "target", "owner", "due", "status"] as const),
  ...(["conversation", "direction", "expected", "created_at as createdAt", "changed_at as changedAt"] as const)
] as const;

/** Newest period first. */
export async function listAgreements(
  registry: Registry,
  filter: {readonly unit?: string; readonly period?: string} = {}
): Promise<readonly Agreement[]> {
  let query = registry.selectFrom("agreements").select(columns);
  if (filter.unit) query = query.where("unit", "=", filter.unit);
  if (filter.period) query = query.where("period", "=", filter.period);
  return query.orderBy("period", "desc").orderBy("created_at").orderBy("id").execute();
}

export async function findAgreement(registry: Registry, id: string): Promise<Agreement | undefined> {
  return registry.selectFrom("agreements").select(columns).where("id", "=", id).executeTakeFirst();
}
