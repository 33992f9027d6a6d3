/** What the view of one indicator follows, and what is drawn of it. */
import {findClassification} from "../../queries/classifications/index.ts";
import type {DisclosedFact, Indicator, Unit} from "../../queries/model.ts";
import type {PeriodId} from "../../queries/period.ts";
import type {Drawn} from "../charts/chart.ts";
import type {TrendRow} from "../charts/trend.ts";
import {formatInterval, formatMembers, formatValue} from "../format.ts";
import {type Slices, unitSlice} from "../slices.ts";
import type {Address} from "../view.ts";
import type {World} from "../world.ts";
import type {Circle} from "./indicator-circle.ts";

export const looks = ["strip", "names", "values", "tiles", "map"] as const;
/** How the municipalities are laid out beside each other. */
export type MunicipalityLook = (typeof looks)[number];

/** Something in the address that the release does not know. */
export interface Unknown {
  readonly noun: "municipality" | "unit" | "period" | "group";
  readonly id: string;
}

export interface IndicatorState {
  readonly address: Address;
  readonly indicator: Indicator;
  /** The place that the page is about. */
  readonly place: Unit;
  /** The municipality that the place is or lies in; null above it. */
  readonly home: Unit | null;
  /** Whom the place is compared with. */
  readonly circle: Circle;
  /** The period asked for; null for the newest that is widely filled. */
  readonly asked: string | null;
  readonly look: MunicipalityLook;
  readonly unknown: readonly Unknown[];
}

/** The figures of one place over time. The first line is the place that the page is about. */
export interface Line {
  readonly role: TrendRow["role"];
  readonly name: string;
  readonly unit: string;
  readonly series: readonly DisclosedFact[];
  /** Stands in sentences in place of the role's own words. */
  readonly said?: string;
}

export interface Shown extends IndicatorState {
  readonly world: World;
  /** The period that the page is about; null where the indicator has no figures at all. */
  readonly period: PeriodId | null;
  readonly lines: readonly Line[];
  readonly spread: Spread;
  /** The figures by category, of the place and of the wholes it is held against. */
  readonly categories: readonly Line[];
  /** The place's areas and institutions, or those of its municipality, in the page's period. */
  readonly local: readonly DisclosedFact[];
  /** The same in all periods. */
  readonly localSeries: readonly DisclosedFact[];
  /** Those of `local` that are institutions, by name; of the place's own kind where it is one. */
  readonly institutions: readonly LocalFact[];
}

export interface LocalFact {
  readonly fact: DisclosedFact;
  readonly name: string;
  readonly unit: Unit;
}

/** Every municipality's figure of one period, and the wholes above them. */
export interface Spread {
  readonly period: PeriodId | null;
  readonly municipalities: readonly DisclosedFact[];
  readonly nation: DisclosedFact | undefined;
}

/** The place by category and the wholes that have categories too. */
export function categoryLines(
  {indicator}: IndicatorState,
  lines: readonly Line[],
  period: PeriodId | null,
  slices: Slices
): readonly Line[] {
  const {dimension} = indicator;
  if (!dimension) return [];
  return lines.flatMap((line) => {
    if (line.role === "own" || hasSlice(line.unit)) {
      const facts = slices
        .facts(unitSlice(line.unit))
        .filter((fact) => fact.indicator === indicator.id && fact.category !== "" && fact.period === period);
      return facts.length > 0 || line.role === "own" ? [{...line, series: inOrder(facts, dimension)}] : [];
    }
    return [];
  });
}

const {compare} = new Intl.Collator("da", {numeric: true});
/** The Danish alphabet, and 2 before 10. One collator: a new one for each comparison takes longer than drawing. */
export function byName(a: {readonly name: string}, b: {readonly name: string}): number {
  return compare(a.name, b.name);
}

/** A group of the reader's own has no slice. */
export function hasSlice(unit: string): boolean {
  return unit !== ownGroupUnit;
}
export const ownGroupUnit = "own-group";

/** In the classification's own order. */
export function inOrder(facts: readonly DisclosedFact[], dimension: string): readonly DisclosedFact[] {
  const order = findClassification(dimension)?.codes.map(({code}) => code) ?? [];
  return facts.toSorted((a, b) => order.indexOf(a.category) - order.indexOf(b.category));
}

export function drawnOf({value, low, high, blank}: DisclosedFact): Drawn {
  return blank === null ? {value, low, high, blank} : {value: null, low: null, high: null, blank};
}

/** A figure in a table: its value or the word for its blank, and below it interval and coverage. */
export function cellOf(fact: DisclosedFact | undefined, indicator: Indicator, language: Address["language"]) {
  if (!fact) return {value: "–", note: "", blank: true};
  const bare = {...indicator, measureLabel: "", measureLabelEnglish: ""};
  const interval = formatInterval(fact.low, fact.high, bare, language);
  const members = fact.expected > 1 ? formatMembers(fact.members, fact.expected, language) : "";
  return {
    value: formatValue(fact, indicator, language),
    note: [interval, members].filter(Boolean).join(" · "),
    blank: fact.blank !== null
  };
}
