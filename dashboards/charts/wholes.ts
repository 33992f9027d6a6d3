import {formatNumber} from "../format.ts";
import {fontSizes, palette} from "../theme.ts";
import type {Drawn, Look} from "./chart.ts";
import {lineMark, type Mark, textMark} from "./marks.ts";
import type {Plot} from "./scales.ts";
import {fitText, textWidth} from "./text-width.ts";

type Whole = Drawn & {readonly name: string};

interface Placed {
  readonly text: string;
  readonly at: number;
  readonly x: number;
  readonly align: "left" | "center" | "right";
  /** Lines of text above the plot, 0 the nearest. */
  readonly line: number;
}
/** The upright lines of totals with their words above the plot. */
export interface Wholes {
  readonly placed: readonly Placed[];
  readonly lines: number;
}

export const wholeLine = 13;

/** Two totals turn their words away from each other, further ones get a line of text each; a blank has no line. */
export function wholesOf(
  rows: readonly Whole[],
  x: (value: number) => number,
  [from, to]: readonly [number, number],
  {indicator, language}: Look
): Wholes {
  const shown = rows
    .flatMap((row) => (row.value === null ? [] : [{name: row.name, value: row.value, at: x(row.value)}]))
    .sort((a, b) => a.at - b.at)
    .map(({name, value, at}) => {
      const text = fitText(`${name} ${formatNumber(value, indicator.decimals, language)}`, fontSizes.axis, to - from);
      return {text, at, width: textWidth(text, fontSizes.axis)};
    });
  const [first, second] = shown;
  if (
    shown.length === 2 &&
    first &&
    second &&
    first.at - 3 - first.width >= from &&
    second.at + 3 + second.width <= to
  ) {
    const left = {text: first.text, at: first.at, x: first.at - 3, align: "right", line: 0} as const;
    return {placed: [left, {text: second.text, at: second.at, x: second.at + 3, align: "left", line: 0}], lines: 1};
  }
  const placed = shown.map(({text, at, width}, line): Placed => {
    if (shown.length > 1 && at - 3 - width >= from) return {text, at, x: at - 3, align: "right", line};
    return {text, at, x: Math.min(Math.max(at, from + width / 2), to - width / 2), align: "center", line};
  });
  return {placed, lines: placed.length};
}

export function wholeMarks({placed}: Wholes, {top, height}: Plot): readonly Mark[] {
  const stroke = {stroke: palette.muted, lineWidth: 1, lineDash: [3, 2]};
  return placed.flatMap(({text, at, x, align, line}) => [
    lineMark(
      [
        [at, top - 4 - line * wholeLine],
        [at, top + height]
      ],
      stroke,
      2
    ),
    textMark(text, x, top - 10 - line * wholeLine, {align, fill: palette.muted, size: fontSizes.axis})
  ]);
}
