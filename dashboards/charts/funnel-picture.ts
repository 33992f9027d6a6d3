import type {Blank} from "../../queries/model.ts";
import {type Axis, niceAxis} from "./axis.ts";
import type {Look, Named} from "./chart.ts";
import {funnelLegend} from "./funnel-legend.ts";
import type {Legend} from "./legend.ts";
import {leastSpan, type Plot, rightwards, tickWidth, upwards} from "./scales.ts";

/** One institution; `size` is the number of persons behind the value, `low`–`high` its 95 % interval. A blank has no size. */
export type FunnelRow = Named & {readonly role: "own" | "other"} & (
    | {
        readonly size: number;
        readonly value: number;
        readonly low: number | null;
        readonly high: number | null;
        readonly blank?: null;
      }
    | {readonly size: null; readonly value: null; readonly low: null; readonly high: null; readonly blank: Blank}
  );
export type ShownRow = Extract<FunnelRow, {readonly value: number}>;
export type BlankRow = Extract<FunnelRow, {readonly value: null}>;

export interface Picture {
  readonly across: Axis;
  readonly up: Axis;
  readonly plot: Plot;
  readonly legend: Legend;
  readonly shown: readonly ShownRow[];
  readonly blanks: readonly BlankRow[];
  readonly mean: number;
  /** Deviation of one person's value; a unit's error is this over the root of its size. Null where nothing tells it. */
  readonly deviation: number | null;
  x(size: number): number;
  y(value: number): number;
  isOutside(row: ShownRow): boolean;
}

/** Normal quantiles of 95 % and 99.8 %. */
export const quantiles = {inner: 1.96, outer: 3.09} as const;

/** Where everything of a funnel lies, in pixels; null without a row that has a value and persons. */
export function pictureOf(rows: readonly FunnelRow[], look: Look): Picture | null {
  const all = rows.filter((row): row is ShownRow => row.value !== null && row.size > 0);
  const blanks = rows.filter((row): row is BlankRow => row.value === null);
  const {largest} = look;
  const shown = largest === undefined ? all : all.filter(({size}) => size <= largest);
  if (shown.length === 0) return null;
  const persons = all.reduce((sum, row) => sum + row.size, 0);
  const mean = all.reduce((sum, row) => sum + row.value * (row.size / persons), 0);
  const deviation = deviationOf(all, mean, look);
  const isOutside = ({size, value}: ShownRow) =>
    deviation !== null && Math.abs(value - mean) > (quantiles.outer * deviation) / Math.sqrt(size);
  const sizes = shown.map((row) => row.size);
  const across = niceAxis(sizes, {zero: true, intervals: look.width > 480 ? 5 : 4, span: 1});
  const values = [...all.map((row) => row.value), mean];
  const up = niceAxis(values, {bounds: look.indicator.bounds, span: leastSpan(look.indicator), intervals: 4});
  const left = Math.ceil(tickWidth(up, look.language)) + 8;
  const outside = shown.filter(isOutside).length;
  const legend = funnelLegend(
    rows,
    {outside, shown: shown.length, blanks: blanks.length, hasLimits: deviation !== null},
    look
  );
  const top = legend.height + 10;
  const right = Math.max(14, Math.ceil(tickWidth(across, look.language) / 2));
  const plot = {left, top, width: look.width - left - right, height: look.height - top - 36};
  const [x, y] = [rightwards(across, plot), upwards(up, plot)];
  return {across, up, plot, legend, shown, blanks, mean, deviation, x, y, isOutside};
}

/**
 * Of a share with Wilson's interval √(p(1 − p)), so that the limits are p ± z√(p(1 − p)/n). Of anything else what the
 * units' own intervals tell: their median, so that one odd interval does not set the curves.
 */
function deviationOf(rows: readonly ShownRow[], mean: number, {indicator}: Look): number | null {
  if (indicator.interval === "wilson" && indicator.bounds) {
    const [lowest, highest] = indicator.bounds;
    return Math.sqrt(Math.max(0, (mean - lowest) * (highest - mean))) || null;
  }
  const told = indicator.interval === "answers" ? rows.filter(({size}) => size >= widestBelow) : rows;
  const each = told
    .flatMap(({low, high, size}) =>
      low === null || high === null || high <= low ? [] : [((high - low) / 2 / quantiles.inner) * Math.sqrt(size)]
    )
    .sort((a, b) => a - b);
  return each[Math.floor(each.length / 2)] ?? null;
}

/** Fewer whole answers have the widest interval their mean allows, which tells nothing of their spread. */
const widestBelow = 100;
