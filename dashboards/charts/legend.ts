import {fontSizes, palette} from "../theme.ts";
import {areaMark, type Mark, textMark} from "./marks.ts";
import {fitText, textWidth} from "./text-width.ts";

interface Entry {
  readonly text: string;
  /** Null for a remark that stands in the legend without a swatch. */
  readonly color: string | null;
}
interface Placed extends Entry {
  readonly x: number;
  readonly line: number;
}
export interface Legend {
  readonly entries: readonly Placed[];
  readonly height: number;
}

const swatch = 9;
const lineHeight = 15;

/** Entries side by side, on as many lines as they need. */
export function legendOf(entries: readonly Entry[], width: number): Legend {
  let [x, line] = [0, 0];
  const placed = entries.map(({text, color}) => {
    const before = color === null ? 0 : swatch + 4;
    const shown = fitText(text, fontSizes.axis, width - before);
    const needed = before + textWidth(shown, fontSizes.axis);
    if (x > 0 && x + needed > width) [x, line] = [0, line + 1];
    const entry = {text: shown, color, x, line};
    x += needed + 12;
    return entry;
  });
  return {entries: placed, height: (line + 1) * lineHeight};
}

export function legendMarks({entries}: Legend, left: number, top: number): readonly Mark[] {
  return entries.flatMap(({text, color, x, line}) => {
    const [from, middle] = [left + x, top + line * lineHeight];
    if (color === null) return [textMark(text, from, middle, {fill: palette.muted, size: fontSizes.axis})];
    const [up, down, to] = [middle - swatch / 2, middle + swatch / 2, from + swatch];
    return [
      areaMark(
        [
          [from, up],
          [to, up],
          [to, down],
          [from, down]
        ],
        color,
        2
      ),
      textMark(text, to + 4, middle, {fill: palette.muted, size: fontSizes.axis})
    ];
  });
}
