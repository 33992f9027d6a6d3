/** What stands around the view of one indicator: where it is listed, its question, and its definition. */
import type {SignedForm} from "../../queries/ethics/released-ethics.ts";
import {hrefOf} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {type DefinitionState, definitionModel} from "./indicator-definition.ts";
import {ethicsModel} from "./indicator-ethics.ts";

export interface IndicatorState extends DefinitionState {
  /** Absent in a release from before there were any. */
  readonly form: SignedForm | undefined;
}

export function indicatorModel(state: IndicatorState) {
  const {language, indicator} = state;
  const t = webTextOf(language);
  return {
    heading: titleOf(indicator, language),
    list: {href: hrefOf(language, "/noegletal"), label: t.indicators.title},
    area: t.indicators.areas[indicator.area],
    areaId: indicator.area,
    question: indicator.question || null,
    foreign: language !== "da",
    definition: definitionModel(state),
    ethics: ethicsModel(state.form, language)
  };
}
