/** One indicator for one place: its newest figure in words, its development, all municipalities, and its groups. */
import {NotFound} from "../../queries/errors.ts";
import {type DisclosedFact, type Indicator, nation, type Unit, type UnitId} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {explainBlank, formatInterval, formatValue} from "../format.ts";
import {hrefOf, unitHref} from "../link.ts";
import {levelSentence} from "../sentences.ts";
import {countrySlice, homeSlice, placesSlice, type Slices, unitSlice} from "../slices.ts";
import {webTextOf} from "../text-web.ts";
import type {Address, View} from "../view.ts";
import type {World} from "../world.ts";
import {choicesOf} from "./choice.ts";
import {categoriesFigure} from "./indicator-categories.ts";
import {linesOf} from "./indicator-lines.ts";
import {categoryLines, type IndicatorState, type Shown} from "./indicator-state.ts";
import {newestSpread, stripFigure} from "./indicator-strip.ts";
import {trendFigure} from "./indicator-trend.ts";
import {isWhole} from "./newest.ts";
import {municipalitiesOf, municipalityOf, placeName} from "./places.ts";

export const indicatorView: View<IndicatorState, ReturnType<typeof modelOf>> = {
  id: "indicator-view",
  stateOf(address, {indicators, units}) {
    const indicator = indicators.get(address.params.id ?? "");
    if (!indicator) throw new NotFound("indicator", address.params.id ?? "");
    const place = placeOf(address, units);
    return {address, indicator, place, home: municipalityOf(place, units) ?? null};
  },
  needs({indicator, place, home}) {
    const shared = [countrySlice(indicator.id), unitSlice(place.id)];
    if (!home) return shared;
    return [
      ...shared,
      homeSlice(indicator.id, home.id),
      unitSlice(home.id),
      unitSlice(`neighbours-${home.id}`),
      placesSlice(home.id)
    ];
  },
  model: modelOf
};

function placeOf({query}: Address, units: World["units"]): Unit {
  const id = query.enhed ?? query.kommune ?? nation;
  const place = units.get(id as UnitId);
  if (!place) throw new NotFound(query.enhed ? "unit" : "municipality", id);
  return place;
}

function modelOf(state: IndicatorState, world: World, slices: Slices) {
  const {address, indicator, place, home} = state;
  const {language, path} = address;
  const spread = newestSpread(slices.facts(countrySlice(indicator.id)), world.units);
  const lines = linesOf(state, slices);
  const shown: Shown = {...state, world, lines, spread, categories: categoryLines(state, lines, slices)};
  const last = lines[0]?.series.at(-1);
  const whole = last !== undefined && isWhole(indicator, last);
  const trend = whole ? null : trendFigure(shown);
  const strip = whole ? null : stripFigure(shown);
  const categories = categoriesFigure(shown);
  const t = webTextOf(language).indicator;
  return {
    figures: [trend?.figure, strip?.figure, categories?.figure].filter((figure) => figure != null),
    spoken: last ? levelSentence(last, indicator, language) : t.noTrend,
    action: hrefOf(language, path),
    choose: choicesOf(
      "kommune",
      t.municipality,
      home?.id ?? null,
      t.everywhere,
      municipalitiesOf(world.units).map(({id, name}) => [id, name])
    ),
    place: {label: placeName(place, language), href: unitHref(language, place.id)},
    now: last && !whole ? nowModel(last, indicator, language) : null,
    whole,
    trend,
    strip,
    categories
  };
}

function nowModel(last: DisclosedFact, indicator: Indicator, language: Address["language"]) {
  const interval = formatInterval(last.low, last.high, indicator, language);
  const uncertainty = interval ? webTextOf(language).unit.interval(interval) : "";
  return {
    value: formatValue(last, indicator, language),
    blank: last.blank !== null,
    period: periodLabel(last.period, language),
    note: last.blank === null ? uncertainty : explainBlank(last.blank, language)
  };
}
