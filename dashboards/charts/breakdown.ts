import {formatBlank, formatNumber, formatValue} from "../format.ts";
import {fontSizes, palette} from "../theme.ts";
import {type Axis, niceAxis} from "./axis.ts";
import {type Chart, type ChartPoint, type Drawn, type Look, type Named, type Role, roleColor} from "./chart.ts";
import {hatchMarks} from "./hatch.ts";
import {type Legend, legendMarks, legendOf} from "./legend.ts";
import {lineMark, type Mark, textMark} from "./marks.ts";
import {spokenOf} from "./points.ts";
import {
  categoryScale,
  gridOf,
  leastSpan,
  nothingToShow,
  optionOf,
  type Plot,
  rightwards,
  tickText,
  uprightMarks,
  valueScale
} from "./scales.ts";
import {fitText, textWidth} from "./text-width.ts";

/** One category of one unit; categories come in their own order, such as grades 0–9. */
export type BreakdownRow = Drawn &
  Named & {
    readonly role: Role;
    readonly category: string;
  };

/** Own value by category, with an upright stroke for each comparison. A scale without a zero is drawn as dots. */
export const breakdown: Chart<BreakdownRow> = {
  id: "breakdown",
  title: {da: "Opdelt", en: "Broken down"},
  columns: ["role", "name", "category", "value", "low", "high", "blank"],
  size: {width: 320, height: 220},
  option: (rows, look) => {
    if (rows.length === 0) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    return optionOf(
      {
        grid: gridOf(picture.plot),
        xAxis: valueScale(picture.axis),
        yAxis: categoryScale(picture.categories, true),
        tooltip: {trigger: "item", renderMode: "richText", valueFormatter: (value) => tooltipValue(value, look)},
        series: [picture.axis.min === 0 ? barSeries(picture) : dotSeries(picture)]
      },
      marksOf(picture, look)
    );
  },
  points: (rows, look) => {
    if (rows.length === 0) return [];
    const picture = pictureOf(rows, look);
    const byName = Map.groupBy(rows, ({role, name}) => `${role} ${name}`);
    return [...byName].flatMap(([group, some]) => some.map((row) => pointOf(row, group, picture, look)));
  }
};

function pointOf(row: BreakdownRow, group: string, {categories, plot, x, y}: Picture, look: Look): ChartPoint {
  return {
    x: row.value === null ? plot.left + 8 : x(row.value),
    y: y(categories.indexOf(row.category)),
    label: `${row.category}, ${row.name}`,
    ...spokenOf(row, look),
    group,
    key: row.category
  };
}

interface Picture {
  readonly categories: readonly string[];
  readonly own: readonly (BreakdownRow | undefined)[];
  readonly others: readonly BreakdownRow[];
  readonly axis: Axis;
  readonly plot: Plot;
  readonly legend: Legend;
  readonly thickness: number;
  readonly isEmpty: boolean;
  x(value: number): number;
  y(index: number): number;
}

function pictureOf(rows: readonly BreakdownRow[], look: Look): Picture {
  const {indicator, language, width, height} = look;
  const categories = [...new Set(rows.map((row) => row.category))];
  const first = rows.find((row) => row.role === "own") ?? (rows[0] as BreakdownRow);
  const isOwn = (row: BreakdownRow) => row.role === first.role && row.name === first.name;
  const own = categories.map((category) => rows.find((row) => isOwn(row) && row.category === category));
  const others = rows.filter((row) => !isOwn(row) && row.value !== null);
  const zero = (indicator.bounds?.[0] ?? 0) === 0;
  const axis = niceAxis(
    rows.map((row) => row.value).filter((value) => value !== null),
    {
      bounds: indicator.bounds,
      zero,
      span: leastSpan(indicator),
      intervals: 3
    }
  );
  const legend = legendOf(entriesOf(first, others), width);
  const left = Math.ceil(
    Math.min(width * 0.45, Math.max(...categories.map((text) => textWidth(text, fontSizes.label))) + 10)
  );
  const right = Math.ceil(textWidth(formatNumber(axis.max, indicator.decimals, language), fontSizes.label, true)) + 10;
  const plot = {left, top: legend.height + 6, width: width - left - right, height: height - legend.height - 6 - 20};
  const slot = plot.height / categories.length;
  const y = (index: number) => plot.top + slot * (index + 0.5);
  return {
    categories,
    own,
    others,
    axis,
    plot,
    legend,
    thickness: Math.min(14, slot * 0.45),
    isEmpty: rows.every((row) => row.value === null),
    x: rightwards(axis, plot),
    y
  };
}

function entriesOf(first: BreakdownRow, others: readonly BreakdownRow[]) {
  const names = new Map([first, ...others].map(({name, role}) => [name, role] as const));
  return [...names].map(([name, role]) => ({text: name, color: roleColor(role)}));
}

function barSeries({own, thickness}: Picture) {
  const data = own.map((row) => ({value: row?.value ?? null})) as {value: number}[];
  const label = {show: false, color: palette.text};
  return {type: "bar" as const, z: 2, barWidth: thickness, itemStyle: {color: palette.own}, label, data};
}

function dotSeries({own}: Picture) {
  const data = own.flatMap((row, index) => (row && row.value !== null ? [{value: [row.value, index]}] : []));
  const itemStyle = {color: palette.own, opacity: 1};
  return {
    type: "scatter" as const,
    z: 4,
    symbol: "circle",
    symbolSize: 9,
    label: {show: false, color: palette.text},
    itemStyle,
    data
  };
}

function marksOf(picture: Picture, look: Look): readonly Mark[] {
  return [
    ...legendMarks(picture.legend, 0, 8),
    ...(picture.isEmpty ? [] : uprightMarks(picture.axis, picture.plot, look.language)),
    ...picture.categories.flatMap((category, index) => categoryMarks(category, index, picture, look)),
    ...picture.others.map((row) => strokeMark(row, picture))
  ];
}

function categoryMarks(
  category: string,
  index: number,
  {own, plot, y, thickness}: Picture,
  look: Look
): readonly Mark[] {
  const row = own[index];
  const label = textMark(fitText(category, fontSizes.label, plot.left - 8), plot.left - 8, y(index), {align: "right"});
  if (!row) return [label];
  if (row.blank !== null)
    return [
      label,
      ...hatchMarks(plot.left + 1, y(index) - thickness / 2, 14, thickness),
      tickText(formatBlank(row.blank, look.language), plot.left + 20, y(index), "left")
    ];
  const value = formatNumber(row.value, look.indicator.decimals, look.language);
  return [label, textMark(value, look.width - 1, y(index), {align: "right", bold: true, fill: palette.own})];
}

function strokeMark(row: BreakdownRow, {categories, x, y, thickness}: Picture): Mark {
  const [at, middle] = [x(row.value as number), y(categories.indexOf(row.category))];
  const reach = thickness / 2 + 4;
  return lineMark(
    [
      [at, middle - reach],
      [at, middle + reach]
    ],
    {stroke: roleColor(row.role), lineWidth: 2},
    4
  );
}

function tooltipValue(value: unknown, {indicator, language}: Look): string {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "number" ? formatValue(first, indicator, language) : "–";
}
