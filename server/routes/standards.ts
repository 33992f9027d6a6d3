import {standardModel} from "../../dashboards/pages/standard.ts";
import {standardsModel} from "../../dashboards/pages/standards.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import type {Language} from "../../queries/model.ts";
import {findStandard, standards} from "../../queries/standards/index.ts";
import {tableSchemaOf} from "../../queries/table-schema.ts";
import type {Routes} from "../identity/routes.ts";
import {addPage, type Deps, found, noQuery} from "../page.ts";

export function addStandardPages(app: Routes, deps: Deps): void {
  app.get("/standarder/:id.json", (request, response) => {
    noQuery.parse(request.query);
    const standard = found(findStandard(request.params.id), "standard", request.params.id);
    response.set("Cache-Control", "no-cache");
    response.type("application/json").send(`${JSON.stringify(tableSchemaOf(standard), null, 2)}\n`);
  });
  addPage(app, deps, "/standarder", noQuery, async ({language}) => ({
    page: "standards",
    title: webTextOf(language).standards.title,
    section: "standards",
    model: standardsModel({language, standards})
  }));
  addPage(app, deps, "/standarder/:id", noQuery, async ({params, language, reader}) => {
    const standard = found(findStandard(params.id!), "standard", params.id!);
    const indicators = [...(reader?.indicators.values() ?? [])];
    const built = indicators.filter((each) => each.standards.some((text) => text.replace(/@\d+$/, "") === standard.id));
    return {
      page: "standard",
      title: titleOf(standard, language),
      description: standard.description,
      section: "standards",
      model: standardModel({language, standard, titles: standardTitles(language), indicators: built})
    };
  });
}

export function standardTitles(language: Language): ReadonlyMap<string, string> {
  return new Map(standards.map((standard) => [standard.id, titleOf(standard, language)]));
}
