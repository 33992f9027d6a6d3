import {formatNumber} from "../format.ts";
import {fontSizes, standingColors} from "../theme.ts";
import {type Axis, niceAxis} from "./axis.ts";
import type {Look, PlaceRow} from "./chart.ts";
import {type Legend, legendOf} from "./legend.ts";
import {leastSpan, type Plot, rightwards} from "./scales.ts";
import {textWidth} from "./text-width.ts";
import {type Wholes, wholeLine, wholesOf} from "./wholes.ts";

export interface Picture {
  readonly places: readonly PlaceRow[];
  readonly totals: readonly PlaceRow[];
  readonly axis: Axis;
  readonly plot: Plot;
  readonly slot: number;
  readonly wholes: Wholes;
  readonly legend: Legend | null;
  readonly hasDots: boolean;
  readonly isEmpty: boolean;
  /** So long that its scale stands at both ends. */
  readonly isLong: boolean;
  x(value: number): number;
  y(index: number): number;
}

const rowHeight = {few: 20, many: 17} as const;
/** A list longer than this has tight rows and its scale at both ends. */
const long = 20;

/** Where everything of the bars lies, in pixels. */
export function pictureOf(rows: readonly PlaceRow[], look: Look): Picture {
  const places = rows.filter((row) => row.role !== "whole");
  const totals = rows.filter((row) => row.role === "whole");
  const hasDots = places.some((row) => row.value !== null && row.low !== null) || !startsAtZero(look);
  const legend = legendFor(places, hasDots, look);
  const axis = axisOf(places, totals, hasDots, look);
  const [left, right] = marginsOf(places, look);
  const width = look.width - left - right;
  const x = rightwards(axis, {left, top: 0, width, height: 0});
  const wholes = wholesOf(totals, x, [0, look.width], look);
  const isLong = places.length > long;
  const above = (legend?.height ?? 0) + wholes.lines * wholeLine + (isLong ? 16 : 0) + 6;
  const plot = {left, top: above, width, height: look.height - above - 20};
  const slot = plot.height / Math.max(1, places.length);
  const isEmpty = rows.every((row) => row.value === null);
  const y = (index: number) => plot.top + slot * (index + 0.5);
  return {places, totals, axis, plot, slot, wholes, legend, hasDots, isEmpty, isLong, x, y};
}

/** The height that gives every row room to be read. */
export function roomFor(rows: readonly PlaceRow[], width: number): number {
  const places = rows.filter((row) => row.role !== "whole").length;
  const totals = rows.length - places;
  const legend = width < 420 ? 30 : 15;
  const scale = places > long ? 42 : 26;
  return legend + totals * wholeLine + scale + Math.max(2, places) * (places > long ? rowHeight.many : rowHeight.few);
}

/** A bar needs a zero to stand on; a scale from 1 to 5 has none. */
function startsAtZero({indicator}: Look): boolean {
  return (indicator.bounds?.[0] ?? 0) <= 0;
}

function axisOf(places: readonly PlaceRow[], totals: readonly PlaceRow[], hasDots: boolean, look: Look): Axis {
  const drawn = [
    ...places.flatMap((row) => (hasDots ? [row.value, row.low, row.high] : [row.value])),
    ...totals.map((row) => row.value)
  ].filter((value) => value !== null);
  return niceAxis(drawn, {
    bounds: look.indicator.bounds,
    zero: !hasDots,
    span: leastSpan(look.indicator),
    intervals: look.width > 560 ? 5 : look.width > 380 ? 4 : 3
  });
}

function marginsOf(places: readonly PlaceRow[], {width, indicator, language}: Look): readonly [number, number] {
  const names = places.map(({name, role}) => textWidth(name, fontSizes.label, role === "own"));
  const values = places.map(({value}) =>
    value === null ? 0 : textWidth(formatNumber(value, indicator.decimals, language), fontSizes.label, true)
  );
  return [Math.ceil(Math.min(width * 0.42, Math.max(0, ...names) + 18)), Math.ceil(Math.max(0, ...values)) + 14];
}

function legendFor(places: readonly PlaceRow[], hasDots: boolean, {width, language, groupName}: Look): Legend | null {
  const group = language === "da" ? "Gruppen" : "The group";
  const whiskers = language === "da" ? "Streg: usikkerhed (95 %)" : "Line: uncertainty (95%)";
  const hasWhiskers = hasDots && places.some((row) => row.low !== null && row.high !== null);
  const entries = [
    ...(places.some((row) => row.role === "group")
      ? [{text: groupName ?? group, color: standingColors.group, shape: "square"} as const]
      : []),
    ...(hasWhiskers ? [{text: whiskers, color: null}] : [])
  ];
  return entries.length > 0 ? legendOf(entries, width) : null;
}
