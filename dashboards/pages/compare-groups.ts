/** Whom a unit can be held against: the groups of the release, and a group of the reader's own. */
import type {ComparisonGroup, Language, MunicipalityCode, Unit, UnitId} from "../../queries/model.ts";
import {nation} from "../../queries/model.ts";
import {newestSlice, type SliceKey, unitSlice} from "../slices.ts";
import {webTextOf} from "../text-web.ts";
import type {Address} from "../view.ts";
import {groupOf, type World} from "../world.ts";
import type {Own} from "./compare-state.ts";
import {municipalitiesOf, placeName} from "./places.ts";

export interface Comparand {
  /** Its value in the address. */
  readonly key: string;
  readonly title: string;
  /** In a sentence: `nabokommunerne`. */
  readonly whom: string;
  readonly members: readonly MunicipalityCode[];
  /** Whose figures it has in the release; null for a group of the reader's own. */
  readonly unit: UnitId | null;
  /** Where its figures are. */
  readonly slice: SliceKey;
  readonly basis: string;
  readonly group: ComparisonGroup | null;
}

export const ownGroupPattern = /^\d{3}(,\d{3})*$/;

/** In the order of the chooser; neighbours stand there for an island too, with nobody in it. */
export function comparandsOf(own: Own, home: Unit, world: World, language: Language): readonly Comparand[] {
  const t = webTextOf(language).compare;
  const code = home.id as string as MunicipalityCode;
  const frozen = (key: string, group: ComparisonGroup | undefined, title: string, whom: string) =>
    group ? [frozenComparand(key, group, title, whom)] : [];
  const region = world.groups.find(({kind, id}) => kind === "region" && id === home.parent);
  return [
    ...(own.id === home.id ? [] : [municipalityComparand(home, language)]),
    ...frozen("naboer", groupOf("neighbours", code, world), t.groups.neighbours, t.whom.neighbours),
    ...frozen("lignende", groupOf("similar", code, world), t.groups.similar, t.whom.similar),
    ...frozen("region", region, region?.title ?? "", region?.title ?? ""),
    ...world.groups
      .filter(({kind}) => kind === "named")
      .map((group) => frozenComparand(group.id, group, group.title, group.title)),
    countryComparand(world, language)
  ];
}

function frozenComparand(key: string, group: ComparisonGroup, title: string, whom: string): Comparand {
  const {id, members, basis, kind} = group;
  const slice = kind === "region" ? newestSlice : unitSlice(id);
  return {key, title, whom, members, unit: id, slice, basis, group};
}

function municipalityComparand(home: Unit, language: Language): Comparand {
  const t = webTextOf(language).compare;
  const members = [home.id as string as MunicipalityCode];
  const title = placeName(home, language);
  return {
    key: "kommunen",
    title,
    whom: t.whom.municipality,
    members,
    unit: home.id,
    slice: newestSlice,
    basis: "",
    group: null
  };
}

function countryComparand({units}: World, language: Language): Comparand {
  const t = webTextOf(language).compare;
  const members = municipalitiesOf(units).map(({id}) => id as string as MunicipalityCode);
  const {nation: title} = t.groups;
  return {key: "alle", title, whom: t.whom.nation, members, unit: nation, slice: newestSlice, basis: "", group: null};
}

/** The group that the address spells out; municipalities that nobody knows are left out. */
export function ownComparand(
  {gruppe, navn}: Address["query"],
  units: World["units"],
  language: Language
): readonly Comparand[] {
  if (!gruppe || !ownGroupPattern.test(gruppe)) return [];
  const codes = new Set(gruppe.split(","));
  const members = municipalitiesOf(units)
    .filter(({id}) => codes.has(id))
    .map(({id}) => id as string as MunicipalityCode);
  const name = navn?.trim() || webTextOf(language).compare.nameDefault;
  const made = {
    title: name,
    whom: webTextOf(language).compare.quoted(name),
    members,
    unit: null,
    slice: newestSlice,
    basis: "",
    group: null
  };
  return members.length > 0 ? [{key: gruppe, ...made}] : [];
}
