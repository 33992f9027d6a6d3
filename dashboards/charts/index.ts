import {bars} from "./bars.ts";
import {breakdown} from "./breakdown.ts";
import {comparison} from "./comparison.ts";
import {distribution} from "./distribution.ts";
import {funnel} from "./funnel.ts";
import {multiples} from "./multiples.ts";
import {position} from "./position.ts";
import {scatter} from "./scatter.ts";
import {sparkline} from "./sparkline.ts";
import {strip} from "./strip.ts";
import {tiles} from "./tiles.ts";
import {trend} from "./trend.ts";

/** Every chart by its id, which is also its file, its URL segment and the name of its snapshots. */
export const charts = {
  bars,
  breakdown,
  comparison,
  distribution,
  funnel,
  multiples,
  position,
  scatter,
  sparkline,
  strip,
  tiles,
  trend
} as const;
export type ChartId = keyof typeof charts;
