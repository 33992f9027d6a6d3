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

/** No line runs through another's words: two turn theirs away from each other, or they stand as stairs. A blank has none. */
export function wholesOf(
  rows: readonly Whole[],
  x: (value: number) => number,
  [from, to]: readonly [number, number],
  {indicator, language}: Look
): Wholes {
  const shown = rows
    .flatMap((row) => (row.value === null ? [] : [{name: row.name, value: row.value, at: x(row.value)}]))
    .sort((a, b) => a.at - b.at)
    .map(({name, value, at}): Words => {
      const text = fitText(`${name} ${formatNumber(value, indicator.decimals, language)}`, fontSizes.axis, to - from);
      return {text, at, width: textWidth(text, fontSizes.axis)};
    });
  const placed = placedOf(shown, from, to);
  return {placed, lines: placed.length === 0 ? 0 : 1 + Math.max(...placed.map(({line}) => line))};
}

interface Words {
  readonly text: string;
  readonly at: number;
  readonly width: number;
}

/** `shown` from left to right. */
function placedOf(shown: readonly Words[], from: number, to: number): readonly Placed[] {
  const fitsRight = ({at, width}: Words) => at + air + width <= to;
  const fitsLeft = ({at, width}: Words) => at - air - width >= from;
  const [first, second] = shown;
  if (shown.length === 2 && first && second && fitsLeft(first) && fitsRight(second))
    return [leftOf(first, 0), rightOf(second, 0)];
  if (shown.length > 1 && shown.every(fitsRight))
    return shown.map((words, index) => rightOf(words, shown.length - 1 - index));
  if (shown.length > 1 && shown.every(fitsLeft)) return shown.map((words, index) => leftOf(words, index));
  return shown.map(({text, at, width}, line) => {
    return {text, at, x: Math.min(Math.max(at, from + width / 2), to - width / 2), align: "center", line};
  });
}

const air = 3;

function leftOf({text, at}: Words, line: number): Placed {
  return {text, at, x: at - air, align: "right", line};
}

function rightOf({text, at}: Words, line: number): Placed {
  return {text, at, x: at + air, align: "left", line};
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
