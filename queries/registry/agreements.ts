import {randomUUID} from "node:crypto";
import type {Registry} from "./open.ts";
import type {AgreementTable} from "./schema.ts";

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

/** The agreement's id, made here when none is given; an id that exists is replaced. */
export async function recordAgreement(registry: Registry, agreement: NewAgreement): Promise<string> {
  const [id] = await insertAgreements(registry, [agreement]);
  return id!;
}

/** All of them, or none; returns their ids. */
export async function insertAgreements(
  registry: Registry,
  agreements: readonly NewAgreement[]
): Promise<readonly string[]> {
  const rows = agreements.map(rowOf);
  await registry.transaction().execute(async (transaction) => {
    for (const row of rows) await replaceAgreement(transaction, row);
  });
  return rows.map(({id}) => id);
}

/** Within a transaction of the caller's. */
export async function replaceAgreement(transaction: Registry, agreement: NewAgreement | AgreementRow): Promise<void> {
  const row = "createdAt" in agreement ? rowOf(agreement) : agreement;
  await transaction.deleteFrom("agreements").where("id", "=", row.id).execute();
  await transaction.insertInto("agreements").values(row).execute();
}

type AgreementRow = {readonly [Column in keyof AgreementTable]: Column extends "id" ? string : AgreementTable[Column]};

function rowOf({createdAt, changedAt = null, ...rest}: NewAgreement): AgreementRow {
  return {
    conversation: null,
    direction: null,
    expected: "",
    ...rest,
    id: rest.id ?? randomUUID(),
    created_at: createdAt,
    changed_at: changedAt
  };
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
