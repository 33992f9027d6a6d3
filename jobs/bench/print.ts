import type {Chart, Look} from "../../dashboards/charts/chart.ts";
import {type ComparisonRow, comparison} from "../../dashboards/charts/comparison.ts";
import {type TrendRow, trend} from "../../dashboards/charts/trend.ts";
import {parsePeriod, stepPeriod} from "../../queries/period.ts";
import {closeCharts, drawChart, drawWithEcharts} from "../../templates/chart.ts";
import {finishResult} from "./finish.ts";
import type {BenchRun} from "./index.ts";
import type {BenchResult} from "./result.ts";

/**
 * Charts drawn per second, and how many bytes they ask Chromium to print, against ECharts' SVG as it comes; and what is
 * done to the PDF afterwards.
 */
export async function run(bench: BenchRun): Promise<readonly BenchResult[]> {
  const times = bench.quick ? 20 : 400;
  const own = [() => drawChart(trend, trendRows, wide), () => drawChart(comparison, comparisonRows, narrow)];
  const bare = [() => drawBare(trend, trendRows, wide), () => drawBare(comparison, comparisonRows, narrow)];
  const [rate, floor] = [perSecond(own, times), perSecond(bare, times)];
  const [size, bareSize] = [kilobytes(own), kilobytes(bare)];
  closeCharts();
  const drawn = {name: "figurer tegnet", unit: "pr. s", value: rate, floor, ratio: rate / floor};
  const written = {name: "SVG af to figurer", unit: "kB", value: size, floor: bareSize, ratio: size / bareSize};
  return [
    {...drawn, target: "≥ 5,0 ×", met: drawn.ratio >= 5},
    {...written, target: "≤ 0,4 ×", met: written.ratio <= 0.4},
    await finishResult(bench)
  ];
}

function drawBare<Row>(chart: Chart<Row>, rows: readonly Row[], look: Look): string {
  return drawWithEcharts(chart.option(rows, look), look.width, look.height);
}

function kilobytes(draws: readonly (() => string)[]): number {
  return draws.reduce((sum, draw) => sum + draw().length, 0) / 1_000;
}

function perSecond(draws: readonly (() => string)[], times: number): number {
  for (const draw of draws) for (let at = 0; at < 20; at++) draw();
  const started = performance.now();
  for (let at = 0; at < times; at++) for (const draw of draws) draw();
  return (times * draws.length) / ((performance.now() - started) / 1_000);
}

const indicator = {
  measureLabel: "pct.",
  measureLabelEnglish: "%",
  decimals: 1,
  bounds: [0, 100],
  target: null,
  targetText: ""
} as const;

const wide: Look = {language: "da", width: 400, height: 190, indicator};
const narrow: Look = {...wide, width: 240};

const trendRows: readonly TrendRow[] = (["nation", "municipality", "own"] as const).flatMap((role, line) =>
  Array.from({length: 11}, (_, index): TrendRow => {
    const value = 6 + line / 2 + Math.sin(index + line);
    const period = stepPeriod(parsePeriod("2020-H2"), index);
    return {role, name: role, period, value, low: value - 0.5, high: value + 0.5, blank: null, breakText: null};
  })
);

const comparisonRows: readonly ComparisonRow[] = (
  ["own", "municipality", "neighbours", "similar", "nation"] as const
).map((role, index) => ({
  role,
  name: role,
  value: 6 + index / 5,
  low: 5.5,
  high: 7.5,
  blank: null,
  members: 1,
  expected: 1
}));
