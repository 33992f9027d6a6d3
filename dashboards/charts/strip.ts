import type {Language} from "../../queries/model.ts";
import {formatBlank, formatNumber, formatValue} from "../format.ts";
import {fontSizes, palette, roleColors} from "../theme.ts";
import {type Axis, niceAxis} from "./axis.ts";
import type {Chart, ChartPoint, Drawn, Look, Named} from "./chart.ts";
import {type Legend, legendMarks, legendOf, legendPlace} from "./legend.ts";
import {lineMark, type Mark, type Point, textMark} from "./marks.ts";
import {spokenOf} from "./points.ts";
import {gridOf, leastSpan, nothingToShow, optionOf, type Plot, rightwards, uprightMarks, valueScale} from "./scales.ts";
import {textWidth} from "./text-width.ts";

/** One municipality, or the nation, which becomes an upright line. */
export type StripRow = Drawn &
  Named & {
    readonly role: "own" | "neighbours" | "other" | "nation";
  };

/** All municipalities along one scale; equal ones stand on top of each other, so that no rank is drawn. */
export const strip: Chart<StripRow> = {
  id: "strip",
  title: {da: "Alle kommuner", en: "All municipalities"},
  columns: ["role", "name", "value", "blank"],
  size: {width: 640, height: 130},
  option: (rows, look) => {
    if (rows.length === 0) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    return optionOf(
      {
        grid: gridOf(picture.plot),
        xAxis: valueScale(picture.axis),
        yAxis: valueScale(picture.lanes),
        tooltip: {trigger: "item", renderMode: "richText", valueFormatter: (value) => tooltipValue(value, look)},
        series: (["other", "neighbours", "own"] as const).map((role) => dotSeries(role, picture.dots))
      },
      marksOf(rows, picture, look)
    );
  },
  points: (rows, look) => (rows.length === 0 ? [] : pointsOf(rows, pictureOf(rows, look), look))
};

interface Dot {
  readonly row: StripRow & {readonly value: number};
  readonly lane: number;
}
interface Picture {
  readonly axis: Axis;
  readonly lanes: Axis;
  readonly plot: Plot;
  readonly legend: Legend;
  readonly dots: readonly Dot[];
  x(value: number): number;
}

const colors = {own: palette.own, neighbours: roleColors.municipality, other: palette.context} as const;
const dotSize = 7;

function pictureOf(rows: readonly StripRow[], look: Look): Picture {
  const shown = rows.flatMap((row) => (row.value === null ? [] : [row]));
  const axis = niceAxis(
    shown.map((row) => row.value),
    {bounds: look.indicator.bounds, span: leastSpan(look.indicator), intervals: look.width > 400 ? 5 : 3}
  );
  const legend = legendOf(entriesOf(rows, look), look.width);
  const plot = {
    left: 10,
    top: legend.height + 18,
    width: look.width - 20,
    height: look.height - legend.height - 18 - 20
  };
  const x = rightwards(axis, plot);
  const dots = stack(
    shown.filter((row) => row.role !== "nation"),
    x
  );
  const highest = Math.max(1, ...dots.map((dot) => dot.lane + 1));
  const lanes = {min: 0, max: Math.max(highest, Math.floor(plot.height / (dotSize + 1))), interval: 1, decimals: 0};
  return {axis, lanes, plot, legend, dots, x};
}

/** Own and neighbours lowest in their pile, where they are seen; otherwise in the order of the value. */
function stack(rows: readonly (StripRow & {readonly value: number})[], x: (value: number) => number): readonly Dot[] {
  const rank = {own: 0, neighbours: 1, other: 2, nation: 3} as const;
  const heights = new Map<number, number>();
  return rows
    .toSorted((a, b) => rank[a.role] - rank[b.role] || a.value - b.value || (a.name < b.name ? -1 : 1))
    .map((row) => {
      const pile = Math.round(x(row.value) / dotSize);
      const lane = heights.get(pile) ?? 0;
      heights.set(pile, lane + 1);
      return {row, lane};
    });
}

/** Role by role from left to right; last in each what has no place on the scale, where the legend tells of it. */
function pointsOf(
  rows: readonly StripRow[],
  {dots, legend, plot, lanes, x}: Picture,
  look: Look
): readonly ChartPoint[] {
  const lane = new Map<StripRow, number>(dots.map((dot) => [dot.row, dot.lane]));
  const place = (row: StripRow): Point => {
    if (row.value === null) return legendPlace(legend, row.role === "own" ? 0 : legend.entries.length - 1);
    if (row.role === "nation") return [x(row.value), plot.top];
    return [x(row.value), plot.top + plot.height * (1 - ((lane.get(row) ?? 0) + 0.5) / lanes.max)];
  };
  return (["own", "neighbours", "other", "nation"] as const).flatMap((role) =>
    rows
      .filter((row) => row.role === role)
      .map((row) => ({row, at: place(row)}))
      .toSorted((a, b) => Number(a.row.value === null) - Number(b.row.value === null) || a.at[0] - b.at[0])
      .map(({row, at: [across, down]}) => ({
        x: across,
        y: down,
        label: row.name,
        ...spokenOf(row, look),
        group: role,
        key: row.id ?? row.name
      }))
  );
}

function dotSeries(role: "own" | "neighbours" | "other", dots: readonly Dot[]) {
  return {
    type: "scatter" as const,
    z: role === "own" ? 5 : role === "neighbours" ? 4 : 3,
    symbol: "circle",
    symbolSize: role === "own" ? dotSize + 3 : dotSize,
    itemStyle: {color: colors[role], opacity: 1},
    label: {show: false, color: palette.text},
    data: dots
      .filter(({row}) => row.role === role)
      .map(({row, lane}) => ({name: row.name, value: [row.value, lane + 0.5]}))
  };
}

function entriesOf(rows: readonly StripRow[], {language}: Look) {
  const own = rows.find((row) => row.role === "own");
  const blank = rows.filter((row) => row.value === null && (row.role === "other" || row.role === "neighbours")).length;
  const words =
    language === "da"
      ? ["Nabokommuner", "Andre kommuner", "uden tal"]
      : ["Neighbours", "Other municipalities", "without a figure"];
  return [
    ...(own ? [{text: nameOf(own, language), color: colors.own}] : []),
    ...(rows.some((row) => row.role === "neighbours") ? [{text: words[0] as string, color: colors.neighbours}] : []),
    {text: words[1] as string, color: colors.other},
    ...(blank > 0 ? [{text: `${formatNumber(blank, 0, language)} ${words[2]}`, color: null}] : [])
  ];
}

function nameOf(row: StripRow, language: Language): string {
  return row.value === null ? `${row.name}: ${formatBlank(row.blank, language)}` : row.name;
}

function marksOf(rows: readonly StripRow[], {axis, plot, legend, x}: Picture, look: Look): readonly Mark[] {
  const nation = rows.find((row) => row.role === "nation");
  return [
    ...legendMarks(legend, 0, 8),
    ...(rows.some((row) => row.value !== null) ? uprightMarks(axis, plot, look.language) : []),
    ...(nation && nation.value !== null ? nationMarks(nation.name, nation.value, plot, x, look) : [])
  ];
}

function nationMarks(
  name: string,
  value: number,
  plot: Plot,
  x: (value: number) => number,
  look: Look
): readonly Mark[] {
  const text = `${name} ${formatNumber(value, look.indicator.decimals, look.language)}`;
  const half = textWidth(text, fontSizes.axis) / 2;
  const middle = Math.min(Math.max(x(value), plot.left + half), plot.left + plot.width - half);
  const stroke = {stroke: palette.muted, lineWidth: 1, lineDash: [3, 2]};
  return [
    lineMark(
      [
        [x(value), plot.top - 4],
        [x(value), plot.top + plot.height]
      ],
      stroke,
      2
    ),
    textMark(text, middle, plot.top - 10, {align: "center", fill: palette.muted, size: fontSizes.axis})
  ];
}

function tooltipValue(value: unknown, {indicator, language}: Look): string {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "number" ? formatValue(first, indicator, language) : "–";
}
