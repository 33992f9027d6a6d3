/** `/drift`: the ledger of all tasks, with the means to open one again or to skip it. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {type SlotShown, slotModel} from "../../dashboards/pages/operations-slot.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {findSlot, listSlotEvents, type Slot} from "../../queries/registry/slots.ts";
import {answer} from "../identity/answer.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import type {ResourceOf, Routes} from "../identity/routes.ts";
import {changeSlots, mayChange, mayRun, placeOfSlot, reasonProblem} from "../operations-change.ts";
import {showList} from "../operations-list.ts";
import {namesFor} from "../operations-names.ts";
import {type Deps, found, languageOf} from "../page.ts";
import {addManyOperations} from "./operations-many.ts";
import {addStops} from "./operations-stop.ts";

const slotQuery = z.strictObject({id: z.string().min(1).max(400), gjort: z.enum(["retried", "skipped"]).optional()});

export function addOperations(app: Routes, deps: Deps): void {
  app.get("/drift", (request, response) => showList(request, response, deps));
  addManyOperations(app.may("run-operations"), deps);
  addStops(app.may("run-operations"), deps);
  app.may("see-operations", ofSlotSeen).get("/drift/opgave", (request, response) => {
    const {gjort} = slotQuery.parse(request.query);
    return showSlot(request, response, deps, {saved: gjort ?? null});
  });
  addChanges(app.may("run-operations", ofSlot), deps);
}

function addChanges(app: Routes, deps: Deps): void {
  for (const [path, change] of [
    ["/drift/igen", "retried"],
    ["/drift/spring-over", "skipped"]
  ] as const)
    app.post(path, readForm, async (request, response) => {
      const {udgave, grund} = formOf(request, {udgave: line(12), grund: line(2000)});
      const slot = await slotOf(request, deps);
      const reason = grund.trim();
      const {operations: t} = webTextOf(languageOf(response));
      const action = change === "retried" ? "retry" : "skip";
      const problem = mayChange(change, slot) ? reasonProblem(reason, response) : t.notPossible;
      if (problem) return refuse(request, response, deps, action, problem, reason);
      const registry = found(await deps.registry(), "page", slot.id);
      const seen = [{slot, version: Number(udgave)}];
      const done = await changeSlots(response, deps, registry, {seen, change, reason});
      if (done === 0) return refuse(request, response, deps, action, t.changed, reason);
      const address = hrefOf(languageOf(response), "/drift/opgave");
      response.redirect(303, `${address}?id=${encodeURIComponent(slot.id)}&gjort=${change}`);
    });
}

function refuse(
  request: Request,
  response: Response,
  deps: Deps,
  action: "retry" | "skip",
  text: string,
  reason = ""
): Promise<void> {
  return showSlot(request, response, deps, {problem: {action, text, reason}});
}

async function showSlot(
  request: Request,
  response: Response,
  deps: Deps,
  given: Partial<Pick<SlotShown, "saved" | "problem">>
): Promise<void> {
  const language = languageOf(response);
  const slot = await slotOf(request, deps);
  const registry = found(await deps.registry(), "page", slot.id);
  const events = await listSlotEvents(registry, slot.id);
  const names = await deps.releases.use((reader) => namesFor(deps, {registry, reader, language}, [slot]));
  const model = slotModel({
    language,
    slot,
    events,
    names,
    mayChange: mayRun(response, slot),
    saved: null,
    problem: null,
    ...given
  });
  const status = given.problem ? 422 : 200;
  await answer(request, response, deps, {page: "operations-slot", title: model.heading, model, status});
}

async function slotOf(request: Request, deps: Deps): Promise<Slot> {
  const {id} = slotQuery.parse(request.query);
  return found(await findOf(id, deps), "page", id);
}

async function findOf(id: unknown, {registry}: Deps): Promise<Slot | undefined> {
  const open = typeof id === "string" && id.length <= 400 ? await registry() : null;
  return open ? findSlot(open, id as string) : undefined;
}

const ofSlot: ResourceOf = async ({query}, deps) => {
  const slot = await findOf(query.id, deps);
  return slot ? placeOfSlot(slot) : "anywhere";
};

const ofSlotSeen: ResourceOf = async ({query}, deps) => {
  const slot = await findOf(query.id, deps);
  return slot?.municipality ? placeOfSlot(slot) : "anywhere";
};
