import {comparePeriods, type PeriodId} from "../../queries/period.ts";
import {palette, roleColors} from "../theme.ts";
import {type Axis, niceAxis} from "./axis.ts";
import type {Look} from "./chart.ts";
import {type Legend, legendOf} from "./legend.ts";
import type {Frame} from "./miniature.ts";
import {leastSpan, tickWidth, upwards} from "./scales.ts";
import {type Line, linesOf, type TrendRow} from "./trend-picture.ts";

export interface Panel {
  readonly line: Line;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly frame: Frame;
  /** At the outermost left, where the scale's numbers stand. */
  readonly isFirst: boolean;
  /** Without a panel below it, so that it has the periods. */
  readonly isLowest: boolean;
}
export interface Picture {
  readonly periods: readonly PeriodId[];
  readonly axis: Axis;
  readonly legend: Legend;
  readonly panels: readonly Panel[];
  readonly common: readonly Line[];
}

const least = {width: 132, gap: 18, height: 74, foot: 16} as const;
const titleHeight = 16;

/** Where every panel lies, in pixels. */
export function pictureOf(rows: readonly TrendRow[], look: Look): Picture {
  const periods = [...new Set(rows.map((row) => row.period))].sort(comparePeriods);
  const lines = linesOf(rows, periods);
  const common = lines.filter(({role}) => role !== "own");
  const own = lines.filter(({role}) => role === "own");
  const drawn = rows.flatMap((row) => (row.role === "own" ? [row.value, row.low, row.high] : [row.value]));
  const axis = niceAxis(
    drawn.filter((value) => value !== null),
    {bounds: look.indicator.bounds, span: leastSpan(look.indicator), intervals: 3}
  );
  const legend = legendFor(rows, common, look);
  const margin = Math.ceil(tickWidth(axis, look.language)) + 6;
  const columns = columnsAt(look.width);
  const width = (look.width - margin - least.gap * (columns - 1)) / columns;
  const height = (look.height - legend.height - 6) / Math.ceil(own.length / columns);
  const panels = own.map((line, index): Panel => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const left = margin + column * (width + least.gap);
    const top = legend.height + 6 + row * height;
    const frame = frameOf(
      {left, top: top + titleHeight, width, height: height - titleHeight - least.foot},
      axis,
      periods
    );
    return {line, left, top, width, frame, isFirst: column === 0, isLowest: index + columns >= own.length};
  });
  return {periods, axis, legend, panels, common};
}

/** The height that gives every panel room. */
export function roomFor(rows: readonly TrendRow[], width: number): number {
  const own = new Set(rows.filter(({role}) => role === "own").map(({id, name}) => id ?? name)).size;
  return (width < 420 ? 36 : 21) + Math.max(1, Math.ceil(own / columnsAt(width))) * (least.height + least.foot);
}

function columnsAt(width: number): number {
  return Math.max(1, Math.floor((width - 30 + least.gap) / (least.width + least.gap)));
}

function frameOf(
  plot: {readonly left: number; readonly top: number; readonly width: number; readonly height: number},
  axis: Axis,
  periods: readonly PeriodId[]
): Frame {
  const slot = plot.width / periods.length;
  const x = (index: number) => plot.left + slot * (index + 0.5);
  return {top: plot.top, floor: plot.top + plot.height, reach: slot / 2, x, y: upwards(axis, plot)};
}

function legendFor(rows: readonly TrendRow[], common: readonly Line[], {width, language}: Look): Legend {
  const [unit, seriesBreak] =
    language === "da" ? ["Enheden selv", "Lodret: brud i serien"] : ["The unit itself", "Upright: break in the series"];
  return legendOf(
    [
      {text: unit as string, color: palette.own, shape: "line"},
      ...common.map(({name, role}) => ({text: name, color: roleColors[role], shape: "dashes"}) as const),
      ...(rows.some(({breakText}) => breakText) ? [{text: seriesBreak as string, color: null}] : [])
    ],
    width
  );
}
