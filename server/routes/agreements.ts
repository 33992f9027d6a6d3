/** `/aftaler`: the agreements that the reader may see, of a municipality or an area, each beside its figure. */
import {z} from "zod";
import {
  agreementsModel,
  dueStateOf,
  dueStates,
  effectGroupOf,
  effectGroups,
  mostAgreements
} from "../../dashboards/pages/agreements.ts";
import {byName, placeName} from "../../dashboards/pages/places.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {agreementStatuses} from "../../queries/conversations/agreement-draft.ts";
import type {Language, Unit, UnitId} from "../../queries/model.ts";
import {danishClock} from "../../queries/reference/wheel-dates.ts";
import {type Agreement, listAgreements} from "../../queries/registry/agreements.ts";
import {listTemplates} from "../../queries/registry/conversations.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {knownOf, linesOf, mayIn} from "../agreements-known.ts";
import type {Routes} from "../identity/routes.ts";
import {addPage, type Deps, released} from "../page.ts";
import {choice, nameChoice} from "./query.ts";

const query = z.strictObject({
  omraade: nameChoice,
  status: choice(z.enum(agreementStatuses)),
  frist: choice(z.enum(dueStates)),
  effekt: choice(z.enum(effectGroups))
});

export function addAgreements(app: Routes, deps: Deps): void {
  addPage(app, deps, "/aftaler", query, async (ask) => {
    const {language, subject, query: chosen} = ask;
    const reader = released(ask);
    const registry = await deps.registry();
    const [all, templates] = registry
      ? await Promise.all([listAgreements(registry), listTemplates(registry)])
      : [[], new Map<string, string>()];
    const known = (agreement: Agreement) => knownOf(agreement, {reader, deps, language, templates});
    const today = danishClock(deps.now()).date;
    const units = new Set(all.map(({unit}) => unit));
    const open = new Set([...units].filter((unit) => mayIn(subject, "see-conversations", unit, reader)));
    const seen = all.filter(({unit}) => open.has(unit));
    const fitting = seen.filter(
      (each) =>
        (!chosen.omraade || linesOf(each.unit, reader).includes(chosen.omraade)) &&
        (!chosen.status || each.status === chosen.status) &&
        (!chosen.frist || dueStateOf(each, today) === chosen.frist) &&
        (!chosen.effekt || effectGroupOf(known(each)) === chosen.effekt)
    );
    return {
      page: "agreements",
      title: webTextOf(language).agreementsPage.title,
      model: agreementsModel({
        ...{language, chosen, fitting, today},
        places: placesOf(seen, reader, language),
        shown: fitting.slice(0, mostAgreements).map(known)
      })
    };
  });
}

function placesOf(agreements: readonly Agreement[], reader: ReleaseReader, language: Language) {
  const own = new Set(agreements.map(({unit}) => unit));
  const met = new Set([...own].flatMap((unit) => linesOf(unit, reader)));
  return [...met]
    .map((id) => reader.units.get(id as UnitId))
    .filter((unit): unit is Unit => unit?.kind === "municipality" || unit?.kind === "area")
    .toSorted(byName)
    .map((unit) => ({id: unit.id, name: placeName(unit, language)}));
}
