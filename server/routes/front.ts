import type {Express} from "express";
import {z} from "zod";
import {frontModel} from "../../dashboards/pages/front.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import type {Language, Unit, UnitId} from "../../queries/model.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import type {BuiltIssue} from "../issue-shelf.ts";
import {addPage, type Deps, released} from "../page.ts";
import {searcherOf} from "../searcher.ts";
import {buildingOf} from "./building.ts";
import {homeOf} from "./issues.ts";
import {listed} from "./listed.ts";

const query = z.strictObject({q: z.string().max(200).default("")});

export function addFrontPage(app: Express, deps: Deps): void {
  addPage(app, deps, "/", query, async (ask) => {
    const {language} = ask;
    const reader = released(ask);
    const text = ask.query.q.trim();
    const building = await buildingOf(deps);
    const all = (await deps.shelf.all()).filter(({replacedBy}) => !replacedBy);
    const municipality = mostServed(all, reader);
    const own = all.filter(({manifest}) => homeOf(manifest.unit, reader) === municipality?.id);
    return {
      page: "front",
      title: webTextOf(language).front.title,
      refresh: building && !text ? 5 : null,
      model: frontModel({
        language,
        query: text,
        hits: text ? searcherOf(reader, language).find(text) : null,
        manifest: reader.manifest,
        municipality,
        issues: await listed(newestIn(own, language), deps.shelf),
        issueCount: own.length,
        building
      })
    };
  });
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
