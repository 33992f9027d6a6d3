/** Every indicator, found by words, professional area and quality. */
import {areas, type Indicator, type Language, qualities} from "../../queries/model.ts";
import {measureOf} from "../format.ts";
import {hrefOf, indicatorHref} from "../link.ts";
import {openSearcher, type SearchEntry} from "../search.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import type {Address, View} from "../view.ts";
import type {World} from "../world.ts";
import {choicesOf} from "./choice.ts";

interface IndicatorsState {
  readonly address: Address;
  readonly found: readonly Indicator[];
}

export const indicatorsView: View<IndicatorsState, ReturnType<typeof modelOf>> = {
  id: "indicators-view",
  stateOf(address, {indicators}) {
    const {q = "", omraade, kvalitet} = address.query;
    const text = q.trim().slice(0, 100);
    const all = [...indicators.values()];
    const wanted = text ? foundBy(text, all) : all;
    return {
      address,
      found: wanted.filter(({area, quality}) => (!omraade || area === omraade) && (!kvalitet || quality === kvalitet))
    };
  },
  needs: () => [],
  model: modelOf
};

/** By name in both languages, id, catalogue number and description; forgives small misspellings. Best first. */
export function foundBy(text: string, indicators: readonly Indicator[]): readonly Indicator[] {
  const entries = indicators.map(
    (indicator): SearchEntry => ({
      group: "indicator",
      id: indicator.id,
      label: indicator.title,
      detail: "",
      words: [indicator.titleEnglish, indicator.description, indicator.reference].join(" "),
      weight: 1
    })
  );
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return openSearcher(entries)
    .find(text, indicators.length)
    .map(({id}) => byId.get(id)!);
}

function modelOf({address, found}: IndicatorsState, {indicators}: World) {
  const {language, path, query} = address;
  const t = webTextOf(language);
  const isFiltered = Boolean(query.q || query.omraade || query.kvalitet);
  return {
    figures: [],
    spoken: t.indicatorList.found(found.length),
    action: hrefOf(language, path),
    query: query.q ?? "",
    choices: [
      choicesOf(
        "omraade",
        t.indicatorList.area,
        query.omraade ?? null,
        t.indicatorList.all,
        areas
          .filter((area) => [...indicators.values()].some((indicator) => indicator.area === area))
          .map((area) => [area, t.indicators.areas[area]])
      ),
      choicesOf(
        "kvalitet",
        t.indicatorList.quality,
        query.kvalitet ?? null,
        t.indicatorList.all,
        qualities.map((quality) => [quality, t.indicators.qualities[quality]])
      )
    ],
    reset: isFiltered ? hrefOf(language, path) : null,
    count: t.indicatorList.found(found.length),
    areas: areasOf(found, language)
  };
}

function areasOf(found: readonly Indicator[], language: Language) {
  const t = webTextOf(language).indicators;
  return areas.flatMap((area) => {
    const inArea = found.filter((indicator) => indicator.area === area);
    if (inArea.length === 0) return [];
    const groups = qualities.flatMap((quality) => {
      const links = inArea.filter((each) => each.quality === quality).map((each) => linkOf(each, language));
      links.sort((a, b) => a.title.localeCompare(b.title, language));
      return links.length > 0 ? [{title: t.qualities[quality], links}] : [];
    });
    return [{id: area, title: t.areas[area], groups}];
  });
}

export function linkOf(indicator: Indicator, language: Language) {
  return {
    href: indicatorHref(language, indicator.id),
    title: titleOf(indicator, language),
    description: indicator.description,
    foreign: language !== "da",
    measure: measureOf(indicator, language) || null,
    version: indicator.version > 1 ? webTextOf(language).indicators.version(indicator.version) : null
  };
}
