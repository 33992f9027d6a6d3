import type {EChartsOption} from "echarts";
import type {Language} from "../../queries/model.ts";
import {formatNumber} from "../format.ts";
import {fontSizes, palette} from "../theme.ts";
import {type Axis, ticksOf} from "./axis.ts";
import type {ChartIndicator, Look} from "./chart.ts";
import {lineMark, type Mark, textMark} from "./marks.ts";
import {textWidth} from "./text-width.ts";

/** The rectangle that data is drawn in, in pixels from the chart's top left corner. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const quiet = {
  axisLine: {show: false},
  axisTick: {show: false},
  axisLabel: {show: false},
  splitLine: {show: false},
  minorTick: {show: false}
} as const;

/** Axes that only scale and point: what is seen of them is marks, so that every renderer draws the same. */
export function valueScale({min, max, interval}: Axis) {
  return {type: "value" as const, min, max, interval, ...quiet};
}

export function categoryScale(names: readonly string[], inverse = false) {
  return {type: "category" as const, data: [...names], inverse, ...quiet};
}

export function gridOf({left, top, width, height}: Plot): EChartsOption["grid"] {
  return {left, top, width, height, containLabel: false};
}

export function upwards(axis: Axis, {top, height}: Plot): (value: number) => number {
  return (value) => top + height * (1 - (value - axis.min) / (axis.max - axis.min));
}

export function rightwards(axis: Axis, {left, width}: Plot): (value: number) => number {
  return (value) => left + width * ((value - axis.min) / (axis.max - axis.min));
}

/** Light horizontal lines with their numbers on the left. */
export function levelMarks(axis: Axis, plot: Plot, language: Language): readonly Mark[] {
  const y = upwards(axis, plot);
  return ticksOf(axis).flatMap((tick) => [
    lineMark(
      [
        [plot.left, y(tick)],
        [plot.left + plot.width, y(tick)]
      ],
      {stroke: palette.grid, lineWidth: 1},
      0
    ),
    tickText(formatNumber(tick, axis.decimals, language), plot.left - 6, y(tick), "right")
  ]);
}

/** Light vertical lines with their numbers below. */
export function uprightMarks(axis: Axis, plot: Plot, language: Language): readonly Mark[] {
  const x = rightwards(axis, plot);
  const bottom = plot.top + plot.height;
  const lines = ticksOf(axis).map((tick) => {
    const ends = [
      [x(tick), plot.top],
      [x(tick), bottom]
    ] as const;
    return lineMark(ends, {stroke: palette.grid, lineWidth: 1}, 0);
  });
  return [...lines, ...tickTexts(axis, plot, bottom + 10, language)];
}

/** The numbers of a horizontal axis; every second, third … where they do not all have room. */
export function tickTexts(axis: Axis, plot: Plot, y: number, language: Language): readonly Mark[] {
  const x = rightwards(axis, plot);
  const ticks = ticksOf(axis);
  const room = plot.width / Math.max(1, ticks.length - 1);
  const every = Math.max(1, Math.ceil((tickWidth(axis, language) + 5) / room));
  return ticks.flatMap((tick, index) =>
    index % every === 0 ? [tickText(formatNumber(tick, axis.decimals, language), x(tick), y, "center")] : []
  );
}

export function tickText(text: string, x: number, y: number, align: "left" | "center" | "right"): Mark {
  return textMark(text, x, y, {align, fill: palette.muted, size: fontSizes.axis});
}

export function tickWidth(axis: Axis, language: Language): number {
  return Math.max(
    ...ticksOf(axis).map((tick) => textWidth(formatNumber(tick, axis.decimals, language), fontSizes.axis))
  );
}

/** The least span an axis shows: a few of the steps that the value is written in. */
export function leastSpan({decimals}: ChartIndicator): number {
  return 4 * 10 ** -decimals;
}

/** What stands in place of a chart without rows. */
export function nothingToShow({width, height, language}: Look): EChartsOption {
  const text = language === "da" ? "Der er ingen tal at vise" : "There are no figures to show";
  const mark = textMark(text, width / 2, height / 2, {align: "center", fill: palette.muted});
  return {animation: false, graphic: {elements: [mark] as never}, series: []};
}

/** The same where there is room for two words only. */
export function nothingSmall({height, language}: Look): EChartsOption {
  return optionOf({series: []}, [tickText(language === "da" ? "ingen tal" : "no figures", 2, height / 2, "left")]);
}

/** The option that every chart ends in: still, transparent, marks as graphic elements. */
export function optionOf(parts: EChartsOption, marks: readonly Mark[]): EChartsOption {
  return {animation: false, backgroundColor: "transparent", ...parts, graphic: {elements: marks as never}};
}
