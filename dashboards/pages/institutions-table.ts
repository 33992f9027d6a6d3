/** Institutions down, indicators across: value, blank, and how each stands to the whole. */
import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {measureOf} from "../format.ts";
import {factHref, hrefOf, unitHref} from "../link.ts";
import {isComparable, relationOf, titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {cellOf} from "./indicator-state.ts";
import {type Column, type Overview, orderedUnits} from "./institutions-figures.ts";
import type {InstitutionsState} from "./institutions-state.ts";
import {placeName} from "./places.ts";

export function institutionsTable(state: InstitutionsState, overview: Overview) {
  const {address, place} = state;
  const {language} = address;
  const {columns} = overview;
  return {
    heads: columns.map((column) => headOf(state, column)),
    nameHead: {
      sorted: state.sort ? "none" : "ascending",
      href: hrefOf(language, address.path) + searchOf(address.query, {sorter: null})
    },
    whole: {
      name: placeName(place, language),
      href: unitHref(language, place.id),
      cells: columns.map((column) => wholeCell(column, language))
    },
    rows: orderedUnits(state, overview).map(({id, name}) => ({
      name,
      href: unitHref(language, id),
      cells: columns.map((column) => unitCell(column, column.figures.get(id), language))
    }))
  };
}

/** The first choice orders low figures first, the second high ones. */
function headOf({address, sort}: InstitutionsState, {indicator, period}: Column) {
  const {language, path, query} = address;
  const isSorted = sort?.by.id === indicator.id;
  const next = isSorted && !sort.falling ? `-${indicator.id}` : indicator.id;
  return {
    id: `orden-${indicator.id}`,
    title: titleOf(indicator, language),
    sorted: isSorted ? (sort.falling ? "descending" : "ascending") : "none",
    href: hrefOf(language, path) + searchOf(query, {sorter: next}),
    about: [measureOf(indicator, language), period ? periodLabel(period, language) : ""].filter(Boolean).join(" · ")
  };
}

/** An area's figure has every type in it where the indicator is of several. */
function wholeCell({indicator, whole}: Column, language: Language) {
  const t = webTextOf(language).institutions;
  const cell = bareCell(whole, indicator, language);
  const types = indicator.kinds.filter((kind) => kind === "school" || kind === "daycare" || kind === "leisure");
  const note = types.length > 1 ? [cell.note, t.allKinds].filter(Boolean).join(" · ") : cell.note;
  return {...cell, note, head: titleOf(indicator, language), relation: "", words: ""};
}

function unitCell({indicator, whole}: Column, fact: DisclosedFact | undefined, language: Language) {
  const t = webTextOf(language).institutions;
  const relation = isComparable(indicator) ? relationOf(fact, whole, indicator) : "size";
  const words = fact?.value == null ? "" : t.relations[relation];
  return {...bareCell(fact, indicator, language), head: titleOf(indicator, language), relation, words};
}

/** The measure stands in the heading. */
function bareCell(fact: DisclosedFact | undefined, indicator: Indicator, language: Language) {
  const bare = {...indicator, measureLabel: "", measureLabelEnglish: ""};
  const {value, note, blank} = cellOf(fact, bare, language);
  return {value, note, blank, href: fact ? factHref(language, fact) : null};
}
