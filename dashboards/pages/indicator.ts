/** One indicator: the newest figure in words, its development, the municipalities side by side, and its definition. */
import {findClassification, labelOf} from "../../queries/classifications/index.ts";
import type {DisclosedFact, Indicator, Language, Unit} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import type {SeriesBreak} from "../../queries/release.ts";
import type {Look} from "../charts/chart.ts";
import type {TrendRow} from "../charts/trend.ts";
import {explainBlank, formatInterval, formatMembers, formatNumber, formatValue, measureOf} from "../format.ts";
import {type Comparator, figureSentence, levelSentence, spreadAlt, titleOf, trendAlt} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {type DefinitionState, definitionModel} from "./indicator-definition.ts";
import {hrefOf, indicatorHref, unitHref} from "./link.ts";
import {placeName} from "./places.ts";

/** One line of the trend; `own` is the place that the page is about. */
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
  /** Every municipality's figure of one period. */
  readonly spread: readonly DisclosedFact[];
  readonly categories: readonly DisclosedFact[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly drawings: {readonly trend: Drawing | null; readonly strip: Drawing | null};
}

export const widths = {wide: 760, narrow: 340} as const;

export function lookOf(indicator: Indicator, language: Language, width: number, height: number): Look {
  return {language, width, height, indicator};
}

export function trendRows(state: Pick<IndicatorState, "lines" | "breaks" | "language">): readonly TrendRow[] {
  const {lines, breaks, language} = state;
  return lines.flatMap(({role, name, series}) =>
    series.map((fact) => {
      const broken = breaks.some(({period}) => period === fact.period);
      const {period, value, low, high, blank} = fact;
      const breakText = broken ? webTextOf(language).indicator.breakNote : null;
      return {period, role, name, value, low, high, blank, breakText} as TrendRow;
    })
  );
}

export function indicatorModel(state: IndicatorState) {
  const {language, indicator, place, lines} = state;
  const t = webTextOf(language);
  const last = lines[0]?.series.at(-1);
  return {
    heading: titleOf(indicator, language),
    list: {href: hrefOf(language, "/noegletal"), label: t.indicators.title},
    area: t.indicators.areas[indicator.area],
    areaId: indicator.area,
    quality: t.indicators.qualities[indicator.quality],
    measure: measureOf(indicator, language),
    action: indicatorHref(language, indicator.id),
    choose: chooseModel(state),
    place: {label: placeName(place, language), href: unitHref(language, place.id)},
    now: last ? nowModel(last, state) : null,
    trend: trendModel(state),
    strip: stripModel(state),
    categories: categoriesModel(state),
    question: indicator.question || null,
    foreign: language !== "da",
    definition: definitionModel(state)
  };
}

function chooseModel({language, place, municipalities}: IndicatorState): Choice {
  const t = webTextOf(language).indicator;
  const chosen = place.kind === "municipality" ? place.id : place.municipality;
  return choicesOf(
    "kommune",
    t.municipality,
    chosen,
    t.everywhere,
    municipalities.map(({id, name}) => [id, name])
  );
}

function nowModel(last: DisclosedFact, {language, indicator}: IndicatorState) {
  const interval = formatInterval(last.low, last.high, indicator, language);
  return {
    value: formatValue(last, indicator, language),
    blank: last.blank !== null,
    period: periodLabel(last.period, language),
    note:
      last.blank === null
        ? interval
          ? webTextOf(language).unit.interval(interval)
          : ""
        : explainBlank(last.blank, language)
  };
}

function trendModel(state: IndicatorState) {
  const {language, indicator, lines, breaks, drawings} = state;
  const [own, ...others] = lines;
  if (!own || !drawings.trend || own.series.length === 0) return null;
  const last = own.series.at(-1)!;
  const comparators = others.flatMap(({role, series}): readonly Comparator[] => {
    const fact = series.find(({period}) => period === last.period);
    return role === "own" ? [] : [{kind: role, fact}];
  });
  const texts = breaks.map(({period, text, textEnglish}) => ({period, text: language === "da" ? text : textEnglish}));
  return {
    drawing: drawings.trend,
    alt: trendAlt(own.series, indicator, language),
    finding: [
      levelSentence(last, indicator, language),
      figureSentence(own.series, comparators, texts, indicator, language)
    ]
      .filter((sentence, index, all) => sentence && !(index === 1 && all[0]!.includes(sentence)))
      .join(" "),
    breaks: texts.map(({period, text}) => `${periodLabel(period, language)}: ${text}`),
    heads: lines.map(({name}) => name),
    rows: periodsOf(lines).map((period) => ({
      period: periodLabel(period, language),
      cells: lines.map(({series}) =>
        cellOf(
          series.find((fact) => fact.period === period),
          state
        )
      )
    }))
  };
}

function periodsOf(lines: readonly Line[]): readonly PeriodId[] {
  return [...new Set(lines.flatMap(({series}) => series.map(({period}) => period)))].sort().reverse();
}

function cellOf(
  fact: DisclosedFact | undefined,
  {indicator, language}: Pick<IndicatorState, "indicator" | "language">
) {
  if (!fact) return {value: "–", note: "", blank: true};
  const interval = formatInterval(
    fact.low,
    fact.high,
    {...indicator, measureLabel: "", measureLabelEnglish: ""},
    language
  );
  const members = fact.expected > 1 ? formatMembers(fact.members, fact.expected, language) : "";
  return {
    value: formatValue(fact, indicator, language),
    note: [interval, members].filter(Boolean).join(" · "),
    blank: fact.blank !== null
  };
}

function stripModel(state: IndicatorState) {
  const {language, indicator, spread, units, drawings, place} = state;
  const period = spread[0]?.period;
  if (!drawings.strip || !period) return null;
  const chosen = place.kind === "municipality" ? (place.id as string) : place.municipality;
  const rows = spread
    .map((fact) => ({fact, name: units.get(fact.unit)?.name ?? fact.unit}))
    .toSorted((a, b) => a.name.localeCompare(b.name, "da"));
  return {
    drawing: drawings.strip,
    period: periodLabel(period, language),
    finding: stripFinding(state, chosen),
    alt: spreadAlt(spread, indicator, language, textOf(language).kindsPlural.municipality),
    rows: rows.map(({fact, name}) => ({
      name,
      href: indicatorHref(language, indicator.id, {municipality: fact.unit}),
      own: (fact.unit as string) === chosen,
      ...cellOf(fact, state)
    }))
  };
}

function stripFinding({language, indicator, spread, units}: IndicatorState, chosen: string | null): string {
  const t = webTextOf(language).indicator;
  const shown = spread.filter(({blank}) => blank === null).toSorted((a, b) => a.value! - b.value!);
  const [low, high, own] = [shown[0], shown.at(-1), spread.find(({unit}) => (unit as string) === chosen)];
  const count = (number: number) => formatNumber(number, 0, language);
  const say = (fact: DisclosedFact) => formatValue(fact, indicator, language);
  const period = periodLabel(spread[0]!.period, language);
  return [
    low && high
      ? t.stripFinding(period[0]!.toUpperCase() + period.slice(1), count(shown.length), say(low), say(high))
      : "",
    own ? t.stripOwn(units.get(own.unit)?.name ?? own.unit, say(own)) : "",
    shown.length < spread.length ? t.stripBlank(count(spread.length - shown.length)) : ""
  ]
    .filter(Boolean)
    .join(" ")
    .replaceAll("..", ".");
}

function categoriesModel(state: IndicatorState) {
  const {language, indicator, categories} = state;
  const {dimension} = indicator;
  if (!dimension || categories.length === 0) return null;
  const order = findClassification(dimension)?.codes.map(({code}) => code) ?? [];
  const rows = categories.toSorted((a, b) => order.indexOf(a.category) - order.indexOf(b.category));
  return {
    heading: webTextOf(language).indicator.categories(findClassification(dimension)?.title ?? dimension),
    period: periodLabel(categories[0]!.period, language),
    rows: rows.map((fact) => ({name: labelOf(dimension, fact.category, language), ...cellOf(fact, state)}))
  };
}
