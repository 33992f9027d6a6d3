import type {Series} from "../../dashboards/sentences.ts";
import type {
  ComparisonGroup,
  Coverage,
  DisclosedFact,
  Indicator,
  IndicatorId,
  Language,
  Observation,
  Unit,
  UnitId
} from "../../queries/model.ts";
import type {DataPackage} from "../../queries/packages/data-package.ts";
import type {PeriodId} from "../../queries/period.ts";
import type {Agreement} from "../../queries/registry/agreements.ts";
import type {SeriesBreak} from "../../queries/release.ts";
import type {Erratum} from "./erratum.ts";

/** What names an issue on its front page. */
export interface IssueMark {
  readonly id: string;
  readonly release: string;
  readonly checksum: string;
  readonly replaces: string | null;
  /** Null where the issue corrects none that is out. */
  readonly erratum: Erratum | null;
  readonly demonstration: boolean;
}

/** Everything a report is made of; a report is a pure function of this. */
export interface PackageFacts {
  readonly dataPackage: DataPackage;
  readonly language: Language;
  readonly period: PeriodId;
  readonly unit: Unit;
  readonly municipality: Unit;
  readonly area: Unit | null;
  readonly region: Unit | null;
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
  readonly facts: FactIndex;
  readonly neighbours: ComparisonGroup | null;
  readonly similar: ComparisonGroup | null;
  /** Units below the unit, by name. */
  readonly below: readonly Unit[];
  /** The country's municipalities by code; only where the package places the unit among them. */
  readonly municipalities: readonly Unit[];
  readonly observations: readonly Observation[];
  readonly coverage: readonly Coverage[];
  readonly agreements: readonly Agreement[];
  readonly breaks: readonly SeriesBreak[];
  readonly issue: IssueMark;
}

/** Facts by unit and indicator, oldest first; the periods of one indicator are of one kind and sort as text. */
export interface FactIndex {
  /** Figures of all categories together. */
  series(unit: UnitId | string, indicator: IndicatorId): Series;
  categories(unit: UnitId | string, indicator: IndicatorId, period: PeriodId): readonly DisclosedFact[];
  /** Every fact of the unit. */
  of(unit: UnitId | string): readonly DisclosedFact[];
}

export function indexFacts(facts: readonly DisclosedFact[]): FactIndex {
  const byUnit = new Map<string, DisclosedFact[]>();
  const totals = new Map<string, DisclosedFact[]>();
  const parts = new Map<string, DisclosedFact[]>();
  for (const fact of facts) {
    push(byUnit, fact.unit, fact);
    if (fact.category === "") push(totals, `${fact.unit} ${fact.indicator}`, fact);
    else push(parts, `${fact.unit} ${fact.indicator} ${fact.period}`, fact);
  }
  for (const series of totals.values()) series.sort((a, b) => (a.period < b.period ? -1 : 1));
  return {
    series: (unit, indicator) => totals.get(`${unit} ${indicator}`) ?? [],
    categories: (unit, indicator, period) => parts.get(`${unit} ${indicator} ${period}`) ?? [],
    of: (unit) => byUnit.get(unit) ?? []
  };
}

function push(map: Map<string, DisclosedFact[]>, key: string, fact: DisclosedFact): void {
  const list = map.get(key);
  if (list) list.push(fact);
  else map.set(key, [fact]);
}
