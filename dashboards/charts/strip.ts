import {formatValue} from "../format.ts";
import {palette} from "../theme.ts";
import {type Chart, type ChartPoint, type Look, type PlaceRow, standings} from "./chart.ts";
import {legendMarks, legendPlace} from "./legend.ts";
import type {Mark, Point} from "./marks.ts";
import {spokenOf} from "./points.ts";
import {gridOf, nothingToShow, optionOf, uprightMarks, valueScale} from "./scales.ts";
import {colors, type Dot, dotSize, type Picture, pictureOf, type StripRow} from "./strip-picture.ts";
import {wholeMarks} from "./wholes.ts";

export type {StripRow} from "./strip-picture.ts";

/** All municipalities along one scale; equal ones stand on top of each other, so that no rank is drawn. */
export const strip: Chart<StripRow> = {
  id: "strip",
  title: {da: "Alle kommuner", en: "All municipalities"},
  columns: ["role", "name", "value", "blank"],
  size: {width: 640, height: 130},
  option: (rows, look) => {
    if (rows.length === 0) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    return optionOf(
      {
        grid: gridOf(picture.plot),
        xAxis: valueScale(picture.axis),
        yAxis: valueScale(picture.lanes),
        tooltip: {trigger: "item", renderMode: "richText", valueFormatter: (value) => tooltipValue(value, look)},
        series: (["other", "group", "own"] as const).map((role) => dotSeries(role, picture.dots))
      },
      marksOf(picture, look)
    );
  },
  points: (rows, look) => (rows.length === 0 ? [] : pointsOf(pictureOf(rows, look), look))
};

function dotSeries(role: "own" | "group" | "other", dots: readonly Dot[]) {
  return {
    type: "scatter" as const,
    z: role === "own" ? 5 : role === "group" ? 4 : 3,
    symbol: role === "group" ? "rect" : "circle",
    symbolSize: role === "own" ? dotSize + 3 : dotSize,
    itemStyle: {color: colors[role], opacity: 1},
    label: {show: false, color: palette.text},
    data: dots
      .filter(({row}) => row.role === role)
      .map(({row, lane}) => ({name: row.name, value: [row.value, lane + 0.5]}))
  };
}

function marksOf({rows, axis, plot, legend, wholes}: Picture, {language}: Look): readonly Mark[] {
  return [
    ...legendMarks(legend, 0, 8),
    ...(rows.some((row) => row.value !== null) ? uprightMarks(axis, plot, language) : []),
    ...wholeMarks(wholes, plot)
  ];
}

/** Role by role from left to right; last in each what has no place on the scale, where the legend tells of it. */
function pointsOf(picture: Picture, look: Look): readonly ChartPoint[] {
  const lanes = new Map<PlaceRow, number>(picture.dots.map((dot) => [dot.row, dot.lane]));
  return standings.flatMap((role) =>
    picture.rows
      .filter((row) => row.role === role)
      .map((row) => ({row, at: placeOf(row, lanes.get(row) ?? 0, picture)}))
      .toSorted((a, b) => Number(a.row.value === null) - Number(b.row.value === null) || a.at[0] - b.at[0])
      .map(({row, at: [x, y]}) => ({
        x,
        y,
        label: row.name,
        ...spokenOf(row, look),
        group: role,
        key: row.id ?? row.name
      }))
  );
}

function placeOf({role, value}: PlaceRow, lane: number, {plot, lanes, legend, x}: Picture): Point {
  if (value === null) return legendPlace(legend, role === "own" ? 0 : legend.entries.length - 1);
  if (role === "whole") return [x(value), plot.top];
  return [x(value), plot.top + plot.height * (1 - (lane + 0.5) / lanes.max)];
}

function tooltipValue(value: unknown, {indicator, language}: Look): string {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "number" ? formatValue(first, indicator, language) : "–";
}
