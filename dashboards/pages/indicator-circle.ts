/** Whom a place is compared with: a frozen group of the release, or the reader's own group of municipalities. */
import {type ComparisonGroup, type Language, type MunicipalityCode, nation, type Unit} from "../../queries/model.ts";
import type {Role} from "../charts/chart.ts";
import type {SliceKey} from "../slices.ts";
import {unitSlice} from "../slices.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {Address} from "../view.ts";
import {groupOf, type World} from "../world.ts";
import {ownGroupUnit} from "./indicator-state.ts";

export interface Circle {
  /** As it stands in the address: `naboer`, `lignende`, `region`, `alle`, a named group's id, or codes with commas. */
  readonly choice: string;
  readonly name: string;
  /** Of the group's figures. */
  readonly unit: string;
  readonly role: Role;
  readonly members: readonly MunicipalityCode[];
  /** How it was made. */
  readonly basis: string;
  readonly isOwn: boolean;
}

export const frozenChoices = {naboer: "neighbours", lignende: "similar", region: "region"} as const;
type FrozenChoice = keyof typeof frozenChoices;

/** Null for a choice that the release does not know or that the place cannot have. */
export function circleOf({query, language}: Address, place: Unit, home: Unit | null, world: World): Circle | null {
  const choice = query.gruppe ?? defaultChoice(place, home, world);
  if (/^[\d,]+$/.test(choice)) return ownCircle(choice, query.navn ?? "", language, world);
  return frozenCircle(choice, place, home, language, world);
}

/** The groups that a place can be compared with. */
export function circlesOf(place: Unit, home: Unit | null, language: Language, world: World): readonly Circle[] {
  const named = world.groups.filter(({kind}) => kind === "named").map(({id}) => id);
  return [...Object.keys(frozenChoices), ...named, "alle"].flatMap(
    (choice) => frozenCircle(choice, place, home, language, world) ?? []
  );
}

export function defaultChoice(place: Unit, home: Unit | null, world: World): string {
  return (["naboer", "region"] as const).find((choice) => frozenGroup(choice, place, home, world)) ?? "alle";
}

/** What must be loaded to show the group; a group of one's own is added up from the municipalities. */
export function circleSlices({unit, isOwn}: Circle): readonly SliceKey[] {
  return isOwn ? [] : [unitSlice(unit)];
}

function frozenCircle(choice: string, place: Unit, home: Unit | null, language: Language, world: World): Circle | null {
  const names = textOf(language).comparators;
  if (choice === "alle") {
    const group = world.groups.find(({kind}) => kind === "nation");
    const members = group?.members ?? [];
    return {
      choice,
      name: names.nation,
      unit: nation,
      role: "nation",
      members,
      basis: group?.basis ?? "",
      isOwn: false
    };
  }
  const group = frozenGroup(choice, place, home, world);
  if (!group) return null;
  const {kind, members, basis, id} = group;
  const name = kind === "neighbours" ? names.neighbours : kind === "similar" ? names.similar : group.title;
  return {choice, name, unit: id, role: kind === "named" ? "similar" : kind, members, basis, isOwn: false};
}

function frozenGroup(choice: string, place: Unit, home: Unit | null, world: World): ComparisonGroup | undefined {
  if (choice === "region") {
    const region = place.kind === "region" ? place.id : home?.parent;
    return world.groups.find(({kind, id}) => kind === "region" && id === region);
  }
  if (choice in frozenChoices) {
    if (!home) return undefined;
    const kind = frozenChoices[choice as FrozenChoice];
    const group = groupOf(kind, home.id as unknown as MunicipalityCode, world);
    return group && group.members.length > 0 ? group : undefined;
  }
  return world.groups.find(({kind, id}) => kind === "named" && id === choice);
}

/** Codes that are no municipality make the whole choice unknown. */
function ownCircle(choice: string, name: string, language: Language, {units}: World): Circle | null {
  const members = [...new Set(choice.split(","))].toSorted() as unknown as readonly MunicipalityCode[];
  if (!members.every((code) => units.get(code as never)?.kind === "municipality")) return null;
  const t = webTextOf(language).indicatorView;
  return {
    choice: members.join(","),
    name: name.trim() || t.ownGroup,
    unit: ownGroupUnit,
    role: "similar",
    members,
    basis: t.ownGroupBasis,
    isOwn: true
  };
}
