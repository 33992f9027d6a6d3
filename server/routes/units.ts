import {z} from "zod";
import {conversationHref, hrefOf} from "../../dashboards/link.ts";
import {placeName, type Units} from "../../dashboards/pages/places.ts";
import {type Findings, findingsFrom, unitModel} from "../../dashboards/pages/unit.ts";
import {missingUnitModel} from "../../dashboards/pages/unit-missing.ts";
import {isPeered, peerKindOf, peerSlice, peersModel} from "../../dashboards/pages/unit-peers.ts";
import {columns, readingsOf, unitSlices, unitStateOf} from "../../dashboards/pages/unit-state.ts";
import {tablesModel} from "../../dashboards/pages/unit-table.ts";
import {unitView} from "../../dashboards/pages/unit-view.ts";
import {type WhomName, whomNames} from "../../dashboards/pages/unit-whom.ts";
import {authorize, leadsOnly, placeOf} from "../../queries/access.ts";
import {templatesFor} from "../../queries/conversations/index.ts";
import {areas, type Unit, type UnitId} from "../../queries/model.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {mayIn} from "../agreements-known.ts";
import type {Routes} from "../identity/routes.ts";
import {type Ask, addPage, type Deps, released, type Shown} from "../page.ts";
import {searcherOf} from "../searcher.ts";
import {placeOfUnit} from "../unit-place.ts";
import {addDownloads, liveOf} from "../view-page.ts";
import {countIssues, listed} from "./listed.ts";
import {choice} from "./query.ts";

const query = z.strictObject({
  sammenlign: choice(z.enum(Object.keys(whomNames) as [WhomName, ...WhomName[]])),
  omraade: choice(z.enum(areas)),
  kvalitet: choice(z.enum(columns)),
  kun: choice(z.literal("forskel")),
  soeg: z.string().max(80).default("")
});

export function addUnitPages(app: Routes, deps: Deps): void {
  addDownloads(app, deps, "/enheder/:id", query, unitView);
  addPage(app, deps, "/enheder/:id", query, async (ask) => {
    const {units} = released(ask);
    const unit = units.get(ask.params.id as UnitId);
    return unit ? unitPage(ask, unit) : missingPage(ask);
  });
}

async function unitPage(ask: Ask<unknown>, unit: Unit): Promise<Shown> {
  const {language, deps} = ask;
  const reader = released(ask);
  const all = await deps.shelf.all();
  const own = all.filter(({manifest}) => manifest.unit === unit.id);
  const [findings, issues] = await Promise.all([findingsOf(unit, reader), listed(own, deps.shelf)]);
  const {units} = reader;
  const issueCounts = countIssues(all);
  return {
    page: "unit",
    title: placeName(unit, language),
    model: {
      ...unitModel({language, unit, findings, issues, units, issueCounts, mayWrite: mayWrite(ask, unit, units)}),
      own: ownLink(ask, unit),
      conversation: conversationLink(ask, unit),
      view: liveOf(unitView, ask),
      ...wholeOf(ask, reader)
    }
  };
}

function mayWrite({subject}: Ask<unknown>, unit: Unit, units: Units): boolean {
  const isOpen = ["area", "school", "daycare", "leisure"].includes(unit.kind) && unit.validTo === null;
  return isOpen && authorize(subject, "write-findings", placeOfUnit(unit, units)).allowed;
}

/** To those who may see it. */
function conversationLink(ask: Ask<unknown>, {id, kind}: Unit): string | null {
  const reader = released(ask);
  const isHeld = templatesFor(kind).length > 0 && mayIn(ask.subject, "see-conversations", id, reader);
  return isHeld ? conversationHref(ask.language, {unit: id, period: reader.manifest.period}) : null;
}

/** Where the unit's own manager finds what is hidden for all others. */
function ownLink({language, subject}: Ask<unknown>, {id}: Unit): string | null {
  const verdict = authorize(subject, "see-own-unit", placeOf({units: [id]}));
  if (!verdict.allowed || !leadsOnly(subject, id)) return null;
  return hrefOf(language, `/enheder/${encodeURIComponent(id)}/egne`);
}

/** What holds everything whatever is chosen, and so stands outside what is drawn again. */
function wholeOf({path, params, search, language, deps}: Ask<unknown>, reader: ReleaseReader) {
  const {manifest, indicators, units, groups, breaks} = reader;
  const world = {release: manifest, indicators, units, groups, breaks};
  const state = unitStateOf({language, path, params, query: search}, world);
  const {unit, everyone} = state;
  const told = readingsOf(state, everyone, world, deps.slices.load(manifest.id, unitSlices(state)));
  const peered = peerKindOf(unit) ? told.filter(isPeered).map(({indicator}) => peerSlice(unit, indicator.id)) : [];
  return {
    tables: tablesModel(state, told),
    peers: peersModel(state, told, world, deps.slices.load(manifest.id, peered))
  };
}

function missingPage(ask: Ask<unknown>): Shown {
  const {language, params} = ask;
  const reader = released(ask);
  const id = params.id!;
  const near = searcherOf(reader, language)
    .find(id, 5)
    .filter(({group}) => group === "place" || group === "unit");
  const model = missingUnitModel({language, id, near, units: reader.units});
  return {page: "unit-missing", title: model.heading, status: 404, model};
}

const known = new WeakMap<ReleaseReader, Map<string, Promise<Findings>>>();

/** An institution's own findings; for an area or a municipality those of its institutions too. Read once per release. */
function findingsOf(unit: Unit, reader: ReleaseReader): Promise<Findings> {
  const byUnit = known.get(reader) ?? new Map<string, Promise<Findings>>();
  known.set(reader, byUnit);
  const found = byUnit.get(unit.id) ?? readFindings(unit, reader);
  byUnit.set(unit.id, found);
  found.catch(() => byUnit.delete(unit.id));
  return found;
}

async function readFindings(unit: Unit, reader: ReleaseReader): Promise<Findings> {
  const units = belowAnd(unit, reader.units);
  const municipality = unit.kind === "municipality" ? unit.id : unit.municipality;
  const [observations, hidden, coverage] = await Promise.all([
    reader.observations(units),
    reader.hiddenFindings(units),
    municipality ? reader.coverage(municipality) : []
  ]);
  return findingsFrom(
    observations,
    hidden,
    coverage.filter(({standard}) => standard === "observations")
  );
}

function belowAnd(unit: Unit, units: Units): readonly string[] {
  if (unit.kind !== "municipality" && unit.kind !== "area") return [unit.id];
  const isBelow = ({kind, parent, municipality}: Unit) =>
    kind !== "class" && (unit.kind === "area" ? parent === unit.id : municipality === (unit.id as string));
  return [unit.id, ...[...units.values()].filter((each) => each.id !== unit.id && isBelow(each)).map(({id}) => id)];
}
