/** What the overview of institutions follows: whose, of which kind, on which indicators, and in which order. */
import {NotFound} from "../../queries/errors.ts";
import {type Indicator, type IndicatorId, institutionKinds, type Unit, type UnitId} from "../../queries/model.ts";
import type {Address} from "../view.ts";
import type {World} from "../world.ts";
import {sortedIndicators} from "./compare-state.ts";
import {municipalityOf} from "./places.ts";

export type InstitutionKind = (typeof institutionKinds)[number];

export interface InstitutionsState {
  readonly address: Address;
  /** The municipality or area that the institutions belong to. */
  readonly place: Unit;
  readonly home: Unit;
  readonly kind: InstitutionKind;
  /** In the order of the columns. */
  readonly indicators: readonly Indicator[];
  /** What can be chosen. */
  readonly possible: readonly Indicator[];
  readonly sort: {readonly by: Indicator; readonly falling: boolean} | null;
  readonly find: string;
  /** The indicator that is looked at more closely. */
  readonly focus: Indicator | null;
  readonly allPanels: boolean;
  readonly unknown: readonly string[];
  readonly tooMany: boolean;
}

export const mostIndicators = 12;
const usualCount = 6;

/** Structure, process and result side by side; what a release lacks is made up from the rest. */
const usual: Readonly<Record<InstitutionKind, readonly IndicatorId[]>> = {
  school: [
    "school-absence",
    "wellbeing-general",
    "exam-average",
    "parent-satisfaction-school",
    "pupils-per-teacher",
    "staff-sickness-days-per-fte"
  ],
  daycare: [
    "daycare-ratio-0-2",
    "daycare-ratio-3-5",
    "pedagogue-share",
    "language-support-share",
    "parent-satisfaction",
    "staff-sickness"
  ],
  leisure: [
    "leisure-pedagogue-share",
    "parent-response-rate-leisure",
    "parent-satisfaction-leisure",
    "staff-sickness-days-per-fte"
  ]
};

export function institutionsStateOf(address: Address, world: World): InstitutionsState {
  const {query, params} = address;
  const place = world.units.get((params.id ?? "") as UnitId);
  const home = place && municipalityOf(place, world.units);
  if (!place || !home || !(place.kind === "municipality" || place.kind === "area"))
    throw new NotFound("place", params.id ?? "");
  const kind = kindOf(query.slags, place, world);
  const possible = sortedIndicators(world).filter(
    ({kinds, totals, dimension}) => kinds.includes(kind) && !(dimension !== null && totals === "own")
  );
  const ids = (query.tal ?? "").split(",").filter(Boolean);
  const listed = possible.filter(({id}) => ids.includes(id));
  const wanted = listed.length > 0 ? listed : usualOf(kind, possible);
  const indicators = wanted.slice(0, mostIndicators);
  return {
    address,
    place,
    home,
    kind,
    possible,
    indicators,
    sort: sortOf(query.sorter, indicators),
    find: query.q?.trim() ?? "",
    focus: indicators.find(({id}) => id === query.fokus) ?? indicators[0] ?? null,
    allPanels: query.alle === "1",
    unknown: [...new Set([...ids, query.fokus, query.sorter?.replace(/^-/, "")])].filter(
      (id): id is string => Boolean(id) && !possible.some((each) => each.id === id)
    ),
    tooMany: wanted.length > mostIndicators
  };
}

function kindOf(asked: string | undefined, place: Unit, world: World): InstitutionKind {
  const chosen = institutionKinds.find((kind) => kind === asked);
  return chosen ?? institutionKinds.find((kind) => hasKind(kind, place, world)) ?? "school";
}

export function hasKind(kind: InstitutionKind, place: Unit, {units}: Pick<World, "units">): boolean {
  return [...units.values()].some((unit) => unit.kind === kind && isBelow(unit, place));
}

export function isBelow(unit: Unit, place: Unit): boolean {
  return place.kind === "area" ? unit.parent === place.id : unit.municipality === (place.id as string);
}

function usualOf(kind: InstitutionKind, possible: readonly Indicator[]): readonly Indicator[] {
  const known = usual[kind].flatMap((id) => possible.find((each) => each.id === id) ?? []);
  if (known.length > 0) return known;
  return possible.filter(({measure}) => measure !== "count").slice(0, usualCount);
}

function sortOf(text: string | undefined, indicators: readonly Indicator[]): InstitutionsState["sort"] {
  const by = indicators.find(({id}) => id === text?.replace(/^-/, ""));
  return by ? {by, falling: text!.startsWith("-")} : null;
}
