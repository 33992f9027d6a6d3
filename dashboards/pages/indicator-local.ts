/** The institutions of one municipality beside each other in one period. */

import {type DisclosedFact, institutionKinds, type Language, type Unit, type UnitKind} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {bars} from "../charts/bars.ts";
import type {PlaceRow, Standing} from "../charts/chart.ts";
import {strip} from "../charts/strip.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {capital} from "../first-letter.ts";
import {formatNumber} from "../format.ts";
import {hrefOf} from "../link.ts";
import {isComparable, spreadAlt, spreadSentence, titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {lookLinks, ordered, saying} from "./indicator-municipalities.ts";
import {byName, cellOf, drawnOf, type LocalFact, type Shown} from "./indicator-state.ts";

/** By name; of the place's own kind where it is an institution. */
export function institutionsOf({local, place, world}: Pick<Shown, "local" | "place" | "world">): readonly LocalFact[] {
  const kinds: readonly UnitKind[] = isInstitution(place) ? [place.kind] : institutionKinds;
  return local
    .flatMap((fact) => {
      const unit = world.units.get(fact.unit);
      return unit && kinds.includes(unit.kind) ? [{fact, unit, name: unit.name}] : [];
    })
    .toSorted(byName);
}

export function isInstitution({kind}: Unit): boolean {
  return (institutionKinds as readonly UnitKind[]).includes(kind);
}

/** `skoler` where they are all of one kind, else `institutioner`. */
export function pluralOf(facts: readonly LocalFact[], language: "da" | "en"): string {
  const kinds = new Set(facts.map(({unit}) => unit.kind));
  const [only] = kinds;
  return kinds.size === 1 && only ? textOf(language).kindsPlural[only] : webTextOf(language).indicatorView.institutions;
}

/** Null above the municipality, and where the indicator has no institutions. */
export function institutionsFigure(shown: Shown) {
  const {address, indicator, home, place, period, lines, institutions: facts} = shown;
  const {language} = address;
  if (!home || !period || facts.length === 0) return null;
  const t = webTextOf(language);
  const plural = pluralOf(facts, language);
  const inOrder = ordered(facts, shown.look);
  const whole = lines.find(({unit}) => unit === home.id)?.series.find((fact) => fact.period === period);
  const isWider = isInstitution(place) && indicator.kinds.filter((kind) => isKindOfInstitution(kind)).length > 1;
  const all = facts.map(({fact}) => fact);
  const sketch = {
    id: "institutioner",
    title: `${t.indicatorView.local(plural, home.name)}: ${titleOf(indicator, language)}, ${periodLabel(period, language)}`,
    ...drawingOf(
      inOrder.map((each) => rowOf(each, shown)),
      shown,
      plural,
      whole
    ),
    indicator,
    alt: spreadAlt(all, indicator, language, plural),
    finding: spreadSentence(
      all,
      {name: textOf(language).whole.municipality, fact: whole, isWider},
      plural,
      indicator,
      language
    ),
    facts: [...all, ...(whole ? [whole] : [])],
    table: tableOf(inOrder, shown)
  };
  return {
    figure: figureOf(sketch, address),
    heading: t.indicatorView.local(plural, home.name),
    looks: lookLinks(shown, "vis-institutioner", ["strip", "names", "values"]),
    period: periodLabel(period, language)
  };
}

function tableOf(facts: readonly LocalFact[], {address, indicator, home, place}: Shown) {
  const {language, path, query} = address;
  const t = webTextOf(language);
  const rows = facts.map(({fact, name}) => ({
    key: fact.unit,
    name,
    href: hrefOf(language, path) + searchOf(query, {kommune: home!.id, enhed: fact.unit}),
    own: fact.unit === place.id,
    cells: [cellOf(fact, indicator, language), personsCell(fact, language)]
  }));
  return figureTable([t.indicator.place, t.indicator.value, t.indicatorView.persons], rows);
}

export function personsCell({persons}: DisclosedFact, language: "da" | "en") {
  return {value: persons === null ? "–" : formatNumber(persons, 0, language), note: "", blank: persons === null};
}

function rowOf({fact, unit, name}: LocalFact, {place}: Shown): PlaceRow {
  const role: Standing =
    unit.id === place.id ? "own" : unit.parent === place.id && place.kind === "area" ? "group" : "other";
  return {...drawnOf(fact), role, id: unit.id, name};
}

function drawingOf(rows: readonly PlaceRow[], shown: Shown, plural: string, municipal: DisclosedFact | undefined) {
  const {address, home, place, look, spread, indicator} = shown;
  const {comparators} = textOf(address.language);
  const wholes = [
    {name: home!.name, fact: municipal},
    {name: comparators.nation, fact: spread.nation}
  ].flatMap(({name, fact}): readonly PlaceRow[] =>
    fact ? [{...drawnOf(fact), role: "whole", id: fact.unit, name}] : []
  );
  const all = [...rows, ...(isComparable(indicator) ? wholes : [])];
  const {wide, narrow} = figureWidths;
  const chart = look === "names" || look === "values" ? bars : strip;
  const words = {groupName: place.name, otherName: otherName(rows, plural, address.language)};
  const sizes =
    chart === bars
      ? {wide: bars.heightOf(all, wide), narrow: bars.heightOf(all, narrow)}
      : {wide: rows.length > 150 ? 210 : 150, narrow: rows.length > 150 ? 260 : 190};
  return {
    chart: saying<PlaceRow>(chart, words),
    rows: all,
    sizes: {wide: {width: wide, height: sizes.wide}, narrow: {width: narrow, height: sizes.narrow}}
  };
}

function otherName(rows: readonly PlaceRow[], plural: string, language: Language): string {
  const isAlone = rows.every(({role}) => role === "other");
  return isAlone ? capital(plural) : webTextOf(language).indicatorView.other(plural);
}

function isKindOfInstitution(kind: UnitKind): boolean {
  return (institutionKinds as readonly UnitKind[]).includes(kind);
}
