/** One organisational unit: its place, its packages, its newest figures and findings side by side, and what lies below it. */
import {labelOf} from "../../queries/classifications/index.ts";
import type {Observation, Unit} from "../../queries/model.ts";
import {formatDate, formatNumber} from "../format.ts";
import {unitHref} from "../link.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {issueRow, type ListedIssue} from "./issue-row.ts";
import {ancestorsOf, childrenOf, municipalityOf, placeName, type Units} from "./places.ts";
import {type FiguresState, figuresModel} from "./unit-figures.ts";

export interface UnitState extends FiguresState {
  readonly units: Units;
  readonly observations: readonly Observation[];
  readonly issues: readonly ListedIssue[];
  /** How many packages each unit below has. */
  readonly issueCounts: ReadonlyMap<string, number>;
}

const mostFindings = 12;

export function unitModel(state: UnitState) {
  const {language, unit, units, issues, observations} = state;
  const t = webTextOf(language).unit;
  const above = ancestorsOf(unit, units);
  return {
    heading: placeName(unit, language),
    id: unit.id,
    kind: textOf(language).kinds[unit.kind],
    lead: leadOf(state),
    trail: above.map((each) => ({href: unitHref(language, each.id), label: placeName(each, language)})),
    closed: unit.validTo ? t.closed(formatDate(unit.validTo, language)) : null,
    packages: issues.map((issue) => issueRow(issue, language)),
    figures: figuresModel(state),
    findingsShown: observations.length > mostFindings ? t.someFindings(mostFindings, observations.length) : null,
    findings: observations
      .toSorted((a, b) => b.observedOn.localeCompare(a.observedOn))
      .slice(0, mostFindings)
      .map((observation) => findingModel(observation, state)),
    children: childrenOf(unit, units).map(({kind, units: below}) => ({
      kind,
      title: t.children[kind as keyof typeof t.children],
      open: below.length <= 48,
      showAll: t.showAll(formatNumber(below.length, 0, language)),
      links: below.map((each) => childLink(each, state))
    }))
  };
}

function leadOf({language, unit, units}: UnitState): string {
  const kind = textOf(language).kinds[unit.kind];
  const home = unit.kind === "municipality" || unit.kind === "region" ? undefined : municipalityOf(unit, units);
  const parent = unit.parent ? units.get(unit.parent) : undefined;
  const place = home ?? parent;
  return place ? webTextOf(language).unit.lead(kind, placeName(place, language)) : kind;
}

function findingModel(observation: Observation, {language, unit, units}: UnitState) {
  const {findings} = textOf(language);
  const {assessment, theme, source, count, finding, quote, observedOn} = observation;
  const elsewhere = observation.unit === unit.id ? null : (units.get(observation.unit)?.name ?? null);
  return {
    assessment: findings[assessment],
    strength: assessment === "strength",
    theme: labelOf("themes", theme, language),
    quality: textOf(language).qualities[observation.quality].title,
    finding,
    quote,
    elsewhere,
    basis: [
      labelOf("observation-sources", source, language),
      findings.observations(count),
      formatDate(observedOn, language)
    ].join(", ")
  };
}

function childLink(each: Unit, {language, issueCounts}: UnitState) {
  const count = issueCounts.get(each.id) ?? 0;
  return {
    href: unitHref(language, each.id),
    label: each.name,
    closed: each.validTo ? webTextOf(language).unit.closed(formatDate(each.validTo, language)) : null,
    packages: count > 0 ? webTextOf(language).packages.listed(count) : null
  };
}
