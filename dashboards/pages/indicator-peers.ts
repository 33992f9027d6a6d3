/** Against whom can the place be told apart, and how many persons is that. */
import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {formatInterval, formatNumber, formatValue} from "../format.ts";
import {hrefOf} from "../link.ts";
import {printedDifference, readableDifferenceOf} from "../sentences/relation.ts";
import {isComparable, type Relation, relationOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {differenceSize, differenceWords, personsWords} from "./indicator-amount.ts";
import {isInstitution, pluralOf} from "./indicator-local.ts";
import {byName, type Shown} from "./indicator-state.ts";

interface Peer {
  readonly fact: DisclosedFact;
  readonly name: string;
}

const order = ["higher", "lower", "same", "unknown"] as const satisfies readonly Relation[];

/** Null where the place has nobody of its own kind beside it, or no figure. */
export function peersModel(shown: Shown) {
  const {address, indicator, place, period, lines} = shown;
  const {language} = address;
  const own = lines[0]?.series.find((fact) => fact.period === period);
  const {peers, plural} = peersOf(shown);
  if (!own || peers.length === 0 || !isComparable(indicator)) return null;
  const t = webTextOf(language).indicatorView.peers;
  if (own.blank !== null)
    return {heading: t.heading(plural, place.name), lead: t.noOwn(formatValue(own, indicator, language)), sets: []};
  const byRelation = Map.groupBy(peers, ({fact}) => relationOf(fact, own, indicator));
  const sets = order.flatMap((relation) => {
    const found = byRelation.get(relation) ?? [];
    return found.length === 0 ? [] : [setOf(relation, found, own, plural, shown)];
  });
  const count = (relation: Relation) => byRelation.get(relation)?.length ?? 0;
  return {
    heading: t.heading(plural, place.name),
    lead: leadOf(own, count("higher") + count("lower"), peers.length - count("unknown"), plural, shown),
    sets
  };
}

/** Of those with a figure: who has none can be told apart from nobody. */
function leadOf(own: DisclosedFact, told: number, known: number, plural: string, shown: Shown): string {
  const {address, indicator, place} = shown;
  const {language} = address;
  const t = webTextOf(language).indicatorView.peers;
  if (known === 0) return t.nobody(plural);
  const words = known === 1 ? singularOf(plural, language) : plural;
  const [some, all] = [told, known].map((count) => formatNumber(count, 0, language));
  return t.lead(some!, all!, words, place.name, ruleOf(own, indicator, language));
}

/** When two of the figures are told apart, in words. */
function ruleOf(own: DisclosedFact, indicator: Indicator, language: Language): string {
  const t = webTextOf(language).indicatorView.peers;
  const readable = readableDifferenceOf(own, indicator);
  return [
    indicator.interval === "none" ? "" : t.overlap,
    readable === null ? "" : t.readable(differenceSize(readable, indicator, language)),
    indicator.interval === "none" && readable === null ? t.exact : ""
  ]
    .filter(Boolean)
    .join(" ");
}

/** Institutions of the same kind in the municipality, areas beside an area, and of a municipality its group or all. */
function peersOf(shown: Shown): {readonly peers: readonly Peer[]; readonly plural: string} {
  const {address, place, circle, spread, local, world} = shown;
  const kinds = textOf(address.language).kindsPlural;
  if (isInstitution(place)) {
    const {institutions: all} = shown;
    return {peers: all.filter(({unit}) => unit.id !== place.id), plural: pluralOf(all, address.language)};
  }
  const named = (facts: readonly DisclosedFact[]) =>
    facts
      .filter(({unit}) => unit !== place.id)
      .map((fact) => ({fact, name: world.units.get(fact.unit)?.name ?? fact.unit}))
      .toSorted(byName);
  if (place.kind === "area")
    return {peers: named(local.filter(({unit}) => world.units.get(unit)?.kind === "area")), plural: kinds.area};
  if (place.kind !== "municipality") return {peers: [], plural: ""};
  const members = new Set<string>(circle.members);
  return {peers: named(spread.municipalities.filter(({unit}) => members.has(unit))), plural: kinds.municipality};
}

function setOf(relation: Relation, peers: readonly Peer[], own: DisclosedFact, plural: string, shown: Shown) {
  const {address, indicator} = shown;
  const {language} = address;
  const t = webTextOf(language).indicatorView.peers;
  const persons = peers.reduce((sum, {fact}) => sum + (fact.persons ?? 0), 0);
  return {
    id: `skel-${relation}`,
    relation,
    isTold: relation === "higher" || relation === "lower",
    title: t.titles[relation],
    count: t.count(
      formatNumber(peers.length, 0, language),
      peers.length === 1 ? singularOf(plural, language) : plural,
      persons > 0 ? personsWords(persons, indicator, language) : ""
    ),
    heads: {place: t.place, value: t.value, difference: t.difference, persons: t.persons},
    rows: peers.map(({fact, name}) => rowOf(fact, name, own, relation, shown))
  };
}

function singularOf(plural: string, language: Language): string {
  return webTextOf(language).indicatorView.singular[plural as "skoler"] ?? plural;
}

function rowOf(fact: DisclosedFact, name: string, own: DisclosedFact, relation: Relation, shown: Shown) {
  const {address, indicator} = shown;
  const {language, path, query} = address;
  const isPlace = /^\d{3}$/.test(fact.unit);
  return {
    name,
    href: hrefOf(language, path) + searchOf(query, isPlace ? {kommune: fact.unit, enhed: null} : {enhed: fact.unit}),
    value: formatValue(fact, indicator, language),
    interval: bareInterval(fact, indicator, language),
    blank: fact.blank !== null,
    difference:
      relation === "unknown" || fact.value === null || own.value === null
        ? ""
        : differenceWords(printedDifference(fact.value, own.value, indicator), indicator, language),
    persons: fact.persons ? personsWords(fact.persons, indicator, language) : "–"
  };
}

function bareInterval({low, high}: DisclosedFact, indicator: Indicator, language: Language): string {
  return formatInterval(low, high, {...indicator, measureLabel: "", measureLabelEnglish: ""}, language);
}
