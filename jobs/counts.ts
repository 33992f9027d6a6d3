/** Numbers of things in Danish text. */
import {formatNumber} from "../dashboards/format.ts";

/** `1.000.000` */
export function count(value: number): string {
  return formatNumber(value, 0, "da");
}

/** `1 række`, `1.172 rækker` */
export function rowsOf(rows: number): string {
  return `${count(rows)} ${rows === 1 ? "række" : "rækker"}`;
}
