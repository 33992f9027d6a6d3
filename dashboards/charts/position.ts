import {formatBlank} from "../format.ts";
import {fontSizes, palette, standingColors} from "../theme.ts";
import {tightAxis} from "./axis.ts";
import {type Chart, type ChartPoint, type Look, type PlaceRow, standings} from "./chart.ts";
import {hatchMarks} from "./hatch.ts";
import {dotMark, lineMark, type Mark} from "./marks.ts";
import {spokenOf} from "./points.ts";
import {leastSpan, nothingSmall, optionOf, rightwards, tickText} from "./scales.ts";
import {fitText} from "./text-width.ts";

/** A very small strip without numbers: own value and its interval among pale strokes for the others, totals dashed. */
export const position: Chart<PlaceRow> = {
  id: "position",
  title: {da: "Plads blandt de andre", en: "Place among the others"},
  columns: ["role", "name", "value", "low", "high", "blank"],
  size: {width: 160, height: 28},
  option: (rows, look) =>
    rows.length === 0 ? nothingSmall(look) : optionOf({series: []}, marksOf(rows, pictureOf(rows, look), look)),
  points: (rows, look) => {
    const picture = pictureOf(rows, look);
    return standings.flatMap((role) =>
      rows
        .filter((row) => row.role === role)
        .map((row) => pointOf(row, picture, look))
        .toSorted((a, b) => a.x - b.x)
    );
  }
};

interface Picture {
  /** The height of the strokes' middle; they lie lower where a word stands above them. */
  readonly middle: number;
  readonly blankOwn: PlaceRow | undefined;
  x(value: number): number;
}

function pictureOf(rows: readonly PlaceRow[], look: Look): Picture {
  const drawn = rows.flatMap((row) => (row.role === "own" ? [row.value, row.low, row.high] : [row.value]));
  const axis = tightAxis(
    drawn.filter((value) => value !== null),
    leastSpan(look.indicator)
  );
  const x = rightwards(axis, {left: 6, top: 0, width: look.width - 12, height: 0});
  const blankOwn = rows.find((row) => row.role === "own" && row.value === null);
  return {middle: blankOwn ? look.height - 6 : look.height / 2, blankOwn, x};
}

/** What has no value is told of on the left, where an own blank has its word. */
function pointOf(row: PlaceRow, {middle, x}: Picture, look: Look): ChartPoint {
  const place = row.value === null ? {x: 6, y: row.role === "own" ? 7 : middle} : {x: x(row.value), y: middle};
  return {...place, label: row.name, ...spokenOf(row, look), group: row.role, key: row.id ?? row.name};
}

function marksOf(rows: readonly PlaceRow[], picture: Picture, look: Look): readonly Mark[] {
  const {middle, blankOwn, x} = picture;
  const reach = blankOwn ? 4 : 6;
  const base = [
    [0, middle],
    [look.width, middle]
  ] as const;
  return [
    lineMark(base, {stroke: palette.grid, lineWidth: 1}, 0),
    ...rows.flatMap((row) => (row.value === null ? [] : placeMarks(row, x(row.value), picture, reach))),
    ...(blankOwn?.blank ? wordMarks(formatBlank(blankOwn.blank, look.language), look.width) : [])
  ];
}

function placeMarks(row: PlaceRow, at: number, {middle, x}: Picture, reach: number): readonly Mark[] {
  const color = standingColors[row.role];
  if (row.role !== "own") {
    const far = row.role === "whole" ? reach + 4 : row.role === "group" ? reach : reach - 2;
    const ends = [
      [at, middle - far],
      [at, middle + far]
    ] as const;
    const lineDash = row.role === "whole" ? {lineDash: [3, 2]} : {};
    return [lineMark(ends, {stroke: color, lineWidth: row.role === "group" ? 1.4 : 1, ...lineDash}, 2)];
  }
  const dot = dotMark([at, middle], 4.2, color, 5);
  if (row.low === null || row.high === null) return [dot];
  const ends = [
    [x(row.low), middle],
    [x(row.high), middle]
  ] as const;
  return [lineMark(ends, {stroke: color, lineWidth: 2}, 4), dot];
}

function wordMarks(word: string, width: number): readonly Mark[] {
  return [...hatchMarks(1, 2, 12, 10), tickText(fitText(word, fontSizes.axis, width - 20), 17, 7, "left")];
}
