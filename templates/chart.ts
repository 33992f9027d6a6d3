import {createHash} from "node:crypto";
import {createRequire} from "node:module";
import type * as Echarts from "echarts";
import type {EChartsOption} from "echarts";
import type {Chart, Look} from "../dashboards/charts/chart.ts";
import {drawLean, isLean} from "../dashboards/charts/lean-draw.ts";
import {danishLocale} from "../dashboards/charts/locale.ts";
import {echartsTheme, themeName} from "../dashboards/theme.ts";
import {leanSvg} from "./lean-svg.ts";

export {withAlt} from "../dashboards/charts/pen.ts";

/**
 * The chart as one small inline SVG in the document's font. Its text stands outside the accessibility tree until
 * `withAlt` names it.
 */
export function drawChart<Row>(chart: Chart<Row>, rows: readonly Row[], look: Look): string {
  const option = chart.option(rows, look);
  if (isLean(option)) return drawLean(option, look.width, look.height);
  return leanSvg(drawWithEcharts(option, look.width, look.height), look.width, look.height);
}

/** Remembers drawings by content: a municipality's packages share most of their comparisons. */
export function rememberCharts(limit = 2_000): typeof drawChart {
  const drawings = new Map<string, string>();
  return (chart, rows, look) => {
    const key = createHash("sha256")
      .update(JSON.stringify([chart.id, rows, look]))
      .digest("base64");
    const known = drawings.get(key);
    if (known !== undefined) return known;
    const drawing = drawChart(chart, rows, look);
    if (drawings.size >= limit) drawings.clear();
    drawings.set(key, drawing);
    return drawing;
  };
}

const require = createRequire(import.meta.url);
const instances = new Map<string, Echarts.ECharts>();

/** The SVG as ECharts writes it; one instance per size is kept until `closeCharts`. */
export function drawWithEcharts(option: EChartsOption, width: number, height: number): string {
  const echarts: typeof Echarts = require("echarts");
  const size = `${width}x${height}`;
  let instance = instances.get(size);
  if (!instance) {
    echarts.registerLocale("DA", danishLocale as never);
    echarts.registerTheme(themeName, echartsTheme);
    instance = echarts.init(null, themeName, {renderer: "svg", ssr: true, locale: "DA", width, height});
    instances.set(size, instance);
  }
  instance.setOption(option, {notMerge: true});
  return instance.renderToSVGString();
}

/** An instance that is not disposed of keeps Node alive. */
export function closeCharts(): void {
  for (const instance of instances.values()) instance.dispose();
  instances.clear();
}
