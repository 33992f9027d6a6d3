import type {ChartPoint} from "../charts/chart.ts";
import type {Figure} from "../figure.ts";

/** The row of the figure's table that tells of the point, or -1. */
export function rowOf({table}: Figure, {key, label}: ChartPoint): number {
  const byKey = table?.rows.findIndex((row) => row.key !== null && row.key === key) ?? -1;
  return byKey >= 0 ? byKey : (table?.rows.findIndex((row) => row.key === null && row.name === label) ?? -1);
}
