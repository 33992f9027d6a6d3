/** `/datakvalitet`: what has been delivered and what the checks found. */
import {z} from "zod";
import {qualityModel} from "../../dashboards/pages/quality.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {municipalities} from "../../queries/classifications/municipalities.ts";
import {coverageStates} from "../../queries/model.ts";
import {findStandard} from "../../queries/standards/index.ts";
import {coverageOf, hiddenSharesOf} from "../coverage-shelf.ts";
import {opensDeliveries} from "../identity/opens.ts";
import type {Routes} from "../identity/routes.ts";
import {addPage, type Deps, released} from "../page.ts";
import {qualityOf} from "../quality-shelf.ts";
import {choice, municipalityChoice, periodChoice} from "./query.ts";
import {standardTitles} from "./standards.ts";

const qualityQuery = z.strictObject({
  periode: periodChoice,
  standard: choice(z.string().refine((id) => findStandard(id) !== undefined)),
  status: choice(z.enum(coverageStates)),
  kommune: municipalityChoice
});

const names = new Map(
  municipalities.codes
    .map(({code, label}) => [code, label] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, "da"))
);

export function addQualityPage(app: Routes, deps: Deps): void {
  addPage(app, deps, "/datakvalitet", qualityQuery, async (ask) => {
    const reader = released(ask);
    const {language, query} = ask;
    const registry = await deps.registry();
    const [coverage, hidden, sums] = await Promise.all([
      coverageOf(reader),
      hiddenSharesOf(reader),
      registry ? qualityOf(registry) : null
    ]);
    const {manifest, versions, indicators} = reader;
    return {
      page: "quality",
      title: webTextOf(language).quality.title,
      section: "deliveries",
      model: qualityModel({
        ...{language, chosen: query, manifest, coverage, sums, hidden, versions, indicators},
        standardTitles: standardTitles(language),
        municipalities: names,
        opens: opensDeliveries(ask.subject)
      })
    };
  });
}
