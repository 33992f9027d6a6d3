import {formatValue} from "../format.ts";
import {palette} from "../theme.ts";
import type {Chart, ChartPoint, Look} from "./chart.ts";
import {type FunnelRow, type Picture, pictureOf, quantiles, type ShownRow} from "./funnel-picture.ts";
import {legendMarks, legendPlace} from "./legend.ts";
import {lineMark, type Mark, type Point} from "./marks.ts";
import {personsRemark, spokenOf} from "./points.ts";
import {gridOf, levelMarks, nothingToShow, optionOf, tickText, tickTexts, valueScale} from "./scales.ts";

export type {FunnelRow} from "./funnel-picture.ts";

/**
 * Institutions by size: chance alone keeps 95 % and 99.8 % of them between the curves around the common mean. Assumed:
 * one mean and one deviation for all, persons independent of each other, and groups large enough for the normal curve.
 * Large units differ by more than chance, so outside the limits means that chance is no explanation, and nothing else.
 */
export const funnel: Chart<FunnelRow> = {
  id: "funnel",
  title: {da: "Spredning mellem enheder", en: "Spread between units"},
  columns: ["role", "name", "size", "value", "low", "high"],
  size: {width: 400, height: 220},
  option: (rows, look) => {
    const picture = pictureOf(rows, look);
    if (!picture) return nothingToShow(look);
    return optionOf(
      {
        grid: gridOf(picture.plot),
        xAxis: valueScale(picture.across),
        yAxis: valueScale(picture.up),
        tooltip: {trigger: "item", renderMode: "richText", valueFormatter: (value) => tooltipValue(value, look)},
        series: (["other", "outside", "own"] as const).map((group) => dotSeries(group, picture))
      },
      marksOf(picture, look)
    );
  },
  points: (rows, look) => {
    const picture = pictureOf(rows, look);
    if (!picture) return [];
    return (["own", "outside", "other"] as const).flatMap((group) => groupPoints(group, picture, look));
  }
};

type Group = "own" | "outside" | "other";

function groupOf(row: FunnelRow, picture: Picture): Group {
  if (row.role === "own") return "own";
  return row.value !== null && picture.isOutside(row) ? "outside" : "other";
}

/** The smallest unit first; last what has no place, where the legend tells of it. */
function groupPoints(group: Group, picture: Picture, look: Look): readonly ChartPoint[] {
  const {shown, blanks, x, y, legend} = picture;
  const isHere = (row: FunnelRow) => groupOf(row, picture) === group;
  const at = legendPlace(legend, group === "own" ? 0 : legend.entries.length - 1);
  const named = (row: FunnelRow) => ({label: row.name, group, key: row.id ?? row.name});
  return [
    ...shown
      .filter(isHere)
      .toSorted((a, b) => a.size - b.size)
      .map((row) => ({x: x(row.size), y: y(row.value), ...named(row), ...spoken(row, picture, look)})),
    ...blanks.filter(isHere).map((row) => ({x: at[0], y: at[1], ...named(row), ...spokenOf(row, look)}))
  ];
}

function spoken(row: ShownRow, {isOutside}: Picture, look: Look) {
  const outside = look.language === "da" ? "uden for grænserne" : "outside the limits";
  const remarks = [personsRemark(row.size, look.language), isOutside(row) ? outside : ""];
  return spokenOf({...row, blank: null}, look, remarks);
}

function dotSeries(group: Group, picture: Picture) {
  const many = picture.shown.length > 150;
  const looks = {
    other: {z: 3, symbol: "circle", symbolSize: many ? 3.5 : 5.5, color: palette.other},
    outside: {z: 4, symbol: "diamond", symbolSize: many ? 5 : 8, color: palette.text},
    own: {z: 5, symbol: "circle", symbolSize: 10, color: palette.own}
  };
  const {color, ...look} = looks[group];
  return {
    type: "scatter" as const,
    ...look,
    itemStyle: {color, opacity: 1},
    label: {show: false, color: palette.text},
    data: picture.shown
      .filter((row) => groupOf(row, picture) === group)
      .map((row) => ({name: row.name, value: [row.size, row.value]}))
  };
}

function marksOf(picture: Picture, look: Look): readonly Mark[] {
  const {across, plot, y, mean} = picture;
  const bottom = plot.top + plot.height;
  const right = plot.left + plot.width;
  const axisTitle = look.language === "da" ? "Personer bag tallet" : "Persons behind the figure";
  return [
    ...legendMarks(picture.legend, 0, 8),
    ...levelMarks(picture.up, plot, look.language),
    ...tickTexts(across, plot, bottom + 11, look.language),
    tickText(axisTitle, right, bottom + 27, "right"),
    lineMark(
      [
        [plot.left, y(mean)],
        [right, y(mean)]
      ],
      {stroke: palette.muted, lineWidth: 1.2}
    ),
    ...limitMarks(picture, quantiles.inner, [4, 3]),
    ...limitMarks(picture, quantiles.outer, [1, 2])
  ];
}

/** Each curve from the size where it enters the drawing. */
function limitMarks(
  {across, up, plot, mean, deviation, x, y}: Picture,
  quantile: number,
  lineDash: number[]
): readonly Mark[] {
  if (deviation === null || plot.width <= 0) return [];
  return [up.min, up.max].flatMap((edge) => {
    const from = ((quantile * deviation) / (edge - mean)) ** 2;
    if (!(from < across.max)) return [];
    const points = Array.from({length: steps + 1}, (_, index): Point => {
      const size = from + (across.max - from) * (index / steps) ** 2;
      return [x(size), y(mean + (Math.sign(edge - mean) * quantile * deviation) / Math.sqrt(size))];
    });
    return [lineMark(points, {stroke: palette.muted, lineWidth: 1, lineDash}, 3.5)];
  });
}

const steps = 36;

function tooltipValue(value: unknown, {indicator, language}: Look): string {
  const last = Array.isArray(value) ? value[1] : value;
  return typeof last === "number" ? formatValue(last, indicator, language) : "–";
}
