/** `/enheder/:id/egne`: figures that only the unit's own manager may see. */
import type {Request} from "express";
import {ownFiguresModel} from "../../dashboards/pages/own-figures.ts";
import {placeName} from "../../dashboards/pages/places.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {leadsOnly, placeOf} from "../../queries/access.ts";
import type {UnitId} from "../../queries/model.ts";
import {Refused} from "../identity/refused.ts";
import type {Routes} from "../identity/routes.ts";
import {readOwnFacts} from "../own-shelf.ts";
import {addPage, type Deps, found, noQuery, released} from "../page.ts";

export const ownFiguresPath = "/enheder/:id/egne";

/** The unit itself and nothing above it: a right to an area is no right to what its institutions' managers are told. */
export const ownUnitOf = ({params}: Request) => placeOf({units: [String(params.id)]});

export function addOwnFigures(app: Routes, deps: Deps): void {
  addPage(app, deps, ownFiguresPath, noQuery, async (ask) => {
    const {language, params, subject} = ask;
    const reader = released(ask);
    const unit = found(reader.units.get(params.id as UnitId), "unit", params.id!);
    if (!leadsOnly(subject, unit.id)) throw new Refused("see-own-unit", "scope");
    const facts = readOwnFacts(deps.dataDir, reader.manifest.id, unit.id);
    const title = webTextOf(language).ownFigures.title(placeName(unit, language));
    return {page: "own-figures", title, model: ownFiguresModel({language, unit, facts, reader})};
  });
}
