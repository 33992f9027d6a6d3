/** The place that an address asks for, and what it asks for that the release does not know. */
import {type MunicipalityCode, nation, type Unit, type UnitId} from "../../queries/model.ts";
import type {Address} from "../view.ts";
import type {World} from "../world.ts";
import type {Unknown} from "./indicator-state.ts";
import {municipalityOf} from "./places.ts";

export interface Placed {
  readonly place: Unit;
  readonly home: Unit | null;
  readonly unknown: readonly Unknown[];
}

/** A unit of another municipality than the one that is asked for is left out, since the reader has just changed municipality. */
export function placedOf({query}: Address, {units}: World): Placed {
  const unknown: Unknown[] = [];
  const wanted = query.kommune ? units.get(query.kommune as UnitId) : undefined;
  if (query.kommune && wanted?.kind !== "municipality") unknown.push({noun: "municipality", id: query.kommune});
  const municipality = wanted?.kind === "municipality" ? wanted : null;
  const unit = query.enhed ? units.get(query.enhed as UnitId) : undefined;
  if (query.enhed && !unit && !isUnloaded(municipality, units)) unknown.push({noun: "unit", id: query.enhed});
  const isElsewhere = municipality && unit && municipalityOf(unit, units)?.id !== municipality.id;
  const place = (unit && !isElsewhere ? unit : municipality) ?? units.get(nation)!;
  return {place, home: municipalityOf(place, units) ?? null, unknown};
}

/** The browser learns a municipality's units when it has seen that they are needed. */
function isUnloaded(municipality: Unit | null, units: World["units"]): boolean {
  if (!municipality) return false;
  const code = municipality.id as string as MunicipalityCode;
  for (const each of units.values()) if (each.municipality === code && each.id !== municipality.id) return false;
  return true;
}
