import {palette, roleColors} from "../theme.ts";
import {hatchMarks} from "./hatch.ts";
import {areaMark, dotMark, lineMark, type Mark, type Point} from "./marks.ts";
import type {Line, TrendRow} from "./trend-picture.ts";

/** Where a small line is drawn; `floor` is the foot of its box and `reach` half the room of one period. */
export interface Frame {
  readonly top: number;
  readonly floor: number;
  readonly reach: number;
  x(index: number): number;
  y(value: number): number;
}

/** A line in its own colour with gaps for blanks; dashed for a total, so that it is told from the unit without colour. */
export function miniLine({role, points}: Line, frame: Frame): readonly Mark[] {
  const own = role === "own";
  const color = own ? palette.own : roleColors[role];
  const stroke = {stroke: color, lineWidth: own ? 1.8 : 1.1, ...(!own && {lineDash: [3, 2]})};
  const z = own ? 4 : 3;
  return runsOf(points).flatMap((run): Mark[] => {
    const places = run.map(({index, row}): Point => [frame.x(index), frame.y(row.value as number)]);
    const [first] = places;
    if (places.length > 1) return [lineMark(places, stroke, z)];
    return first ? [dotMark(first, own ? 1.6 : 1.1, color, z)] : [];
  });
}

/** The 95 % interval as a pale band. */
export function miniBand({points}: Line, frame: Frame): readonly Mark[] {
  const ends = points.map((row) => (row.low === null || row.high === null ? {...row, value: null} : row));
  return runsOf(ends as readonly TrendRow[]).flatMap((run): Mark[] => {
    const upper = run.map(({index, row}): Point => [frame.x(index), frame.y(row.high as number)]);
    const lower = run.map(({index, row}): Point => [frame.x(index), frame.y(row.low as number)]);
    const [high, low] = [upper[0], lower[0]];
    if (run.length > 1) return [areaMark([...upper, ...lower.toReversed()], palette.band)];
    return high && low ? [lineMark([high, low], {stroke: palette.band, lineWidth: 4})] : [];
  });
}

/** A hatched stub for each blank and an upright dashed line at each break. */
export function miniSigns({points}: Line, {top, floor, reach, x}: Frame): readonly Mark[] {
  const half = Math.min(4, reach);
  return points.flatMap((row, index) => {
    const stub = row.value === null ? hatchMarks(x(index) - half, floor - 6, 2 * half, 6) : [];
    if (!row.breakText) return stub;
    const at = index === 0 ? x(0) - reach : (x(index - 1) + x(index)) / 2;
    const ends = [
      [at, top],
      [at, floor]
    ] as const;
    return [...stub, lineMark(ends, {stroke: palette.hidden, lineWidth: 1, lineDash: [2, 2]})];
  });
}

interface Run {
  readonly index: number;
  readonly row: TrendRow;
}

function runsOf(points: readonly TrendRow[]): readonly (readonly Run[])[] {
  const runs: Run[][] = [];
  for (const [index, row] of points.entries()) {
    if (row.value === null) continue;
    const last = runs.at(-1);
    if (last && last.at(-1)?.index === index - 1) last.push({index, row});
    else runs.push([{index, row}]);
  }
  return runs;
}
