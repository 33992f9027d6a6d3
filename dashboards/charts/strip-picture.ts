import type {Language} from "../../queries/model.ts";
import {formatBlank, formatNumber} from "../format.ts";
import {palette, roleColors} from "../theme.ts";
import {type Axis, niceAxis} from "./axis.ts";
import type {Drawn, Look, Named, PlaceRow, Standing} from "./chart.ts";
import {type Legend, legendOf} from "./legend.ts";
import {leastSpan, type Plot, rightwards, tickWidth} from "./scales.ts";
import {type Wholes, wholeLine, wholesOf} from "./wholes.ts";

/** One place; `neighbours` is a group and `nation` a whole. Wholes become upright lines. */
export type StripRow = Drawn & Named & {readonly role: Standing | "neighbours" | "nation"};

export interface Dot {
  readonly row: PlaceRow & {readonly value: number};
  readonly lane: number;
}
export interface Picture {
  readonly rows: readonly PlaceRow[];
  readonly axis: Axis;
  readonly lanes: Axis;
  readonly plot: Plot;
  readonly legend: Legend;
  readonly wholes: Wholes;
  readonly dots: readonly Dot[];
  x(value: number): number;
}

export const colors = {own: palette.own, group: roleColors.municipality, other: palette.context} as const;
export const dotSize = 7;

/** Where everything of a strip lies, in pixels. */
export function pictureOf(given: readonly StripRow[], look: Look): Picture {
  const rows = given.map((row): PlaceRow => ({...row, role: standingOf(row.role)}));
  const shown = rows.flatMap((row) => (row.value === null ? [] : [row]));
  const axis = niceAxis(
    shown.map((row) => row.value),
    {bounds: look.indicator.bounds, span: leastSpan(look.indicator), intervals: look.width > 400 ? 5 : 3}
  );
  const legend = legendOf(entriesOf(rows, look), look.width);
  const left = Math.max(10, Math.ceil(tickWidth(axis, look.language) / 2));
  const width = look.width - 2 * left;
  const x = rightwards(axis, {left, top: 0, width, height: 0});
  const wholes = wholesOf(
    rows.filter((row) => row.role === "whole"),
    x,
    [left, left + width],
    look
  );
  const top = legend.height + 5 + Math.max(1, wholes.lines) * wholeLine;
  const plot = {left, top, width, height: look.height - top - 20};
  const dots = stack(
    shown.filter((row) => row.role !== "whole"),
    x
  );
  const highest = Math.max(1, ...dots.map((dot) => dot.lane + 1));
  const lanes = {min: 0, max: Math.max(highest, Math.floor(plot.height / (dotSize + 1))), interval: 1, decimals: 0};
  return {rows, axis, lanes, plot, legend, wholes, dots, x};
}

function standingOf(role: StripRow["role"]): Standing {
  return role === "neighbours" ? "group" : role === "nation" ? "whole" : role;
}

/** Own and the group lowest in their pile, where they are seen; otherwise in the order of the value. */
function stack(rows: readonly (PlaceRow & {readonly value: number})[], x: (value: number) => number): readonly Dot[] {
  const rank = {own: 0, group: 1, other: 2, whole: 3} as const;
  const heights = new Map<number, number>();
  return rows
    .toSorted((a, b) => rank[a.role] - rank[b.role] || a.value - b.value || (a.name < b.name ? -1 : 1))
    .map((row) => {
      const pile = Math.round(x(row.value) / dotSize);
      const lane = heights.get(pile) ?? 0;
      heights.set(pile, lane + 1);
      return {row, lane};
    });
}

function entriesOf(rows: readonly PlaceRow[], {language, groupName, otherName}: Look) {
  const own = rows.find((row) => row.role === "own");
  const blank = rows.filter((row) => row.value === null && (row.role === "other" || row.role === "group")).length;
  const say = words[language];
  return [
    ...(own ? [{text: nameOf(own, language), color: colors.own, shape: "circle"} as const] : []),
    ...(rows.some((row) => row.role === "group")
      ? [{text: groupName ?? say.group, color: colors.group, shape: "square"} as const]
      : []),
    {text: otherName ?? say.other, color: colors.other, shape: "circle"} as const,
    ...(blank > 0 ? [{text: `${formatNumber(blank, 0, language)} ${say.blank}`, color: null}] : [])
  ];
}

function nameOf(row: PlaceRow, language: Language): string {
  return row.value === null ? `${row.name}: ${formatBlank(row.blank, language)}` : row.name;
}

const words = {
  da: {group: "Nabokommuner", other: "Andre kommuner", blank: "uden tal"},
  en: {group: "Neighbours", other: "Other municipalities", blank: "without a figure"}
} as const;
