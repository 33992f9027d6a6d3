/** What a conversation is held over: what stands out, what is new, all figures of the package, and findings. */
import {labelOf} from "../../queries/classifications/index.ts";
import type {DisclosedFact, Language, Observation, Unit} from "../../queries/model.ts";
import {choicesFor} from "../../queries/packages/data-package.ts";
import {dataPackages} from "../../queries/packages/index.ts";
import {endOf, type PeriodId, periodLabel} from "../../queries/period.ts";
import {formatDate, formatValue} from "../format.ts";
import {indicatorHref, unitHref} from "../link.ts";
import {highlightsOf, titleOf} from "../sentences.ts";
import type {Slices} from "../slices.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {World} from "../world.ts";
import {placeOf} from "./unit-card.ts";
import {readingsOf, type Told, type UnitState, unitStateOf} from "./unit-state.ts";
import {changed, standsOut} from "./unit-top.ts";

const mostFindings = 5;
const mostSuggested = 5;

export interface EvidenceGiven {
  readonly language: Language;
  readonly unit: Unit;
  readonly period: PeriodId;
  readonly world: World;
  readonly slices: Slices;
  /** The unit's own. */
  readonly observations: readonly Observation[];
}

/** A question that the catalogue has for a figure that stands out. */
export interface SuggestedQuestion {
  readonly indicator: string;
  readonly title: string;
  readonly text: string;
}

export function stateOfUnit({language, unit, world}: Pick<EvidenceGiven, "language" | "unit" | "world">): UnitState {
  return unitStateOf({language, path: `/enheder/${unit.id}`, params: {id: unit.id}, query: {}}, world);
}

export function evidenceModel(given: EvidenceGiven) {
  const {language, unit, period, world} = given;
  const t = webTextOf(language).conversation;
  const told = toldOf(given);
  const page = unitHref(language, unit.id);
  const linked = <Line extends {readonly href: string}>(lines: readonly Line[]) =>
    lines.map((line) => ({...line, href: page + line.href}));
  const {lines, nothing} = standsOut(told, language);
  const fresh = changed(told, {release: {...world.release, period}}, language);
  const figures = figureRows(given, told);
  return {
    none: told.length === 0 ? t.noFigures : null,
    out: {lines: linked(lines), nothing},
    changed: {lines: linked(fresh.lines), nothing: fresh.lines.length === 0 ? t.nothingNew : null},
    figures: figures.length > 0 ? {title: t.allFigures(figures.length), rows: figures} : null,
    findings: findingsOf(given)
  };
}
export type EvidenceModel = ReturnType<typeof evidenceModel>;

/** Only what had been known by the end of the half-year, whatever the release knows. */
function toldOf({language, unit, period, world, slices}: EvidenceGiven): readonly Told[] {
  const end = endOf(period);
  const state = stateOfUnit({language, unit, world});
  const past: Slices = {facts: (key) => slices.facts(key).filter((fact) => endOf(fact.period) <= end)};
  return readingsOf(state, state.everyone, world, past);
}

export function suggestedQuestions(given: EvidenceGiven): readonly SuggestedQuestion[] {
  return highlightsOf(toldOf(given), given.language, mostSuggested)
    .filter(({indicator}) => indicator.question !== "")
    .map(({indicator}) => ({
      indicator: indicator.id,
      title: titleOf(indicator, given.language),
      text: indicator.question
    }));
}

function figureRows({language, unit, world}: EvidenceGiven, told: readonly Told[]) {
  const dataPackage = dataPackages.findLast(({kinds}) => kinds.includes(unit.kind));
  const chosen = dataPackage ? choicesFor(dataPackage, unit.kind, world.indicators) : [];
  const named = new Map(told.map((each) => [each.indicator.id, each]));
  return chosen.flatMap(({indicator: id, form}) => {
    const reading = form === "distribution" ? undefined : named.get(id);
    if (!reading) return [];
    const {indicator, last, comparators} = reading;
    const of = (kind: string) => comparators.find((each) => each.kind === kind)?.fact;
    const said = (fact: DisclosedFact | undefined) => (fact ? formatValue(fact, indicator, language) : "–");
    return [
      {
        title: titleOf(indicator, language),
        href: indicatorHref(language, id, placeOf(unit)),
        own: said(last),
        blank: last.blank !== null,
        period: periodLabel(last.period, language),
        municipality: said(of("municipality")),
        nation: said(of("nation"))
      }
    ];
  });
}

function findingsOf({language, observations, period}: EvidenceGiven) {
  const {findings: text} = textOf(language);
  const end = endOf(period);
  return observations
    .filter(({observedOn}) => observedOn <= end)
    .toSorted((a, b) => (a.observedOn < b.observedOn ? 1 : a.observedOn > b.observedOn ? -1 : b.count - a.count))
    .slice(0, mostFindings)
    .map(({assessment, theme, source, count, finding, observedOn}) => ({
      assessment: text[assessment],
      theme: labelOf("themes", theme, language),
      finding,
      basis: [
        labelOf("observation-sources", source, language),
        text.observations(count),
        formatDate(observedOn, language)
      ].join(", ")
    }));
}
