/** The newest figures of a unit as a calm table: value, interval, period, and how it stands to others in words. */
import type {DisclosedFact, Indicator, IndicatorId, Language, Quality, Unit} from "../../queries/model.ts";
import {qualities} from "../../queries/model.ts";
import {comparePeriods, periodLabel} from "../../queries/period.ts";
import {explainBlank, formatInterval, formatValue} from "../format.ts";
import {indicatorHref} from "../link.ts";
import {isComparable, relationOf, titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {isWhole, newestOf} from "./newest.ts";

export const whomKinds = ["school", "municipality", "neighbours", "nation"] as const;
/** Whom a unit's figures are held against in the table; `unit` is the unit or group that has the facts. */
export interface Whom {
  readonly kind: (typeof whomKinds)[number];
  readonly unit: string;
}

export function whomOf(unit: Unit): readonly Whom[] {
  const {kind, parent, municipality} = unit;
  const nation: Whom = {kind: "nation", unit: "000"};
  if (kind === "nation") return [];
  if (kind === "region") return [nation];
  if (kind === "municipality") return [{kind: "neighbours", unit: `neighbours-${unit.id}`}, nation];
  const own: readonly Whom[] = municipality ? [{kind: "municipality", unit: municipality}] : [];
  return kind === "class" && parent ? [{kind: "school", unit: parent}, ...own] : [...own, nation];
}

export interface FiguresState {
  readonly language: Language;
  readonly unit: Unit;
  readonly whom: readonly Whom[];
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
  /** Of the unit and of everyone it is compared with. */
  readonly facts: readonly DisclosedFact[];
}

export function figuresModel(state: FiguresState) {
  const {language, unit, whom, indicators, facts} = state;
  const own = facts.filter((fact) => (fact.unit as string) === unit.id);
  const series = Map.groupBy(own, ({indicator}) => indicator);
  const others = new Map(facts.map((fact) => [keyOf(fact.unit, fact), fact]));
  const rowsOf = (quality: Quality) =>
    [...indicators.values()]
      .filter((indicator) => indicator.quality === quality)
      .flatMap((indicator) => figureRow(state, indicator, series.get(indicator.id) ?? [], others) ?? []);
  const groups = qualities.flatMap((quality) => {
    const rows = rowsOf(quality);
    const {title, lead} = textOf(language).qualities[quality];
    return rows.length > 0 ? [{id: quality, title, lead, rows}] : [];
  });
  return {heads: whom.map(({kind}) => webTextOf(language).unit.whomHeader[kind]), groups};
}

function figureRow(
  {language, unit, whom}: FiguresState,
  indicator: Indicator,
  series: readonly DisclosedFact[],
  others: ReadonlyMap<string, DisclosedFact>
) {
  const ordered = series.toSorted((a, b) => comparePeriods(a.period, b.period) || a.version - b.version);
  const last = newestOf(ordered);
  if (!last || isWhole(indicator, last)) return null;
  return {
    title: titleOf(indicator, language),
    href: indicatorHref(language, indicator.id, placeOf(unit)),
    period: periodLabel(last.period, language),
    ...valueCell(last, ordered, indicator, language),
    others: whom.map(({kind, unit: other}) =>
      otherCell(last, others.get(keyOf(other, last)), kind, indicator, language)
    )
  };
}

function placeOf(unit: Unit) {
  if (unit.kind === "municipality") return {municipality: unit.id};
  return unit.kind === "nation" ? {} : {unit: unit.id};
}

function valueCell(last: DisclosedFact, ordered: readonly DisclosedFact[], indicator: Indicator, language: Language) {
  const t = webTextOf(language).unit;
  const value = formatValue(last, indicator, language);
  if (last.blank === null) {
    const interval = formatInterval(
      last.low,
      last.high,
      {...indicator, measureLabel: "", measureLabelEnglish: ""},
      language
    );
    return {value, blank: false, note: interval ? t.interval(interval) : ""};
  }
  const known = ordered.findLast(({blank}) => blank === null);
  const before = known ? t.lastKnown(formatValue(known, indicator, language), periodLabel(known.period, language)) : "";
  return {
    value,
    blank: true,
    note: [explainBlank(last.blank, language), before && `${before}.`].filter(Boolean).join(" ")
  };
}

function otherCell(
  own: DisclosedFact,
  other: DisclosedFact | undefined,
  kind: Whom["kind"],
  indicator: Indicator,
  language: Language
) {
  const t = webTextOf(language).unit;
  const head = t.whomHeader[kind];
  if (!isComparable(indicator)) return {head, value: "", words: t.notCompared, relation: "unknown"};
  if (!other) return {head, value: "", words: t.relations.unknown, relation: "unknown"};
  const relation = relationOf(own, other, indicator);
  const words = relation === "unknown" ? t.relations.unknown : t.relations[relation](t.whom[kind]);
  return {head, value: formatValue(other, indicator, language), words, relation};
}

function keyOf(unit: string, {indicator, period}: DisclosedFact): string {
  return `${unit} ${indicator} ${period}`;
}
