import type {PeriodId} from "../period.ts";
import type {Registry} from "./open.ts";

/** When all that an entry of the wheel expects for a period had come, beside when it was expected. Days are `YYYY-MM-DD`. */
export interface Arrival {
  readonly municipality: string;
  readonly entry: string;
  readonly period: PeriodId;
  readonly expectedFrom: string;
  readonly expectedTo: string;
  readonly arrivedOn: string;
  readonly source: "delivery" | "hand";
  /** Who noted it by hand, else ``. */
  readonly notedBy: string;
  readonly recordedAt: string;
}

/** Records arrivals. What was recorded first stands, but for what is noted by hand, which replaces. */
export async function recordArrivals(registry: Registry, arrivals: readonly Arrival[]): Promise<void> {
  if (arrivals.length === 0) return;
  await registry.transaction().execute(async (transaction) => {
    for (const arrival of arrivals) {
      const insert = transaction.insertInto("arrivals").values({
        municipality: arrival.municipality,
        entry: arrival.entry,
        period: arrival.period,
        expected_from: arrival.expectedFrom,
        expected_to: arrival.expectedTo,
        arrived_on: arrival.arrivedOn,
        source: arrival.source,
        noted_by: arrival.notedBy,
        recorded_at: arrival.recordedAt
      });
      const {arrivedOn: arrived_on, source, notedBy: noted_by, recordedAt: recorded_at} = arrival;
      await insert
        .onConflict((conflict) =>
          source === "hand"
            ? conflict
                .columns(["municipality", "entry", "period"])
                .doUpdateSet({arrived_on, source, noted_by, recorded_at})
            : conflict.columns(["municipality", "entry", "period"]).doNothing()
        )
        .execute();
    }
  });
}

/** Oldest first. */
export async function listArrivals(registry: Registry, municipality: string): Promise<readonly Arrival[]> {
  const query = registry.selectFrom("arrivals").selectAll().where("municipality", "=", municipality);
  const rows = await query.orderBy("arrived_on").orderBy("entry").execute();
  return rows.map((row) => ({
    municipality: row.municipality,
    entry: row.entry,
    period: row.period as PeriodId,
    expectedFrom: row.expected_from,
    expectedTo: row.expected_to,
    arrivedOn: row.arrived_on,
    source: row.source,
    notedBy: row.noted_by,
    recordedAt: row.recorded_at
  }));
}
