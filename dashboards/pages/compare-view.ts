/** One unit against a group on many indicators at once: a matrix, and any two indicators against each other. */
import {NotFound} from "../../queries/errors.ts";
import {areas, type Language, type Unit} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";
import {newestSlice, placesSlice, type Slices, unitSlice} from "../slices.ts";
import {listed, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf, type View} from "../view.ts";
import type {World} from "../world.ts";
import {chooserModel} from "./compare-chooser.ts";
import {type Compared, comparedOf} from "./compare-figures.ts";
import {groupModel} from "./compare-group-model.ts";
import type {Comparand} from "./compare-groups.ts";
import {type MatrixRow, matrixRows} from "./compare-rows.ts";
import {scatterModel, scatterNeeds} from "./compare-scatter.ts";
import {type CompareState, compareStateOf} from "./compare-state.ts";
import {tabsOf} from "./compare-tabs.ts";
import {municipalitiesOf, placeName} from "./places.ts";
import {sheetOf} from "./sheet.ts";

export const compareView: View<CompareState, ReturnType<typeof modelOf>> = {
  id: "compare-view",
  stateOf: compareStateOf,
  needs(state) {
    const {home, own, comparands} = state;
    if (!home || !own) return [newestSlice];
    return [
      ...new Set([
        newestSlice,
        placesSlice(home.id),
        unitSlice(own.id),
        ...comparands.flatMap(({slice, members}) => (members.length > 0 ? [slice] : [])),
        ...scatterNeeds(state)
      ])
    ];
  },
  model: modelOf
};

function modelOf(state: CompareState, world: World, slices: Slices) {
  const {address, own, home, against} = state;
  if (own && !own.unit) throw new NotFound("unit", own.id);
  const {language, path} = address;
  const matrix = own?.unit && against ? matrixModel(state, own.unit, against, world, slices) : null;
  const scatter = own ? scatterModel(state, world, slices) : null;
  return {
    figures: [matrix?.sheet, scatter?.figure].filter((figure) => figure != null),
    spoken: matrix?.summary ?? webTextOf(language).compare.beginLead,
    tabs: tabsOf("matrix", language, home?.id ?? null),
    action: hrefOf(language, path),
    choosers: chooserModel(state, world),
    begin: own ? null : municipalityLinks(state, world),
    notice: noticeOf(state),
    matrix,
    group: own && against ? groupModel(state, own, against, world) : null,
    scatter,
    institutions: own?.unit ? institutionsLink(own.unit, language) : null
  };
}

/** What the address names in vain, and what there is instead. */
function noticeOf({unknown, comparands, address}: CompareState) {
  const t = webTextOf(address.language).compare;
  if (unknown.length === 0) return null;
  const titles = comparands.map(({title}) => title).join(", ");
  return {unknown: t.unknown(unknown.map(t.quoted).join(", ")), known: titles ? t.known(titles) : ""};
}

function institutionsLink(unit: Unit, language: Language) {
  if (unit.kind !== "municipality" && unit.kind !== "area") return null;
  const {compare} = webTextOf(language);
  const href = hrefOf(language, `/institutioner/${encodeURIComponent(unit.id)}`);
  return {href, label: compare.institutions(placeName(unit, language))};
}

function matrixModel(state: CompareState, own: Unit, against: Comparand, world: World, slices: Slices) {
  const {language} = state.address;
  const t = webTextOf(language).compare;
  const compared = comparedOf(state, slices);
  const rows = matrixRows(state, compared, world);
  const shown = state.onlyDifferent ? rows.filter(({standing}) => standing === "higher" || standing === "lower") : rows;
  const ownName = placeName(own, language);
  const heading = t.heading(ownName, against.whom);
  const summary = summaryOf(rows, ownName, against.whom, language);
  return {
    heading,
    sheet: matrixSheet(state, compared, heading, summary),
    ownName,
    groupName: against.title,
    summary,
    filtered: shown.length < rows.length ? t.filtered(shown.length, rows.length) : "",
    none: rows.length === 0 ? t.none : shown.length === 0 ? t.noneDiffer : "",
    sections: sectionsOf(shown, language)
  };
}

/** Own figure, the group's and its members', for every row. */
function matrixSheet(state: CompareState, compared: readonly Compared[], title: string, finding: string) {
  const [first] = compared;
  if (!first) return null;
  const facts = compared.flatMap(({own, group, members}) => [
    ...(own ? [own] : []),
    ...(group ? [group] : []),
    ...members.filter(({unit}) => unit !== own?.unit && unit !== group?.unit)
  ]);
  return sheetOf({id: "matrix", title, finding, facts}, first.indicator, state.address);
}

function sectionsOf(rows: readonly MatrixRow[], language: Language) {
  return areas.flatMap((area) => {
    const found = rows.filter((row) => row.area === area);
    return found.length > 0 ? [{id: area, title: webTextOf(language).indicators.areas[area], rows: found}] : [];
  });
}

function summaryOf(rows: readonly MatrixRow[], own: string, group: string, language: Language): string {
  const t = webTextOf(language).compare;
  if (rows.length === 0) return t.none;
  const told = (["higher", "lower", "same"] as const).map((standing) => ({
    standing,
    count: rows.filter((row) => row.standing === standing).length
  }));
  const rest = rows.length - told.reduce((sum, {count}) => sum + count, 0);
  const clauses = told.flatMap(({standing, count}) => (count > 0 ? [t[standing](count)] : []));
  const all = [...clauses, ...(rest > 0 ? [t.rest(rest)] : [])];
  return `${t.sumOf(rows.length, own, group)}: ${listed(all, textOf(language).and)}.`;
}

function municipalityLinks({address: {language, path, query}}: CompareState, {units}: World) {
  return municipalitiesOf(units).map(({id, name}) => ({
    label: name,
    href: hrefOf(language, path) + searchOf(query, {kommune: id, enhed: null})
  }));
}
