import {formatNumber} from "../format.ts";
import {standingColors} from "../theme.ts";
import {type Axis, niceAxis} from "./axis.ts";
import type {Drawn, Look, Named, Standing} from "./chart.ts";
import {type Legend, legendOf} from "./legend.ts";
import {leastSpan, type Plot, rightwards, tickWidth, upwards} from "./scales.ts";

/** One place on two measures; either may be a blank. */
export interface ScatterRow extends Named {
  readonly role: Exclude<Standing, "whole">;
  readonly across: Drawn;
  readonly up: Drawn;
}

/** A row that has both values, and its place. */
export interface PlacedRow {
  readonly row: ScatterRow;
  readonly x: number;
  readonly y: number;
}
export interface Picture {
  readonly across: Axis;
  readonly up: Axis;
  readonly plot: Plot;
  readonly legend: Legend;
  readonly titleTop: number;
  readonly placed: readonly PlacedRow[];
  x(value: number): number;
  y(value: number): number;
}

/** Where everything of a scatter lies, in pixels. */
export function pictureOf(rows: readonly ScatterRow[], look: Look): Picture {
  const shown = rows.filter((row) => row.across.value !== null && row.up.value !== null);
  const across = axisOf(shown, "across", acrossLook(look), look.width > 480 ? 5 : 3);
  const up = axisOf(shown, "up", look, look.height > 240 ? 5 : 3);
  const legend = legendFor(rows, rows.length - shown.length, look);
  const titleTop = legend.height + 11;
  const half = Math.ceil(tickWidth(across, look.language) / 2) + 2;
  const left = Math.max(Math.ceil(tickWidth(up, look.language)) + 8, half);
  const top = titleTop + 14;
  const plot = {left, top, width: look.width - left - Math.max(8, half), height: look.height - top - 38};
  const [x, y] = [rightwards(across, plot), upwards(up, plot)];
  const placed = shown.map((row) => ({row, x: x(row.across.value as number), y: y(row.up.value as number)}));
  return {across, up, plot, legend, titleTop, placed, x, y};
}

/** The look of the horizontal measure; of the upright one where none is given. */
export function acrossLook(look: Look): Look {
  return look.pair ? {...look, indicator: look.pair.across} : look;
}

/** Around all values and the own interval. */
function axisOf(rows: readonly ScatterRow[], side: "across" | "up", {indicator}: Look, intervals: number): Axis {
  const values = rows.flatMap(({role, [side]: drawn}) =>
    role === "own" ? [drawn.value, drawn.low, drawn.high] : [drawn.value]
  );
  return niceAxis(
    values.filter((value) => value !== null),
    {bounds: indicator.bounds, span: leastSpan(indicator), intervals}
  );
}

function legendFor(rows: readonly ScatterRow[], blanks: number, {width, language, groupName, otherName}: Look): Legend {
  const say = words[language];
  const own = rows.filter((row) => row.role === "own");
  const has = (role: ScatterRow["role"]) => rows.some((row) => row.role === role);
  return legendOf(
    [
      ...own.map((row) => ({text: ownName(row, say.blank), color: standingColors.own, shape: "circle"}) as const),
      ...(has("group") ? [{text: groupName ?? say.group, color: standingColors.group, shape: "square"} as const] : []),
      ...(has("other") ? [{text: otherName ?? say.other, color: standingColors.other, shape: "circle"} as const] : []),
      ...(blanks > 0 ? [{text: `${formatNumber(blanks, 0, language)} ${say.blank}`, color: null}] : [])
    ],
    width
  );
}

function ownName({name, across, up}: ScatterRow, blank: string): string {
  return across.value === null || up.value === null ? `${name}: ${blank}` : name;
}

const words = {
  da: {group: "Gruppen", other: "Andre", blank: "mangler et tal"},
  en: {group: "The group", other: "Others", blank: "lacking a figure"}
} as const;
