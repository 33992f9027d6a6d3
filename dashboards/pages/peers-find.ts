/** Finds the similar municipalities from the newest figures, by the distance that a release's own groups are found with. */
import type {DisclosedFact, MunicipalityCode, Unit, UnitId} from "../../queries/model.ts";
import {type SimilarInDetail, type Structure, similarTo} from "../../queries/similarity.ts";
import type {Slices} from "../slices.ts";
import type {World} from "../world.ts";
import {newestFigures} from "./compare-figures.ts";
import type {Condition} from "./peers-state.ts";
import {municipalitiesOf} from "./places.ts";

export interface Peers {
  /** Nearest first; the gaps are in the order of `counting`. */
  readonly nearest: readonly SimilarInDetail[];
  /** The conditions that have a weight. */
  readonly counting: readonly Condition[];
  /** Municipalities without at least one of the figures. */
  readonly without: readonly Unit[];
  /** Conditions that own municipality has no figure of. */
  readonly lacking: readonly Condition[];
}

export function peersOf(
  home: Unit,
  conditions: readonly Condition[],
  count: number,
  {units}: Pick<World, "units">,
  slices: Slices
): Peers {
  const counting = conditions.filter(({weight}) => weight > 0);
  const all = municipalitiesOf(units);
  const valuesOf = (unit: Unit) => counting.map((condition) => measured(condition, figureOf(condition, unit, slices)));
  const structures = all.flatMap((unit): readonly Structure[] => {
    const values = valuesOf(unit);
    return values.every((value) => value !== null) ? [{municipality: codeOf(unit), values}] : [];
  });
  const found = new Set<string>(structures.map(({municipality}) => municipality));
  const weights = counting.map(({weight}) => weight);
  return {
    nearest: counting.length > 0 ? similarTo(codeOf(home), structures, weights, count) : [],
    counting,
    without: all.filter(({id}) => !found.has(id)),
    lacking: counting.filter((condition) => figureOf(condition, home, slices)?.value == null)
  };
}

export function figureOf({indicator}: Pick<Condition, "indicator">, {id}: Unit, slices: Slices) {
  return newestFigures(slices).get(indicator.id)?.figures.get(id);
}

function measured({transform}: Condition, fact: DisclosedFact | undefined): number | null {
  if (fact?.value == null || (transform === "log" && fact.value <= 0)) return null;
  return transform === "log" ? Math.log(fact.value) : fact.value;
}

function codeOf({id}: Unit): MunicipalityCode {
  return id as string as MunicipalityCode;
}

export function unitOf(code: MunicipalityCode, {units}: Pick<World, "units">): Unit {
  return units.get(code as string as UnitId)!;
}
