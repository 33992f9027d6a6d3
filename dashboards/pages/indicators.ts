import {areas, type Indicator, type IndicatorId, type Language, qualities} from "../../queries/model.ts";
import {measureOf} from "../format.ts";
import {indicatorHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";

export interface IndicatorsState {
  readonly language: Language;
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
}

/** Every indicator, by professional area and then by quality. */
export function indicatorsModel({language, indicators}: IndicatorsState) {
  const t = webTextOf(language).indicators;
  const all = [...indicators.values()];
  return {
    count: t.count(all.length),
    areas: areas.flatMap((area) => {
      const inArea = all.filter((indicator) => indicator.area === area);
      if (inArea.length === 0) return [];
      const groups = qualities.flatMap((quality) => {
        const found = inArea.filter((indicator) => indicator.quality === quality);
        const links = found.map((indicator) => linkOf(indicator, language));
        links.sort((a, b) => a.title.localeCompare(b.title, language));
        return links.length > 0 ? [{title: t.qualities[quality], links}] : [];
      });
      return [{id: area, title: t.areas[area], groups}];
    })
  };
}

function linkOf(indicator: Indicator, language: Language) {
  return {
    href: indicatorHref(language, indicator.id),
    title: titleOf(indicator, language),
    description: indicator.description,
    foreign: language !== "da",
    measure: measureOf(indicator, language),
    version: indicator.version > 1 ? webTextOf(language).indicators.version(indicator.version) : null
  };
}
