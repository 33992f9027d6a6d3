/** `/fund/<number>`: one finding, correcting it and withdrawing it. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {observationModel, withdrawReasons} from "../../dashboards/pages/observation.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {
  findObservation,
  listObservationEvents,
  type ObservationEntry,
  type ObservationEvent
} from "../../queries/registry/observations.ts";
import {withdrawObservation} from "../../queries/registry/observations-write.ts";
import {accountNames} from "../account-names.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {Refused} from "../identity/refused.ts";
import type {ResourceOf, Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {actorOf, draftOf, save, showForm, told} from "../observation-answers.ts";
import {unitNames, waysOf} from "../observation-context.ts";
import {draftShape} from "../observation-draft.ts";
import {type Deps, found, languageOf, send} from "../page.ts";
import {placeOfId} from "../unit-place.ts";

const oneQuery = z.strictObject({gjort: z.enum(["written", "changed", "withdrawn"]).optional()});

export function addObservation(routes: Routes, deps: Deps): void {
  const app = routes.may("write-findings", ofEntry);
  app.get("/fund/:id", (request, response) => {
    const {gjort} = oneQuery.parse(request.query);
    return showOne(request, response, deps, {saved: gjort ?? null});
  });
  app.get("/fund/:id/ret", async (request, response) => {
    const entry = await ownEntry(request, response, deps);
    await showForm(request, response, deps, {draft: draftOf(entry), entry});
  });
  app.post("/fund/:id/ret", readForm, async (request, response) => {
    const draft = formOf(request, draftShape);
    await save(request, response, deps, {draft, entry: await ownEntry(request, response, deps)});
  });
  app.post("/fund/:id/traek-tilbage", readForm, async (request, response) => {
    const {udgave, hvorfor} = formOf(request, {udgave: line(12), hvorfor: z.enum(withdrawReasons)});
    const entry = await entryOf(request, deps);
    const registry = found(await deps.registry(), "page", entry.id);
    const step = {actor: actorOf(response), at: deps.now().toISOString(), reason: `withdrawn:${hvorfor}`};
    const forgotten =
      hvorfor === "person" ? (["finding", "quote"] as const) : hvorfor === "consent" ? (["quote"] as const) : [];
    const isDone = await withdrawObservation(registry, {id: entry.id, version: Number(udgave)}, step, forgotten);
    if (!isDone) return showOne(request, response, deps, {problem: true});
    await told(deps, response, entry.id, {what: "withdrawn", reason: hvorfor});
    response.redirect(303, hrefOf(languageOf(response), `/fund/${entry.id}?gjort=withdrawn`));
  });
}

interface Shown {
  readonly saved?: ObservationEvent["step"] | null;
  readonly problem?: boolean;
}

async function showOne(
  request: Request,
  response: Response,
  deps: Deps,
  {saved = null, problem}: Shown
): Promise<void> {
  const language = languageOf(response);
  const entry = await entryOf(request, deps);
  const registry = found(await deps.registry(), "page", entry.id);
  const events = await listObservationEvents(registry, entry.id);
  const people = [entry.author, ...events.map(({actor}) => actor)];
  const names = await accountNames(registry, language, people);
  await deps.releases.use(async (reader) => {
    const model = observationModel({
      ...{language, entry, events, saved},
      authorName: (id) => names.get(id) ?? id,
      way: (await waysOf(registry, reader))(entry),
      unitName: unitNames(reader),
      isAuthor: whoOf(response).subject.id === entry.author,
      problem: problem ? webTextOf(language).observationForm.problems.changed : null
    });
    const status = problem ? 422 : 200;
    send(request, response, deps, reader, {page: "observation", title: model.heading, model, status});
  });
}

async function entryOf(request: Request, deps: Deps): Promise<ObservationEntry> {
  const id = String(request.params.id);
  return found(await findEntry(id, deps), "page", id);
}

/** Only who wrote it corrects it. */
async function ownEntry(request: Request, response: Response, deps: Deps): Promise<ObservationEntry> {
  const entry = await entryOf(request, deps);
  if (entry.author !== whoOf(response).subject.id) throw new Refused("write-findings", "scope");
  return found(entry.state === "active" ? entry : null, "page", entry.id);
}

async function findEntry(id: string, {registry}: Deps): Promise<ObservationEntry | undefined> {
  const open = /^S-[0-9A-Z]{7}$/.test(id) ? await registry() : null;
  return open ? findObservation(open, id) : undefined;
}

const ofEntry: ResourceOf = async ({params}, deps) => {
  const entry = await findEntry(String(params.id), deps);
  if (!entry) return "anywhere";
  return deps.releases.use(async (reader) => placeOfId(entry.unit, entry.municipality, reader?.units ?? null));
};
