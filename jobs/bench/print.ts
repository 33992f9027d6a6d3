import {createRequire} from "node:module";
import type * as Echarts from "echarts";
import type {Chart, Look} from "../../dashboards/charts/chart.ts";
import {type ComparisonRow, comparison} from "../../dashboards/charts/comparison.ts";
import {type TrendRow, trend} from "../../dashboards/charts/trend.ts";
import {parsePeriod, stepPeriod} from "../../queries/period.ts";
import {findBrowser, launchBrowser} from "../../templates/browser.ts";
import {drawChart} from "../../templates/chart.ts";
import type {BenchResult} from "./result.ts";

/** A document whose charts are still to be drawn; the n-th one's place is marked in the HTML. */
export interface BareDocument {
  readonly html: string;
  readonly charts: readonly (() => string)[];
}

/** Stands in for the drawing of charts and notes what was asked for, so that the bare loop draws the same. */
export function recordCharts() {
  const charts: (() => string)[] = [];
  const draw = <Row>(chart: Chart<Row>, rows: readonly Row[], look: Look): string => {
    charts.push(() => drawBare(chart, rows, look));
    return `<chart-${charts.length - 1}></chart-${charts.length - 1}>`;
  };
  return {draw, documentOf: (html: string): BareDocument => ({html, charts})};
}

/**
 * The floor for packages: draws every chart with ECharts' SVG as it comes and prints the same pages, one reused page per
 * worker, and nothing else. Gives documents per second.
 */
export async function printBare(
  documents: readonly BareDocument[],
  {browserPath, workers}: {readonly browserPath: string | null; readonly workers: number}
): Promise<number> {
  const browser = await launchBrowser(await findBrowser(browserPath));
  try {
    const pages = await Promise.all(Array.from({length: workers}, () => browser.newPage()));
    const print = async (page: (typeof pages)[number], document: BareDocument) => {
      await page.setContent(drawn(document));
      await page.pdf({preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0});
    };
    const first = documents[0];
    if (first) await Promise.all(pages.map((page) => print(page, first)));
    const started = performance.now();
    let next = 0;
    const work = async (page: (typeof pages)[number]) => {
      for (let document = documents[next++]; document; document = documents[next++]) await print(page, document);
    };
    await Promise.all(pages.map(work));
    return documents.length / ((performance.now() - started) / 1_000);
  } finally {
    await browser.close();
  }
}

export async function run({quick = false}: {readonly quick?: boolean} = {}): Promise<readonly BenchResult[]> {
  const times = quick ? 20 : 400;
  const draws = [
    [() => drawChart(trend, trendRows, lookOf(400, 190)), () => drawBare(trend, trendRows, lookOf(400, 190))],
    [
      () => drawChart(comparison, comparisonRows, lookOf(240, 190)),
      () => drawBare(comparison, comparisonRows, lookOf(240, 190))
    ]
  ] as const;
  const [lean, bare] = [0, 1].map((kind) =>
    perSecond(
      draws.map((pair) => pair[kind] as () => string),
      times
    )
  ) as [number, number];
  const [leanSize, bareSize] = [0, 1].map((kind) =>
    draws.reduce((sum, pair) => sum + (pair[kind]?.().length ?? 0), 0)
  ) as [number, number];
  return [
    {
      name: "figurer tegnet",
      value: lean,
      unit: "pr. s",
      floor: bare,
      ratio: lean / bare,
      target: "≥ 5,0 ×",
      met: lean >= 5 * bare
    },
    {
      name: "to figurers SVG",
      value: leanSize / 1_000,
      unit: "kB",
      floor: bareSize / 1_000,
      ratio: leanSize / bareSize,
      target: "≤ 0,4 ×",
      met: leanSize <= 0.4 * bareSize
    }
  ];
}

function drawn({html, charts}: BareDocument): string {
  return html.replace(/<chart-(\d+)><\/chart-\d+>/g, (_, index: string) => charts[Number(index)]?.() ?? "");
}

const require = createRequire(import.meta.url);

function drawBare<Row>(chart: Chart<Row>, rows: readonly Row[], look: Look): string {
  const echarts: typeof Echarts = require("echarts");
  const instance = echarts.init(null, null, {renderer: "svg", ssr: true, width: look.width, height: look.height});
  instance.setOption(chart.option(rows, look));
  const svg = instance.renderToSVGString();
  instance.dispose();
  return svg;
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

function lookOf(width: number, height: number): Look {
  return {language: "da", width, height, indicator};
}

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
