import {comparePeriods, type PeriodId, periodShortLabel} from "../../queries/period.ts";
import {formatBlank, formatNumber, formatValue} from "../format.ts";
import {fontSizes, palette} from "../theme.ts";
import {type Axis, niceAxis} from "./axis.ts";
import {type Chart, type Drawn, type Look, type Role, roleColor} from "./chart.ts";
import {hatchMarks} from "./hatch.ts";
import {areaMark, lineMark, type Mark, type Point, textMark} from "./marks.ts";
import {
  categoryScale,
  gridOf,
  leastSpan,
  levelMarks,
  nothingToShow,
  optionOf,
  type Plot,
  tickText,
  tickWidth,
  upwards,
  valueScale
} from "./scales.ts";
import {spread} from "./spread.ts";
import {fitText, textWidth} from "./text-width.ts";

/** One point of one line; `breakText` stands on the first period after a break in the series. */
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
  readonly plot: Plot;
  x(index: number): number;
  y(value: number): number;
}

function pictureOf(rows: readonly TrendRow[], look: Look): Picture {
  const periods = [...new Set(rows.map((row) => row.period))].sort(comparePeriods);
  const lines = linesOf(rows, periods);
  const drawn = rows.flatMap((row) => (row.role === "own" ? [row.value, row.low, row.high] : [row.value]));
  const axis = niceAxis(
    drawn.filter((value) => value !== null),
    {bounds: look.indicator.bounds, span: leastSpan(look.indicator), intervals: look.height > 150 ? 4 : 3}
  );
  const widths = lines.map((line) => textWidth(endLabel(line, look), fontSizes.label, line.role === "own"));
  const right = Math.min(look.width * 0.42, Math.max(...widths) + 8);
  const left = Math.ceil(tickWidth(axis, look.language)) + 8;
  const plot = {left, top: 18, width: Math.floor(look.width - left - right), height: look.height - 18 - 22};
  const slot = plot.width / periods.length;
  return {periods, lines, axis, plot, x: (index) => plot.left + slot * (index + 0.5), y: upwards(axis, plot)};
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
    const gap = {role, name, value: null, low: null, high: null, blank: "not-reported", breakText: null} as const;
    return {role, name, points: periods.map((period) => points.get(period) ?? {...gap, period})};
  });
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

function marksOf(picture: Picture, look: Look): readonly Mark[] {
  const own = picture.lines.find((line) => line.role === "own");
  const isEmpty = picture.lines.every((line) => line.points.every((point) => point.value === null));
  return [
    ...(isEmpty ? [] : levelMarks(picture.axis, picture.plot, look.language)),
    ...periodMarks(picture, look),
    ...(own ? [...bandMarks(own, picture), ...blankMarks(own, picture, look)] : []),
    ...breakMarks(picture),
    ...endMarks(picture, look)
  ];
}

function periodMarks({periods, plot, x}: Picture, look: Look): readonly Mark[] {
  const labels = periods.map((period) => periodShortLabel(period, look.language));
  const widest = Math.max(...labels.map((label) => textWidth(label, fontSizes.axis))) + 10;
  const every = Math.max(1, Math.ceil((widest * labels.length) / plot.width));
  const bottom = plot.top + plot.height;
  return labels.flatMap((label, index) =>
    (labels.length - 1 - index) % every === 0 ? [tickText(label, x(index), bottom + 12, "center")] : []
  );
}

function bandMarks({points}: Line, {x, y}: Picture): readonly Mark[] {
  const marks: Mark[] = [];
  let upper: Point[] = [];
  let lower: Point[] = [];
  const close = () => {
    const [high, low] = [upper[0], lower[0]];
    if (upper.length > 1) marks.push(areaMark([...upper, ...lower.toReversed()], palette.band));
    else if (high && low) marks.push(lineMark([high, low], {stroke: palette.band, lineWidth: 6}));
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
  return marks;
}

function blankMarks({points}: Line, {x, plot}: Picture, look: Look): readonly Mark[] {
  const bottom = plot.top + plot.height;
  return points.flatMap((point, index) => {
    if (point.blank === null) return [];
    const stub = hatchMarks(x(index) - 7, bottom - 10, 14, 10);
    if (points[index - 1]?.blank === point.blank) return stub;
    let last = index;
    while (points[last + 1]?.blank === point.blank) last++;
    const word = formatBlank(point.blank, look.language);
    const half = textWidth(word, fontSizes.axis) / 2;
    const middle = Math.max((x(index) + x(last)) / 2, plot.left + half + 2);
    return [...stub, tickText(word, Math.min(middle, plot.left + plot.width - half), bottom - 17, "center")];
  });
}

function breakMarks({lines, periods, x, plot}: Picture): readonly Mark[] {
  const points = lines.flatMap((line) => line.points);
  return periods.flatMap((period, index) => {
    const text = points.find((point) => point.period === period && point.breakText)?.breakText;
    if (!text) return [];
    const at = index === 0 ? plot.left : (x(index - 1) + x(index)) / 2;
    const flip = plot.left + plot.width - at < textWidth(text, fontSizes.axis) + 4;
    const stroke = {stroke: palette.hidden, lineWidth: 1, lineDash: [2, 2]};
    return [
      lineMark(
        [
          [at, 4],
          [at, plot.top + plot.height]
        ],
        stroke
      ),
      tickText(text, flip ? at - 4 : at + 4, 8, flip ? "right" : "left")
    ];
  });
}

function endMarks({lines, plot, y}: Picture, look: Look): readonly Mark[] {
  const ends = lines.flatMap((line) => {
    const last = line.points.findLast((point) => point.value !== null);
    return last ? [{line, wanted: y(last.value as number)}] : [];
  });
  const wanted = ends.map((end) => end.wanted);
  const places = spread(wanted, 13, plot.top, plot.top + plot.height);
  const left = plot.left + plot.width + 6;
  return ends.map(({line}, index) => {
    const bold = line.role === "own";
    const text = fitText(endLabel(line, look), fontSizes.label, look.width - left, bold);
    return textMark(text, left, places[index] as number, {fill: roleColor(line.role), bold});
  });
}

function endLabel({name, points}: Line, {indicator, language}: Look): string {
  const last = points.findLast((point) => point.value !== null);
  return last ? `${formatNumber(last.value as number, indicator.decimals, language)} ${name}` : name;
}

function tooltipValue(value: unknown, {indicator, language}: Look): string {
  return typeof value === "number" ? formatValue(value, indicator, language) : "–";
}
