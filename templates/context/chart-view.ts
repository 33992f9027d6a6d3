import type {Chart, Look} from "../../dashboards/charts/chart.ts";
import {withAlt} from "../chart.ts";
import type {ChartView, Draw} from "./views.ts";

/** Draws a chart and names it for those who do not see it. */
export function chartView<Row>(
  draw: Draw,
  chart: Chart<Row>,
  rows: readonly Row[],
  look: Look,
  alt: string
): ChartView {
  return {kind: chart.id, svg: withAlt(draw(chart, rows, look), alt), alt};
}
