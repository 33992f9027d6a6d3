/** What stands around the view of one indicator: where it is listed, its question, and its definition. */
import type {Indicator} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {type DefinitionState, definitionModel} from "./indicator-definition.ts";

export function indicatorModel(state: DefinitionState & {readonly indicator: Indicator}) {
  const {language, indicator} = state;
  const t = webTextOf(language);
  return {
    heading: titleOf(indicator, language),
    list: {href: hrefOf(language, "/noegletal"), label: t.indicators.title},
    area: t.indicators.areas[indicator.area],
    areaId: indicator.area,
    question: indicator.question || null,
    foreign: language !== "da",
    definition: definitionModel(state)
  };
}
