import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {formatBlank, formatMembers} from "../format.ts";
import {listed, textOf} from "../text.ts";
import {type Relation, relationOf} from "./relation.ts";
import {shortValue} from "./short-value.ts";

export const comparatorKinds = ["school", "area", "municipality", "neighbours", "similar", "region", "nation"] as const;
export type ComparatorKind = (typeof comparatorKinds)[number];

/** Whom a figure is compared with. */
export interface Comparator {
  readonly kind: ComparatorKind;
  readonly fact: DisclosedFact | undefined;
  /** Stands in the sentence in place of the kind's own words, e.g. `6-byerne`. */
  readonly name?: string;
}

/** A count says how large a unit is; a municipality's count is no measure for an institution's. */
export function isComparable({measure}: Pick<Indicator, "measure">): boolean {
  return measure !== "count";
}

/** One or two sentences on how the figure stands to the others, without a verdict. Empty where there is nothing to compare. */
export function comparisonSentence(
  own: DisclosedFact,
  comparators: readonly Comparator[],
  indicator: Indicator,
  language: Language
): string {
  if (own.blank !== null || !isComparable(indicator)) return "";
  const clauses = clausesOf(own, comparators, indicator, language);
  const missing = missingOf(own, comparators, language);
  const {subject} = words[language];
  const sentence = clauses.length > 0 ? `${subject} ${listed(clauses, textOf(language).and)}.` : "";
  return [sentence, missing].filter(Boolean).join(" ");
}

function clausesOf(
  own: DisclosedFact,
  comparators: readonly Comparator[],
  indicator: Indicator,
  language: Language
): readonly string[] {
  const {is, joints, names} = words[language];
  const {and, or} = textOf(language);
  return (["higher", "lower", "same"] as const).flatMap((relation) => {
    const met = comparators.filter(({fact}) => relationOf(own, fact, indicator) === relation);
    if (met.length === 0) return [];
    const parts = met.map(({kind, fact, name = names[kind]}) => {
      const remarks = [
        ...(relation === "same" ? [] : [shortValue(fact!, indicator, language)]),
        ...someOf(fact!, language)
      ];
      return remarks.length > 0 ? `${name} (${remarks.join("; ")})` : name;
    });
    return [`${is[relation]} ${joints[relation]}${listed(parts, relation === "same" ? or : and)}`];
  });
}

/** `9 af 10`, where not all members of the whole have a figure. */
function someOf({members, expected}: DisclosedFact, language: Language): readonly string[] {
  return members < expected ? [formatMembers(members, expected, language)] : [];
}

function missingOf(own: DisclosedFact, comparators: readonly Comparator[], language: Language): string {
  const {names, without, other, thin} = words[language];
  const {and} = textOf(language);
  const blank = comparators.filter(({fact}) => fact && fact.blank !== null);
  const [concealed, plain] = [blank.filter(isConcealedGroup), blank.filter((each) => !isConcealedGroup(each))];
  const differing = comparators.filter(({fact}) => fact && fact.blank === null && fact.version !== own.version);
  const reasons = plain.map(({kind, fact, name = names[kind]}) => `${name} (${formatBlank(fact!.blank!, language)})`);
  const namesOf = (some: readonly Comparator[]) =>
    listed(
      some.map(({kind, name = names[kind]}) => name),
      and
    );
  return [
    plain.length > 0 ? `${without} ${listed(reasons, and)}.` : "",
    concealed.length > 0 ? `${without} ${namesOf(concealed)}: ${thin}.` : "",
    differing.length > 0 ? `${other} ${namesOf(differing)}.` : ""
  ]
    .filter(Boolean)
    .join(" ");
}

/** A group's figure is never hidden for its own sake: too few of its members' figures can be shown. */
function isConcealedGroup({kind, fact}: Comparator): boolean {
  return (kind === "neighbours" || kind === "similar") && fact?.blank === "hidden";
}

/** How the figure stands to one other, for a cell in a table. */
export function relationWords(relation: Relation, language: Language): string {
  return textOf(language).comparison.relations[relation];
}

const words = {
  da: {
    subject: "Tallet",
    is: {higher: "er højere end", lower: "er lavere end", same: "kan ikke skelnes fra"},
    joints: {higher: "i ", lower: "i ", same: ""},
    without: "Der er ikke noget tal for",
    thin: "for få af dem har et tal, der kan vises",
    other: "En anden definition gælder for",
    names: {
      school: "skolen",
      area: "området",
      municipality: "kommunen",
      neighbours: "nabokommunerne",
      similar: "lignende kommuner",
      region: "regionen",
      nation: "hele landet"
    }
  },
  en: {
    subject: "The figure",
    is: {higher: "is higher than", lower: "is lower than", same: "cannot be told apart from"},
    joints: {higher: "in ", lower: "in ", same: ""},
    without: "There is no figure for",
    thin: "too few of them have a figure that can be shown",
    other: "Another definition holds for",
    names: {
      school: "the school",
      area: "the area",
      municipality: "the municipality",
      neighbours: "the neighbouring municipalities",
      similar: "similar municipalities",
      region: "the region",
      nation: "all Denmark"
    }
  }
} as const;
