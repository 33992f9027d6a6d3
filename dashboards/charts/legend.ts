import {fontSizes, palette} from "../theme.ts";
import {hatchMarks} from "./hatch.ts";
import {areaMark, diamond, dotMark, lineMark, type Mark, type Point, square, textMark} from "./marks.ts";
import {fitText, textWidth} from "./text-width.ts";

interface Entry {
  readonly text: string;
  /** Null for a remark that stands in the legend without a swatch. */
  readonly color: string | null;
  readonly shape?: Shape;
}
export type Shape = "square" | "circle" | "diamond" | "line" | "dashes" | "frame" | "hatch";
interface Placed extends Entry {
  readonly x: number;
  readonly line: number;
}
export interface Legend {
  readonly entries: readonly Placed[];
  readonly height: number;
}

const swatch = 9;
const legendLine = 15;

/** Entries side by side, on as many lines as they need. */
export function legendOf(entries: readonly Entry[], width: number): Legend {
  let [x, line] = [0, 0];
  const placed = entries.map(({text, color, shape = "square"}) => {
    const before = color === null ? 0 : swatch + 4;
    const shown = fitText(text, fontSizes.axis, width - before);
    const needed = before + textWidth(shown, fontSizes.axis);
    if (x > 0 && x + needed > width) [x, line] = [0, line + 1];
    const entry = {text: shown, color, shape, x, line};
    x += needed + 12;
    return entry;
  });
  return {entries: placed, height: (line + 1) * legendLine};
}

export function legendMarks({entries}: Legend, left: number, top: number): readonly Mark[] {
  return entries.flatMap(({text, color, shape, x, line}) => {
    const [from, middle] = [left + x, top + line * legendLine];
    if (color === null) return [textMark(text, from, middle, {fill: palette.muted, size: fontSizes.axis})];
    return [
      ...swatchMarks(shape, [from + swatch / 2, middle], color),
      textMark(text, from + swatch + 4, middle, {fill: palette.muted, size: fontSizes.axis})
    ];
  });
}

/** Where an entry stands, for what is told of in the legend only; the legend is drawn from `top`. */
export function legendPlace({entries}: Legend, index: number, top = 8): Point {
  const {x, line} = entries[index] as Placed;
  return [x + swatch / 2, top + line * legendLine];
}

function swatchMarks(shape: Shape | undefined, at: Point, color: string): readonly Mark[] {
  const corners = square(at, swatch / 2);
  if (shape === "hatch") return hatchMarks(at[0] - swatch / 2, at[1] - swatch / 2, swatch, swatch);
  if (shape === "line" || shape === "dashes") return [strokeMark(at, color, shape === "dashes" ? [4, 3] : undefined)];
  if (shape === "frame") return [lineMark([...corners, ...corners.slice(0, 2)], {stroke: color, lineWidth: 2}, 2)];
  if (shape === "circle") return [dotMark(at, swatch / 2 - 0.5, color, 2)];
  return [areaMark(shape === "diamond" ? diamond(at, swatch / 2) : corners, color, 2)];
}

function strokeMark([x, y]: Point, stroke: string, lineDash: readonly number[] | undefined): Mark {
  const ends = [
    [x - swatch / 2, y],
    [x + swatch / 2 + 1, y]
  ] as const;
  return lineMark(ends, {stroke, lineWidth: 1.8, ...(lineDash && {lineDash})}, 2);
}
