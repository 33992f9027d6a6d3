import {formatBlank, formatNumber} from "../format.ts";
import {fontSizes, orderedColors, palette, textOn} from "../theme.ts";
import type {Chart, Drawn, Look, Role} from "./chart.ts";
import {hatchMarks} from "./hatch.ts";
import {legendMarks, legendOf} from "./legend.ts";
import {lineMark, type Mark, textMark} from "./marks.ts";
import {categoryScale, gridOf, nothingToShow, optionOf, type Plot, rightwards, tickText, valueScale} from "./scales.ts";
import {fitText, textWidth} from "./text-width.ts";

/** One category of one bar. `value` is in per cent of the bar's whole; categories come in their own order. */
export type DistributionRow = Drawn & {
  readonly role: Role;
  readonly name: string;
  readonly category: string;
};

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
        ...picture.bars.flatMap((bar, index) => barMarks(bar, index, picture, look))
      ]
    );
  }
};

const whole = {min: 0, max: 100, interval: 25, decimals: 0};

interface Bar {
  readonly role: Role;
  readonly name: string;
  /** In the order of the categories; null where hidden or without answers. */
  readonly values: readonly (number | null)[];
  readonly blank: DistributionRow["blank"];
}
interface Picture {
  readonly bars: readonly Bar[];
  readonly categories: readonly string[];
  readonly colors: readonly string[];
  readonly legend: ReturnType<typeof legendOf>;
  readonly plot: Plot;
  readonly thickness: number;
}

function pictureOf(rows: readonly DistributionRow[], look: Look): Picture {
  const categories = [...new Set(rows.map((row) => row.category))];
  const bars = barsOf(rows, categories);
  const colors = orderedColors(categories.length);
  const legend = legendOf(
    categories.map((text, index) => ({text, color: colors[index] as string})),
    look.width
  );
  const widths = bars.map(({name, role}) => textWidth(name, fontSizes.label, role === "own"));
  const left = Math.ceil(Math.min(look.width * 0.45, Math.max(...widths) + 10));
  const top = legend.height + 8;
  const plot = {left, top, width: look.width - left - 1, height: look.height - top - 2};
  return {
    bars,
    categories,
    colors,
    legend,
    plot,
    thickness: Math.min(22, Math.floor((plot.height / bars.length) * 0.68))
  };
}

function barsOf(rows: readonly DistributionRow[], categories: readonly string[]): readonly Bar[] {
  const byName = Map.groupBy(rows, (row) => `${row.role} ${row.name}`);
  return [...byName.values()].map((some) => {
    const {role, name} = some[0] as DistributionRow;
    const found = categories.map((category) => some.find((row) => row.category === category));
    const blank = found.find((row) => row !== undefined && row.blank !== null)?.blank ?? null;
    return {role, name, values: found.map((row) => row?.value ?? (blank ? null : 0)), blank};
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
    data: bars.map((bar) => ({value: bar.values[index] as number | null})) as {value: number}[]
  };
}

function barMarks(bar: Bar, index: number, {plot, bars, colors, thickness}: Picture, look: Look): readonly Mark[] {
  const x = rightwards(whole, plot);
  const y = plot.top + (plot.height / bars.length) * (index + 0.5);
  const bold = bar.role === "own";
  const name = fitText(bar.name, fontSizes.label, plot.left - 10, bold);
  const marks: Mark[] = [
    textMark(name, plot.left - 10, y, {align: "right", bold, fill: bold ? palette.own : palette.text})
  ];
  let from = 0;
  for (const [at, value] of bar.values.entries()) {
    if (value === null || value === 0) continue;
    const text = formatNumber(value, 0, look.language);
    const color = colors[at] as string;
    if (textWidth(text, fontSizes.axis) + 5 <= x(from + value) - x(from))
      marks.push(textMark(text, x(from + value / 2), y, {align: "center", fill: textOn(color), size: fontSizes.axis}));
    from += value;
  }
  if (from > 0) marks.push(frame(x(0), x(from), y, thickness));
  if (bar.blank === null) return marks;
  const word = formatBlank(bar.blank, look.language);
  const room = textWidth(word, fontSizes.axis) + 8;
  const end = Math.max(x(from) + 10, from > 0 ? x(100) - room : x(from) + 14);
  return [
    ...marks,
    ...hatchMarks(x(from) + 1, y - thickness / 2, end - x(from) - 2, thickness),
    tickText(word, end + 4, y, "left")
  ];
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
