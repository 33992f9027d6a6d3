/** `/drift`: the ledger of all tasks, with the means to open one again or to skip it. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {accountName} from "../../dashboards/pages/account.ts";
import {operationsModel, slotStates, slotsPerPage} from "../../dashboards/pages/operations.ts";
import {type SlotShown, slotModel} from "../../dashboards/pages/operations-slot.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {authorize, placeOf, type Resource, reachOf, type Subject} from "../../queries/access.ts";
import {holdsPersonNumber} from "../../queries/personal/person-numbers.ts";
import {
  countSlots,
  listRunning,
  listSlotPage,
  mayRetry,
  maySkip,
  summariseJobs
} from "../../queries/registry/slot-pages.ts";
import {findSlot, jobIds, listSlotEvents, type Slot} from "../../queries/registry/slots.ts";
import {settleSlots} from "../../queries/registry/slots-write.ts";
import {answer} from "../identity/answer.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import type {ResourceOf, Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {aheadOn, namesFor} from "../operations-names.ts";
import {addPage, type Deps, found, languageOf} from "../page.ts";
import {choice} from "./query.ts";

const listQuery = z.strictObject({
  opgave: choice(z.enum(jobIds)),
  tilstand: choice(z.enum(slotStates)),
  enhed: choice(z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u)),
  side: z.union([z.literal("").transform(() => 1), z.coerce.number().int().min(1).max(10_000)]).default(1)
});
const slotQuery = z.strictObject({id: z.string().min(1).max(400), gjort: z.enum(["retried", "skipped"]).optional()});

export function addOperations(app: Routes, deps: Deps): void {
  addPage(app, deps, "/drift", listQuery, async ({query, language, reader, subject}) => {
    const registry = await deps.registry();
    const municipalities = withinReach(subject);
    const wanted = {municipalities, job: query.opgave, state: query.tilstand, unit: query.enhed};
    const window = {limit: slotsPerPage, offset: (query.side - 1) * slotsPerPage};
    const slots = registry ? await listSlotPage(registry, wanted, window) : [];
    const names = await namesFor(deps, {registry, reader, language}, slots);
    return {
      page: "operations",
      title: webTextOf(language).operations.title,
      model: operationsModel({
        ...{language, chosen: query, slots, names},
        summaries: registry ? await summariseJobs(registry, municipalities) : [],
        running: registry ? await listRunning(registry, municipalities) : [],
        count: registry ? await countSlots(registry, wanted) : 0,
        ahead: await aheadOn(deps, {registry, reader, language})
      })
    };
  });
  app.may("see-operations", ofSlotSeen).get("/drift/opgave", (request, response) => {
    const {gjort} = slotQuery.parse(request.query);
    return showSlot(request, response, deps, {saved: gjort ?? null});
  });
  addChanges(app.may("run-operations", ofSlot), deps);
}

function addChanges(app: Routes, deps: Deps): void {
  app.post("/drift/igen", readForm, async (request, response) => {
    const {udgave} = formOf(request, {udgave: line(12)});
    const slot = await slotOf(request, deps);
    const {operations: t} = webTextOf(languageOf(response));
    if (!mayRetry(slot)) return refuse(request, response, deps, "retry", t.notPossible);
    const text = t.byHand(t.retriedText, nameOf(response));
    await change(request, response, deps, {slot, seen: Number(udgave), state: "waiting", text, what: "retried"});
  });
  app.post("/drift/spring-over", readForm, async (request, response) => {
    const form = formOf(request, {udgave: line(12), grund: line(2000)});
    const slot = await slotOf(request, deps);
    const {operations: t} = webTextOf(languageOf(response));
    const reason = form.grund.trim();
    const problem = maySkip(slot) ? problemOf(reason, t) : t.notPossible;
    if (problem) return refuse(request, response, deps, "skip", problem, reason);
    const text = t.byHand(reason, nameOf(response));
    await change(request, response, deps, {slot, seen: Number(form.udgave), state: "skipped", text, what: "skipped"});
  });
}

function problemOf(reason: string, t: ReturnType<typeof webTextOf>["operations"]): string | null {
  if (holdsPersonNumber(reason)) return t.reasonPerson;
  if (reason.length < 5) return t.reasonShort;
  return reason.length > 500 ? t.reasonLong : null;
}

interface Change {
  readonly slot: Slot;
  readonly seen: number;
  readonly state: "waiting" | "skipped";
  readonly text: string;
  readonly what: "retried" | "skipped";
}

/** What has changed since the form was shown is left as it is. */
async function change(request: Request, response: Response, deps: Deps, wish: Change): Promise<void> {
  const {slot, seen, state, text, what} = wish;
  const language = languageOf(response);
  const registry = found(await deps.registry(), "page", slot.id);
  const [settled] = await settleSlots(registry, [{...slot, seen}], {state, text, now: deps.now()});
  const {changed} = webTextOf(language).operations;
  if (!settled) return refuse(request, response, deps, what === "retried" ? "retry" : "skip", changed);
  const {subject, signedIn} = whoOf(response);
  const actor = signedIn?.account.id ?? subject.id ?? "";
  await log(deps, {actor, action: "change", resource: `slot ${slot.id}`, purpose: "operations", detail: {what}});
  response.redirect(303, `${hrefOf(language, "/drift/opgave")}?id=${encodeURIComponent(slot.id)}&gjort=${what}`);
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
  const mayChange = authorize(whoOf(response).subject, "run-operations", placeOfSlot(slot)).allowed;
  const model = slotModel({language, slot, events, names, mayChange, saved: null, problem: null, ...given});
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

/** A release concerns everybody, so only who is there for everybody may change one. */
function placeOfSlot({municipality}: Slot): Resource {
  return placeOf({municipalities: municipality ? [municipality] : []});
}

const ofSlot: ResourceOf = async ({query}, deps) => {
  const slot = await findOf(query.id, deps);
  return slot ? placeOfSlot(slot) : "anywhere";
};

const ofSlotSeen: ResourceOf = async ({query}, deps) => {
  const slot = await findOf(query.id, deps);
  return slot?.municipality ? placeOfSlot(slot) : "anywhere";
};

/** Null: everything. */
export function withinReach(subject: Subject): readonly string[] | null {
  const {nation, municipalities} = reachOf(subject, "see-operations");
  return nation ? null : [...municipalities];
}

function nameOf(response: Response): string {
  const {signedIn} = whoOf(response);
  return signedIn ? accountName(signedIn.account, languageOf(response)) : "";
}
