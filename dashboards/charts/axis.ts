/** A value axis with its ticks settled, so that every renderer draws the same. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
  readonly decimals: number;
}

export interface AxisWish {
  readonly bounds?: readonly [number, number] | null;
  /** About how many intervals. */
  readonly intervals?: number;
  readonly zero?: boolean;
  /** The axis never shows less than this, so that noise does not look like mountains. */
  readonly span?: number;
}

const steps = [1, 2, 2.5, 5, 10];

/** Few round ticks around the values, inside the bounds of the measure; without values the bounds or 0–1. */
export function niceAxis(values: readonly number[], wish: AxisWish = {}): Axis {
  const {bounds = null, intervals = 4, zero = false, span = 0} = wish;
  const [low, high] = extentOf(values, bounds, zero, span);
  const raw = (high - low) / intervals;
  const power = 10 ** Math.floor(Math.log10(raw));
  const interval = power * (steps.find((step) => step * power >= raw * 0.999) ?? 10);
  const min = within(bounds, Math.floor(low / interval + 1e-9) * interval);
  const max = within(bounds, Math.ceil(high / interval - 1e-9) * interval);
  const decimals = decimalsOf(interval);
  return {min: round(min), max: round(max), interval: round(interval), decimals};
}

/** Just what the values need, for a drawing without numbers; never so little that noise looks like mountains. */
export function tightAxis(values: readonly number[], least: number): Axis {
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const span = Math.max(high - low, least, Math.max(Math.abs(low), Math.abs(high)) * 0.15);
  const middle = (low + high) / 2;
  return {min: middle - span / 2, max: middle + span / 2, interval: span, decimals: 0};
}

export function ticksOf({min, max, interval}: Axis): readonly number[] {
  const first = Math.ceil(min / interval - 1e-9);
  const last = Math.floor(max / interval + 1e-9);
  return Array.from({length: last - first + 1}, (_, index) => round((first + index) * interval));
}

function extentOf(
  values: readonly number[],
  bounds: readonly [number, number] | null,
  zero: boolean,
  span: number
): readonly [number, number] {
  if (values.length === 0) return bounds && Number.isFinite(bounds[1] - bounds[0]) ? bounds : [0, 1];
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (zero || (low >= 0 && low < high * 0.4)) low = Math.min(0, low);
  const wanted = Math.max(span, Math.abs(high) * 0.02, 1e-6);
  const lack = wanted - (high - low);
  if (lack > 0) {
    low -= lack / 2;
    high += lack / 2;
  }
  const kept = [within(bounds, low), within(bounds, high)] as const;
  return kept[1] > kept[0] ? kept : [low, high];
}

function within(bounds: readonly [number, number] | null, value: number): number {
  return bounds ? Math.min(Math.max(value, bounds[0]), bounds[1]) : value;
}

export function decimalsOf(interval: number): number {
  for (let decimals = 0; decimals < 6; decimals++)
    if (Math.abs(interval * 10 ** decimals - Math.round(interval * 10 ** decimals)) < 1e-6) return decimals;
  return 6;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
