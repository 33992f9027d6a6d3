import type {Language} from "../../queries/model.ts";
import type {Chart, ChartIndicator} from "../charts/chart.ts";
import {drawLean} from "../charts/lean-draw.ts";
import type {Picture} from "../figure.ts";

export type SmallPicture = Pick<Picture, "width" | "height" | "svg">;

/** A drawing in a line of text or a table, whose row says the same in words. Drawn only when it is printed into the page. */
export function smallPicture<Row>(
  chart: Chart<Row>,
  rows: readonly Row[],
  indicator: ChartIndicator,
  language: Language,
  size: {readonly width: number; readonly height: number}
): SmallPicture {
  const look = {language, indicator, ...size};
  return {...size, svg: () => drawLean(chart.option(rows, look), size.width, size.height)};
}
