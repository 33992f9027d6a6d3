import {aboutModel} from "../../dashboards/pages/about.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import type {Routes} from "../identity/routes.ts";
import {addPage, type Deps, noQuery} from "../page.ts";

export function addAboutPage(app: Routes, deps: Deps): void {
  addPage(app, deps, "/om", noQuery, async ({language}) => ({
    page: "about",
    title: webTextOf(language).about.title,
    section: "about",
    model: aboutModel({language})
  }));
}
