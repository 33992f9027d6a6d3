/** `/aftaler`: the agreements that the reader may see, of a municipality or an area, each beside its figure. */
import {z} from "zod";
import {
  agreementStates,
  agreementsModel,
  type KnownAgreement,
  mostAgreements
} from "../../dashboards/pages/agreements.ts";
import {ancestorsOf, byName, placeName} from "../../dashboards/pages/places.ts";
import {unitSlice} from "../../dashboards/slices.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {authorize, placeOf, type Subject} from "../../queries/access.ts";
import type {Language, Unit, UnitId} from "../../queries/model.ts";
import {danishClock} from "../../queries/reference/wheel-dates.ts";
import {type Agreement, listAgreements} from "../../queries/registry/agreements.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import type {Routes} from "../identity/routes.ts";
import {addPage, type Deps, released} from "../page.ts";
import {choice, nameChoice} from "./query.ts";

const query = z.strictObject({omraade: nameChoice, status: choice(z.enum(agreementStates))});

export function addAgreements(app: Routes, deps: Deps): void {
  addPage(app, deps, "/aftaler", query, async (ask) => {
    const {language, subject} = ask;
    const reader = released(ask);
    const {omraade, status} = ask.query;
    const registry = await deps.registry();
    const all = registry ? await listAgreements(registry) : [];
    const seen = all.filter(({unit}) => maySee(subject, unit, reader));
    const fitting = seen.filter(
      (each) => (!omraade || linesOf(each.unit, reader).includes(omraade)) && (!status || each.status === status)
    );
    return {
      page: "agreements",
      title: webTextOf(language).agreementsPage.title,
      model: agreementsModel({
        ...{language, chosen: ask.query, fitting},
        places: placesOf(seen, reader, language),
        shown: fitting.slice(0, mostAgreements).map((each) => knownOf(each, reader, deps, language)),
        today: danishClock(deps.now()).date
      })
    };
  });
}

/** The unit and what it lies in. */
function linesOf(id: string, {units}: ReleaseReader): readonly string[] {
  const unit = units.get(id as UnitId);
  if (!unit) return [];
  const above = ancestorsOf(unit, units).map((each) => String(each.id));
  return [...new Set([String(unit.id), ...above, ...(unit.municipality ? [String(unit.municipality)] : [])])];
}

/** An agreement of a unit that the release does not know is shown to nobody: whose it is cannot be told. */
function maySee(subject: Subject, id: string, reader: ReleaseReader): boolean {
  const unit = reader.units.get(id as UnitId);
  if (!unit) return false;
  const place = placeOf({municipalities: [String(unit.municipality ?? unit.id)], units: linesOf(id, reader)});
  return authorize(subject, "see-conversations", place).allowed;
}

function placesOf(agreements: readonly Agreement[], reader: ReleaseReader, language: Language) {
  const met = new Set(agreements.flatMap(({unit}) => linesOf(unit, reader)));
  return [...met]
    .map((id) => reader.units.get(id as UnitId))
    .filter((unit): unit is Unit => unit?.kind === "municipality" || unit?.kind === "area")
    .toSorted(byName)
    .map((unit) => ({id: unit.id, name: placeName(unit, language)}));
}

function knownOf(agreement: Agreement, reader: ReleaseReader, deps: Deps, language: Language): KnownAgreement {
  const unit = reader.units.get(agreement.unit as UnitId)!;
  const indicator = (agreement.indicator && reader.indicators.get(agreement.indicator)) || null;
  const key = unitSlice(unit.id);
  const facts = indicator ? deps.slices.load(reader.manifest.id, [key]).facts(key) : [];
  return {
    ...{agreement, unit, indicator},
    series: facts
      .filter((fact) => fact.indicator === indicator?.id && fact.category === "")
      .toSorted((a, b) => (a.period < b.period ? -1 : 1)),
    breaks: reader.breaks
      .filter((each) => each.indicator === indicator?.id)
      .map(({period, text, textEnglish}) => ({period, text: language === "da" ? text : textEnglish}))
  };
}
