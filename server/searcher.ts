/** The search index of a release: every place, institution, indicator and standard, made once per language. */
import {ancestorsOf, placeName} from "../dashboards/pages/places.ts";
import {openSearcher, type SearchEntry, type Searcher} from "../dashboards/search.ts";
import {titleOf} from "../dashboards/sentences.ts";
import {textOf} from "../dashboards/text.ts";
import {webTextOf} from "../dashboards/text-web.ts";
import {institutionKinds, type Language, languages, type Unit, type UnitKind} from "../queries/model.ts";
import {dataPackages} from "../queries/packages/index.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {standards} from "../queries/standards/index.ts";

const searchers = new WeakMap<ReleaseReader, Map<Language, Searcher>>();

export function searcherOf(reader: ReleaseReader, language: Language): Searcher {
  const known = searchers.get(reader) ?? new Map<Language, Searcher>();
  searchers.set(reader, known);
  const searcher = known.get(language) ?? openSearcher(entriesOf(reader, language));
  known.set(language, searcher);
  return searcher;
}

/** What packages show as a block of its own is what most people mean. */
const main = new Set(
  dataPackages.flatMap(({choices}) => choices.filter(({form}) => form === "figure").map(({indicator}) => indicator))
);
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
      weight: main.has(indicator.id) ? 2 : 1.2
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
    group: (institutionKinds as readonly UnitKind[]).includes(unit.kind) ? "unit" : "place",
    id: unit.id,
    kind: unit.kind,
    label: placeName(unit, language),
    detail: place ? `${kind}, ${placeName(place, language)}` : kind,
    words: place && unit.kind !== "municipality" ? place.name : "",
    weight: weights[unit.kind] ?? 1
  };
}
