/** The form of the search: municipality, weights with a small drawing of where one stands, and two further choices. */
import type {Language, Unit} from "../../queries/model.ts";
import type {PlaceRow} from "../charts/chart.ts";
import {position} from "../charts/position.ts";
import {formatValue} from "../format.ts";
import {titleOf} from "../sentences.ts";
import type {Slices} from "../slices.ts";
import {webTextOf} from "../text-web.ts";
import type {World} from "../world.ts";
import {kept} from "./compare-chooser.ts";
import {newestFigures} from "./compare-figures.ts";
import {drawnOf} from "./indicator-state.ts";
import {figureOf} from "./peers-find.ts";
import {
  type Condition,
  counts,
  mostWeight,
  type PeersState,
  resourcesOf,
  resultsOf,
  weightPrefix
} from "./peers-state.ts";
import {municipalitiesOf} from "./places.ts";
import {smallPicture} from "./small-picture.ts";

/** The range of a slider; the number beside it may go further. */
const slider = {max: 3, step: 0.25} as const;

export function peersFormModel(state: PeersState, peers: readonly Unit[], world: World, slices: Slices) {
  const {home, address, conditions, others, count} = state;
  const {language} = address;
  const t = webTextOf(language);
  const isWeight = (name: string) => name.startsWith(weightPrefix) || name === "tilfoej";
  const names = Object.keys(address.query);
  const option = (value: string, label: string, selected: boolean) => ({value, label, selected});
  return {
    kommune: [
      ...(home ? [] : [option("", t.compare.begin, true)]),
      ...municipalitiesOf(world.units).map(({id, name}) => option(id, name, id === home?.id))
    ],
    keptByKommune: kept(state, ["kommune"]),
    keptByWeights: kept(state, ["antal", ...names.filter(isWeight)]),
    keptByBetter: kept(state, ["resultat", "ressource"]),
    antal: counts.map((each) => option(String(each), String(each), each === count)),
    conditions: conditions.map((condition) => conditionModel(condition, home, peers, slices, language)),
    tilfoej: [
      option("", t.peers.addNone, true),
      ...others.map((each) => option(each.id, titleOf(each, language), false))
    ],
    resultat: [
      option("", t.peers.addNone, !state.result),
      ...resultsOf(world).map((each) => option(each.id, titleOf(each, language), each.id === state.result?.id))
    ],
    ressource: [
      option("", t.peers.noResource, !state.resource),
      ...resourcesOf(world).map(({about}) =>
        option(about.id, titleOf(about, language), about.id === state.resource?.indicator)
      )
    ]
  };
}

function conditionModel(
  condition: Condition,
  home: Unit | null,
  peers: readonly Unit[],
  slices: Slices,
  language: Language
) {
  const title = titleOf(condition.indicator, language);
  return {
    name: `${weightPrefix}${condition.indicator.id}`,
    title,
    slider: webTextOf(language).peers.slider(title),
    weight: String(condition.weight),
    most: String(mostWeight),
    ...slider,
    value: home ? writtenOf(condition, home, slices, language) : "",
    place: home ? placePicture(condition, home, peers, slices, language) : null
  };
}

function writtenOf(condition: Condition, home: Unit, slices: Slices, language: Language): string {
  const fact = figureOf(condition, home, slices);
  return fact ? formatValue(fact, condition.indicator, language) : webTextOf(language).compare.noFigure;
}

/** Own municipality and its peers among all. */
function placePicture({indicator}: Condition, home: Unit, peers: readonly Unit[], slices: Slices, language: Language) {
  const near = new Set<string>(peers.map(({id}) => id));
  const figures = [...(newestFigures(slices).get(indicator.id)?.figures.values() ?? [])];
  const rows = figures
    .filter(({unit}) => /^[1-8]\d\d$/.test(unit))
    .map((fact): PlaceRow => {
      const role = fact.unit === home.id ? "own" : near.has(fact.unit) ? "group" : "other";
      return {...drawnOf(fact), role, name: fact.unit, id: fact.unit};
    });
  return rows.length > 0 ? smallPicture(position, rows, indicator, language, {width: 150, height: 28}) : null;
}
