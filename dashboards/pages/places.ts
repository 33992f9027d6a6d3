/** Where a unit stands in the hierarchy. */
import type {MunicipalityCode, Unit, UnitId, UnitKind} from "../../queries/model.ts";

export type Units = ReadonlyMap<UnitId, Unit>;

/** From the nation down to the unit's parent. */
export function ancestorsOf(unit: Unit, units: Units): readonly Unit[] {
  const above: Unit[] = [];
  const seen = new Set<string>([unit.id]);
  for (let parent = parentOf(unit, units); parent && !seen.has(parent.id); parent = parentOf(parent, units)) {
    above.unshift(parent);
    seen.add(parent.id);
  }
  return above;
}

const collator = new Intl.Collator("da", {numeric: true});
/** The order of the Danish alphabet; `2.A` before `10.A`. */
export const byName = (a: {readonly name: string}, b: {readonly name: string}) => collator.compare(a.name, b.name);

export const kindOrder: readonly UnitKind[] = [
  "region",
  "municipality",
  "area",
  "school",
  "daycare",
  "leisure",
  "class"
];

/** The units right below, by kind and then by the alphabet; a municipality also lists what lies in its areas. */
export function childrenOf(
  unit: Unit,
  units: Units
): readonly {readonly kind: UnitKind; readonly units: readonly Unit[]}[] {
  const below = [...units.values()].filter((each) => each.id !== unit.id && belongsTo(each, unit));
  const byKind = Map.groupBy(below, (each) => each.kind);
  return kindOrder.flatMap((kind) => {
    const found = byKind.get(kind);
    return found ? [{kind, units: found.toSorted(byName)}] : [];
  });
}

function belongsTo(each: Unit, unit: Unit): boolean {
  if (unit.kind === "municipality") return each.municipality === (unit.id as string) && each.kind !== "class";
  return each.parent === unit.id;
}

/** The name that a municipality goes by in a sentence: `Aarhus Kommune`. */
export function placeName(unit: Unit, language: "da" | "en"): string {
  if (unit.kind === "nation" && language === "en") return "All Denmark";
  if (unit.kind !== "municipality" || /kommune$/i.test(unit.name)) return unit.name;
  return language === "da" ? `${unit.name} Kommune` : `${unit.name} Municipality`;
}

export function municipalitiesOf(units: Units): readonly Unit[] {
  return [...units.values()]
    .filter(({kind}) => kind === "municipality")
    .toSorted((a, b) => a.name.localeCompare(b.name, "da"));
}

export function municipalityOf(unit: Unit, units: Units): Unit | undefined {
  const code: MunicipalityCode | null =
    unit.kind === "municipality" ? (unit.id as string as MunicipalityCode) : unit.municipality;
  return code ? units.get(code as string as UnitId) : undefined;
}

function parentOf(unit: Unit, units: Units): Unit | undefined {
  return unit.parent ? units.get(unit.parent) : undefined;
}
