/** The same picture drawn by ECharts over the still one, so that an area of it can be chosen. A canvas: styles are forbidden. */
import type {EChartsOption} from "echarts";
import {ScatterChart} from "echarts/charts";
import {BrushComponent, GraphicComponent, GridComponent} from "echarts/components";
import {type EChartsType, init, registerLocale, registerTheme, use} from "echarts/core";
import {CanvasRenderer} from "echarts/renderers";
import type {ChartPoint} from "../charts/chart.ts";
import {danishLocale} from "../charts/locale.ts";
import {echartsTheme, palette, themeName} from "../theme.ts";
import type {Brush} from "./brush.ts";
import {frameIn, pictureIn, type Walked} from "./walked.ts";

use([ScatterChart, GridComponent, GraphicComponent, BrushComponent, CanvasRenderer]);
registerLocale("DA", danishLocale as unknown as Parameters<typeof registerLocale>[1]);
registerTheme(themeName, echartsTheme);

type Span = readonly [number, number];

export function openBrush(walked: Walked, choose: (points: readonly ChartPoint[]) => void): Brush {
  const {chart, close} = openCanvas(walked);
  const upright = walked.figure.chart === "strip";
  const draw = () => {
    chart.setOption(optionFor(pictureIn(walked).option(), upright), {notMerge: true});
    chart.dispatchAction({
      type: "takeGlobalCursor",
      key: "brush",
      brushOption: {brushType: upright ? "lineX" : "rect", brushMode: "single"}
    });
  };
  draw();
  chart.on("brushEnd", (event) => choose(pointsWithin(walked, event as BrushEvent, chart)));
  return {redraw: draw, clear: () => chart.dispatchAction({type: "brush", areas: []}), close};
}

/** Over the still picture, which keeps the place, and as large as it is shown. */
function openCanvas(walked: Walked): {readonly chart: EChartsType; close(): void} {
  const frame = frameIn(walked);
  const {width, height} = pictureIn(walked);
  const layer = document.createElement("div");
  layer.className = "canvas";
  layer.style.width = `${width}px`;
  layer.style.height = `${height}px`;
  frame.append(layer);
  const scale = () => frame.getBoundingClientRect().width / width;
  const chart = init(layer, themeName, {
    renderer: "canvas",
    locale: walked.language === "da" ? "DA" : "EN",
    width,
    height,
    devicePixelRatio: Math.min(3, devicePixelRatio * scale())
  });
  const fit = new ResizeObserver(() => {
    layer.style.transform = `scale(${scale()})`;
  });
  fit.observe(frame);
  walked.drawing.dataset.brushed = "";
  return {
    chart,
    close() {
      fit.disconnect();
      chart.dispose();
      layer.remove();
      delete walked.drawing.dataset.brushed;
    }
  };
}

interface BrushEvent {
  readonly areas: readonly {readonly brushType: string; readonly range: Span | readonly [Span, Span]}[];
}

/** The areas' own pixels are the picture's. */
function pointsWithin(walked: Walked, {areas}: BrushEvent, chart: EChartsType): readonly ChartPoint[] {
  const isIn = (value: number, [from, to]: Span) => value >= Math.min(from, to) && value <= Math.max(from, to);
  const all: Span = [0, Number.POSITIVE_INFINITY];
  return pictureIn(walked)
    .points()
    .filter(
      ({x, y, group}) =>
        group !== "whole" &&
        areas.some(({brushType, range}) => {
          const [across, down] = brushType === "lineX" ? [range as Span, all] : (range as readonly [Span, Span]);
          return chart.containPixel("grid", [x, y]) && isIn(x, across) && isIn(y, down);
        })
    );
}

function optionFor(option: EChartsOption, upright: boolean): EChartsOption {
  const {tooltip: _, ...rest} = option;
  return {
    ...rest,
    brush: {
      ...(upright ? {xAxisIndex: 0} : {xAxisIndex: 0, yAxisIndex: 0}),
      throttleType: "debounce",
      throttleDelay: 60,
      removeOnClick: true,
      outOfBrush: {colorAlpha: 0.25},
      brushStyle: {borderWidth: 1, borderColor: palette.own, color: "rgba(11,46,79,.08)"}
    }
  };
}
