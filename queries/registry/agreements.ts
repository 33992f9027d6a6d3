import {randomUUID} from "node:crypto";
import type {Registry} from "./open.ts";

/** What a learning conversation agreed on; `period` is the half-year of the package it was made over. */
export interface Agreement {
  readonly id: string;
  readonly unit: string;
  readonly period: string;
  readonly indicator: string | null;
  readonly text: string;
  readonly target: number | null;
  readonly owner: string;
  /** `YYYY-MM-DD` or null. */
  readonly due: string | null;
  readonly status: "open" | "done" | "dropped";
  readonly createdAt: string;
}

type NewAgreement = Omit<Agreement, "id"> & {readonly id?: string};

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
  const rows = agreements.map(({createdAt, ...rest}) => ({
    ...rest,
    id: rest.id ?? randomUUID(),
    created_at: createdAt
  }));
  await registry.transaction().execute(async (transaction) => {
    for (const row of rows) {
      await transaction.deleteFrom("agreements").where("id", "=", row.id).execute();
      await transaction.insertInto("agreements").values(row).execute();
    }
  });
  return rows.map(({id}) => id);
}

/** Newest period first. */
export async function listAgreements(
  registry: Registry,
  filter: {readonly unit?: string; readonly period?: string} = {}
): Promise<readonly Agreement[]> {
  let query = registry.selectFrom("agreements").selectAll();
  if (filter.unit) query = query.where("unit", "=", filter.unit);
  if (filter.period) query = query.where("period", "=", filter.period);
  const rows = await query.orderBy("period", "desc").orderBy("created_at").orderBy("id").execute();
  return rows.map(({created_at, ...row}) => ({...row, createdAt: created_at}));
}
