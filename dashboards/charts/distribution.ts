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
  /** In the order of the categories. */
  readonly parts: readonly Part[];
  /** The reason when no part is shown, else that of the parts that are not. */
  readonly blank: DistributionRow["blank"];
  readonly isEmpty: boolean;
}
/** What is not shown stands in its place, and shares equally what the others leave: its width tells nothing of its own. */
interface Part {
  readonly size: number;
  readonly isShown: boolean;
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
    [...categories.map((text, index) => ({text, color: colors[index] as string})), ...hatchEntry(bars, look)],
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

/** Explains the hatching once, where a bar has parts that are shown and parts that are not. */
function hatchEntry(bars: readonly Bar[], {language}: Look) {
  const blank = bars.find((bar) => bar.blank !== null && !bar.isEmpty)?.blank;
  return blank ? [{text: `/// ${formatBlank(blank, language)}`, color: null}] : [];
}

function barsOf(rows: readonly DistributionRow[], categories: readonly string[]): readonly Bar[] {
  const byName = Map.groupBy(rows, (row) => `${row.role} ${row.name}`);
  return [...byName.values()].map((some) => {
    const {role, name} = some[0] as DistributionRow;
    const found = categories.map((category) => some.find((row) => row.category === category));
    const blanks = found.flatMap((row) => row?.blank ?? []);
    const isEmpty = found.every((row) => !row || row.value === null);
    return {role, name, parts: partsOf(found, blanks.length), blank: blanks[0] ?? null, isEmpty};
  });
}

function partsOf(found: readonly (DistributionRow | undefined)[], blanks: number): readonly Part[] {
  const shown = found.reduce((sum, row) => sum + (row?.value ?? 0), 0);
  const left = Math.max(0, 100 - shown) / Math.max(1, blanks);
  return found.map((row) =>
    row && row.blank !== null ? {size: left, isShown: false} : {size: row?.value ?? 0, isShown: true}
  );
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

function barMarks(bar: Bar, index: number, {plot, bars, colors, thickness}: Picture, look: Look): readonly Mark[] {
  const x = rightwards(whole, plot);
  const y = plot.top + (plot.height / bars.length) * (index + 0.5);
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
