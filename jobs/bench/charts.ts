import {bars} from "../../dashboards/charts/bars.ts";
import type {Chart, Look} from "../../dashboards/charts/chart.ts";
import {funnel} from "../../dashboards/charts/funnel.ts";
import {drawLean} from "../../dashboards/charts/lean-draw.ts";
import {multiples} from "../../dashboards/charts/multiples.ts";
import {strip} from "../../dashboards/charts/strip.ts";
import {type TileRow, tiles} from "../../dashboards/charts/tiles.ts";
import type {TrendRow} from "../../dashboards/charts/trend.ts";
import {municipalities} from "../../queries/classifications/municipalities.ts";
import {parsePeriod, stepPeriod} from "../../queries/period.ts";
import type {BenchResult} from "./result.ts";

/** Milliseconds (the median, warm) from rows to drawing and points: what an interaction waits for before it paints. */
export async function run(): Promise<readonly BenchResult[]> {
  const places = placeRows();
  const series = trendRows(places);
  const units = funnelRows(5_000);
  return [
    measured("udvikling for 98 kommuner i 10 perioder", 50, multiples, series, multiples.heightOf(series, width)),
    measured("søjler for 98 kommuner", 50, bars, places, bars.heightOf(places, width)),
    measured("kort med 98 felter", 50, tiles, places, tiles.heightOf(places, width)),
    measured("stribe med 98 kommuner", 50, strip, places, strip.size.height),
    measured("tragt med 5.000 institutioner", 150, funnel, units, 420)
  ];
}

const width = 760;
const [warmUp, rounds] = [3, 40];

function measured<Row>(
  name: string,
  limit: number,
  chart: Chart<Row>,
  rows: readonly Row[],
  height: number
): BenchResult {
  const look: Look = {language: "da", width, height, indicator};
  const times = Array.from({length: warmUp + rounds}, () => {
    const start = performance.now();
    drawLean(chart.option(rows, look), width, height);
    chart.points(rows, look);
    return performance.now() - start;
  })
    .slice(warmUp)
    .sort((a, b) => a - b);
  const value = times[Math.floor(rounds / 2)] as number;
  return {name, value, unit: "ms", floor: null, ratio: null, target: `≤ ${limit} ms`, met: value <= limit};
}

const indicator = {
  measureLabel: "pct.",
  measureLabelEnglish: "%",
  decimals: 1,
  bounds: [0, 100],
  target: null,
  targetText: "",
  interval: "wilson"
} as const;

function placeRows(): readonly TileRow[] {
  return municipalities.codes.map(({code, label}, index) => ({
    ...shown(valueAt(index)),
    role: index === 40 ? "own" : index % 16 === 3 ? "group" : "other",
    id: code,
    name: label
  }));
}

function trendRows(places: readonly TileRow[]): readonly TrendRow[] {
  const first = parsePeriod("2016");
  return places.flatMap(({id, name}, place) =>
    Array.from({length: 10}, (_, index) => ({
      ...shown(valueAt(place + index * 0.1)),
      period: stepPeriod(first, index),
      role: "own" as const,
      id,
      name,
      breakText: null
    }))
  );
}

function funnelRows(count: number) {
  return Array.from({length: count}, (_, index) => ({
    ...shown(valueAt(index)),
    role: index === 40 ? ("own" as const) : ("other" as const),
    id: String(index),
    name: `Institution ${index}`,
    size: 20 + ((index * 97) % 900)
  }));
}

function valueAt(place: number): number {
  return 8 + Math.sin(place * 12.9) * Math.cos(place * 4.1) * 3;
}

function shown(value: number) {
  return {value, low: value - 0.4, high: value + 0.4, blank: null};
}
