/** Where the arrow keys lead in a drawing: along a group, from group to group, and to its ends. */
import type {ChartPoint} from "../charts/chart.ts";

/** The next point's index; `at` is -1 before the first step. Undefined for a key that does not walk. */
export function stepFrom(points: readonly ChartPoint[], at: number, key: string): number | undefined {
  const move = moves[key];
  if (!move || points.length === 0) return undefined;
  return at < 0 ? firstStep(points, key) : move(points, at);
}

type Move = (points: readonly ChartPoint[], at: number) => number;

const moves: Readonly<Record<string, Move>> = {
  ArrowRight: (points, at) => along(points, at, 1),
  ArrowLeft: (points, at) => along(points, at, -1),
  Home: (points, at) => indexesOf(points, points[at]!.group).at(0)!,
  End: (points, at) => indexesOf(points, points[at]!.group).at(-1)!,
  ArrowDown: (points, at) => across(points, at, 1),
  ArrowUp: (points, at) => across(points, at, -1)
};

function firstStep(points: readonly ChartPoint[], key: string): number {
  const first = indexesOf(points, points[0]!.group);
  return (key === "End" || key === "ArrowLeft" ? first.at(-1) : first.at(0))!;
}

function along(points: readonly ChartPoint[], at: number, step: 1 | -1): number {
  const group = indexesOf(points, points[at]!.group);
  return group[group.indexOf(at) + step] ?? at;
}

/** The same thing in the next group, else what lies nearest there; with one group only, the nearest above or below. */
function across(points: readonly ChartPoint[], at: number, step: 1 | -1): number {
  const here = points[at]!;
  const groups = [...new Set(points.map(({group}) => group))];
  if (groups.length === 1) return nearestOf(points, upright(points, at, step), here, at);
  const next = groups[groups.indexOf(here.group) + step];
  if (next === undefined) return at;
  const there = indexesOf(points, next);
  return there.find((index) => points[index]!.key === here.key) ?? nearestOf(points, there, here, at);
}

function upright(points: readonly ChartPoint[], at: number, step: 1 | -1): readonly number[] {
  const {y} = points[at]!;
  return points.flatMap((point, index) => ((point.y - y) * step > 1 ? [index] : []));
}

/** What lies straight across counts for more than what lies near but aside. */
function nearestOf(points: readonly ChartPoint[], indexes: readonly number[], {x, y}: ChartPoint, none: number) {
  const far = (index: number) => Math.abs(points[index]!.x - x) * 2 + Math.abs(points[index]!.y - y);
  return indexes.length === 0 ? none : indexes.reduce((best, index) => (far(index) < far(best) ? index : best));
}

function indexesOf(points: readonly ChartPoint[], group: string): readonly number[] {
  return points.flatMap((point, index) => (point.group === group ? [index] : []));
}

/** The point within `reach` of a place in the drawing, both in the drawing's pixels. */
export function pointNear(points: readonly ChartPoint[], x: number, y: number, reach: number): number | undefined {
  let [best, least] = [-1, reach];
  for (const [index, point] of points.entries()) {
    const distance = Math.hypot(point.x - x, point.y - y);
    if (distance <= least) [best, least] = [index, distance];
  }
  return best < 0 ? undefined : best;
}
