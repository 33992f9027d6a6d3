/** The most similar municipalities: weighted Euclidean distance over standardised structural variables. Pure. */
import type {MunicipalityCode} from "./model.ts";

export interface Structure {
  readonly municipality: MunicipalityCode;
  /** In the order of the weights. */
  readonly values: readonly number[];
}

export interface Similar {
  readonly member: MunicipalityCode;
  readonly distance: number;
}

/** With how far the member lies above (or below, negative) on each variable, in standard deviations. */
export interface SimilarInDetail extends Similar {
  readonly gaps: readonly number[];
}

/** Per municipality its `count` nearest, nearest first; ties go to the lower code. */
export function mostSimilar(
  structures: readonly Structure[],
  weights: readonly number[],
  count: number
): ReadonlyMap<MunicipalityCode, readonly Similar[]> {
  const standardised = standardise(structures);
  return new Map(
    standardised.map((owner) => [
      owner.municipality,
      nearestTo(owner, standardised, weights, count).map(({member, distance}) => ({member, distance}))
    ])
  );
}

/** The same for one municipality, with the reasons; empty where it is not among the structures. */
export function similarTo(
  owner: MunicipalityCode,
  structures: readonly Structure[],
  weights: readonly number[],
  count: number
): readonly SimilarInDetail[] {
  const standardised = standardise(structures);
  const own = standardised.find(({municipality}) => municipality === owner);
  return own ? nearestTo(own, standardised, weights, count) : [];
}

function nearestTo(
  own: Structure,
  standardised: readonly Structure[],
  weights: readonly number[],
  count: number
): readonly SimilarInDetail[] {
  return standardised
    .filter(({municipality}) => municipality !== own.municipality)
    .map(({municipality, values}) => ({
      member: municipality,
      distance: distanceOf(own.values, values, weights),
      gaps: values.map((value, index) => value - own.values[index]!)
    }))
    .sort((a, b) => a.distance - b.distance || (a.member < b.member ? -1 : 1))
    .slice(0, count);
}

/** Mean 0 and standard deviation 1 over all municipalities; a variable without variation counts for nothing. */
function standardise(structures: readonly Structure[]): readonly Structure[] {
  const width = structures[0]?.values.length ?? 0;
  const moments = Array.from({length: width}, (_, index) => {
    const column = structures.map(({values}) => values[index]!);
    const mean = column.reduce((a, b) => a + b, 0) / column.length;
    const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
    return {mean, deviation};
  });
  return structures.map(({municipality, values}) => ({
    municipality,
    values: values.map((value, index) => {
      const {mean, deviation} = moments[index]!;
      return deviation > 0 ? (value - mean) / deviation : 0;
    })
  }));
}

function distanceOf(a: readonly number[], b: readonly number[], weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * (a[index]! - b[index]!) ** 2, 0);
  return Math.round(Math.sqrt(sum) * 1e6) / 1e6;
}
