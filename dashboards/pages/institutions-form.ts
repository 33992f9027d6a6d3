/** The forms of the overview: kind, order, name, indicators, and which of them is looked at more closely. */
import {institutionKinds} from "../../queries/model.ts";
import {capital} from "../first-letter.ts";
import {titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {World} from "../world.ts";
import {kept} from "./compare-chooser.ts";
import {hasKind, type InstitutionsState} from "./institutions-state.ts";

export function institutionsForm(state: InstitutionsState, world: World) {
  const {address, kind, place, indicators, possible, sort, focus} = state;
  const {language} = address;
  const t = webTextOf(language).institutions;
  const {kindsPlural} = textOf(language);
  const option = (value: string, label: string, selected: boolean) => ({value, label, selected});
  const chosen = new Set(indicators.map(({id}) => id));
  return {
    slags: institutionKinds
      .filter((each) => each === kind || hasKind(each, place, world))
      .map((each) => option(each, capital(kindsPlural[each]), each === kind)),
    keptByKind: kept(state, ["slags", "tal", "sorter", "fokus", "alle"]),
    sorter: [
      option("", t.byName, !sort),
      ...indicators.flatMap((each) => [
        option(each.id, t.rising(titleOf(each, language)), sort?.by.id === each.id && !sort.falling),
        option(`-${each.id}`, t.falling(titleOf(each, language)), sort?.by.id === each.id && sort.falling)
      ])
    ],
    q: state.find,
    keptByOrder: kept(state, ["sorter", "q"]),
    fokus: indicators.map((each) => option(each.id, titleOf(each, language), each.id === focus?.id)),
    keptByFocus: kept(state, ["fokus", "alle"]),
    boxes: possible.map((each) => ({value: each.id, label: titleOf(each, language), checked: chosen.has(each.id)})),
    keptByPicker: kept(state, ["tal"])
  };
}
