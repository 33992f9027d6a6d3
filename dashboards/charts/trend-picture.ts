import {comparePeriods, type PeriodId} from "../../queries/period.ts";
import {formatNumber} from "../format.ts";
import {fontSizes} from "../theme.ts";
import {type Axis, niceAxis} from "./axis.ts";
import type {Drawn, Look, Named, Role} from "./chart.ts";
import {leastSpan, type Plot, tickWidth, upwards} from "./scales.ts";
import {textWidth} from "./text-width.ts";

/** One point of one line; `breakText` stands on the first period after a break in the series. */
export type TrendRow = Drawn &
  Named & {
    readonly period: PeriodId;
    readonly role: Role;
    readonly breakText: string | null;
  };

export interface Line extends Named {
  readonly role: Role;
  readonly points: readonly TrendRow[];
}

export interface Picture {
  readonly periods: readonly PeriodId[];
  readonly lines: readonly Line[];
  readonly axis: Axis;
  readonly plot: Plot;
  x(index: number): number;
  y(value: number): number;
}

/** Where everything of a trend lies, in pixels. */
export function pictureOf(rows: readonly TrendRow[], look: Look): Picture {
  const periods = [...new Set(rows.map((row) => row.period))].sort(comparePeriods);
  const lines = linesOf(rows, periods);
  const drawn = rows.flatMap((row) => (row.role === "own" ? [row.value, row.low, row.high] : [row.value]));
  const axis = niceAxis(
    drawn.filter((value) => value !== null),
    {bounds: look.indicator.bounds, span: leastSpan(look.indicator), intervals: look.height > 150 ? 4 : 3}
  );
  const widths = lines.map((line) => textWidth(endLabel(line, look), fontSizes.label, line.role === "own"));
  const right = Math.min(look.width * 0.42, Math.max(...widths) + 8);
  const left = Math.ceil(tickWidth(axis, look.language)) + 8;
  const plot = {left, top: 18, width: Math.floor(look.width - left - right), height: look.height - 18 - 22};
  const slot = plot.width / periods.length;
  return {periods, lines, axis, plot, x: (index) => plot.left + slot * (index + 0.5), y: upwards(axis, plot)};
}

/** A point for every line and period; a row that is missing is a figure that was not reported. */
export function linesOf(rows: readonly TrendRow[], periods: readonly PeriodId[]): readonly Line[] {
  const byName = new Map<string, Map<PeriodId, TrendRow>>();
  for (const row of rows) {
    const key = `${row.role} ${row.id ?? row.name}`;
    const points = byName.get(key) ?? new Map<PeriodId, TrendRow>();
    byName.set(key, points.set(row.period, row));
  }
  return [...byName.values()].map((points) => {
    const {role, name, id} = points.values().next().value as TrendRow;
    const who = {role, name, ...(id !== undefined && {id})};
    const gap = {...who, value: null, low: null, high: null, blank: "not-reported", breakText: null} as const;
    return {...who, points: periods.map((period) => points.get(period) ?? {...gap, period})};
  });
}

/** Direct label instead of a legend: the last value and whose it is. */
export function endLabel({name, points}: Line, {indicator, language}: Look): string {
  const last = points.findLast((point) => point.value !== null);
  return last ? `${formatNumber(last.value as number, indicator.decimals, language)} ${name}` : name;
}
