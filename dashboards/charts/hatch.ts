import {palette} from "../theme.ts";
import {lineMark, type Mark} from "./marks.ts";

/** Slanted strokes in a box: stands for a blank, never for a value. */
export function hatchMarks(x: number, y: number, width: number, height: number, z = 2): readonly Mark[] {
  const slant = Math.min(5, width);
  const count = Math.max(2, Math.floor((width - slant) / 3.5) + 1);
  const step = (width - slant) / (count - 1);
  return Array.from({length: count}, (_, index) =>
    lineMark(
      [
        [x + index * step, y + height],
        [x + index * step + slant, y]
      ],
      {stroke: palette.hidden, lineWidth: 0.8},
      z
    )
  );
}
