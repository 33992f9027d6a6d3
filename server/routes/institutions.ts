import {z} from "zod";
import {institutionsModel} from "../../dashboards/pages/institutions.ts";
import {institutionsView} from "../../dashboards/pages/institutions-view.ts";
import {institutionKinds, type UnitId} from "../../queries/model.ts";
import type {Routes} from "../identity/routes.ts";
import {addPage, type Deps, found, released} from "../page.ts";
import {addDownloads, liveOf} from "../view-page.ts";
import {choice, severalNames} from "./query.ts";

const name = choice(z.string().regex(/^-?[a-z0-9-]{1,60}$/));
const institutionsQuery = z.strictObject({
  slags: choice(z.enum(institutionKinds)),
  tal: severalNames,
  sorter: name,
  q: z.string().max(60).optional(),
  fokus: name,
  alle: choice(z.literal("1"))
});

export function addInstitutionPages(app: Routes, deps: Deps): void {
  addDownloads(app, deps, "/institutioner/:id", institutionsQuery, institutionsView);
  addPage(app, deps, "/institutioner/:id", institutionsQuery, async (ask) => {
    const {units} = released(ask);
    const id = ask.params.id!;
    const place = found(units.get(id as UnitId), "place", id);
    const view = liveOf(institutionsView, ask);
    const model = institutionsModel(place, units, ask.language);
    return {page: "institutions", title: model.heading, section: "compare", model: {...model, view}};
  });
}
