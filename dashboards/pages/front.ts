/** The front page: one search box, the newest packages, how new the figures are, and where to go. */
import type {Language, ReleaseManifest, Unit} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatDate, formatNumber} from "../format.ts";
import {hrefOf, indicatorHref, standardHref, unitHref} from "../link.ts";
import type {SearchEntry} from "../search.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {type IssueRow, issueRow, type ListedIssue} from "./issue-row.ts";
import {placeName} from "./places.ts";

export interface FrontState {
  readonly language: Language;
  readonly query: string;
  /** Null: nothing was asked. */
  readonly hits: readonly SearchEntry[] | null;
  readonly manifest: ReleaseManifest;
  readonly municipality: Unit | null;
  /** The newest packages of the municipality shown first, in the reader's language where there are such. */
  readonly issues: readonly ListedIssue[];
  readonly issueCount: number;
  readonly building: {readonly done: number; readonly total: number} | null;
}

export function frontModel(state: FrontState) {
  const {language, query, hits} = state;
  return {
    query,
    action: hrefOf(language, "/"),
    results: hits === null ? null : resultsModel(hits, query, language),
    building: buildingModel(state),
    latest: latestModel(state),
    fresh: freshModel(state),
    cards: cardsModel(language)
  };
}

function resultsModel(hits: readonly SearchEntry[], query: string, language: Language) {
  const t = webTextOf(language).front;
  const groups = [...new Set(hits.map(({group}) => group))].map((group) => {
    const found = hits.filter((hit) => hit.group === group);
    const links = found.map((hit) => ({label: hit.label, detail: hit.detail, href: hitHref(hit, language)}));
    return {title: t.groups[group], links};
  });
  return {heading: hits.length > 0 ? t.results(hits.length, query) : t.none(query), groups, none: hits.length === 0};
}

function hitHref({group, id}: SearchEntry, language: Language): string {
  if (group === "indicator") return indicatorHref(language, id);
  return group === "standard" ? standardHref(language, id) : unitHref(language, id);
}

export function buildingModel({building, language}: Pick<FrontState, "building" | "language">) {
  if (!building) return null;
  return {...building, count: webTextOf(language).building.count(building.done, building.total)};
}

const editions = ["municipality", "councillor"] as const;

function latestModel({municipality, issues, issueCount, language}: FrontState) {
  if (!municipality || issues.length === 0) return null;
  const t = webTextOf(language).front;
  const rows = (definition: string) =>
    issues.filter(({manifest}) => manifest.definition === definition).map((issue) => issueRow(issue, language));
  const period = issues[0]!.manifest.period;
  const code = municipality.id;
  return {
    heading: t.latest(placeName(municipality, language), periodLabel(period, language)),
    main: editions.flatMap((definition) => rows(definition).slice(0, 1)),
    areas: rows("area"),
    areasTitle: textOf(language).editions.area,
    leaders: leadersModel(rows("leader"), language),
    all: {href: `${hrefOf(language, "/pakker")}?kommune=${code}`, label: t.allPackages(issueCount)},
    unit: {href: unitHref(language, code), label: placeName(municipality, language)}
  };
}

function leadersModel(rows: readonly IssueRow[], language: Language) {
  if (rows.length === 0) return null;
  const sorted = rows.toSorted((a, b) => a.unit.localeCompare(b.unit, "da"));
  const shown = sorted.slice(0, 12);
  return {title: textOf(language).editions.leader, rows: shown, more: sorted.length > shown.length};
}

function freshModel({manifest, language}: FrontState) {
  const t = webTextOf(language).front;
  const last = manifest.extracts
    .map(({receivedAt}) => receivedAt)
    .sort()
    .at(-1);
  return [
    {term: t.newest, value: periodLabel(manifest.period, language)},
    {term: t.released, value: formatDate(manifest.createdAt, language)},
    ...(last ? [{term: t.lastDelivery, value: formatDate(last, language)}] : []),
    {term: t.shown, value: formatNumber(manifest.protection.shown, 0, language)},
    {term: t.hidden, value: formatNumber(manifest.protection.hidden, 0, language)}
  ];
}

function cardsModel(language: Language) {
  const {cards} = webTextOf(language).front;
  return [
    {href: hrefOf(language, "/noegletal"), title: cards.indicators[0], text: cards.indicators[1]},
    {href: hrefOf(language, "/leverancer"), title: cards.deliveries[0], text: cards.deliveries[1]},
    {href: hrefOf(language, "/standarder"), title: cards.standards[0], text: cards.standards[1]}
  ];
}
