import {formatBlank, formatMembers, formatNumber, formatValue} from "../format.ts";
import {fontSizes, palette} from "../theme.ts";
import {type Axis, niceAxis} from "./axis.ts";
import {type Chart, type ChartPoint, type Drawn, type Look, type Named, type Role, roleColor} from "./chart.ts";
import {hatchMarks} from "./hatch.ts";
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

/** One unit or group; drawn in the order of the rows. `members` of `expected` stand behind the value. */
export type ComparisonRow = Drawn &
  Named & {
    readonly role: Role;
    readonly members: number;
    readonly expected: number;
  };

/** Own value among its comparisons: a dot with its 95 % interval for each, never sorted by value. */
export const comparison: Chart<ComparisonRow> = {
  id: "comparison",
  title: {da: "Sammenligning", en: "Comparison"},
  columns: ["role", "name", "value", "low", "high", "blank", "members", "expected"],
  size: {width: 240, height: 190},
  option: (rows, look) => {
    if (rows.length === 0) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    return optionOf(
      {
        grid: gridOf(picture.plot),
        xAxis: valueScale(picture.axis),
        yAxis: categoryScale(rows.map(nameOf(look)), true),
        tooltip: {trigger: "item", renderMode: "richText", valueFormatter: (value) => tooltipValue(value, look)},
        series: [false, true].map((own) => dotSeries(rows, own))
      },
      marksOf(rows, picture, look)
    );
  },
  points: (rows, look) => {
    if (rows.length === 0) return [];
    const picture = pictureOf(rows, look);
    return rows.map((row, index) => pointOf(row, picture.y(index), picture, look));
  }
};

function pointOf(row: ComparisonRow, y: number, {plot, x}: Picture, look: Look): ChartPoint {
  return {
    x: row.value === null ? plot.left + 8 : x(row.value),
    y,
    label: nameOf(look)(row),
    ...spokenOf(row, look),
    group: "",
    key: row.id ?? row.name
  };
}

interface Picture {
  readonly axis: Axis;
  readonly plot: Plot;
  readonly target: number | null;
  x(value: number): number;
  y(index: number): number;
}

function pictureOf(rows: readonly ComparisonRow[], look: Look): Picture {
  const {indicator, width, height} = look;
  const drawn = rows.flatMap((row) => [row.value, row.low, row.high]).filter((value) => value !== null);
  const axis = niceAxis(indicator.target === null || drawn.length === 0 ? drawn : [...drawn, indicator.target], {
    bounds: indicator.bounds,
    span: leastSpan(indicator),
    intervals: width > 340 ? 4 : 3
  });
  const nameWidth = Math.max(...rows.map((row) => textWidth(nameOf(look)(row), fontSizes.label, row.role === "own")));
  const valueWidth = Math.max(...rows.map((row) => textWidth(numberOf(row, look), fontSizes.label, true)));
  const left = Math.ceil(Math.min(width * 0.54, nameWidth + 12));
  const target = drawn.length > 0 ? indicator.target : null;
  const top = target === null ? 4 : 18;
  const right = Math.ceil(Math.min(width * 0.3, valueWidth + 12));
  const plot = {left, top, width: width - left - right, height: height - top - 20};
  const slot = plot.height / rows.length;
  return {axis, plot, target, x: rightwards(axis, plot), y: (index) => plot.top + slot * (index + 0.5)};
}

function numberOf({value}: ComparisonRow, {indicator, language}: Look): string {
  return value === null ? "" : formatNumber(value, indicator.decimals, language);
}

function dotSeries(rows: readonly ComparisonRow[], own: boolean) {
  return {
    type: "scatter" as const,
    z: own ? 4 : 3,
    symbol: "circle",
    symbolSize: own ? 10 : 7,
    label: {show: false, color: palette.text},
    data: rows.flatMap((row, index) =>
      row.value === null || (row.role === "own") !== own
        ? []
        : [{value: [row.value, index], name: row.name, itemStyle: {color: dotColor(row.role), opacity: 1}}]
    )
  };
}

function marksOf(rows: readonly ComparisonRow[], picture: Picture, look: Look): readonly Mark[] {
  return [
    ...(rows.some((row) => row.value !== null) ? uprightMarks(picture.axis, picture.plot, look.language) : []),
    ...targetMarks(picture, look),
    ...rows.flatMap((row, index) => rowMarks(row, picture.y(index), picture, look))
  ];
}

function targetMarks({target, plot, x}: Picture, {indicator, language}: Look): readonly Mark[] {
  if (target === null) return [];
  const at = x(target);
  const text = `${language === "da" ? "Mål" : "Target"} ${formatNumber(target, indicator.decimals, language)}`;
  const half = textWidth(text, fontSizes.axis) / 2;
  const middle = Math.min(Math.max(at, half), plot.left + plot.width + 30 - half);
  const stroke = {stroke: palette.target, lineWidth: 1.2, lineDash: [3, 2]};
  return [
    lineMark(
      [
        [at, plot.top - 4],
        [at, plot.top + plot.height]
      ],
      stroke
    ),
    textMark(text, middle, plot.top - 10, {align: "center", fill: palette.target, size: fontSizes.axis})
  ];
}

function rowMarks(row: ComparisonRow, y: number, {plot, x}: Picture, look: Look): readonly Mark[] {
  const bold = row.role === "own";
  const name = fitText(nameOf(look)(row), fontSizes.label, plot.left - 10, bold);
  const label = textMark(name, plot.left - 10, y, {align: "right", bold, fill: bold ? palette.own : palette.text});
  if (row.value === null)
    return [
      label,
      ...hatchMarks(plot.left + 1, y - 5, 14, 10),
      tickText(formatBlank(row.blank, look.language), plot.left + 20, y, "left")
    ];
  return [
    label,
    ...(row.low === null || row.high === null ? [] : [whisker(x(row.low), x(row.high), y, row.role)]),
    textMark(numberOf(row, look), look.width - 1, y, {align: "right", bold, fill: bold ? palette.own : palette.text})
  ];
}

/** Every row has its name beside it, so only what is close to home needs a colour. */
function dotColor(role: Role): string {
  return role === "own" || role === "municipality" ? roleColor(role) : palette.other;
}

function whisker(from: number, to: number, y: number, role: Role): Mark {
  return lineMark(
    [
      [from, y],
      [to, y]
    ],
    {stroke: dotColor(role), lineWidth: role === "own" ? 2.4 : 1.4},
    2
  );
}

/** The name, and behind it how many members stand behind the value where some are missing. */
function nameOf({language}: Look): (row: ComparisonRow) => string {
  return ({name, members, expected}) =>
    members < expected ? `${name} (${formatMembers(members, expected, language)})` : name;
}

function tooltipValue(value: unknown, {indicator, language}: Look): string {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "number" ? formatValue(first, indicator, language) : "–";
}
