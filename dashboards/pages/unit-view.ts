/** The figures of one unit as cards: structure, process and result beside the findings, which the page holds ready. */
import {type Indicator, type Quality, qualities} from "../../queries/model.ts";
import {foldText} from "../search.ts";
import {relationOf, titleOf} from "../sentences.ts";
import {placesSlice, type Slices} from "../slices.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {View} from "../view.ts";
import type {World} from "../world.ts";
import {municipalityOf} from "./places.ts";
import {cardModel} from "./unit-card.ts";
import {controlsModel} from "./unit-controls.ts";
import {allFigures} from "./unit-figures.ts";
import {inPackageOrder} from "./unit-order.ts";
import {
  type Column,
  changeClarity,
  readingsOf,
  type Told,
  type UnitState,
  unitSlices,
  unitStateOf
} from "./unit-state.ts";
import {changed, standsOut} from "./unit-top.ts";

export const unitView: View<UnitState, ReturnType<typeof modelOf>> = {
  id: "unit-view",
  stateOf: unitStateOf,
  needs(state, {units}) {
    const home = municipalityOf(state.unit, units);
    return [...unitSlices(state), ...(home ? [placesSlice(home.id)] : [])];
  },
  model: modelOf
};

function modelOf(state: UnitState, world: World, slices: Slices) {
  const {address, column, whom} = state;
  const {language} = address;
  const t = webTextOf(language).unitView;
  const told = readingsOf(state, whom, world, slices);
  const kept = told.filter((each) => isKept(each, state));
  const controls = controlsModel(state, told);
  const all = allFigures(state, kept);
  const quality = (each: Quality) => columnModel(each, kept, state, world, controls.isNarrowed);
  const shown = qualities.filter((each) => column === null || column === each).map(quality);
  const spoken = (count: number) => (column === "findings" ? t.onlyFindings : t.spoken(count, told.length));
  const cards = shown.flatMap((each) => [...each.cards, ...each.more]);
  return {
    figures: [...cards.flatMap(({main, second}) => [main, second]), all].filter((figure) => figure !== null),
    taken: (all?.downloads ?? []).filter(({href}) => !href.endsWith("svg")),
    spoken: spoken(cards.length),
    top: told.length > 0 ? {out: standsOut(told, language), changed: changed(told, world, language)} : null,
    controls: told.length > 0 ? controls : null,
    count: controls.isNarrowed ? spoken(cards.length) : null,
    columns: shown,
    jumps: jumpsOf(shown, column, language),
    alone: column !== null
  };
}

function isKept({indicator, last, comparators, ...told}: Told, {area, onlyDistinct, search}: UnitState): boolean {
  if (area !== null && indicator.area !== area) return false;
  if (search !== "" && !isFound(indicator, search)) return false;
  if (!onlyDistinct) return true;
  const differs = comparators.some(({fact}) => ["higher", "lower"].includes(relationOf(last, fact, indicator)));
  return differs || changeClarity({indicator, comparators, ...told}) > 0;
}

function isFound(indicator: Indicator, search: string): boolean {
  const text = foldText([titleOf(indicator, "da"), titleOf(indicator, "en"), indicator.description].join(" "));
  return foldText(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function columnModel(id: Quality, told: readonly Told[], state: UnitState, world: World, isNarrowed: boolean) {
  const {language} = state.address;
  const {title, lead} = textOf(language).qualities[id];
  const t = webTextOf(language).unitView;
  const ordered = inPackageOrder(
    told.filter(({indicator}) => indicator.quality === id),
    state
  );
  const cardOf = ({each}: (typeof ordered)[number]) => cardModel(state, each, world);
  return {
    id,
    title,
    lead,
    cards: ordered.filter(({main}) => main || isNarrowed).map(cardOf),
    more: ordered.filter(({main}) => !main && !isNarrowed).map(cardOf),
    none: isNarrowed ? t.noneFit : t.none,
    count: ordered.length
  };
}

function jumpsOf(
  shown: readonly {readonly id: Quality; readonly count: number}[],
  column: Column | null,
  language: UnitState["address"]["language"]
) {
  const {columns} = webTextOf(language).unitView;
  return [
    ...shown.map(({id, count}) => ({href: `#${id}`, label: columns[id], count: String(count)})),
    ...(column === null || column === "findings" ? [{href: "#fund", label: columns.findings, count: ""}] : [])
  ];
}
