/** What surrounds the figures of a unit: its place, its packages, its findings, and what lies below it. */
import {labelOf} from "../../queries/classifications/index.ts";
import type {Coverage, Language, Observation, Unit} from "../../queries/model.ts";
import {dataPackages} from "../../queries/packages/index.ts";
import type {HiddenFinding} from "../../queries/release.ts";
import {formatDate, formatNumber} from "../format.ts";
import {hrefOf, unitHref} from "../link.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {issueRow, type ListedIssue} from "./issue-row.ts";
import {ancestorsOf, childrenOf, municipalityOf, placeName, type Units} from "./places.ts";
import {type FindingTally, findingCountsModel, tallyOf} from "./unit-finding-counts.ts";

/** Open at once, and behind one press. */
const mostFindings = {open: 12, all: 36} as const;

/** The newest ones, and how many there are in all. */
export interface Findings {
  readonly newest: readonly Observation[];
  readonly count: number;
  readonly tally: FindingTally;
  /** Of the findings of the unit's municipality. */
  readonly coverage: readonly Coverage[];
}

export function findingsFrom(
  observations: readonly Observation[],
  hidden: readonly HiddenFinding[],
  coverage: readonly Coverage[]
): Findings {
  const newest = observations
    .toSorted((a, b) => (a.observedOn < b.observedOn ? 1 : a.observedOn > b.observedOn ? -1 : b.count - a.count))
    .slice(0, mostFindings.all);
  return {newest, count: observations.length, tally: tallyOf(observations, hidden), coverage};
}

export interface UnitPage {
  readonly language: Language;
  readonly unit: Unit;
  readonly units: Units;
  readonly findings: Findings;
  /** Newest first. */
  readonly issues: readonly ListedIssue[];
  /** How many packages each unit below has. */
  readonly issueCounts: ReadonlyMap<string, number>;
  /** Whether the reader may write findings about it. */
  readonly mayWrite: boolean;
}

export function unitModel(state: UnitPage) {
  const {language, unit, units} = state;
  const t = webTextOf(language).unit;
  return {
    heading: placeName(unit, language),
    id: unit.id,
    lead: leadOf(state),
    trail: ancestorsOf(unit, units).map((each) => ({
      href: unitHref(language, each.id),
      label: placeName(each, language)
    })),
    closed: unit.validTo ? t.closed(formatDate(unit.validTo, language)) : null,
    packages: packagesModel(state),
    findings: findingsModel(state),
    findingCounts: findingCountsModel({language, unit, units, ...state.findings}),
    write: state.mayWrite ? `${hrefOf(language, "/fund/nyt")}?enhed=${encodeURIComponent(unit.id)}` : null,
    children: childrenModel(state),
    overview: ["area", "municipality"].includes(unit.kind)
      ? hrefOf(language, `/institutioner/${encodeURIComponent(unit.id)}`)
      : null
  };
}

function leadOf({language, unit, units}: UnitPage): string {
  const kind = textOf(language).kinds[unit.kind];
  const home = unit.kind === "municipality" || unit.kind === "region" ? undefined : municipalityOf(unit, units);
  const parent = unit.parent ? units.get(unit.parent) : undefined;
  const place = home ?? parent;
  return place ? webTextOf(language).unit.lead(kind, placeName(place, language)) : kind;
}

/** The newest package that stands, in the reader's language where there is one. */
function packagesModel({issues, language}: UnitPage) {
  const t = webTextOf(language).unitView;
  const standing = issues.filter(({replacedBy}) => !replacedBy);
  const period = standing[0]?.manifest.period;
  const newest = standing.filter(({manifest}) => manifest.period === period);
  const [first] = newest.toSorted(
    (a, b) => Number(isMeant(b, language)) - Number(isMeant(a, language)) || rankOf(a) - rankOf(b)
  );
  if (!first) return null;
  const row = issueRow(first, language);
  return {
    label: t.package(row.edition, row.period),
    html: row.html.href,
    pdf: row.pdf,
    all:
      issues.length > 1
        ? {label: t.allPackages(issues.length), rows: issues.map((issue) => issueRow(issue, language))}
        : null
  };
}

function isMeant({manifest}: ListedIssue, language: Language): boolean {
  return manifest.language === language;
}

/** Packages are listed with what most people wait for first. */
function rankOf({manifest}: ListedIssue): number {
  return dataPackages.findIndex(({id}) => id === manifest.definition);
}

function findingsModel(state: UnitPage) {
  const {findings, language} = state;
  const t = webTextOf(language).unit;
  const found = findings.newest.map((observation) => findingModel(observation, state));
  return {
    shown: findings.count > found.length ? t.someFindings(found.length, findings.count) : null,
    list: found.slice(0, mostFindings.open),
    more: found.length > mostFindings.open ? t.moreFindings(found.length - mostFindings.open) : null,
    rest: found.slice(mostFindings.open)
  };
}

function findingModel(observation: Observation, {language, unit, units}: UnitPage) {
  const {findings} = textOf(language);
  const {assessment, theme, source, count, finding, quote, observedOn, quality} = observation;
  const elsewhere = observation.unit === unit.id ? null : (units.get(observation.unit) ?? null);
  return {
    assessment: findings[assessment],
    strength: assessment === "strength",
    theme: labelOf("themes", theme, language),
    quality,
    finding,
    quote,
    elsewhere: elsewhere ? {label: elsewhere.name, href: unitHref(language, elsewhere.id)} : null,
    basis: [
      labelOf("observation-sources", source, language),
      findings.observations(count),
      formatDate(observedOn, language)
    ].join(", ")
  };
}

function childrenModel({language, unit, units, issueCounts}: UnitPage) {
  const t = webTextOf(language).unit;
  return childrenOf(unit, units).map(({kind, units: below}) => ({
    kind,
    title: t.children[kind as keyof typeof t.children],
    open: below.length <= 48,
    showAll: t.showAll(formatNumber(below.length, 0, language)),
    links: below.map(({id, name, validTo}) => {
      const count = issueCounts.get(id) ?? 0;
      return {
        href: unitHref(language, id),
        label: name,
        closed: validTo ? t.closed(formatDate(validTo, language)) : null,
        packages: count > 0 ? webTextOf(language).packages.listed(count) : null
      };
    })
  }));
}
