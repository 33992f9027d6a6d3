/** Where a unit lies, as rights are given: by unit, by what it lies in, and by municipality. */
import {ancestorsOf, type Units} from "../dashboards/pages/places.ts";
import {type Place, placeOf} from "../queries/access.ts";
import type {Unit, UnitId} from "../queries/model.ts";

const known = new WeakMap<Units, Map<Unit, readonly string[]>>();

/** The unit and what it lies in, its municipality included; found once for each release. */
export function linesOf(unit: Unit, units: Units): readonly string[] {
  const own = known.get(units) ?? new Map<Unit, readonly string[]>();
  known.set(units, own);
  const lines = own.get(unit) ?? findLines(unit, units);
  own.set(unit, lines);
  return lines;
}

function findLines(unit: Unit, units: Units): readonly string[] {
  const above = ancestorsOf(unit, units).map(({id}) => String(id));
  return [...new Set([String(unit.id), ...above, ...(unit.municipality ? [String(unit.municipality)] : [])])];
}

export function placeOfUnit(unit: Unit, units: Units): Place {
  return placeOf({municipalities: [String(unit.municipality ?? unit.id)], units: linesOf(unit, units)});
}

/** Of a unit that the release does not know only the municipality can be told. */
export function placeOfId(id: string, municipality: string, units: Units | null): Place {
  const unit = units?.get(id as UnitId);
  return unit && units ? placeOfUnit(unit, units) : placeOf({municipalities: [municipality], units: [id]});
}
