/** Places on the wheel of a year: the first of January is at the top and the year goes clockwise. Pure geometry. */
import {addDays, daysBetween} from "../../queries/reference/wheel-dates.ts";
import {short} from "./pen.ts";
import {textWidth} from "./text-width.ts";

/** Angles in radians from the top, clockwise. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the first day to the end of the last; what lies outside the year is cut off. */
export function spanOf(from: string, to: string, year: number): Span {
  return {from: angleOf(from, year), to: angleOf(addDays(to, 1), year)};
}

export function angleOf(date: string, year: number): number {
  const first = `${year}-01-01`;
  const length = daysBetween(first, `${year + 1}-01-01`);
  return (Math.max(0, Math.min(length, daysBetween(first, date))) / length) * 2 * Math.PI;
}

export function pointAt(center: number, radius: number, angle: number): readonly [x: number, y: number] {
  return [center + radius * Math.sin(angle), center - radius * Math.cos(angle)];
}

/** A piece of a ring. */
export function bandPath(center: number, inner: number, outer: number, {from, to}: Span): string {
  const at = (radius: number, angle: number) => pointAt(center, radius, angle).map(short).join(" ");
  const large = to - from > Math.PI ? 1 : 0;
  const [far, near] = [short(outer), short(inner)];
  return (
    `M${at(outer, from)}A${far} ${far} 0 ${large} 1 ${at(outer, to)}` +
    `L${at(inner, to)}A${near} ${near} 0 ${large} 0 ${at(inner, from)}Z`
  );
}

/** From the middle of a line of text to its baseline, in parts of the font size, as in `pen.ts`. */
const baseline = 0.349;

/** The line that a text in the band stands on; in the lower half it goes the other way round, so that no text is upside down. */
export function textPath(center: number, radius: number, {from, to}: Span, size: number): string {
  const middle = (from + to) / 2;
  const turned = middle > Math.PI / 2 && middle < 1.5 * Math.PI;
  const r = radius + (turned ? 1 : -1) * baseline * size;
  const [first, last] = turned ? [to, from] : [from, to];
  const large = to - from > Math.PI ? 1 : 0;
  const at = (angle: number) => pointAt(center, r, angle).map(short).join(" ");
  return `M${at(first)}A${short(r)} ${short(r)} 0 ${large} ${turned ? 0 : 1} ${at(last)}`;
}

/** The first of the texts that has room along the band; null where none has. */
export function fittingText(texts: readonly string[], {from, to}: Span, radius: number, size: number): string | null {
  const room = (to - from) * radius - 8;
  return texts.find((text) => textWidth(text, size, true) <= room) ?? null;
}

/** For each span the lowest lane in which it meets no other; spans in order of their beginning. */
export function lanesOf(spans: readonly Span[]): readonly number[] {
  const ends: number[] = [];
  return spans.map(({from, to}) => {
    const free = ends.findIndex((end) => end <= from + 1e-9);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
}
