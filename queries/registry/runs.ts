import {randomUUID} from "node:crypto";
import type {Registry} from "./open.ts";

export interface Run {
  readonly id: string;
  readonly job: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly state: "running" | "done" | "failed";
  readonly summary: string;
}

/** The run's id, for `endRun`. */
export async function startRun(registry: Registry, job: string, now: Date): Promise<string> {
  const id = randomUUID();
  const row = {id, job, started_at: now.toISOString(), ended_at: null, state: "running" as const, summary: ""};
  await registry.transaction().execute((transaction) => transaction.insertInto("runs").values(row).execute());
  return id;
}

export async function endRun(
  registry: Registry,
  id: string,
  {state, summary, now}: {readonly state: "done" | "failed"; readonly summary: string; readonly now: Date}
): Promise<void> {
  const row = {state, summary, ended_at: now.toISOString()};
  await registry
    .transaction()
    .execute((transaction) => transaction.updateTable("runs").set(row).where("id", "=", id).execute());
}

/** Newest first. */
export async function listRuns(registry: Registry, limit = 50): Promise<readonly Run[]> {
  const rows = await registry.selectFrom("runs").selectAll().orderBy("started_at", "desc").limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    job: row.job,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    state: row.state,
    summary: row.summary
  }));
}
