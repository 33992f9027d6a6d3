import type {Express} from "express";
import {z} from "zod";
import {frontModel} from "../../dashboards/pages/front.ts";
import {ancestorsOf, placeName} from "../../dashboards/pages/places.ts";
import {openSearcher, type SearchEntry, type Searcher} from "../../dashboards/search.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {type Language, languages, type Unit, type UnitId, type UnitKind} from "../../queries/model.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {standards} from "../../queries/standards/index.ts";
import type {BuiltIssue} from "../issue-shelf.ts";
import {addPage, type Deps, released} from "../page.ts";
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

const searchers = new WeakMap<ReleaseReader, Map<Language, Searcher>>();
function searcherOf(reader: ReleaseReader, language: Language): Searcher {
  const known = searchers.get(reader) ?? new Map<Language, Searcher>();
  searchers.set(reader, known);
  const searcher = known.get(language) ?? openSearcher(entriesOf(reader, language));
  known.set(language, searcher);
  return searcher;
}

const weights: Readonly<Partial<Record<UnitKind, number>>> = {nation: 3, region: 2, municipality: 4, area: 1.5};

function entriesOf(reader: ReleaseReader, language: Language): readonly SearchEntry[] {
  const units = [...reader.units.values()].filter(({kind}) => kind !== "class");
  const other = languages.find((each) => each !== language)!;
  return [
    ...units.map((unit) => unitEntry(unit, reader, language)),
    ...[...reader.indicators.values()].map((indicator) => ({
      group: "indicator" as const,
      id: indicator.id,
      label: titleOf(indicator, language),
      detail: webTextOf(language).indicators.areas[indicator.area],
      words: [titleOf(indicator, other), indicator.description, indicator.reference].join(" "),
      weight: 1.2
    })),
    ...standards.map(({id, title, titleEnglish, description}) => ({
      group: "standard" as const,
      id,
      label: language === "da" ? title : titleEnglish,
      detail: webTextOf(language).standards.title,
      words: [title, titleEnglish, description].join(" "),
      weight: 0.8
    }))
  ];
}

function unitEntry(unit: Unit, reader: ReleaseReader, language: Language): SearchEntry {
  const place = ancestorsOf(unit, reader.units).findLast(({kind}) => kind === "municipality" || kind === "region");
  const kind = textOf(language).kinds[unit.kind];
  return {
    group: ["school", "daycare", "leisure"].includes(unit.kind) ? "unit" : "place",
    id: unit.id,
    label: placeName(unit, language),
    detail: place ? `${kind}, ${placeName(place, language)}` : kind,
    words: place && unit.kind !== "municipality" ? place.name : "",
    weight: weights[unit.kind] ?? 1
  };
}
