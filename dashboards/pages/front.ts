/** The front page: one search box, questions to begin with, what is new, what comes next, and the newest packages. */
import {
  type Indicator,
  type IndicatorId,
  type Language,
  nation,
  type ReleaseManifest,
  type Unit
} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatDate, formatNumber} from "../format.ts";
import {hrefOf, unitHref} from "../link.ts";
import type {SearchEntry} from "../search.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {sectionPaths} from "./frame.ts";
import {type News, newsModel} from "./front-news.ts";
import {answerHref, askable, askedOf, type QuestionId} from "./front-questions.ts";
import {hitsModel} from "./front-search.ts";
import {type IssueRow, issueRow, type ListedIssue} from "./issue-row.ts";
import {municipalitiesOf, placeName, type Units} from "./places.ts";

export interface FrontState {
  readonly language: Language;
  readonly query: string;
  readonly question: QuestionId | null;
  /** The municipality that the question is asked in. */
  readonly chosen: Unit | null;
  /** Null: nothing was asked. */
  readonly hits: readonly SearchEntry[] | null;
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
  readonly units: Units;
  readonly manifest: ReleaseManifest;
  readonly news: Omit<News, "language" | "manifest" | "indicators">;
  readonly municipality: Unit | null;
  /** The newest packages of the municipality shown first, in the reader's language where there are such. */
  readonly issues: readonly ListedIssue[];
  readonly issueCount: number;
  readonly building: {readonly done: number; readonly total: number} | null;
}

export function frontModel(state: FrontState) {
  const {language, query, question, hits, manifest, indicators} = state;
  return {
    query,
    question,
    action: hrefOf(language, "/"),
    asked: askedModel(state),
    results: hits === null ? null : hitsModel({query, question, found: hits, language}),
    questions: questionsModel(state),
    places: placesModel(state),
    building: buildingModel(state),
    latest: latestModel(state),
    news: newsModel({...state.news, language, manifest, indicators}),
    fresh: freshModel(state),
    cards: cardsModel(language)
  };
}

function questionsModel({indicators, language}: FrontState) {
  const t = webTextOf(language).front;
  return askable(indicators).map((id) => ({href: `${hrefOf(language, "/")}?spm=${id}`, label: t.questions[id][0]}));
}

/** A question that was chosen: what is to be found first, and in a municipality everyone that it can be asked of. */
function askedModel({question, chosen, units, language}: FrontState) {
  if (question === null) return null;
  const t = webTextOf(language).front;
  const [title, step] = t.questions[question];
  const found = chosen ? askedOf(question, chosen.id, units.values()) : [];
  return {
    title,
    step,
    place: chosen ? t.askedIn(found.length, placeName(chosen, language)) : null,
    links: found.map(({id, name}) => ({href: answerHref(id, question, language), label: name}))
  };
}

/** The municipalities by region, for those who would rather choose than write. */
function placesModel({units, chosen, language}: FrontState) {
  const byRegion = Map.groupBy(municipalitiesOf(units), ({parent}) => parent);
  const groups = [...byRegion].map(([region, found]) => ({
    label: (region && units.get(region)?.name) || "",
    options: found.map(({id, name}) => ({value: id, label: name, selected: id === chosen?.id}))
  }));
  return {
    groups: groups.toSorted((a, b) => a.label.localeCompare(b.label, "da")),
    all: {href: unitHref(language, nation), label: webTextOf(language).front.nation}
  };
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

/** What stands below an entry of the menu, by its address; who may not see a page is not led to it. */
function cardsModel(language: Language) {
  const {cards} = webTextOf(language).front;
  return Object.fromEntries(
    (["indicators", "compare", "deliveries", "standards"] as const).map((section) => [
      hrefOf(language, sectionPaths[section]),
      cards[section]
    ])
  );
}
