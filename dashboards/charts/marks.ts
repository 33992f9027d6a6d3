import {fontFamily, fontSizes, palette} from "../theme.ts";

export type Point = readonly [x: number, y: number];
export type Align = "left" | "center" | "right";
interface Base {
  /** Order of drawing: axes lie at 0, series at 2. */
  readonly z: number;
  readonly silent: true;
}
interface Stroke {
  readonly stroke: string;
  readonly lineWidth: number;
  readonly lineDash?: readonly number[];
}
export interface TextMark extends Base {
  readonly type: "text";
  readonly x: number;
  readonly y: number;
  readonly style: {
    readonly text: string;
    readonly fill: string;
    readonly fontSize: number;
    readonly fontWeight: 400 | 600;
    readonly fontFamily: string;
    readonly align: Align;
    readonly verticalAlign: "middle";
  };
}
export interface LineMark extends Base {
  readonly type: "polyline";
  readonly shape: {readonly points: readonly Point[]};
  readonly style: Stroke & {readonly fill: "none"};
}
export interface AreaMark extends Base {
  readonly type: "polygon";
  readonly shape: {readonly points: readonly Point[]};
  readonly style: {readonly fill: string};
}
export interface DotMark extends Base {
  readonly type: "circle";
  readonly shape: {readonly cx: number; readonly cy: number; readonly r: number};
  readonly style: {readonly fill: string; readonly stroke?: string; readonly lineWidth?: number};
}
/** What a chart draws besides its series: plain data that ECharts takes as `graphic` elements. */
export type Mark = TextMark | LineMark | AreaMark | DotMark;

export interface TextLook {
  readonly align?: Align;
  readonly fill?: string;
  readonly size?: number;
  readonly bold?: boolean;
}

export function textMark(text: string, x: number, y: number, look: TextLook = {}): TextMark {
  const {align = "left", fill = palette.text, size = fontSizes.label, bold = false} = look;
  const style = {text, fill, fontSize: size, fontWeight: bold ? 600 : 400, fontFamily, align, verticalAlign: "middle"};
  return {type: "text", x, y, z: 5, silent: true, style} as TextMark;
}

export function lineMark(points: readonly Point[], stroke: Stroke, z = 1): LineMark {
  return {type: "polyline", z, silent: true, shape: {points}, style: {...stroke, fill: "none"}};
}

export function areaMark(points: readonly Point[], fill: string, z = 1): AreaMark {
  return {type: "polygon", z, silent: true, shape: {points}, style: {fill}};
}

/** The corners of a diamond around a place, as wide and as high as twice `reach`. */
export function diamond([x, y]: Point, reach: number): readonly Point[] {
  return [
    [x, y - reach],
    [x + reach, y],
    [x, y + reach],
    [x - reach, y]
  ];
}

export function square([x, y]: Point, reach: number): readonly Point[] {
  return [
    [x - reach, y - reach],
    [x + reach, y - reach],
    [x + reach, y + reach],
    [x - reach, y + reach]
  ];
}

export function rectangle(left: number, top: number, width: number, height: number): readonly Point[] {
  return [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height]
  ];
}

export function dotMark([cx, cy]: Point, r: number, fill: string, z = 3): DotMark {
  return {type: "circle", z, silent: true, shape: {cx, cy, r}, style: {fill}};
}
