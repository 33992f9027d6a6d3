import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import {frontModel} from "../../dashboards/pages/front.ts";
import {answerHref, type QuestionId, questionIds, questions} from "../../dashboards/pages/front-questions.ts";
import {hitsModel} from "../../dashboards/pages/front-search.ts";
import {unitSlice} from "../../dashboards/slices.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {storesOf} from "../../queries/config.ts";
import {type Language, nation, type ReleaseManifest, type Unit, type UnitId} from "../../queries/model.ts";
import {listReleases} from "../../queries/registry/releases.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import type {Routes} from "../identity/routes.ts";
import type {BuiltIssue} from "../issue-shelf.ts";
import {type Ask, addPage, type Deps, languageOf, released} from "../page.ts";
import {searcherOf} from "../searcher.ts";
import {buildingOf} from "./building.ts";
import {homeOf} from "./issues.ts";
import {listed} from "./listed.ts";
import {choice, municipalityChoice} from "./query.ts";

const searchQuery = z.strictObject({
  q: z.string().max(200).default(""),
  spm: choice(z.enum(questionIds))
});
const frontQuery = searchQuery.extend({kommune: municipalityChoice});
type FrontQuery = z.infer<typeof frontQuery>;

const mostHits = 8;
/** Someone who looks for one school of a large municipality sees them all. */
const mostAsked = 60;

export function addFrontPage(app: Routes, deps: Deps): void {
  addSearch(app, deps);
  app.get("/", (request, response, next) => {
    const given = frontQuery.safeParse(request.query);
    if (!given.success || !given.data.kommune || (given.data.spm && hasList(given.data.spm))) return next();
    const {kommune, spm} = given.data;
    response.redirect(303, answerHref(kommune, spm, languageOf(response)));
  });
  addPage(app, deps, "/", frontQuery, async (ask) => {
    const {spm, q} = ask.query;
    const t = webTextOf(ask.language).front;
    const building = await buildingOf(deps);
    return {
      page: "front",
      title: spm ? t.questions[spm][0] : t.title,
      refresh: building && !q.trim() && !spm ? 5 : null,
      model: frontModel(await stateOf(ask, building))
    };
  });
}

/** A question of schools or day care is asked of one of many in a municipality. */
function hasList(question: QuestionId): boolean {
  return (questions[question].kinds as readonly string[])[0] !== "municipality";
}

/** Only what the reader writes is looked up, and nothing of it is kept. */
function addSearch(app: Routes, deps: Deps): void {
  app.get("/api/soeg", (request, response) =>
    deps.releases.use(async (reader) => {
      const {q, spm} = searchQuery.parse(request.query);
      const language = languageOf(response);
      const query = q.trim();
      const found = reader && query ? findIn(released({reader}), query, spm, language) : [];
      response.set("Cache-Control", "no-store").json(hitsModel({query, question: spm, found, language}));
    })
  );
}

function findIn(reader: ReleaseReader, query: string, question: QuestionId | null, language: Language) {
  const searcher = searcherOf(reader, language);
  return question ? searcher.find(query, mostAsked, questions[question].kinds) : searcher.find(query, mostHits);
}

async function stateOf(
  {query, language, reader, deps}: Ask<FrontQuery>,
  building: Awaited<ReturnType<typeof buildingOf>>
) {
  const open = released({reader});
  const {manifest, indicators, units} = open;
  const text = query.q.trim();
  const all = (await deps.shelf.all()).filter(({replacedBy}) => !replacedBy);
  const municipality = mostServed(all, open);
  const own = all.filter(({manifest: {unit}}) => homeOf(unit, open) === municipality?.id);
  const country = unitSlice(nation);
  return {
    language,
    query: text,
    question: query.spm,
    chosen: (query.kommune && units.get(query.kommune as UnitId)) || null,
    hits: text ? findIn(open, text, query.spm, language) : null,
    manifest,
    indicators,
    units,
    news: {
      before: await releaseBefore(open, deps),
      facts: deps.slices.load(manifest.id, [country]).facts(country),
      today: deps.now().toISOString().slice(0, 10)
    },
    municipality,
    issues: await listed(newestIn(own, language), deps.shelf),
    issueCount: own.length,
    building
  };
}

const before = new WeakMap<ReleaseReader, Promise<ReleaseManifest | null>>();

/** The manifest of the release before this one, where the registry knows it and its folder is still there. */
function releaseBefore(reader: ReleaseReader, deps: Deps): Promise<ReleaseManifest | null> {
  const known = before.get(reader) ?? readBefore(reader.manifest, deps).catch(() => null);
  before.set(reader, known);
  return known;
}

async function readBefore(
  {id, createdAt}: ReleaseManifest,
  {registry, dataDir}: Deps
): Promise<ReleaseManifest | null> {
  const open = await registry();
  const older = open
    ? (await listReleases(open)).find((each) => each.id !== id && each.createdAt < createdAt)
    : undefined;
  if (!older) return null;
  return JSON.parse(await readFile(join(storesOf(dataDir).releases, older.id, "release.json"), "utf8"));
}

/** The municipality with most packages. */
function mostServed(issues: readonly BuiltIssue[], reader: ReleaseReader): Unit | null {
  const byHome = Map.groupBy(issues, ({manifest}) => homeOf(manifest.unit, reader));
  const [home] = [...byHome].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return (home && reader.units.get(home as UnitId)) || null;
}

/** Those of the newest period, in the reader's language where there are such. */
function newestIn(issues: readonly BuiltIssue[], language: Language): readonly BuiltIssue[] {
  const newest = issues.filter(({manifest}) => manifest.period === issues[0]!.manifest.period);
  const fitting = newest.filter(({manifest}) => manifest.language === language);
  return fitting.length > 0 ? fitting : newest;
}
