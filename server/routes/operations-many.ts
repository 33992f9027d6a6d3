/** The same done at once to the tasks that were ticked, or to all failed ones of a kind. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {queryOf} from "../../dashboards/pages/operations-many.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {searchOf} from "../../dashboards/view.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {listSlotPage} from "../../queries/registry/slot-pages.ts";
import {findSlots, jobIds} from "../../queries/registry/slots.ts";
import {line, readForm} from "../identity/form.ts";
import type {Routes} from "../identity/routes.ts";
import {idOf, tick, tickedIn, versionsOf} from "../identity/ticks.ts";
import {whoOf} from "../identity/who.ts";
import {changeSlots, mayChange, mayRun, reasonProblem, type Seen, type SlotChange} from "../operations-change.ts";
import {listQuery, showList, withinReach} from "../operations-list.ts";
import {type Deps, found, languageOf} from "../page.ts";

const chosenForm = z.strictObject({
  grund: line(2000),
  handling: z.enum(["igen", "spring-over"]),
  valgt: z.array(tick).max(200)
});
const allForm = z.strictObject({grund: line(2000), opgave: z.enum(jobIds)});
const mostAtOnce = 20_000;

export function addManyOperations(app: Routes, deps: Deps): void {
  app.post("/drift/flere", readForm, async (request, response) => {
    const fields = tickedIn(request);
    const {grund, handling, valgt} = chosenForm.parse({...fields.single, valgt: fields.ticks});
    const reason = grund.trim();
    const {operations: t} = webTextOf(languageOf(response));
    const problem = valgt.length === 0 ? t.noneChosen : reasonProblem(reason, response);
    if (problem) return showList(request, response, deps, {problem, reason, ticked: valgt.map(idOf)});
    const registry = found(await deps.registry(), "page", "drift");
    const versions = versionsOf(valgt);
    const slots = await findSlots(registry, [...versions.keys()]);
    const seen = slots.map((slot) => ({slot, version: versions.get(slot.id)!}));
    const change = handling === "igen" ? "retried" : "skipped";
    await finish(request, response, deps, registry, {seen, change, reason, asked: versions.size});
  });
  app.post("/drift/alle-igen", readForm, async (request, response) => {
    const {single} = tickedIn(request);
    const {grund, opgave} = allForm.parse(single);
    const reason = grund.trim();
    const problem = reasonProblem(reason, response);
    if (problem) return showList(request, response, deps, {problem, reason});
    const registry = found(await deps.registry(), "page", "drift");
    const municipalities = withinReach(whoOf(response).subject);
    const wanted = {municipalities, job: opgave, state: "failed", unit: null} as const;
    const slots = await listSlotPage(registry, wanted, {limit: mostAtOnce, offset: 0});
    const seen = slots.map((slot) => ({slot, version: slot.version}));
    await finish(request, response, deps, registry, {seen, change: "retried", reason, asked: slots.length});
  });
}

interface Wish {
  readonly seen: readonly Seen[];
  readonly change: SlotChange;
  readonly reason: string;
  readonly asked: number;
}

/** What may not be changed, or has been changed, is counted and left alone. */
async function finish(
  request: Request,
  response: Response,
  deps: Deps,
  registry: Registry,
  {seen, asked, ...wish}: Wish
): Promise<void> {
  const able = seen.filter(({slot}) => mayRun(response, slot) && mayChange(wish.change, slot));
  const done = able.length > 0 ? await changeSlots(response, deps, registry, {seen: able, ...wish}) : 0;
  const chosen = listQuery.parse(request.query);
  const told = {gjort: wish.change, antal: String(done), andre: String(asked - done)};
  response.redirect(303, hrefOf(languageOf(response), "/drift") + searchOf({...queryOf(chosen, chosen.side), ...told}));
}
