import type {Registry} from "./open.ts";
import type {ValidationReport} from "./reports.ts";

/**
 * One part of a delivery's Parquet file: a municipality, a period and a slice. `path` and `sha256` are the file's, and the
 * same for all its parts; `path` is relative to the data folder.
 */
export interface LakeFile {
  readonly standard: string;
  readonly municipality: string;
  readonly period: string;
  /** What of the standard the part holds, e.g. one published indicator; `` for the whole. */
  readonly slice: string;
  readonly delivery: string;
  readonly path: string;
  readonly sha256: string;
  /** Of this part. */
  readonly rows: number;
  /** How many parts the file has in all, current or not. */
  readonly parts: number;
}

export interface Delivery {
  readonly id: string;
  readonly standard: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly mapping: string | null;
  readonly status: "accepted" | "rejected";
  readonly rows: number;
  readonly receivedAt: string;
  readonly report: ValidationReport;
  /** Parts of the delivery that are still current; 0 when newer deliveries replaced all of it. */
  readonly current: number;
  /** Parts in all, current or not. */
  readonly parts: number;
}

export interface DeliveryFilter {
  readonly standard?: string;
  readonly municipality?: string;
  readonly status?: "accepted" | "rejected";
  readonly limit?: number;
}

/** The parts that make up the lake as it is now, in a fixed order. */
export async function currentFiles(registry: Registry, standard?: string): Promise<readonly LakeFile[]> {
  let query = partsQuery(registry).where("state", "=", "current");
  if (standard) query = query.where("standard", "=", standard);
  return query
    .select(partColumns)
    .orderBy("standard")
    .orderBy("municipality")
    .orderBy("period")
    .orderBy("slice")
    .execute();
}

/** Every file the lake must hold, history included, but not what was deleted on time. */
export async function allFiles(registry: Registry): Promise<readonly Pick<LakeFile, "path" | "sha256">[]> {
  return registry
    .selectFrom("lake_files")
    .select(["path", "sha256"])
    .where("state", "<>", "expired")
    .distinct()
    .orderBy("path")
    .execute();
}

export type LakePart = Pick<LakeFile, "standard" | "municipality" | "period">;

export async function holdsPart(registry: Registry, {standard, municipality, period}: LakePart): Promise<boolean> {
  const part = await registry
    .selectFrom("lake_files")
    .select("path")
    .where("state", "=", "current")
    .where("standard", "=", standard)
    .where("municipality", "=", municipality)
    .where("period", "=", period)
    .executeTakeFirst();
  return part !== undefined;
}

/** What the lake holds now, and when it came. */
export async function listHeldParts(
  registry: Registry
): Promise<readonly (LakePart & {readonly receivedAt: string})[]> {
  return registry
    .selectFrom("lake_files")
    .innerJoin("deliveries", "deliveries.id", "lake_files.delivery")
    .select(["lake_files.standard", "municipality", "period", "received_at as receivedAt"])
    .where("state", "=", "current")
    .execute();
}

const partColumns = [
  "standard",
  "municipality",
  "period",
  "slice",
  "lake_files.delivery",
  "lake_files.path",
  "sha256",
  "rows",
  "whole.parts"
] as const;

function partsQuery(registry: Registry) {
  return registry.selectFrom("lake_files").innerJoin(
    (inner) =>
      inner
        .selectFrom("lake_files")
        .select(["delivery", "path"])
        .select(({fn}) => fn.countAll<number>().as("parts"))
        .groupBy(["delivery", "path"])
        .as("whole"),
    (join) => join.onRef("whole.delivery", "=", "lake_files.delivery").onRef("whole.path", "=", "lake_files.path")
  );
}

/** Newest first. */
export async function listDeliveries(registry: Registry, filter: DeliveryFilter = {}): Promise<readonly Delivery[]> {
  let query = deliveriesQuery(registry);
  if (filter.standard) query = query.where("deliveries.standard", "=", filter.standard);
  if (filter.status) query = query.where("deliveries.status", "=", filter.status);
  if (filter.municipality) {
    const {municipality} = filter;
    query = query.where((expression) =>
      expression.exists(
        expression
          .selectFrom("lake_files")
          .whereRef("lake_files.delivery", "=", "deliveries.id")
          .where("lake_files.municipality", "=", municipality)
          .select("lake_files.path")
      )
    );
  }
  const rows = await query
    .orderBy("deliveries.received_at", "desc")
    .orderBy("deliveries.id")
    .limit(filter.limit ?? 500)
    .execute();
  return rows.map(toDelivery);
}

export async function findDelivery(registry: Registry, id: string): Promise<Delivery | undefined> {
  const row = await deliveriesQuery(registry).where("deliveries.id", "=", id).executeTakeFirst();
  return row && toDelivery(row);
}

function deliveriesQuery(registry: Registry) {
  return registry
    .selectFrom("deliveries")
    .select([
      "deliveries.id",
      "deliveries.standard",
      "deliveries.file_name",
      "deliveries.sha256",
      "deliveries.mapping",
      "deliveries.status",
      "deliveries.rows",
      "deliveries.received_at",
      "deliveries.report"
    ])
    .select((expression) =>
      expression
        .selectFrom("lake_files")
        .whereRef("lake_files.delivery", "=", "deliveries.id")
        .where("lake_files.state", "=", "current")
        .select((inner) => inner.fn.countAll<number>().as("files"))
        .as("current")
    )
    .select((expression) =>
      expression
        .selectFrom("lake_files")
        .whereRef("lake_files.delivery", "=", "deliveries.id")
        .select((inner) => inner.fn.countAll<number>().as("files"))
        .as("parts")
    );
}

type DeliveryRow = Awaited<ReturnType<ReturnType<typeof deliveriesQuery>["execute"]>>[number];

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    standard: row.standard,
    fileName: row.file_name,
    sha256: row.sha256,
    mapping: row.mapping,
    status: row.status,
    rows: row.rows,
    receivedAt: row.received_at,
    report: JSON.parse(row.report) as ValidationReport,
    current: Number(row.current ?? 0),
    parts: Number(row.parts ?? 0)
  };
}
