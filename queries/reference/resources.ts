/** Indicators of what an activity has to do with, and which way is less of it. Nothing here says that less is better. */
import type {IndicatorId} from "../model.ts";

export interface Resource {
  readonly indicator: IndicatorId;
  /** `higher`: a higher value is fewer resources, as children per adult. */
  readonly fewer: "higher" | "lower";
}

export const resources: readonly Resource[] = [
  {indicator: "daycare-ratio-0-2", fewer: "higher"},
  {indicator: "daycare-ratio-3-5", fewer: "higher"},
  {indicator: "pedagogue-share", fewer: "lower"},
  {indicator: "leisure-pedagogue-share", fewer: "lower"},
  {indicator: "pupils-per-teacher", fewer: "higher"},
  {indicator: "class-size", fewer: "higher"}
];
