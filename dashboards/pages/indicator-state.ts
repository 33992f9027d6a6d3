/** What the page of one indicator is made from, and the rows of its charts. */
import {findClassification, labelOf} from "../../queries/classifications/index.ts";
import type {ComparisonGroup, DisclosedFact, Indicator, Language, Unit} from "../../queries/model.ts";
import type {SeriesBreak} from "../../queries/release.ts";
import type {BreakdownRow} from "../charts/breakdown.ts";
import type {Drawn, Look} from "../charts/chart.ts";
import type {StripRow} from "../charts/strip.ts";
import type {TrendRow} from "../charts/trend.ts";
import {webTextOf} from "../text-web.ts";
import type {DefinitionState} from "./indicator-definition.ts";

/** The figures of one place: over time in `series`, or by category. The first line is the place that the page is about. */
export interface Line {
  readonly role: TrendRow["role"];
  readonly name: string;
  readonly series: readonly DisclosedFact[];
}

/** A drawing for wide screens and one for phones. */
export interface Drawing {
  readonly wide: string;
  readonly narrow: string;
}

export interface IndicatorState extends DefinitionState {
  /** The place that the page is about. */
  readonly place: Unit;
  readonly municipalities: readonly Unit[];
  readonly lines: readonly Line[];
  readonly breaks: readonly SeriesBreak[];
  /** Every municipality's figure of one period, and the nation's. */
  readonly spread: readonly DisclosedFact[];
  readonly spreadWhole: DisclosedFact | undefined;
  /** The newest figures by category, of the place and of the whole it is held against. */
  readonly categories: readonly Line[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly drawings: Readonly<Record<"trend" | "strip" | "categories", Drawing | null>>;
}

export const widths = {wide: 760, narrow: 340} as const;

export function lookOf(indicator: Indicator, language: Language, width: number, height: number): Look {
  return {language, width, height, indicator};
}

export function trendRows({
  lines,
  breaks,
  language
}: Pick<IndicatorState, "lines" | "breaks" | "language">): readonly TrendRow[] {
  return lines.flatMap(({role, name, series}) =>
    series.map((fact) => {
      const broken = breaks.some(({period}) => period === fact.period);
      const breakText = broken ? webTextOf(language).indicator.breakNote : null;
      return {...drawnOf(fact), period: fact.period, role, name, breakText};
    })
  );
}

/** `home` is the municipality that the reader is in. */
export function stripRows(
  facts: readonly DisclosedFact[],
  home: string | null,
  groups: readonly ComparisonGroup[],
  units: ReadonlyMap<string, Unit>
): readonly StripRow[] {
  const near = groups.find(({kind, owner}) => kind === "neighbours" && (owner as string | null) === home);
  const neighbours = new Set<string>(near?.members ?? []);
  return facts.map((fact) => {
    const role = fact.unit === home ? "own" : neighbours.has(fact.unit) ? "neighbours" : "other";
    return {...drawnOf(fact), role, name: units.get(fact.unit)?.name ?? fact.unit};
  });
}

export function categoryRows(
  categories: readonly Line[],
  {dimension}: Indicator,
  language: Language
): readonly BreakdownRow[] {
  if (!dimension) return [];
  return categories.flatMap(({role, name, series}) =>
    inOrder(series, dimension).map((fact) => ({
      ...drawnOf(fact),
      role,
      name,
      category: labelOf(dimension, fact.category, language)
    }))
  );
}

/** In the classification's own order. */
export function inOrder(facts: readonly DisclosedFact[], dimension: string): readonly DisclosedFact[] {
  const order = findClassification(dimension)?.codes.map(({code}) => code) ?? [];
  return facts.toSorted((a, b) => order.indexOf(a.category) - order.indexOf(b.category));
}

function drawnOf({value, low, high, blank}: DisclosedFact): Drawn {
  return blank === null ? {value, low, high, blank} : {value: null, low: null, high: null, blank};
}
