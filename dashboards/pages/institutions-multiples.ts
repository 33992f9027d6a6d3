/** The development of every institution on one scale. */
import type {Language} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {multiples} from "../charts/multiples.ts";
import type {TrendRow} from "../charts/trend.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {hrefOf, unitHref} from "../link.ts";
import {breaksOf, titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import type {World} from "../world.ts";
import {cellOf} from "./indicator-state.ts";
import {type Column, type Overview, orderedUnits} from "./institutions-figures.ts";
import type {InstitutionsState} from "./institutions-state.ts";
import {panelRows} from "./panel-rows.ts";

const most = 24;

/** In alphabetical order; the first two dozen unless all are asked for. Null where none has a figure. */
export function multiplesModel(state: InstitutionsState, column: Column, overview: Overview, world: World) {
  const {address, allPanels} = state;
  const {language, path, query} = address;
  const {series} = column;
  const all = orderedUnits({...state, sort: null}, overview).filter(({id}) => series.has(id));
  const units = allPanels ? all : all.slice(0, most);
  if (units.length === 0) return null;
  const t = webTextOf(language).institutions;
  const isCut = units.length < all.length;
  return {
    figure: multiplesFigure(state, column, units, world),
    some: isCut ? t.someOf(units.length, all.length) : null,
    more: isCut ? {label: t.showAll(all.length), href: hrefOf(language, path) + searchOf(query, {alle: "1"})} : null
  };
}

function multiplesFigure(state: InstitutionsState, column: Column, units: Overview["units"], world: World) {
  const {address, kind} = state;
  const {language} = address;
  const {indicator, series} = column;
  const t = webTextOf(language).institutions;
  const title = titleOf(indicator, language);
  const plural = textOf(language).kindsPlural[kind];
  const rows = rowsOf(state, column, units, world);
  const size = (width: number) => ({width, height: multiples.heightOf(rows, width)});
  return figureOf(
    {
      id: "udvikling",
      title: t.development(title),
      chart: multiples,
      rows,
      indicator,
      sizes: {wide: size(figureWidths.wide), narrow: size(figureWidths.narrow)},
      alt: t.multiplesAlt(title, plural, units.length),
      finding: t.multiplesFinding(units.length, plural),
      facts: units.flatMap(({id}) => series.get(id) ?? []),
      table: tableOf(column, units, language)
    },
    address
  );
}

/** A row for each, the newest period first. */
function tableOf({indicator, series}: Column, units: Overview["units"], language: Language) {
  const facts = units.flatMap(({id}) => series.get(id) ?? []);
  const periods = [...new Set(facts.map(({period}) => period))].sort().reverse();
  return figureTable(
    [webTextOf(language).institutions.unit, ...periods.map((period) => periodLabel(period, language))],
    units.map(({id, name}) => {
      const byPeriod = new Map(series.get(id)?.map((fact) => [fact.period, fact]));
      const cells = periods.map((period) => cellOf(byPeriod.get(period), indicator, language));
      return {key: id, name, href: unitHref(language, id), cells};
    })
  );
}

function rowsOf(
  {address, place}: InstitutionsState,
  {series, indicator}: Column,
  units: Overview["units"],
  {breaks}: World
): readonly TrendRow[] {
  const broken = new Map(breaksOf(breaks, indicator, address.language).map(({period, text}) => [period, text]));
  const breakText = (period: PeriodId) => broken.get(period) ?? null;
  return panelRows(
    units.map(({id, name}) => ({id, name, series: series.get(id) ?? []})),
    {role: "municipality", name: place.name, series: series.get(place.id) ?? []},
    breakText
  );
}
