import {periodShortLabel} from "../../queries/period.ts";
import {formatValue} from "../format.ts";
import {palette} from "../theme.ts";
import {type Chart, type ChartPoint, type Look, roleColor} from "./chart.ts";
import {breakRemark, periodWords, spokenOf} from "./points.ts";
import {categoryScale, gridOf, nothingToShow, optionOf, valueScale} from "./scales.ts";
import {marksOf} from "./trend-marks.ts";
import {type Line, type Picture, pictureOf, type TrendRow} from "./trend-picture.ts";

export type {TrendRow} from "./trend-picture.ts";

/** Development over time: own line with its 95 % band, others thin; blanks are gaps that say so. */
export const trend: Chart<TrendRow> = {
  id: "trend",
  title: {da: "Udvikling over tid", en: "Development over time"},
  columns: ["period", "role", "name", "value", "low", "high", "blank", "breakText"],
  size: {width: 400, height: 190},
  option: (rows, look) => {
    if (rows.length === 0) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    return optionOf(
      {
        grid: gridOf(picture.plot),
        xAxis: categoryScale(picture.periods.map((period) => periodShortLabel(period, look.language))),
        yAxis: valueScale(picture.axis),
        tooltip: {trigger: "axis", renderMode: "richText", valueFormatter: (value) => tooltipValue(value, look)},
        series: picture.lines.map(lineSeries)
      },
      marksOf(picture, look)
    );
  },
  points: (rows, look) => {
    if (rows.length === 0) return [];
    const picture = pictureOf(rows, look);
    const own = picture.lines.filter(({role}) => role === "own");
    const others = picture.lines.filter(({role}) => role !== "own");
    const frame = {...picture, floor: picture.plot.top + picture.plot.height};
    return [...own, ...others].flatMap((line) => linePoints(line, frame, look));
  }
};

/** A line's points period by period; a blank has its place at the foot, where it is drawn. */
export function linePoints(
  {role, name, id, points}: Line,
  {x, y, floor}: Pick<Picture, "x" | "y"> & {readonly floor: number},
  look: Look
): readonly ChartPoint[] {
  return points.map((row, index) => ({
    x: x(index),
    y: row.value === null ? floor - 5 : y(row.value),
    label: `${periodWords(row.period, look.language)}, ${name}`,
    ...spokenOf(row, look, [breakRemark(row.breakText, look.language)]),
    group: `${role} ${id ?? name}`,
    key: row.period
  }));
}

function lineSeries({role, name, points}: Line) {
  const own = role === "own";
  const color = roleColor(role);
  return {
    type: "line" as const,
    name,
    data: points.map((point, index) => ({
      value: point.value,
      symbolSize: own ? 5.5 : alone(points, index) ? 3.5 : 0
    })),
    connectNulls: false,
    symbol: "circle",
    showAllSymbol: true,
    z: own ? 4 : 3,
    itemStyle: {color},
    lineStyle: {color, width: own ? 2.4 : 1.4, type: role === "nation" ? [4, 3] : ("solid" as const)},
    label: {show: false, color: palette.text}
  };
}

function alone(points: readonly TrendRow[], index: number): boolean {
  return (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null;
}

function tooltipValue(value: unknown, {indicator, language}: Look): string {
  return typeof value === "number" ? formatValue(value, indicator, language) : "–";
}
