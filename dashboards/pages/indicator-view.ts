/** One indicator everywhere: its figure at a place, its development, all municipalities, and the place's institutions. */
import {NotFound} from "../../queries/errors.ts";
import type {DisclosedFact} from "../../queries/model.ts";
import {mapKey} from "../municipality-map.ts";
import {levelSentence} from "../sentences.ts";
import {countrySlice, homeSlice, placesSlice, type Slices, unitSlice} from "../slices.ts";
import {webTextOf} from "../text-web.ts";
import type {Address, View} from "../view.ts";
import type {World} from "../world.ts";
import {categoriesFigure} from "./indicator-categories.ts";
import {circleOf, circleSlices} from "./indicator-circle.ts";
import {formModel, unknownModel} from "./indicator-form.ts";
import {funnelFigure} from "./indicator-funnel.ts";
import {linesOf} from "./indicator-lines.ts";
import {institutionsFigure, institutionsOf} from "./indicator-local.ts";
import {localMultiples, municipalMultiples} from "./indicator-multiples.ts";
import {municipalitiesFigure, parseLook} from "./indicator-municipalities.ts";
import {nowModel} from "./indicator-now.ts";
import {peersModel} from "./indicator-peers.ts";
import {periodOf, periodsOf, spreadOf} from "./indicator-periods.ts";
import {placedOf} from "./indicator-place.ts";
import {
  categoryLines,
  type IndicatorState,
  type MunicipalityLook,
  type Shown,
  type Unknown
} from "./indicator-state.ts";
import {trendFigure} from "./indicator-trend.ts";
import {isWhole} from "./newest.ts";

export const indicatorView: View<IndicatorState, ReturnType<typeof modelOf>> = {
  id: "indicator-view",
  stateOf,
  needs({indicator, place, home, circle, look}) {
    const map = look === "map" ? [mapKey] : [];
    const shared = [countrySlice(indicator.id), unitSlice(place.id), ...circleSlices(circle), ...map];
    if (!home) return [...new Set(shared)];
    return [...new Set([...shared, homeSlice(indicator.id, home.id), unitSlice(home.id), placesSlice(home.id)])];
  },
  model: modelOf
};

function stateOf(address: Address, world: World): IndicatorState {
  const id = address.params.id ?? "";
  const indicator = world.indicators.get(id);
  if (!indicator) throw new NotFound("indicator", id);
  const {place, home, unknown} = placedOf(address, world);
  const asked = circleOf(address, place, home, world);
  const circle = asked ?? circleOf({...address, query: {}}, place, home, world)!;
  const {periode = null, gruppe = "", visning} = address.query;
  return {
    address,
    indicator,
    place,
    home,
    circle,
    asked: periode,
    look: lookOf(visning, world),
    unknown: asked ? unknown : [...unknown, {noun: "group", id: gruppe}]
  };
}

/** Without a map the tiles stand in its place. */
function lookOf(text: string | undefined, {map}: World): MunicipalityLook {
  const look = parseLook(text);
  return look === "map" && !map?.address ? "tiles" : look;
}

/** Everything that the parts of the page draw from. */
function shownOf(state: IndicatorState, world: World, slices: Slices): Shown {
  const {indicator, home, asked} = state;
  const country = slices.facts(countrySlice(indicator.id));
  const lines = linesOf(state, slices);
  const period = periodOf(asked, country, lines[0]!, world.units);
  const localSeries = home ? slices.facts(homeSlice(indicator.id, home.id)).filter(({unit}) => unit !== home.id) : [];
  const local = localSeries.filter((fact) => fact.period === period);
  const isUnknown = asked !== null && asked !== period;
  const unknown: readonly Unknown[] = isUnknown ? [...state.unknown, {noun: "period", id: asked}] : state.unknown;
  return {
    ...state,
    unknown,
    world,
    period,
    lines,
    spread: spreadOf(country, period, world.units),
    categories: categoryLines(state, categoryOrder(lines), period, slices),
    local,
    localSeries,
    institutions: institutionsOf({local, place: state.place, world})
  };
}

/** A breakdown shows the place and the nearest two that it is held against. */
function categoryOrder(lines: Shown["lines"]): Shown["lines"] {
  return lines.filter(({role}) => role !== "nation").slice(0, 3);
}

function modelOf(state: IndicatorState, world: World, slices: Slices) {
  const shown = shownOf(state, world, slices);
  const {address, indicator, lines, period} = shown;
  const country = slices.facts(countrySlice(indicator.id));
  const periods = periodsOf(country, lines[0]?.series ?? []);
  const now = lines[0]?.series.find((fact) => fact.period === period);
  const whole = now !== undefined && isWhole(indicator, now);
  const parts = whole ? noParts : partsOf(shown, country);
  const categories = categoriesFigure(shown);
  const t = webTextOf(address.language).indicator;
  const {trend, municipalities, together, local, localTogether, funnel} = parts;
  return {
    figures: [trend, municipalities, together, categories, local, localTogether, funnel].flatMap((part) =>
      part ? [part.figure] : []
    ),
    spoken: now ? levelSentence(now, indicator, address.language) : t.noTrend,
    form: formModel(shown, periods, periodOf(null, country, lines[0]!, world.units)),
    unknown: unknownModel(shown, periods),
    now: whole ? null : nowModel(shown),
    whole,
    ...parts,
    categories
  };
}

const noParts = {
  trend: null,
  municipalities: null,
  together: null,
  local: null,
  localTogether: null,
  funnel: null,
  peers: null
} as const;

function partsOf(shown: Shown, country: readonly DisclosedFact[]) {
  return {
    trend: trendFigure(shown),
    municipalities: municipalitiesFigure(shown),
    together: municipalMultiples(shown, country),
    local: institutionsFigure(shown),
    localTogether: localMultiples(shown),
    funnel: funnelFigure(shown),
    peers: peersModel(shown)
  };
}
