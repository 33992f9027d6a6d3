import {formatBlank, formatNumber} from "../format.ts";
import {fontSizes, palette, textOn} from "../theme.ts";
import type {Chart, ChartPoint, Look} from "./chart.ts";
import {type Bar, type DistributionRow, type Part, type Picture, pictureOf, whole} from "./distribution-picture.ts";
import {hatchMarks} from "./hatch.ts";
import {legendMarks} from "./legend.ts";
import {lineMark, type Mark, textMark} from "./marks.ts";
import {spokenOf} from "./points.ts";
import {categoryScale, gridOf, nothingToShow, optionOf, tickText, valueScale} from "./scales.ts";
import {fitText, textWidth} from "./text-width.ts";

export type {DistributionRow} from "./distribution-picture.ts";

/** Bars of 100 %, divided into ordered categories from light to dark; what is hidden is hatched. */
export const distribution: Chart<DistributionRow> = {
  id: "distribution",
  title: {da: "Fordeling", en: "Distribution"},
  columns: ["role", "name", "category", "value", "blank"],
  size: {width: 400, height: 150},
  option: (rows, look) => {
    if (rows.length === 0) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    const names = picture.bars.map((bar) => bar.name);
    return optionOf(
      {
        grid: gridOf(picture.plot),
        xAxis: valueScale(whole),
        yAxis: categoryScale(names, true),
        tooltip: {trigger: "item", renderMode: "richText", valueFormatter: (value) => percent(value, look)},
        series: picture.categories.map((category, index) => barSeries(category, index, picture))
      },
      [
        ...legendMarks(picture.legend, 0, 8),
        ...picture.bars.flatMap((bar, index) => barMarks(bar, picture.y(index), picture, look))
      ]
    );
  },
  points: (rows, look) => {
    if (rows.length === 0) return [];
    const picture = pictureOf(rows, look);
    return picture.bars.flatMap((bar, index) => barPoints(bar, picture.y(index), picture, look));
  }
};

/** Shares are said in per cent, whatever the indicator itself is measured in. */
function barPoints(
  {role, name, parts, rows, isEmpty}: Bar,
  y: number,
  {x}: Picture,
  look: Look
): readonly ChartPoint[] {
  const inPercent = {...look, indicator: {...look.indicator, measureLabel: "pct.", measureLabelEnglish: "%"}};
  let from = 0;
  return rows.flatMap((row, index) => {
    const {size} = parts[index] as Part;
    const middle = isEmpty ? x(0) + 7 : x(Math.min(100, from + size / 2));
    from += size;
    if (!row) return [];
    const group = `${role} ${name}`;
    return [{x: middle, y, label: `${row.category}, ${name}`, ...spokenOf(row, inPercent), group, key: row.category}];
  });
}

function barSeries(name: string, index: number, {bars, colors, thickness}: Picture) {
  return {
    type: "bar" as const,
    name,
    stack: "whole",
    z: 2,
    barWidth: thickness,
    itemStyle: {color: colors[index] as string},
    label: {show: false, color: palette.text},
    data: bars.map(({parts, isEmpty}) => dataOf(parts[index] as Part, isEmpty)) as {value: number}[]
  };
}

/** A part that is not shown only takes its place in the stack. */
function dataOf({size, isShown}: Part, isEmpty: boolean) {
  if (isShown) return {value: size};
  return isEmpty ? {value: null} : {value: size, itemStyle: {color: "none"}, tooltip: {show: false}};
}

function barMarks(bar: Bar, y: number, {plot, colors, thickness, x}: Picture, look: Look): readonly Mark[] {
  const bold = bar.role === "own";
  const name = fitText(bar.name, fontSizes.label, plot.left - 10, bold);
  const marks: Mark[] = [
    textMark(name, plot.left - 10, y, {align: "right", bold, fill: bold ? palette.own : palette.text})
  ];
  if (bar.isEmpty && bar.blank !== null) {
    const end = x(0) + 14;
    const word = tickText(formatBlank(bar.blank, look.language), end + 4, y, "left");
    return [...marks, ...hatchMarks(x(0) + 1, y - thickness / 2, end - x(0) - 2, thickness), word];
  }
  let from = 0;
  for (const [at, {size, isShown}] of bar.parts.entries()) {
    const width = x(from + size) - x(from);
    const text = formatNumber(size, 0, look.language);
    const color = colors[at] as string;
    if (!isShown && width > 2) marks.push(...hatchMarks(x(from) + 1, y - thickness / 2, width - 2, thickness));
    if (isShown && size > 0 && textWidth(text, fontSizes.axis) + 5 <= width)
      marks.push(textMark(text, x(from + size / 2), y, {align: "center", fill: textOn(color), size: fontSizes.axis}));
    from += size;
  }
  return from > 0 ? [...marks, frame(x(0), x(from), y, thickness)] : marks;
}

/** An outline, since the lightest step is too light to be seen on white. */
function frame(left: number, right: number, y: number, thickness: number): Mark {
  const [up, down] = [y - thickness / 2, y + thickness / 2];
  const points = [
    [left, up],
    [right, up],
    [right, down],
    [left, down],
    [left, up]
  ] as const;
  return lineMark(points, {stroke: palette.context, lineWidth: 0.8}, 3);
}

function percent(value: unknown, {language, indicator}: Look): string {
  return typeof value === "number" ? `${formatNumber(value, indicator.decimals, language)} %` : "–";
}
