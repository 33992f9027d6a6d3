/** What "the most similar municipalities" means: structural conditions, declared here and printed with every comparison. */
import type {IndicatorId} from "../model.ts";

export interface SimilarityVariable {
  readonly indicator: IndicatorId;
  /** `log`: a tenfold difference counts the same at every size. */
  readonly transform: "none" | "log";
  readonly weight: number;
  /** Danish words for the basis text. */
  readonly label: string;
}

/** The three ages share the weight of one condition each, so that age does not count for more than size and economy. */
export const similarityVariables: readonly SimilarityVariable[] = [
  {indicator: "population", transform: "log", weight: 1, label: "indbyggertal"},
  {indicator: "population-density", transform: "log", weight: 1, label: "befolkningstæthed"},
  {indicator: "population-share-0-5", transform: "none", weight: 0.5, label: "andel 0-5-årige"},
  {indicator: "population-share-6-16", transform: "none", weight: 0.5, label: "andel 6-16-årige"},
  {indicator: "population-share-67-plus", transform: "none", weight: 0.5, label: "andel på 67 år og derover"},
  {indicator: "employment-rate", transform: "none", weight: 1, label: "beskæftigelsesfrekvens"},
  {indicator: "disposable-income", transform: "none", weight: 1, label: "disponibel indkomst"}
];

export const similarCount = 10;
