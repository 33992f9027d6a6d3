/** 95 % intervals, pure. A whole population is measured, and yet it is read as one of the years it could have been. */
import type {Indicator} from "./model.ts";

const z = 1.959963984540054;

/** Additive sums of one cell; `yy`, `xy`, `xx` are sums over persons of products of the person's numerator and denominator. */
export interface Sums {
  readonly numerator: number;
  readonly denominator: number;
  readonly persons: number;
  readonly yy: number | null;
  readonly xy: number | null;
  readonly xx: number | null;
}
export type Interval = readonly [low: number, high: number];

/** Interval of the cell's value in the indicator's own scale; null where none can be computed. */
export function intervalOf(sums: Sums, indicator: Pick<Indicator, "interval" | "scale" | "bounds">): Interval | null {
  if (indicator.interval === "none") return null;
  const raw = indicator.interval === "wilson" ? wilson(sums.numerator, sums.denominator) : ratioInterval(sums);
  if (!raw) return null;
  const [lowest, highest] = indicator.bounds ?? [sums.numerator < 0 ? -Infinity : 0, Infinity];
  return [Math.max(raw[0] * indicator.scale, lowest), Math.min(raw[1] * indicator.scale, highest)];
}

/** Wilson's score interval for `count` out of `total` persons; null where that is not a share. */
export function wilson(count: number, total: number): Interval | null {
  if (!(total > 0) || count < 0 || count > total) return null;
  const share = count / total;
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const middle = share + (z * z) / (2 * total);
  const scale = 1 + (z * z) / total;
  return [count === 0 ? 0 : (middle - spread) / scale, count === total ? 1 : (middle + spread) / scale];
}

/**
 * Interval of a ratio of sums over persons (a mean, where every person's denominator is 1): the ratio estimator's linear
 * variance with Student's quantile.
 */
export function ratioInterval({numerator, denominator, persons, yy, xy, xx}: Sums): Interval | null {
  if (yy === null || xy === null || xx === null || persons < 2 || !(denominator > 0)) return null;
  const ratio = numerator / denominator;
  const squares = Math.max(yy - 2 * ratio * xy + ratio * ratio * xx, 0);
  const error = Math.sqrt((persons / (persons - 1)) * squares) / denominator;
  const reach = studentQuantile(persons - 1) * error;
  return [ratio - reach, ratio + reach];
}

/** The 97.5 % quantile of Student's t by its expansion in 1/freedom; right to 1 % from 4 degrees of freedom on. */
export function studentQuantile(freedom: number): number {
  if (freedom < 4) return [12.706, 4.303, 3.182][freedom - 1] ?? Number.POSITIVE_INFINITY;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
}
