/** `/fund`: findings in words, written by those who were there, with their history; a job delivers them to the lake. */
import {z} from "zod";
import {emptyDraft} from "../../dashboards/pages/observation-form.ts";
import {observationsModel, observationsPerPage} from "../../dashboards/pages/observations.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {reachOf, type Subject} from "../../queries/access.ts";
import {useThemes} from "../../queries/reference/themes.ts";
import {countObservations, listObservations} from "../../queries/registry/observations.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {accountNames} from "../account-names.ts";
import {formOf, readForm} from "../identity/form.ts";
import type {Routes} from "../identity/routes.ts";
import {save, showForm} from "../observation-answers.ts";
import {unitNames, unitsWithin, waysOf} from "../observation-context.ts";
import {draftShape} from "../observation-draft.ts";
import {addPage, type Deps, found} from "../page.ts";
import {addObservation} from "./observation.ts";
import {choice, municipalityChoice, nameChoice, sideChoice} from "./query.ts";

const listQuery = z.strictObject({
  hvis: choice(z.literal("alle")),
  tema: nameChoice,
  tilstand: choice(z.enum(["active", "withdrawn"])),
  side: sideChoice
});
const newQuery = z.strictObject({enhed: nameChoice, kommune: municipalityChoice});

export function addObservations(app: Routes, deps: Deps): void {
  addPage(app, deps, "/fund", listQuery, async ({query, language, reader, subject}) => {
    const registry = found(await deps.registry(), "page", "fund");
    const wanted = {
      ...{within: withinOf(subject, reader), author: query.hvis === "alle" ? null : (subject.id ?? "")},
      ...{unit: null, theme: query.tema, state: query.tilstand}
    };
    const window = {limit: observationsPerPage, offset: (query.side - 1) * observationsPerPage};
    const entries = await listObservations(registry, wanted, window);
    const names = await accountNames(
      registry,
      language,
      entries.map(({author}) => author)
    );
    const {codes} = await useThemes(deps.dataDir);
    const model = observationsModel({
      ...{language, chosen: query, entries, themes: codes.map(({code}) => code)},
      count: await countObservations(registry, wanted),
      wayOf: await waysOf(registry, reader),
      unitName: unitNames(reader),
      authorName: (id) => names.get(id) ?? id
    });
    return {page: "observations", title: webTextOf(language).observationsPage.title, model};
  });
  app.get("/fund/nyt", (request, response) => {
    const {enhed, kommune} = newQuery.parse(request.query);
    return showForm(request, response, deps, {draft: {...emptyDraft, enhed: enhed ?? ""}, municipality: kommune});
  });
  app.post("/fund/nyt", readForm, (request, response) =>
    save(request, response, deps, {draft: formOf(request, draftShape), entry: null})
  );
  addObservation(app, deps);
}

function withinOf(subject: Subject, reader: ReleaseReader | null) {
  const {nation, municipalities} = reachOf(subject, "write-findings");
  if (nation) return null;
  return {
    municipalities: [...municipalities],
    units: reader ? unitsWithin(subject, reader).map(({id}) => String(id)) : []
  };
}
