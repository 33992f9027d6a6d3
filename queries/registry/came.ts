import type {Registry} from "./open.ts";

/** When the first delivery of each standard and period of a municipality came. ISO 8601. */
export function listCame(
  registry: Registry,
  municipality: string
): Promise<readonly {readonly standard: string; readonly period: string; readonly at: string}[]> {
  return registry
    .selectFrom("lake_files")
    .select(["standard", "period"])
    .select(({fn}) => fn.min<string>("stored_at").as("at"))
    .where("municipality", "=", municipality)
    .groupBy(["standard", "period"])
    .execute();
}
