/** What the comparison follows: whose figures, against whom, and which indicators. */

import {NotFound} from "../../queries/errors.ts";
import type {Area, Indicator, Unit, UnitId} from "../../queries/model.ts";
import {areas, qualities} from "../../queries/model.ts";
import type {Address} from "../view.ts";
import type {World} from "../world.ts";
import {type Comparand, comparandsOf, ownComparand, ownGroupPattern} from "./compare-groups.ts";
import {municipalityOf, placeName} from "./places.ts";

export interface CompareState {
  readonly address: Address;
  readonly home: Unit | null;
  readonly own: Own | null;
  /** Every group there is for the unit, a group of the reader's own last. */
  readonly comparands: readonly Comparand[];
  readonly against: Comparand | null;
  readonly picks: Picks;
  readonly onlyDifferent: boolean;
  readonly pair: {readonly x: Indicator | null; readonly y: Indicator | null};
  /** What the address names and the release does not know. */
  readonly unknown: readonly string[];
}

export interface Own {
  readonly id: UnitId;
  /** Null in the browser until the units of the municipality are there. */
  readonly unit: Unit | null;
  readonly name: string;
}

/** `area`: all of one area; `list`: chosen one by one; `all`. */
export interface Picks {
  readonly kind: "area" | "list" | "all";
  readonly area: Area | null;
  readonly indicators: readonly Indicator[];
}

export function compareStateOf(address: Address, world: World): CompareState {
  const {query} = address;
  const {home, own} = placesOf(query, world);
  const made = ownComparand(query, world.units, address.language);
  const comparands = home && own ? [...comparandsOf(own, home, world, address.language), ...made] : [];
  const against = chosenOf(query.gruppe, comparands);
  const {picks, missing} = picksOf(query, world);
  const pairOf = (id: string | undefined) => (id && world.indicators.get(id)) || null;
  const pairMissing = [query.x, query.y].filter((id): id is string => Boolean(id) && !world.indicators.has(id!));
  const groupMissing = query.gruppe && home && against?.key !== query.gruppe ? [query.gruppe] : [];
  const members = ownGroupPattern.test(query.gruppe ?? "") ? strangers(query.gruppe!, world) : [];
  return {
    address,
    home,
    own,
    comparands,
    against,
    picks,
    onlyDifferent: query.kun === "forskelle",
    pair: {x: pairOf(query.x), y: pairOf(query.y)},
    unknown: [...(members.length > 0 ? members : groupMissing), ...missing, ...pairMissing]
  };
}

function placesOf(query: Address["query"], {units}: World): {readonly home: Unit | null; readonly own: Own | null} {
  const given = query.enhed ? units.get(query.enhed as UnitId) : undefined;
  const code = given ? municipalityOf(given, units)?.id : query.kommune;
  const home = code ? (units.get(code as UnitId) ?? null) : null;
  if (query.kommune && !given && home?.kind !== "municipality") throw new NotFound("municipality", query.kommune);
  if (query.enhed && !home) throw new NotFound("unit", query.enhed);
  if (!home) return {home, own: null};
  if (!query.enhed || given?.kind === "municipality")
    return {home, own: {id: home.id, unit: home, name: placeName(home, "da")}};
  return {home, own: {id: query.enhed as UnitId, unit: given ?? null, name: given?.name ?? query.enhed}};
}

/** The neighbours, where there are any; an institution is held against its municipality first. */
function chosenOf(key: string | undefined, comparands: readonly Comparand[]): Comparand | null {
  const chosen = comparands.find((each) => each.key === key);
  if (chosen) return chosen;
  return comparands.find(({members}) => members.length > 0) ?? comparands[0] ?? null;
}

/** Everything, unless one area or a list is asked for. */
function picksOf(query: Address["query"], world: World) {
  const listed = sortedIndicators(world);
  const ids = (query.tal ?? "").split(",").filter(Boolean);
  if (!query.omraade && ids.length > 0) {
    const picks: Picks = {kind: "list", area: null, indicators: listed.filter(({id}) => ids.includes(id))};
    return {picks, missing: ids.filter((id) => !world.indicators.has(id))};
  }
  const area = areas.find((each) => each === query.omraade) ?? null;
  const missing = query.omraade && query.omraade !== "alle" && !area ? [query.omraade] : [];
  const indicators = area ? listed.filter((indicator) => indicator.area === area) : listed;
  return {picks: {kind: area ? "area" : "all", area, indicators} satisfies Picks, missing};
}

/** By area, then structure, process, result, then the alphabet. */
export function sortedIndicators({indicators}: Pick<World, "indicators">): readonly Indicator[] {
  return [...indicators.values()].toSorted(
    (a, b) =>
      areas.indexOf(a.area) - areas.indexOf(b.area) ||
      qualities.indexOf(a.quality) - qualities.indexOf(b.quality) ||
      a.title.localeCompare(b.title, "da")
  );
}

function strangers(list: string, {units}: World): readonly string[] {
  return list.split(",").filter((code) => units.get(code as UnitId)?.kind !== "municipality");
}
