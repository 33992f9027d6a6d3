import type {EChartsOption} from "echarts";
import {type PeriodId, periodShortLabel} from "../../queries/period.ts";
import {formatBlank, formatNumber, formatValue} from "../format.ts";
import {fontFamily, fontSizes, palette} from "../theme.ts";
import {type Axis, niceAxis} from "./axis.ts";
import {type Chart, type Drawn, type Look, type Role, roleColor, still} from "./chart.ts";
import {areaMark, hatchMark, lineMark, type Mark, type Point, textMark} from "./marks.ts";
import {spread} from "./spread.ts";
import {fitText, textWidth} from "./text-width.ts";

/** One point of one line. All lines have a row for every period; `breakText` stands on the first period after a break. */
export type TrendRow = Drawn & {
  readonly period: PeriodId;
  readonly role: Role;
  readonly name: string;
  readonly breakText: string | null;
};

/** Development over time: own line with its 95 % band, others thin; blanks are gaps that say so. */
export const trend: Chart<TrendRow> = {
  id: "trend",
  title: {da: "Udvikling over tid", en: "Development over time"},
  columns: ["period", "role", "name", "value", "low", "high", "blank", "breakText"],
  size: {width: 420, height: 190},
  option: (rows, look) => {
    const picture = pictureOf(rows, look);
    return {
      ...still,
      grid: {...picture.grid, containLabel: false},
      xAxis: periodAxis(picture.periods, picture.plot.width, look),
      yAxis: valueAxis(picture.axis, look),
      tooltip: {trigger: "axis", renderMode: "richText", valueFormatter: valueFormatter(look)},
      series: picture.lines.map((line) => lineSeries(line)),
      graphic: {elements: marksOf(picture, look) as never}
    } satisfies EChartsOption;
  }
};

interface Line {
  readonly role: Role;
  readonly name: string;
  readonly points: readonly TrendRow[];
}

interface Picture {
  readonly periods: readonly PeriodId[];
  readonly lines: readonly Line[];
  readonly axis: Axis;
  readonly grid: {readonly left: number; readonly right: number; readonly top: number; readonly bottom: number};
  readonly plot: {readonly left: number; readonly top: number; readonly width: number; readonly height: number};
  x(index: number): number;
  y(value: number): number;
}

function pictureOf(rows: readonly TrendRow[], look: Look): Picture {
  const periods = [...new Set(rows.map((row) => row.period))].sort();
  const lines = linesOf(rows, periods);
  const axis = niceAxis(
    rows
      .flatMap((row) => [row.value, row.role === "own" ? row.low : null, row.role === "own" ? row.high : null])
      .filter((value) => value !== null),
    {bounds: look.indicator.bounds, span: 4 * 10 ** -look.indicator.decimals, intervals: look.height > 150 ? 4 : 3}
  );
  const ends = [axis.min, axis.max].map((value) =>
    textWidth(formatNumber(value, axis.decimals, look.language), fontSizes.axis)
  );
  const right = Math.min(
    look.width * 0.36,
    12 + Math.max(0, ...lines.map((line) => textWidth(endLabel(line, look), fontSizes.label, line.role === "own")))
  );
  const grid = {left: Math.ceil(Math.max(...ends)) + 8, right: Math.ceil(right), top: 16, bottom: 22};
  const plot = {
    left: grid.left,
    top: grid.top,
    width: look.width - grid.left - grid.right,
    height: look.height - grid.top - grid.bottom
  };
  const slot = plot.width / Math.max(periods.length, 1);
  return {
    periods,
    lines,
    axis,
    grid,
    plot,
    x: (index) => plot.left + slot * (index + 0.5),
    y: (value) => plot.top + plot.height * (1 - (value - axis.min) / (axis.max - axis.min))
  };
}

function linesOf(rows: readonly TrendRow[], periods: readonly PeriodId[]): readonly Line[] {
  const byName = new Map<string, Map<PeriodId, TrendRow>>();
  for (const row of rows) {
    const key = `${row.role} ${row.name}`;
    const points = byName.get(key) ?? new Map<PeriodId, TrendRow>();
    byName.set(key, points.set(row.period, row));
  }
  return [...byName.values()].map((points) => {
    const {role, name} = points.values().next().value as TrendRow;
    const missing = {role, name, value: null, low: null, high: null, blank: "not-reported", breakText: null} as const;
    return {role, name, points: periods.map((period) => points.get(period) ?? {...missing, period})};
  });
}

function periodAxis(periods: readonly PeriodId[], width: number, look: Look): NonNullable<EChartsOption["xAxis"]> {
  const labels = periods.map((period) => periodShortLabel(period, look.language));
  const widest = Math.max(1, ...labels.map((label) => textWidth(label, fontSizes.axis))) + 8;
  const every = Math.max(1, Math.ceil((widest * labels.length) / Math.max(width, 1)));
  return {
    type: "category",
    data: labels,
    axisTick: {show: false},
    axisLine: {lineStyle: {color: palette.axis, width: 1}},
    axisLabel: {
      color: palette.muted,
      fontSize: fontSizes.axis,
      fontFamily,
      margin: 7,
      interval: (index: number) => (labels.length - 1 - index) % every === 0
    }
  };
}

function valueAxis(axis: Axis, look: Look): NonNullable<EChartsOption["yAxis"]> {
  return {
    type: "value",
    min: axis.min,
    max: axis.max,
    interval: axis.interval,
    axisLine: {show: false},
    axisTick: {show: false},
    splitLine: {lineStyle: {color: palette.grid, width: 1}},
    axisLabel: {
      color: palette.muted,
      fontSize: fontSizes.axis,
      fontFamily,
      margin: 6,
      formatter: (value: number) => formatNumber(value, axis.decimals, look.language)
    }
  };
}

function lineSeries({role, name, points}: Line) {
  const own = role === "own";
  const color = roleColor(role);
  return {
    type: "line" as const,
    name,
    data: points.map((point, index) => ({
      value: point.value,
      symbolSize: own || alone(points, index) ? (own ? 5 : 4) : 0
    })),
    connectNulls: false,
    symbol: "circle",
    showAllSymbol: true,
    z: own ? 4 : 3,
    itemStyle: {color},
    lineStyle: {color, width: own ? 2.4 : 1.3, type: role === "nation" ? ([4, 3] as number[]) : ("solid" as const)},
    label: {show: false, color: palette.text}
  };
}

function alone(points: readonly TrendRow[], index: number): boolean {
  return (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null;
}

function marksOf(picture: Picture, look: Look): readonly Mark[] {
  const own = picture.lines.find((line) => line.role === "own");
  return [
    ...(own ? [...bands(own, picture), ...blanks(own, picture, look)] : []),
    ...breaks(picture),
    ...endLabels(picture, look)
  ];
}

function bands({points}: Line, {x, y}: Picture): readonly Mark[] {
  const areas: Mark[] = [];
  let upper: Point[] = [];
  let lower: Point[] = [];
  const close = () => {
    if (upper.length > 1) areas.push(areaMark([...upper, ...lower.toReversed()], palette.band));
    else if (upper.length === 1)
      areas.push(lineMark([upper[0] as Point, lower[0] as Point], {stroke: palette.band, lineWidth: 5}));
    upper = [];
    lower = [];
  };
  for (const [index, point] of points.entries()) {
    if (point.value === null || point.low === null || point.high === null) {
      close();
      continue;
    }
    upper.push([x(index), y(point.high)]);
    lower.push([x(index), y(point.low)]);
  }
  close();
  return areas;
}

function blanks({points}: Line, {x, plot}: Picture, look: Look): readonly Mark[] {
  const bottom = plot.top + plot.height;
  const marks: Mark[] = [];
  for (const [index, point] of points.entries()) {
    if (point.blank === null) continue;
    marks.push(hatchMark(x(index) - 6, bottom - 11, 12, 10));
    if (points[index - 1]?.blank === point.blank) continue;
    let last = index;
    while (points[last + 1]?.blank === point.blank) last++;
    const middle = (x(index) + x(last)) / 2;
    const word = formatBlank(point.blank, look.language);
    const half = textWidth(word, fontSizes.axis) / 2;
    const at = Math.min(Math.max(middle, plot.left + half), plot.left + plot.width - half);
    marks.push(textMark(word, at, bottom - 18, {align: "center", fill: palette.muted, size: fontSizes.axis}));
  }
  return marks;
}

function breaks({lines, periods, x, plot}: Picture): readonly Mark[] {
  return periods.flatMap((period, index) => {
    const text = lines
      .flatMap(({points}) => points)
      .find((point) => point.period === period && point.breakText)?.breakText;
    if (!text) return [];
    const at = index === 0 ? plot.left : (x(index - 1) + x(index)) / 2;
    const room = plot.left + plot.width - at;
    const flip = room < textWidth(text, fontSizes.axis) + 4;
    const stroke = {stroke: palette.hidden, lineWidth: 1, lineDash: [2, 2]};
    return [
      lineMark(
        [
          [at, plot.top - 10],
          [at, plot.top + plot.height]
        ],
        stroke
      ),
      textMark(text, flip ? at - 4 : at + 4, plot.top - 7, {
        align: flip ? "right" : "left",
        fill: palette.muted,
        size: fontSizes.axis
      })
    ];
  });
}

function endLabels(picture: Picture, look: Look): readonly Mark[] {
  const {lines, plot, y} = picture;
  const ends = lines.flatMap((line) => {
    const last = line.points.findLast((point) => point.value !== null);
    return last ? [{line, wanted: y(last.value as number)}] : [];
  });
  const places = spread(
    ends.map((end) => end.wanted),
    13,
    plot.top,
    plot.top + plot.height
  );
  const left = plot.left + plot.width + 6;
  return ends.map(({line}, index) => {
    const own = line.role === "own";
    const text = fitText(endLabel(line, look), fontSizes.label, look.width - left, own);
    return textMark(text, left, places[index] as number, {fill: roleColor(line.role), bold: own});
  });
}

function endLabel(line: Line, look: Look): string {
  const last = line.points.findLast((point) => point.value !== null);
  return last
    ? `${line.name} ${formatNumber(last.value as number, look.indicator.decimals, look.language)}`
    : line.name;
}

function valueFormatter(look: Look) {
  return (value: unknown) => (typeof value === "number" ? formatValue(value, look.indicator, look.language) : "–");
}
