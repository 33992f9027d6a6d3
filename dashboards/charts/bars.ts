import {formatBlank, formatNumber, formatValue} from "../format.ts";
import {fontSizes, palette, standingColors} from "../theme.ts";
import {type Picture, pictureOf, roomFor} from "./bars-picture.ts";
import type {ChartPoint, Look, PlaceRow, Standing, TallChart} from "./chart.ts";
import {hatchMarks} from "./hatch.ts";
import {legendMarks} from "./legend.ts";
import {areaMark, lineMark, type Mark, rectangle, square, textMark} from "./marks.ts";
import {spokenOf} from "./points.ts";
import {
  categoryScale,
  gridOf,
  nothingToShow,
  optionOf,
  tickText,
  tickTexts,
  uprightMarks,
  valueScale
} from "./scales.ts";
import {fitText, textWidth} from "./text-width.ts";
import {wholeLine, wholeMarks} from "./wholes.ts";

/**
 * Places one below the other in the order of the rows: dots with their 95 % intervals, or bars from zero where there are
 * none. A whole is an upright line. Never sorts; a blank is a hatched mark with its word wherever the caller has put it.
 */
export const bars: TallChart<PlaceRow> = {
  id: "bars",
  title: {da: "Side om side", en: "Side by side"},
  columns: ["role", "name", "value", "low", "high", "blank"],
  size: {width: 640, height: 320},
  heightOf: (rows, width) => roomFor(rows, width),
  option: (rows, look) => {
    if (rows.length === 0) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    return optionOf(
      {
        grid: gridOf(picture.plot),
        xAxis: valueScale(picture.axis),
        yAxis: categoryScale(
          picture.places.map(({name}) => name),
          true
        ),
        tooltip: {trigger: "item", renderMode: "richText", valueFormatter: (value) => tooltipValue(value, look)},
        series: picture.hasDots
          ? (["other", "group", "own"] as const).map((role) => dotSeries(role, picture))
          : [barSeries(picture)]
      },
      marksOf(picture, look)
    );
  },
  points: (rows, look) => {
    if (rows.length === 0) return [];
    const picture = pictureOf(rows, look);
    const {places, totals, plot, x, y} = picture;
    return [
      ...places.map((row, index) => pointOf(row, row.value === null ? plot.left + 8 : x(row.value), y(index), look)),
      ...totals.map((row) => pointOf(row, row.value === null ? plot.left + 8 : x(row.value), plot.top - 4, look))
    ];
  }
};

/** The places are one list, whoever they are; the totals are reached as a group of their own. */
function pointOf(row: PlaceRow, x: number, y: number, look: Look): ChartPoint {
  const group = row.role === "whole" ? "whole" : "";
  return {x, y, label: row.name, ...spokenOf(row, look), group, key: row.id ?? row.name};
}

function dotSeries(role: Exclude<Standing, "whole">, {places}: Picture) {
  return {
    type: "scatter" as const,
    z: role === "own" ? 4 : 3,
    symbol: role === "group" ? "rect" : "circle",
    symbolSize: role === "own" ? 9 : 7,
    itemStyle: {color: standingColors[role], opacity: 1},
    label: {show: false, color: palette.text},
    data: places.flatMap((row, index) =>
      row.value === null || row.role !== role ? [] : [{value: [row.value, index], name: row.name}]
    )
  };
}

function barSeries({places, slot}: Picture) {
  return {
    type: "bar" as const,
    z: 2,
    barWidth: Math.max(5, Math.min(12, slot * 0.6)),
    label: {show: false, color: palette.text},
    data: places.map(({value, role}) => ({value, itemStyle: {color: standingColors[role]}})) as {value: number}[]
  };
}

function marksOf(picture: Picture, look: Look): readonly Mark[] {
  const {legend, axis, plot, places, wholes, isEmpty, isLong} = picture;
  return [
    ...(legend ? legendMarks(legend, 0, 8) : []),
    ...(isEmpty ? [] : uprightMarks(axis, plot, look.language)),
    ...(isEmpty || !isLong ? [] : tickTexts(axis, plot, plot.top - 10 - wholes.lines * wholeLine, look.language)),
    ...wholeMarks(wholes, plot),
    ...places.flatMap((row, index) => rowMarks(row, picture.y(index), picture, look))
  ];
}

function rowMarks(row: PlaceRow, y: number, {plot, slot, x, hasDots}: Picture, look: Look): readonly Mark[] {
  const own = row.role === "own";
  const fill = own ? palette.own : palette.text;
  const name = fitText(row.name, fontSizes.label, plot.left - 16, own);
  const marks: Mark[] = [textMark(name, plot.left - 14, y, {align: "right", bold: own, fill})];
  if (own) marks.push(washMark(y, slot, look.width));
  if (row.role === "group") marks.push(areaMark(square([plot.left - 7, y], 2.5), standingColors.group, 2));
  if (row.value === null) return [...marks, ...blankMarks(formatBlank(row.blank, look.language), plot.left, y, own)];
  const color = standingColors[row.role];
  if (hasDots && row.low !== null && row.high !== null) marks.push(whisker(x(row.low), x(row.high), y, color, own));
  const value = formatNumber(row.value, look.indicator.decimals, look.language);
  return [...marks, textMark(value, look.width - 4, y, {align: "right", bold: own, fill})];
}

/** The word stands on a plate, so that no upright line runs through it. */
function blankMarks(word: string, left: number, y: number, own: boolean): readonly Mark[] {
  const plate = rectangle(left, y - 6, textWidth(word, fontSizes.axis) + 24, 12);
  return [
    areaMark(plate, own ? palette.wash : palette.paper, 2.5),
    ...hatchMarks(left + 1, y - 5, 14, 10, 2.6),
    tickText(word, left + 20, y, "left")
  ];
}

function washMark(y: number, slot: number, width: number): Mark {
  return areaMark(rectangle(0, y - slot / 2, width, slot), palette.wash, -1);
}

function whisker(from: number, to: number, y: number, stroke: string, own: boolean): Mark {
  return lineMark(
    [
      [from, y],
      [to, y]
    ],
    {stroke, lineWidth: own ? 2.2 : 1.3},
    2
  );
}

function tooltipValue(value: unknown, {indicator, language}: Look): string {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "number" ? formatValue(first, indicator, language) : "–";
}
