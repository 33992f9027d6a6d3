/** Findings counted by theme and half-year, with what is hidden, what was not delivered, how new they are and how many have any. */
import {labelOf} from "../../queries/classifications/index.ts";
import type {Coverage, Language, Observation, Unit} from "../../queries/model.ts";
import {comparePeriods, type PeriodId, periodLabel, periodShortLabel} from "../../queries/period.ts";
import type {HiddenFinding} from "../../queries/release.ts";
import {formatDate, formatNumber} from "../format.ts";
import {webTextOf} from "../text-web.ts";
import {placeName, type Units} from "./places.ts";

export interface FindingCount {
  readonly period: PeriodId;
  readonly theme: string;
  readonly strengths: number;
  readonly attentions: number;
  readonly hidden: number;
}

export interface FindingTally {
  readonly counts: readonly FindingCount[];
  /** `YYYY-MM-DD`; null where nothing is shown. */
  readonly newestOn: string | null;
  /** Units that have a finding, shown or hidden, in each period. */
  readonly unitsIn: ReadonlyMap<PeriodId, number>;
}

export function tallyOf(observations: readonly Observation[], hidden: readonly HiddenFinding[]): FindingTally {
  const all = [
    ...observations.map((each) => ({...each, hidden: 0})),
    ...hidden.map((each) => ({...each, assessment: null}))
  ];
  const cells = Map.groupBy(all, ({period, theme}) => `${period} ${theme}`);
  const byPeriod = Map.groupBy(all, ({period}) => period);
  return {
    counts: [...cells.values()].map((some) => ({
      ...{period: some[0]!.period, theme: some[0]!.theme},
      strengths: some.filter(({assessment}) => assessment === "strength").length,
      attentions: some.filter(({assessment}) => assessment === "attention").length,
      hidden: some.reduce((sum, each) => sum + each.hidden, 0)
    })),
    newestOn: observations.reduce<string | null>((on, {observedOn}) => (on && on > observedOn ? on : observedOn), null),
    unitsIn: new Map([...byPeriod].map(([period, some]) => [period, new Set(some.map(({unit}) => unit)).size]))
  };
}

/** Half-years that fit a table, and the findings that fill a bar at least. */
const mostPeriods = 6;
const fewestInBar = 4;

export interface FindingCountsState {
  readonly language: Language;
  readonly unit: Unit;
  readonly units: Units;
  readonly tally: FindingTally;
  /** Of the standard `observations` and the unit's municipality. */
  readonly coverage: readonly Coverage[];
}

export function findingCountsModel(state: FindingCountsState) {
  const {language, unit, tally} = state;
  const {findingCounts: t} = webTextOf(language);
  const periods = periodsOf(state);
  if (tally.counts.length === 0 || periods.length === 0) return null;
  const shown = tally.counts.filter(({period}) => periods.includes(period));
  const longest = Math.max(fewestInBar, ...shown.map(({strengths, attentions}) => strengths + attentions));
  const themes = [...new Set(shown.map(({theme}) => theme))];
  const named = themes.map((theme) => ({theme, label: labelOf("themes", theme, language)}));
  const cells = (counts: readonly FindingCount[], scale: number) =>
    periods.map((period) =>
      cellOf(
        counts.filter((each) => each.period === period),
        period,
        scale,
        state
      )
    );
  return {
    caption: t.caption(placeName(unit, language)),
    periods: periods.map((period) => ({
      label: periodShortLabel(period, language),
      whole: periodLabel(period, language)
    })),
    rows: named
      .toSorted((a, b) => a.label.localeCompare(b.label, language))
      .map(({theme, label}) => ({
        label,
        cells: cells(
          shown.filter((each) => each.theme === theme),
          longest
        )
      })),
    total: {label: t.total, cells: cells(shown, 0)},
    notes: notesOf(state, periods, shown)
  };
}

function periodsOf({tally, coverage}: FindingCountsState): readonly PeriodId[] {
  const met = new Set([...tally.counts, ...coverage].map(({period}) => period));
  const all = [...met].toSorted(comparePeriods);
  const first = all.findIndex((each) => tally.unitsIn.has(each));
  return all.slice(Math.max(0, first)).slice(-mostPeriods);
}

/** Hidden ones are told of as hidden, never as none; a half-year that was not delivered is no half-year without findings. */
function cellOf(counts: readonly FindingCount[], period: PeriodId, longest: number, state: FindingCountsState) {
  const {language} = state;
  const {findingCounts: t} = webTextOf(language);
  const sum = (of: "strengths" | "attentions" | "hidden") => counts.reduce((total, each) => total + each[of], 0);
  const [strengths, attentions] = [sum("strengths"), sum("attentions")];
  const count = strengths + attentions;
  const isAbsent = counts.length === 0 && stateOf(state, period) !== "arrived";
  const width = (part: number) => Math.round((100 * part) / longest);
  return {
    head: periodShortLabel(period, language),
    count: isAbsent ? "–" : count > 0 || sum("hidden") === 0 ? formatNumber(count, 0, language) : null,
    words: isAbsent ? t.none : count > 0 ? t.cell(count, strengths) : null,
    hidden: sum("hidden") > 0 ? `${count > 0 ? "+ " : ""}${t.hidden}` : null,
    bar:
      longest > 0 && count > 0
        ? {strengths: width(strengths), attentions: width(attentions), from: width(strengths)}
        : null
  };
}

/** Where nothing is known of deliveries, nothing is said to be missing. */
function stateOf({coverage}: FindingCountsState, period: PeriodId): Coverage["state"] {
  return coverage.find((each) => each.period === period)?.state ?? "arrived";
}

function notesOf(state: FindingCountsState, periods: readonly PeriodId[], shown: readonly FindingCount[]) {
  const {language, unit, units, tally} = state;
  const {findingCounts: t} = webTextOf(language);
  const hidden = shown.reduce((sum, each) => sum + each.hidden, 0);
  const below = [...units.values()].filter((each) => isBelow(each, unit));
  const newest = periods.findLast((period) => tally.unitsIn.has(period));
  const absent = periods.flatMap((period) => {
    const found = stateOf(state, period);
    return found === "arrived" ? [] : [t.state[found](periodLabel(period, language))];
  });
  return [
    t.legend,
    ...(tally.newestOn ? [t.freshness(formatDate(tally.newestOn, language))] : []),
    ...(below.length > 0 && newest
      ? [t.coverage(periodLabel(newest, language), tally.unitsIn.get(newest)!, below.length)]
      : []),
    ...absent,
    ...(hidden > 0 ? [t.hiddenNote(hidden)] : [])
  ];
}

/** Institutions that are open and lie in an area or a municipality. */
function isBelow({kind, parent, municipality, validTo}: Unit, unit: Unit): boolean {
  if (validTo !== null || !["school", "daycare", "leisure"].includes(kind)) return false;
  return unit.kind === "area"
    ? parent === unit.id
    : unit.kind === "municipality" && municipality === (unit.id as string);
}
