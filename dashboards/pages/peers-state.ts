/** What the search for similar municipalities follows: whose, which conditions with what weight, and two further indicators. */
import {NotFound} from "../../queries/errors.ts";
import type {Indicator, IndicatorId, MunicipalityCode, Unit, UnitId} from "../../queries/model.ts";
import {type Resource, resources} from "../../queries/reference/resources.ts";
import {type SimilarityVariable, similarCount, similarityVariables} from "../../queries/reference/similarity.ts";
import type {Address} from "../view.ts";
import {groupOf, type World} from "../world.ts";
import {sortedIndicators} from "./compare-state.ts";

export interface Condition {
  readonly indicator: Indicator;
  readonly transform: SimilarityVariable["transform"];
  readonly weight: number;
  /** As in the release's own groups; 0 for what the reader has added. */
  readonly usual: number;
}

export interface PeersState {
  readonly address: Address;
  readonly home: Unit | null;
  readonly conditions: readonly Condition[];
  /** What can be added. */
  readonly others: readonly Indicator[];
  readonly count: number;
  readonly result: Indicator | null;
  readonly resource: (Resource & {readonly about: Indicator}) | null;
  readonly unknown: readonly string[];
}

export const weightPrefix = "vaegt-";
export const mostWeight = 10;
export const counts = [5, 10, 15, 20] as const;

export function peersStateOf(address: Address, world: World): PeersState {
  const {query} = address;
  const home = query.kommune ? (world.units.get(query.kommune as UnitId) ?? null) : null;
  if (query.kommune && home?.kind !== "municipality") throw new NotFound("municipality", query.kommune);
  const given = weightsOf(query);
  const conditions = conditionsOf(given, home, world);
  const known = new Set(conditions.map(({indicator}) => indicator.id));
  const named = [...given.keys(), query.resultat, query.ressource].filter((id): id is string => Boolean(id));
  return {
    address,
    home,
    conditions,
    others: sortedIndicators(world).filter((each) => isCondition(each) && !known.has(each.id)),
    count: counts.find((each) => String(each) === query.antal) ?? similarCount,
    result: resultsOf(world).find(({id}) => id === query.resultat) ?? null,
    resource: resourcesOf(world).find(({indicator}) => indicator === query.ressource) ?? null,
    unknown: named.filter((id) => !world.indicators.has(id))
  };
}

function weightsOf(query: Address["query"]): ReadonlyMap<IndicatorId, number> {
  const weights = Object.entries(query).flatMap(([name, value]) => {
    const weight = Number(value.replace(",", "."));
    return name.startsWith(weightPrefix) && weight >= 0 && weight <= mostWeight
      ? [[name.slice(weightPrefix.length), weight] as const]
      : [];
  });
  return new Map([...(query.tilfoej ? [[query.tilfoej, 1] as const] : []), ...weights]);
}

/** The usual ones in their own order, then what the reader has added. */
function conditionsOf(given: ReadonlyMap<IndicatorId, number>, home: Unit | null, world: World): readonly Condition[] {
  const group = home ? groupOf("similar", home.id as string as MunicipalityCode, world) : undefined;
  const frozen = new Map(group?.variables.map(({indicator, weight}) => [indicator, weight]));
  const usual = similarityVariables.flatMap(({indicator: id, transform, weight: declared}): readonly Condition[] => {
    const indicator = world.indicators.get(id);
    const plain = group ? (frozen.get(id) ?? 0) : declared;
    return indicator ? [{indicator, transform, weight: given.get(id) ?? plain, usual: plain}] : [];
  });
  const added = [...given].flatMap(([id, weight]): readonly Condition[] => {
    const indicator = world.indicators.get(id);
    const isNew = indicator && !usual.some((each) => each.indicator.id === id);
    return isNew ? [{indicator, transform: indicator.measure === "count" ? "log" : "none", weight, usual: 0}] : [];
  });
  return [...usual, ...added];
}

/** Anything that all municipalities may have, but for results: those are what one wants to see beside the conditions. */
function isCondition({kinds, quality}: Indicator): boolean {
  return kinds.includes("municipality") && quality === "structure";
}

export function resultsOf(world: Pick<World, "indicators">): readonly Indicator[] {
  return sortedIndicators(world).filter(({quality, better}) => quality === "result" && better !== "context");
}

export function resourcesOf({
  indicators
}: Pick<World, "indicators">): readonly (Resource & {readonly about: Indicator})[] {
  return resources.flatMap((resource) => {
    const about = indicators.get(resource.indicator);
    return about ? [{...resource, about}] : [];
  });
}
