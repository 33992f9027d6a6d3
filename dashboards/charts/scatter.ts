import {fontSizes, palette, standingColors} from "../theme.ts";
import type {Chart, ChartPoint, Look} from "./chart.ts";
import {legendMarks, legendPlace} from "./legend.ts";
import {lineMark, type Mark, type Point, textMark} from "./marks.ts";
import {notesOf, spokenOf} from "./points.ts";
import {gridOf, levelMarks, nothingToShow, optionOf, uprightMarks, valueScale} from "./scales.ts";
import {namesBeside} from "./scatter-names.ts";
import {acrossLook, type Picture, type PlacedRow, pictureOf, type ScatterRow} from "./scatter-picture.ts";
import {fitText} from "./text-width.ts";

export type {ScatterRow} from "./scatter-picture.ts";

/**
 * Two indicators against each other: `look.indicator` upwards and `look.pair.across` to the right. Own place and its
 * group are told by shape and name. No line through the cloud and no corners with words: two things that go together say
 * nothing of why.
 */
export const scatter: Chart<ScatterRow> = {
  id: "scatter",
  title: {da: "To nøgletal", en: "Two indicators"},
  columns: ["role", "name", "across", "up"],
  size: {width: 640, height: 420},
  option: (rows, look) => {
    if (rows.length === 0) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    return optionOf(
      {
        grid: gridOf(picture.plot),
        xAxis: valueScale(picture.across),
        yAxis: valueScale(picture.up),
        tooltip: {trigger: "item", renderMode: "richText"},
        series: (["other", "group", "own"] as const).map((role) => dotSeries(role, picture.placed))
      },
      marksOf(picture, look)
    );
  },
  points: (rows, look) => {
    if (rows.length === 0) return [];
    const picture = pictureOf(rows, look);
    return (["own", "group", "other"] as const).flatMap((role) => rolePoints(role, rows, picture, look));
  }
};

/** From left to right; last what has a blank on either measure, where the legend tells of it. */
function rolePoints(role: ScatterRow["role"], rows: readonly ScatterRow[], picture: Picture, look: Look) {
  const {placed, legend} = picture;
  const blankAt = legendPlace(legend, role === "own" ? 0 : legend.entries.length - 1);
  return [
    ...placed.filter(({row}) => row.role === role).toSorted((a, b) => a.x - b.x),
    ...rows
      .filter((row) => row.role === role && (row.across.value === null || row.up.value === null))
      .map((row) => ({row, x: blankAt[0], y: blankAt[1]}))
  ].map((each) => pointOf(each, look));
}

function pointOf(
  {row, x, y}: {readonly row: ScatterRow; readonly x: number; readonly y: number},
  look: Look
): ChartPoint {
  const [up, across] = [spokenOf(row.up, look), spokenOf(row.across, acrossLook(look))];
  const titles = look.pair?.titles ?? {up: "", across: ""};
  const said = (title: string, text: string) => (title ? `${title}: ${text}` : text);
  const noted = (title: string, note: string) => (note ? said(title, note) : "");
  return {
    x,
    y,
    label: row.name,
    value: `${said(titles.up, up.value)}; ${said(titles.across, across.value)}`,
    note: notesOf(noted(titles.up, up.note), noted(titles.across, across.note)),
    group: row.role,
    key: row.id ?? row.name
  };
}

function dotSeries(role: ScatterRow["role"], placed: readonly PlacedRow[]) {
  const many = placed.length > 300;
  const sizes = {own: 11, group: 8, other: many ? 3.5 : 6};
  return {
    type: "scatter" as const,
    z: role === "own" ? 5 : role === "group" ? 4 : 3,
    symbol: role === "group" ? "rect" : "circle",
    symbolSize: sizes[role],
    itemStyle: {color: standingColors[role], opacity: 1},
    label: {show: false, color: palette.text},
    data: placed
      .filter(({row}) => row.role === role)
      .map(({row}) => ({name: row.name, value: [row.across.value as number, row.up.value as number]}))
  };
}

function marksOf(picture: Picture, look: Look): readonly Mark[] {
  const {plot, across, up, legend, titleTop} = picture;
  const bottom = plot.top + plot.height;
  const right = plot.left + plot.width;
  const titles = look.pair?.titles ?? {up: "", across: ""};
  const whiskers = picture.placed.filter(({row}) => row.role === "own").flatMap((own) => whiskersOf(own, picture));
  const title = (text: string, x: number, y: number, align: "left" | "right") =>
    text ? [textMark(fitText(text, fontSizes.label, look.width - 16), x, y, {align, size: fontSizes.label})] : [];
  return [
    ...legendMarks(legend, 0, 8),
    ...(picture.placed.length === 0 ? [] : levelMarks(up, plot, look.language)),
    ...(picture.placed.length === 0 ? [] : uprightMarks(across, plot, look.language)),
    ...title(titles.up, 0, titleTop, "left"),
    ...title(titles.across, right, bottom + 28, "right"),
    ...whiskers.map((ends) => lineMark(ends, {stroke: palette.own, lineWidth: 1.6}, 4)),
    ...namesBeside(picture.placed, whiskers.map(boxOf), plot)
  ];
}

type Ends = readonly [Point, Point];

/** The own place's two intervals. */
function whiskersOf({row: {across, up}, x: atX, y: atY}: PlacedRow, {x, y}: Picture): readonly Ends[] {
  const ends: Ends[] = [];
  if (across.low !== null && across.high !== null)
    ends.push([
      [x(across.low), atY],
      [x(across.high), atY]
    ]);
  if (up.low !== null && up.high !== null)
    ends.push([
      [atX, y(up.high)],
      [atX, y(up.low)]
    ]);
  return ends;
}

function boxOf([[left, top], [right, bottom]]: Ends) {
  return {left: left - 1, right: right + 1, top: top - 1, bottom: bottom + 1};
}
