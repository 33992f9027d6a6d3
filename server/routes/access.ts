import {accessModel} from "../../dashboards/pages/access.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import type {Routes} from "../identity/routes.ts";
import {addPage, type Deps, noQuery} from "../page.ts";

export function addAccessPage(app: Routes, deps: Deps): void {
  addPage(app, deps, "/adgang", noQuery, async ({language}) => ({
    page: "access",
    title: webTextOf(language).accessPage.title,
    section: "about",
    model: accessModel(language)
  }));
}
