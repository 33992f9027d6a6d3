/** Any two indicators against each other, for the municipalities or for the institutions of one. */
import type {DisclosedFact, Indicator, Unit, UnitId} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {type ScatterRow, scatter} from "../charts/scatter.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {formatValue} from "../format.ts";
import {unitHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {homeSlice, type SliceKey, type Slices} from "../slices.ts";
import {listed, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {World} from "../world.ts";
import {newestFilled} from "./common-period.ts";
import {newestFigures} from "./compare-figures.ts";
import {type CompareState, sortedIndicators} from "./compare-state.ts";
import {cellOf, drawnOf} from "./indicator-state.ts";
import {byName} from "./places.ts";

interface Pair {
  readonly x: Indicator;
  readonly y: Indicator;
}
/** One place with both figures; either may be missing altogether. */
interface Place {
  readonly unit: Unit;
  readonly x: DisclosedFact | undefined;
  readonly y: DisclosedFact | undefined;
}

const mostNamed = 12;

/** Institutions are held against those of their own kind in the municipality. */
export function scatterNeeds(state: CompareState): readonly SliceKey[] {
  const {home, own} = state;
  const pair = pairOf(state);
  if (!pair || !home || own?.id === home.id) return [];
  return [homeSlice(pair.x.id, home.id), homeSlice(pair.y.id, home.id)];
}

export function scatterModel(state: CompareState, world: World, slices: Slices) {
  const {address, pair: chosen, own} = state;
  const t = webTextOf(address.language).compare;
  const options = (picked: Indicator | null) =>
    [{value: "", label: t.chooseIndicator, selected: !picked}].concat(
      sortedIndicators(world)
        .filter(({kinds}) => !own?.unit || kinds.includes(own.unit.kind))
        .map((each) => ({
          value: each.id,
          label: titleOf(each, address.language),
          selected: each.id === picked?.id
        }))
    );
  const pair = pairOf(state);
  const places = pair ? placesOf(state, pair, world, slices) : [];
  return {
    across: options(chosen.x),
    up: options(chosen.y),
    figure: pair ? scatterFigure(state, pair, places) : null
  };
}

function pairOf({pair: {x, y}}: CompareState): Pair | null {
  return x && y && x.id !== y.id ? {x, y} : null;
}

function placesOf(state: CompareState, pair: Pair, world: World, slices: Slices): readonly Place[] {
  const {own, home} = state;
  const kind = own?.unit?.kind ?? "municipality";
  const units = [...world.units.values()].filter(
    (unit) => unit.kind === kind && (kind === "municipality" || unit.municipality === (home!.id as string))
  );
  const [x, y] = [pair.x, pair.y].map((indicator) => figuresOf(indicator, state, units, slices)) as [Figures, Figures];
  return units
    .map((unit) => ({unit, x: x.get(unit.id), y: y.get(unit.id)}))
    .filter((place) => place.x || place.y)
    .toSorted((a, b) => byName(a.unit, b.unit));
}

type Figures = ReadonlyMap<UnitId, DisclosedFact>;

function figuresOf(indicator: Indicator, {home, own}: CompareState, units: readonly Unit[], slices: Slices): Figures {
  if (own?.id === home?.id) return newestFigures(slices).get(indicator.id)?.figures ?? new Map();
  const ids = new Set(units.map(({id}) => id));
  const facts = slices.facts(homeSlice(indicator.id, home!.id)).filter(({unit}) => ids.has(unit));
  return new Map(newestFilled(facts).map((fact) => [fact.unit, fact]));
}

function scatterFigure(state: CompareState, pair: Pair, places: readonly Place[]) {
  const {address, own} = state;
  const {language} = address;
  const t = webTextOf(language).compare;
  const [up, across] = [withPeriod(pair.y, places.find(({y}) => y)?.y), withPeriod(pair.x, places.find(({x}) => x)?.x)];
  function withPeriod(indicator: Indicator, fact: DisclosedFact | undefined): string {
    const title = titleOf(indicator, language);
    return fact ? `${title}, ${periodLabel(fact.period, language)}` : title;
  }
  const look = {pair: {across: pair.x, titles: {across, up}}, ...groupNames(state)};
  const shown = places.filter(isShown);
  const units = textOf(language).kindsPlural[own?.unit?.kind ?? "municipality"];
  return figureOf(
    {
      id: "mod-hinanden",
      title: t.scatterTitle(titleOf(pair.y, language), titleOf(pair.x, language)),
      chart: scatter,
      look,
      rows: places.map((place) => rowOf(place, state)),
      indicator: pair.y,
      sizes: {wide: {width: figureWidths.wide, height: 460}, narrow: {width: figureWidths.narrow, height: 360}},
      alt: t.scatterAlt(up, across, shown.length, units),
      finding: findingOf(state, pair, places, units),
      facts: places.flatMap(({x, y}) => [...(y ? [y] : []), ...(x ? [x] : [])]),
      table: figureTable(
        [t.scatterPlace, up, across],
        places.map(({unit, x, y}) => ({
          key: unit.id,
          name: unit.name,
          href: unitHref(language, unit.id),
          own: unit.id === own?.id,
          cells: [cellOf(y, pair.y, language), cellOf(x, pair.x, language)]
        }))
      )
    },
    address
  );
}

function groupNames({own, against, address}: CompareState) {
  if (own?.unit?.kind === "municipality")
    return against && against.members.length <= 20 ? {groupName: against.title} : {};
  const {language} = address;
  const {kindsPlural} = textOf(language);
  return own?.unit ? {otherName: webTextOf(language).compare.others(kindsPlural[own.unit.kind])} : {};
}

const isShown = ({x, y}: Place) => x?.value != null && y?.value != null;

function rowOf({unit, x, y}: Place, {own, against}: CompareState): ScatterRow {
  const isMember = against && against.members.length <= 20 && (against.members as readonly string[]).includes(unit.id);
  const role = unit.id === own?.id ? "own" : isMember ? "group" : "other";
  return {role, name: unit.name, id: unit.id, across: x ? drawnOf(x) : absent, up: y ? drawnOf(y) : absent};
}

const absent = {value: null, low: null, high: null, blank: "not-applicable"} as const;

function findingOf({address, own}: CompareState, {x, y}: Pair, places: readonly Place[], units: string): string {
  const {language} = address;
  const t = webTextOf(language).compare;
  const shown = places.filter(isShown);
  const without = places.filter((place) => !isShown(place)).map(({unit}) => unit.name);
  const mine = places.find(({unit}) => unit.id === own?.id);
  const writtenOf = (fact: DisclosedFact | undefined, indicator: Indicator) =>
    fact ? formatValue(fact, indicator, language) : t.noFigure;
  return [
    t.scatterShown(shown.length, places.length, units),
    mine ? t.scatterOwn(mine.unit.name, writtenOf(mine.y, y), writtenOf(mine.x, x)) : "",
    without.length > mostNamed ? t.scatterMissingMany(without.length) : "",
    without.length > 0 && without.length <= mostNamed ? t.scatterMissing(listed(without, textOf(language).and)) : "",
    t.scatterCause
  ]
    .filter(Boolean)
    .join(" ");
}
