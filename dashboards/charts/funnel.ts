import {formatNumber, formatValue} from "../format.ts";
import {palette} from "../theme.ts";
import {type Axis, niceAxis, ticksOf} from "./axis.ts";
import type {Chart, Look} from "./chart.ts";
import {type Legend, legendMarks, legendOf} from "./legend.ts";
import {lineMark, type Mark, type Point} from "./marks.ts";
import {
  gridOf,
  leastSpan,
  levelMarks,
  nothingToShow,
  optionOf,
  type Plot,
  rightwards,
  tickText,
  tickWidth,
  upwards,
  valueScale
} from "./scales.ts";

/** One institution; `size` is the number of persons behind the value, `low`–`high` its 95 % interval. */
export interface FunnelRow {
  readonly role: "own" | "other";
  readonly name: string;
  readonly size: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Institutions by size: chance alone keeps 95 % and 99.8 % of them between the curves around the common mean. */
export const funnel: Chart<FunnelRow> = {
  id: "funnel",
  title: {da: "Spredning mellem enheder", en: "Spread between units"},
  columns: ["role", "name", "size", "value", "low", "high"],
  size: {width: 400, height: 220},
  option: (all, look) => {
    const rows = all.filter((row) => row.size > 0);
    if (rows.length === 0) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    return optionOf(
      {
        grid: gridOf(picture.plot),
        xAxis: valueScale(picture.across),
        yAxis: valueScale(picture.up),
        tooltip: {trigger: "item", renderMode: "richText", valueFormatter: (value) => tooltipValue(value, look)},
        series: [false, true].map((own) => dotSeries(rows, own))
      },
      marksOf(picture, look)
    );
  }
};

interface Picture {
  readonly across: Axis;
  readonly up: Axis;
  readonly plot: Plot;
  readonly legend: Legend;
  readonly mean: number;
  /** Deviation of one person's value; a unit's error is this over the root of its size. Null where nothing tells it. */
  readonly deviation: number | null;
  x(size: number): number;
  y(value: number): number;
}

/** Normal quantiles of 95 % and 99.8 %. */
const quantiles = {inner: 1.96, outer: 3.09} as const;

function pictureOf(rows: readonly FunnelRow[], look: Look): Picture {
  const persons = rows.reduce((sum, row) => sum + row.size, 0);
  const mean = rows.reduce((sum, row) => sum + row.value * (row.size / persons), 0);
  const across = niceAxis(
    rows.map((row) => row.size),
    {zero: true, intervals: 4, span: 1}
  );
  const up = niceAxis([...rows.map((row) => row.value), mean], {
    bounds: look.indicator.bounds,
    span: leastSpan(look.indicator),
    intervals: 4
  });
  const left = Math.ceil(tickWidth(up, look.language)) + 8;
  const deviation = deviationOf(rows);
  const legend = legendFor(rows, deviation !== null, look);
  const plot = {
    left,
    top: legend.height + 10,
    width: look.width - left - 14,
    height: look.height - legend.height - 10 - 36
  };
  return {
    across,
    up,
    plot,
    legend,
    mean,
    deviation,
    x: rightwards(across, plot),
    y: upwards(up, plot)
  };
}

/** The median over the units, so that one odd interval does not set the curves. */
function deviationOf(rows: readonly FunnelRow[]): number | null {
  const each = rows
    .flatMap(({low, high, size}) =>
      low === null || high === null || high <= low ? [] : [((high - low) / 2 / quantiles.inner) * Math.sqrt(size)]
    )
    .sort((a, b) => a - b);
  return each[Math.floor(each.length / 2)] ?? null;
}

function dotSeries(rows: readonly FunnelRow[], own: boolean) {
  const color = own ? palette.own : palette.other;
  return {
    type: "scatter" as const,
    z: own ? 4 : 3,
    symbol: "circle",
    symbolSize: own ? 10 : 5.5,
    itemStyle: {color, opacity: 1},
    label: {show: false, color: palette.text},
    data: rows
      .filter((row) => (row.role === "own") === own)
      .map((row) => ({name: row.name, value: [row.size, row.value]}))
  };
}

function marksOf(picture: Picture, look: Look): readonly Mark[] {
  const {across, plot, x, y, mean} = picture;
  const bottom = plot.top + plot.height;
  const right = plot.left + plot.width;
  const axisTitle = look.language === "da" ? "Personer bag tallet" : "Persons behind the figure";
  return [
    ...legendMarks(picture.legend, 0, 8),
    ...levelMarks(picture.up, plot, look.language),
    ...ticksOf(across).map((tick) =>
      tickText(formatNumber(tick, across.decimals, look.language), x(tick), bottom + 11, "center")
    ),
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

function limitMarks(
  {across, up, plot, mean, deviation, x, y}: Picture,
  quantile: number,
  lineDash: number[]
): readonly Mark[] {
  if (deviation === null) return [];
  const steps = 36;
  const sizes = Array.from({length: steps}, (_, index) => across.max * ((index + 1) / steps) ** 2);
  return [-1, 1].flatMap((side) => {
    const points = sizes.flatMap((size): Point[] => {
      const value = mean + (side * quantile * deviation) / Math.sqrt(size);
      return value < up.min || value > up.max ? [] : [[x(size), y(value)]];
    });
    if (points.length < 2 || plot.width <= 0) return [];
    return [lineMark(points, {stroke: palette.axis, lineWidth: 1, lineDash}, 2)];
  });
}

function legendFor(rows: readonly FunnelRow[], hasLimits: boolean, {width, language}: Look): Legend {
  const words =
    language === "da"
      ? {
          others: "Andre enheder",
          units: "Enheder",
          limits: "Streg: fælles gennemsnit. Stiplet: 95 %. Prikket: 99,8 %",
          mean: "Streg: fælles gennemsnit"
        }
      : {
          others: "Other units",
          units: "Units",
          limits: "Line: common mean. Dashed: 95%. Dotted: 99.8%",
          mean: "Line: common mean"
        };
  const own = rows.filter((row) => row.role === "own").map((row) => ({text: row.name, color: palette.own}));
  const others = {text: own.length > 0 ? words.others : words.units, color: palette.other};
  return legendOf([...own, others, {text: hasLimits ? words.limits : words.mean, color: null}], width);
}

function tooltipValue(value: unknown, {indicator, language}: Look): string {
  const last = Array.isArray(value) ? value[1] : value;
  return typeof last === "number" ? formatValue(last, indicator, language) : "–";
}
