import {breakdown} from "./breakdown.ts";
import {comparison} from "./comparison.ts";
import {distribution} from "./distribution.ts";
import {funnel} from "./funnel.ts";
import {strip} from "./strip.ts";
import {trend} from "./trend.ts";

/** Every chart by its id, which is also its file, its URL segment and the name of its snapshots. */
export const charts = {breakdown, comparison, distribution, funnel, strip, trend} as const;
export type ChartId = keyof typeof charts;
