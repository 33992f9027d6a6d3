/** Which of its equals a unit's figures can be told apart from, by name and by the alphabet; never by rank. */
import type {DisclosedFact, Language, Unit, UnitKind} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatValue} from "../format.ts";
import {isComparable, relationOf, titleOf} from "../sentences.ts";
import {countrySlice, homeSlice, type SliceKey, type Slices} from "../slices.ts";
import {listed} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {groupOf, type World} from "../world.ts";
import {isWhole} from "./newest.ts";
import {municipalityOf, placeName} from "./places.ts";
import {inPackageOrder} from "./unit-order.ts";
import type {Told, UnitState} from "./unit-state.ts";

/** Kinds that are held against each other: within a municipality, and a municipality against its neighbours. */
export const peerKinds = [
  "school",
  "daycare",
  "leisure",
  "area",
  "municipality"
] as const satisfies readonly UnitKind[];
export type PeerKind = (typeof peerKinds)[number];

export function peerKindOf({kind}: Pick<Unit, "kind">): PeerKind | null {
  return peerKinds.find((each) => each === kind) ?? null;
}

/** Figures that can be held against those of equals: without uncertainty everybody differs, and that says nothing. */
export function isPeered({indicator, last}: Pick<Told, "indicator" | "last">): boolean {
  return isComparable(indicator) && indicator.interval !== "none" && last.blank === null && !isWhole(indicator, last);
}

export function peerSlice(unit: Unit, indicator: string): SliceKey {
  return unit.kind === "municipality" ? countrySlice(indicator) : homeSlice(indicator, unit.municipality ?? "");
}

export function peersModel(
  {address, unit}: Pick<UnitState, "address" | "unit">,
  told: readonly Told[],
  world: World,
  slices: Slices
) {
  const {language} = address;
  const kind = peerKindOf(unit);
  const home = municipalityOf(unit, world.units);
  if (!kind || !home) return null;
  const among = equalsOf(unit, world);
  const ordered = inPackageOrder(told.filter(isPeered), {unit});
  const rows = ordered.flatMap(({each: {indicator, last}}) => {
    const facts = slices
      .facts(peerSlice(unit, indicator.id))
      .filter((fact) => fact.period === last.period && fact.category === "" && among.has(fact.unit));
    if (facts.length === 0) return [];
    const place = `${formatValue(last, indicator, language)}, ${periodLabel(last.period, language)}`;
    return [
      {
        id: indicator.id,
        title: titleOf(indicator, language),
        place,
        ...wordsOf(facts, among, (fact) => relationOf(last, fact, indicator), language)
      }
    ];
  });
  const t = webTextOf(language).unitPeers;
  return rows.length > 0 ? {title: t.titles[kind](placeName(home, language)), rows} : null;
}

/** Id → name. */
function equalsOf(unit: Unit, world: World): ReadonlyMap<string, string> {
  const near =
    unit.kind === "municipality"
      ? (groupOf("neighbours", unit.id as string as NonNullable<Unit["municipality"]>, world)?.members ?? [])
      : null;
  const isEqual = (each: Unit) =>
    near
      ? (near as readonly string[]).includes(each.id)
      : each.kind === unit.kind && each.municipality === unit.municipality;
  return new Map(
    [...world.units.values()].filter((each) => each.id !== unit.id && isEqual(each)).map(({id, name}) => [id, name])
  );
}

const order = new Intl.Collator("da", {numeric: true});

function wordsOf(
  facts: readonly DisclosedFact[],
  names: ReadonlyMap<string, string>,
  relation: (fact: DisclosedFact) => ReturnType<typeof relationOf>,
  language: Language
) {
  const t = webTextOf(language).unitPeers;
  const byRelation = Map.groupBy(facts, relation);
  const named = (key: "higher" | "lower" | "same") =>
    (byRelation.get(key) ?? []).map(({unit}) => names.get(unit)!).toSorted(order.compare);
  const [higher, lower, same] = [named("higher"), named("lower"), named("same")];
  const blank = byRelation.get("unknown")?.length ?? 0;
  const say = (label: (count: number) => string, found: readonly string[]) =>
    found.length > 0 ? {label: label(found.length), names: listed(found, t.and)} : null;
  return {
    distinct: [say(t.higher, higher), say(t.lower, lower)].filter((each) => each !== null),
    none: higher.length + lower.length === 0,
    same: say(t.same, same),
    blank: blank > 0 ? t.blank(blank) : null
  };
}
