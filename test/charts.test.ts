import {createRequire} from "node:module";
import {afterAll, describe, expect, it} from "vitest";
import type {Chart, Drawn, TallChart} from "../dashboards/charts/chart.ts";
import {type ChartId, charts} from "../dashboards/charts/index.ts";
import {isLean} from "../dashboards/charts/lean-draw.ts";
import {danishLocale} from "../dashboards/charts/locale.ts";
import {closeCharts, drawChart, drawWithEcharts, rememberCharts, withAlt} from "../templates/chart.ts";
import {leanSvg} from "../templates/lean-svg.ts";
import {blank, comparisonRows, distributionRows, drawn, lookOf, samples, share, trendRows} from "./chart-samples.ts";
import {crowdedTexts} from "./chart-text.ts";

type Row = Readonly<Record<string, unknown>>;
const ids = Object.keys(charts) as ChartId[];
const chartOf = (id: ChartId) => charts[id] as unknown as Chart<Row>;
const rowsOf = (id: ChartId) => samples[id] as unknown as readonly Row[];
const cases: Record<string, (rows: readonly Row[]) => readonly Row[]> = {
  typical: (rows) => rows,
  none: () => [],
  one: (rows) => rows.filter((row) => row.value !== null && row.role !== "nation").slice(0, 1),
  hidden: (rows) => rows.map((row) => redrawn(row, () => blank())),
  large: (rows) =>
    rows.map((row) =>
      redrawn({...row, name: `${row.name} ved Den Gamle Landevej`}, (before) =>
        before.value === null || row.category ? before : drawn(before.value * 1_234, before.value * 99)
      )
    ),
  ties: (rows) => rows.map((row) => redrawn(row, (before) => (before.value === null ? before : drawn(5, 0))))
};

/** The row with its figure replaced, or both where it has two. */
function redrawn(row: Row, change: (before: Drawn) => Drawn): Row {
  if (!("across" in row)) return {...row, ...change(row as unknown as Drawn)};
  return {...row, across: change(row.across as Drawn), up: change(row.up as Drawn)};
}

afterAll(closeCharts);

describe.each(ids)("%s", (id) => {
  const chart = chartOf(id);
  const draw = (rows: readonly Row[], {width, height} = chart.size) => drawChart(chart, rows, lookOf(width, height));

  it.each(Object.keys(cases).filter((name) => name !== "large"))("draws %s as before", async (name) => {
    const svg = draw(cases[name]?.(rowsOf(id)) ?? []);
    await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot(`output/charts/${id}-${name}.svg`);
  });
  it("draws the same in English as before", async () => {
    const svg = drawChart(chart, rowsOf(id), {...lookOf(chart.size.width, chart.size.height), language: "en"});
    await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot(`output/charts/${id}-english.svg`);
  });
  it("writes no accident and stays inside its frame", () => {
    for (const [name, change] of Object.entries(cases)) {
      if (name === "large") continue;
      const svg = draw(change(rowsOf(id)));
      expect(svg).not.toMatch(/NaN|undefined|null|Infinity|e-\d/);
      for (const [, x, y] of svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(chart.size.width);
        expect(Number(y)).toBeLessThanOrEqual(chart.size.height);
      }
    }
  });
  it("has the words of every text that ECharts draws of the same option", () => {
    const {width, height} = chart.size;
    const option = chart.option(rowsOf(id), lookOf(width, height));
    expect(isLean(option)).toBe(true);
    const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).sort();
    expect(words(draw(rowsOf(id)))).toEqual(words(drawWithEcharts(option, width, height)));
  });
  it("keeps its columns, id and file in step", () => {
    expect(chart.id).toBe(id);
    for (const column of chart.columns) expect(rowsOf(id)[0]).toHaveProperty(column);
  });
  it("fits a narrow column", () => expect(draw(rowsOf(id), {width: 226, height: 160})).toContain('width="226"'));
  it.each([760, 640, 400, 320])("has no text upon another or outside the frame at %s pixels", (width) => {
    for (const language of ["da", "en"] as const)
      for (const [name, change] of Object.entries(cases)) {
        const rows = change(rowsOf(id));
        const measured = name === "large" ? {...share, bounds: null} : share;
        const height = "heightOf" in chart ? (chart as TallChart<Row>).heightOf(rows, width) : chart.size.height;
        const across = chart.size.width < 200 ? chart.size.width : width;
        const svg = drawChart(chart, rows, {...lookOf(across, height, measured), language});
        expect(crowdedTexts(svg, across, height)).toEqual([]);
      }
  });
});

describe("crowdedTexts(svg, width, height)", () => {
  it("finds what lies upon each other and what leaves the frame", () => {
    const svg = drawChart(charts.comparison, comparisonRows(), lookOf(240, 60));
    expect(crowdedTexts(svg, 240, 60)).toContain("Skovvangskolen | Aarhus Kommune");
    expect(crowdedTexts(svg, 100, 60)[0]).toMatch(/^outside: /);
  });
});

describe("comparison", () => {
  it("draws the target and keeps it in sight", () => {
    const svg = drawChart(charts.comparison, comparisonRows(), lookOf(240, 190, {...share, target: 9}));
    expect(svg).toContain(">Mål 9,0<");
  });
  it("says how many members stand behind a value when some are missing", () =>
    expect(drawChart(charts.comparison, comparisonRows(), lookOf(320, 190))).toContain(
      "Hele landet (96\u00a0af\u00a098)"
    ));
});

describe("distribution", () => {
  it("hatches what is hidden in its own place, lowest first, and explains the hatching once", () => {
    const rows = distributionRows().filter(({role}) => role === "region");
    const {series} = charts.distribution.option(rows, lookOf(400, 150)) as unknown as {
      series: readonly {
        readonly data: readonly {readonly value: number; readonly itemStyle?: {readonly color: string}}[];
      }[];
    };
    const parts = series.map(({data}) => data[0]!);
    expect(parts.map(({itemStyle}) => itemStyle?.color === "none")).toEqual([true, false, false, true, true]);
    expect(parts.reduce((sum, {value}) => sum + value, 0)).toBeCloseTo(100);
    expect(drawChart(charts.distribution, rows, lookOf(400, 150)).match(/skjult/g)).toHaveLength(1);
  });
});

describe("trend", () => {
  it("never joins what a blank parts", () => {
    const line = /stroke="#0b2e4f" stroke-width="2.4" d="([^"]*)"/.exec(
      drawChart(charts.trend, trendRows(), lookOf(400, 190))
    );
    expect(line?.[1]?.match(/M[^M]*L/g)).toHaveLength(2);
  });
  it("escapes what it is given", () => {
    const rows = trendRows().map((row) => ({...row, name: '<img src=x onerror="a">'}));
    expect(drawChart(charts.trend, rows, lookOf(800, 190))).not.toContain("<img");
  });
});

describe("withAlt(svg, alt)", () => {
  it("names the drawing and escapes the text", () => {
    const svg = withAlt(drawChart(charts.trend, [], lookOf(100, 50)), 'a "b" & $1 <c>');
    expect(svg).toContain('role="img" aria-label="a &quot;b&quot; &amp; $1 &lt;c>"');
    expect(svg).not.toContain("aria-hidden");
  });
});

describe("rememberCharts()", () => {
  it("draws equal content once and other content anew", () => {
    const draw = rememberCharts();
    const first = draw(charts.trend, trendRows(), lookOf(400, 190));
    expect(draw(charts.trend, trendRows(), lookOf(400, 190))).toBe(first);
    expect(draw(charts.trend, trendRows(), lookOf(300, 190))).not.toBe(first);
  });
});

describe("leanSvg(svg, width, height)", () => {
  it("keeps the picture of ECharts' own drawing with a fraction of its text", () => {
    const option = {
      animation: false,
      xAxis: {type: "category" as const, data: ["a", "b"]},
      yAxis: {type: "value" as const},
      series: [{type: "line" as const, data: [1, 2]}]
    };
    const full = drawWithEcharts(option, 300, 200);
    const lean = leanSvg(full, 300, 200);
    expect(lean.length).toBeLessThan(full.length * 0.7);
    expect(lean).not.toMatch(/class="zr|clip-path|<style|ecmeta| id=/);
    expect(lean.match(/<text/g)?.length).toBe(full.match(/<text/g)?.length);
  });
});

describe("danishLocale", () => {
  it("has every text of ECharts' own English, so that none falls back", () => {
    const english = createRequire(import.meta.url)("echarts/i18n/langEN-obj.js") as object;
    const keysOf = (value: unknown, path = ""): readonly string[] =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
        : [path];
    expect(keysOf(danishLocale).toSorted()).toEqual(keysOf(english).toSorted());
  });
});
