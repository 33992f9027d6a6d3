/** The door to the chart library: it is fetched when a reader first chooses an area, and never before. */
import type {ChartPoint} from "../charts/chart.ts";
import type {Walked} from "./walked.ts";

export interface Brush {
  /** The picture itself has changed. */
  redraw(): void;
  clear(): void;
  close(): void;
}

export type BeginBrush = (walked: Walked, choose: (points: readonly ChartPoint[]) => void) => Promise<Brush>;

export function openBrushLater(): BeginBrush {
  return async (walked, choose) => (await import("./canvas.ts")).openBrush(walked, choose);
}
