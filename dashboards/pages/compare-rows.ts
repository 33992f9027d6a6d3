/** The matrix: one row for each indicator, with own figure, the group's, how they stand, and two small drawings. */
import type {Area, DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {endOf, type PeriodId, periodLabel} from "../../queries/period.ts";
import type {PlaceRow} from "../charts/chart.ts";
import {position} from "../charts/position.ts";
import {sparkline} from "../charts/sparkline.ts";
import type {TrendRow} from "../charts/trend.ts";
import {formatMembers, formatValue} from "../format.ts";
import {factHref, indicatorHref} from "../link.ts";
import {breaksOf, isComparable, type Relation, relationOf, titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {World} from "../world.ts";
import {type Compared, spanOf} from "./compare-figures.ts";
import type {Comparand} from "./compare-groups.ts";
import type {CompareState} from "./compare-state.ts";
import {cellOf, drawnOf, ownGroupUnit} from "./indicator-state.ts";
import {isWhole} from "./newest.ts";
import {type SmallPicture, smallPicture} from "./small-picture.ts";

export type Standing = Relation | "inside" | "above" | "below" | "size";

export interface MatrixRow {
  readonly area: Area;
  readonly standing: Standing;
  readonly title: string;
  readonly href: string;
  readonly period: string;
  readonly age: string;
  readonly own: Cell;
  readonly group: Cell;
  readonly words: string;
  readonly place: SmallPicture | null;
  readonly trend: SmallPicture | null;
}
interface Cell {
  /** What is behind the figure; null where there is none. */
  readonly href: string | null;
  readonly value: string;
  readonly note: string;
  readonly blank: boolean;
}

export function matrixRows(state: CompareState, all: readonly Compared[], world: World): readonly MatrixRow[] {
  const {against, own} = state;
  if (!against || !own) return [];
  return all
    .filter(
      ({indicator, own: fact, group}) => !(fact && isWhole(indicator, fact)) && !(group && isWhole(indicator, group))
    )
    .map((compared) => rowOf(state, compared, against, world));
}

function rowOf(state: CompareState, compared: Compared, against: Comparand, world: World): MatrixRow {
  const {indicator, period, own} = compared;
  const {language} = state.address;
  const standing = standingOf(compared, against);
  return {
    area: indicator.area,
    standing,
    title: titleOf(indicator, language),
    href: indicatorHref(language, indicator.id, placeOf(state)),
    period: periodLabel(period, language),
    age: textOf(language).freshness.months(monthsOld(period, world.release.period)),
    own: ownCell(own, indicator, language),
    group: groupCell(compared, against, language),
    words: webTextOf(language).compare.relations[standing],
    place: standing === "size" ? null : placePicture(state, compared, against, world),
    trend: trendPicture(state, compared, world)
  };
}

function placeOf({own, home}: CompareState) {
  return own && own.id !== home?.id ? {unit: own.id} : {municipality: home?.id ?? null};
}

export function standingOf(compared: Compared, against: Comparand): Standing {
  const {indicator, own, group} = compared;
  if (!isComparable(indicator)) return "size";
  const span = spanOf(compared, against);
  if (!span) return relationOf(own, group, indicator);
  if (!own || own.value === null) return "unknown";
  return own.value > span.high ? "above" : own.value < span.low ? "below" : "inside";
}

function ownCell(fact: DisclosedFact | undefined, indicator: Indicator, language: Language): Cell {
  return fact ? linked(fact, indicator, language) : {...missing, value: webTextOf(language).compare.noFigure};
}

const missing = {value: "–", note: "", blank: true, href: null} as const;

/** A group of the reader's own has nothing behind it but what stands beside it. */
function linked(fact: DisclosedFact, indicator: Indicator, language: Language): Cell {
  const href = fact.unit === ownGroupUnit ? null : factHref(language, fact);
  return {...cellOf(fact, indicator, language), href};
}

function groupCell(compared: Compared, against: Comparand, language: Language): Cell {
  const {indicator, group} = compared;
  const t = webTextOf(language).compare;
  const span = spanOf(compared, against);
  if (!span) return group ? linked(group, indicator, language) : {...missing, value: t.noFigure};
  const [low, high] = [span.low, span.high].map((value) => formatValue(value, bareOf(indicator), language));
  const members = formatMembers(span.members, span.expected, language);
  const value = `${t.span(low!, high!)} ${language === "da" ? indicator.measureLabel : indicator.measureLabelEnglish}`;
  return {value: value.trim(), note: `${t.spanNote} · ${members}`, blank: false, href: null};
}

function bareOf(indicator: Indicator): Indicator {
  return {...indicator, measureLabel: "", measureLabelEnglish: ""};
}

function placePicture(
  state: CompareState,
  compared: Compared,
  against: Comparand,
  {units}: World
): SmallPicture | null {
  const {own, members, group, indicator} = compared;
  if (!own && members.length === 0) return null;
  const id = state.own!.id;
  const role = against.members.length > 20 ? "other" : "group";
  const rows: readonly PlaceRow[] = [
    ...(own ? [{...drawnOf(own), role: "own" as const, name: state.own!.name, id}] : []),
    ...members
      .filter(({unit}) => unit !== id && unit !== against.unit)
      .map((fact) => ({...drawnOf(fact), role, name: units.get(fact.unit)?.name ?? fact.unit, id: fact.unit}) as const),
    ...(group?.value != null ? [{...drawnOf(group), role: "whole" as const, name: against.title}] : [])
  ];
  return smallPicture(position, rows, indicator, state.address.language, {width: 150, height: 28});
}

function trendPicture(state: CompareState, {series, indicator}: Compared, {breaks}: World): SmallPicture | null {
  if (series.length < 2) return null;
  const {language} = state.address;
  const broken = breaksOf(breaks, indicator, language);
  const rows: readonly TrendRow[] = series.map((fact) => {
    const breakText = broken.find(({period}) => period === fact.period)?.text ?? null;
    return {...drawnOf(fact), period: fact.period, role: "own", name: state.own!.name, breakText};
  });
  return smallPicture(sparkline, rows, indicator, language, {width: 110, height: 30});
}

/** Whole months from the end of the figure's period to the end of the release's. */
export function monthsOld(period: PeriodId, release: PeriodId): number {
  const [from, to] = [endOf(period), endOf(release)].map(
    (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  );
  return Math.max(0, to! - from!);
}
