import {fontSizes, palette, standingColors} from "../theme.ts";
import {type Mark, textMark} from "./marks.ts";
import type {Plot} from "./scales.ts";
import type {PlacedRow} from "./scatter-picture.ts";
import {textWidth} from "./text-width.ts";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const height = 13;

/** The names of the own place and of its group beside their marks, wherever one fits without meeting mark or name. */
export function namesBeside(placed: readonly PlacedRow[], whiskers: readonly Box[], plot: Plot): readonly Mark[] {
  const dots = placed.map(({x, y}): Box => ({left: x - 4, right: x + 4, top: y - 4, bottom: y + 4}));
  const taken: Box[] = [...whiskers];
  const isFree = (box: Box) => !taken.some((other) => meet(box, other));
  const named = ["own", "group"].flatMap((role) => placed.filter(({row}) => row.role === role));
  return named.flatMap(({row, x, y}): Mark[] => {
    const own = row.role === "own";
    const size = own ? fontSizes.label : fontSizes.axis;
    const places = placesAround(x, y, textWidth(row.name, size, own)).filter(
      (box) => isInside(box, plot) && isFree(box)
    );
    const clear = places.find((box) => !dots.some((dot) => meet(box, dot)));
    const box = clear ?? (own ? places[0] : undefined);
    if (!box) return [];
    taken.push(box);
    const fill = own ? palette.own : standingColors.group;
    return [textMark(row.name, box.left, (box.top + box.bottom) / 2, {size, bold: own, fill})];
  });
}

/** Right, left, above, below, then the corners. */
function placesAround(x: number, y: number, width: number): readonly Box[] {
  const at = (left: number, middle: number): Box => {
    return {left, right: left + width, top: middle - height / 2, bottom: middle + height / 2};
  };
  const [right, left, above, below] = [x + 8, x - 8 - width, y - 13, y + 13];
  return [
    ...[at(right, y), at(left, y), at(x - width / 2, above), at(x - width / 2, below)],
    ...[at(right - 3, above + 3), at(right - 3, below - 3), at(left + 3, above + 3), at(left + 3, below - 3)]
  ];
}

function isInside({left, right, top, bottom}: Box, plot: Plot): boolean {
  return left >= plot.left && right <= plot.left + plot.width && top >= plot.top && bottom <= plot.top + plot.height;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
