/** A chief's overview: institutions of one kind on a chosen set of indicators, outliers by funnel, developments on one scale. */

import {capital} from "../first-letter.ts";
import {hrefOf} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {homeSlice, placesSlice, type Slices} from "../slices.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {View} from "../view.ts";
import type {World} from "../world.ts";
import {type Overview, overviewOf} from "./institutions-figures.ts";
import {institutionsForm} from "./institutions-form.ts";
import {multiplesModel} from "./institutions-multiples.ts";
import {funnelFigure, outliersModel} from "./institutions-outliers.ts";
import {type InstitutionsState, institutionsStateOf, mostIndicators} from "./institutions-state.ts";
import {institutionsTable} from "./institutions-table.ts";
import {placeName} from "./places.ts";
import {sheetOf} from "./sheet.ts";

export const institutionsView: View<InstitutionsState, ReturnType<typeof modelOf>> = {
  id: "institutions-view",
  stateOf: institutionsStateOf,
  needs: ({home, indicators}) => [placesSlice(home.id), ...indicators.map(({id}) => homeSlice(id, home.id))],
  model: modelOf
};

function modelOf(state: InstitutionsState, world: World, slices: Slices) {
  const {address, place, kind, focus} = state;
  const {language, path} = address;
  const t = webTextOf(language).institutions;
  const {kinds, kindsPlural} = textOf(language);
  const plural = kindsPlural[kind];
  const overview = overviewOf(state, world, slices);
  const column = overview.columns.find(({indicator}) => indicator.id === focus?.id);
  const table = institutionsTable(state, overview);
  const funnel = column ? funnelFigure(state, column, overview.units) : null;
  const development = column ? multiplesModel(state, column, overview, world) : null;
  const name = placeName(place, language);
  const sentence = sentenceOf(
    state,
    table.rows.length,
    overview.units.length,
    overview.units.length === 1 ? kinds[kind].toLowerCase() : plural
  );
  const sheet = sheetFigure(state, overview, t.heading(capital(plural), name), sentence);
  return {
    sheet,
    figures: [sheet, funnel, development?.figure].filter((figure) => figure != null),
    spoken: sentence,
    action: hrefOf(language, path),
    form: institutionsForm(state, world),
    heading: t.heading(capital(plural), name),
    sentence,
    notices: noticesOf(state),
    empty: emptyOf(state, table.rows.length, overview.units.length, plural, name),
    table,
    outliers: overview.units.length > 0 ? outliersModel(state, overview) : null,
    focusTitle: focus ? titleOf(focus, language) : "",
    funnel,
    development,
    pickLead: t.pickLead(mostIndicators)
  };
}

function sentenceOf({address, sort}: InstitutionsState, shown: number, all: number, plural: string): string {
  const t = webTextOf(address.language).institutions;
  const title = sort ? titleOf(sort.by, address.language) : "";
  const order = sort ? (sort.falling ? t.order.falling(title) : t.order.rising(title)) : t.order.name;
  return `${t.counted(shown, all, plural)} ${order}`;
}

function sheetFigure(state: InstitutionsState, {columns, units}: Overview, title: string, finding: string) {
  const [first] = columns;
  if (!first) return null;
  const facts = columns.flatMap(({whole, figures}) => [
    ...(whole ? [whole] : []),
    ...units.flatMap(({id}) => figures.get(id) ?? [])
  ]);
  return sheetOf({id: "oversigt", title, finding, facts}, first.indicator, state.address);
}

function noticesOf({address, unknown, tooMany}: InstitutionsState): readonly string[] {
  const {institutions: t, compare} = webTextOf(address.language);
  return [
    unknown.length > 0 ? t.unknown(unknown.map(compare.quoted).join(", ")) : "",
    tooMany ? t.tooMany(mostIndicators) : ""
  ].filter(Boolean);
}

function emptyOf(state: InstitutionsState, shown: number, all: number, plural: string, name: string): string | null {
  const t = webTextOf(state.address.language).institutions;
  if (all === 0) return t.none(plural, name);
  if (shown === 0) return t.noMatch(state.find);
  return state.indicators.length === 0 ? t.noIndicators : null;
}
