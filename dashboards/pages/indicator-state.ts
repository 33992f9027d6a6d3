/** What the view of one indicator follows, and what is drawn of it. */
import {findClassification} from "../../queries/classifications/index.ts";
import type {DisclosedFact, Indicator, Unit} from "../../queries/model.ts";
import type {Drawn} from "../charts/chart.ts";
import type {TrendRow} from "../charts/trend.ts";
import {formatInterval, formatMembers, formatValue} from "../format.ts";
import {type Slices, unitSlice} from "../slices.ts";
import type {Address} from "../view.ts";
import type {World} from "../world.ts";

export interface IndicatorState {
  readonly address: Address;
  readonly indicator: Indicator;
  /** The place that the page is about. */
  readonly place: Unit;
  /** The municipality that the place is or lies in; null above it. */
  readonly home: Unit | null;
}

/** The figures of one place: over time in `series`, or by category. The first line is the place that the page is about. */
export interface Line {
  readonly role: TrendRow["role"];
  readonly name: string;
  readonly unit: string;
  readonly series: readonly DisclosedFact[];
}

export interface Shown extends IndicatorState {
  readonly world: World;
  readonly lines: readonly Line[];
  readonly spread: Spread;
  /** The newest figures by category, of the place and of the whole it is held against. */
  readonly categories: readonly Line[];
}

/** Every municipality's figure of one period, and the nation's. */
export interface Spread {
  readonly municipalities: readonly DisclosedFact[];
  readonly nation: DisclosedFact | undefined;
}

/** The place by category, and its municipality, else the nation. */
export function categoryLines(
  {indicator}: IndicatorState,
  [own, ...others]: readonly Line[],
  slices: Slices
): readonly Line[] {
  const last = own?.series.findLast(({blank}) => blank === null) ?? own?.series.at(-1);
  if (!indicator.dimension || !own || !last) return [];
  const other = others.find(({role}) => role === "municipality");
  return [own, ...(other ? [other] : [])].map(({unit, ...line}) => ({
    ...line,
    unit,
    series: inOrder(
      slices
        .facts(unitSlice(unit))
        .filter((fact) => fact.indicator === indicator.id && fact.category !== "" && fact.period === last.period),
      indicator.dimension!
    )
  }));
}

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
