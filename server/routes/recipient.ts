/** `/modtagere/ny` and `/modtagere/<id>`: adding a recipient, and one with its history, to be changed, closed and opened. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {recipientModel} from "../../dashboards/pages/recipient.ts";
import {recipientProblemText} from "../../dashboards/recipient-problem.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {municipalities} from "../../queries/classifications/municipalities.ts";
import type {UnitId} from "../../queries/model.ts";
import {type RecipientProblem, recipientProblems} from "../../queries/recipient-rules.ts";
import {listReceipts} from "../../queries/registry/receipts.ts";
import {
  findRecipient,
  listRecipientEvents,
  type Recipient,
  type RecipientEvent,
  RecipientRefused,
  setActive
} from "../../queries/registry/recipients.ts";
import {accountNames} from "../account-names.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import type {ResourceOf, Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {type Deps, found, languageOf, released, send} from "../page.ts";
import {aheadOf, placeOfRecipient, rulesFacts} from "../recipient-desk.ts";
import {draftShape, emptyDraft, formOfRecipient} from "../recipient-draft.ts";
import {showForm, takeForm} from "../recipient-form.ts";
import {choice} from "./query.ts";

const steps = ["created", "changed", "closed", "opened"] as const;
const oneQuery = z.strictObject({gjort: choice(z.enum(steps))});
const newQuery = z.strictObject({kommune: choice(z.enum(municipalities.codes.map(({code}) => code)))});
const editQuery = z.strictObject({fra: z.coerce.number().int().min(1).optional()});

export function addRecipient(routes: Routes, deps: Deps): void {
  routes.get("/modtagere/ny", (request, response) => {
    const {kommune} = newQuery.parse(request.query);
    return showForm(request, response, deps, {draft: emptyDraft, recipient: null, municipality: kommune ?? null});
  });
  routes.post("/modtagere/ny", readForm, (request, response) =>
    takeForm(request, response, deps, {sent: formOf(request, draftShape), recipient: null})
  );
  const app = routes.may("manage-recipients", ofRecipient);
  app.get("/modtagere/:id", (request, response) => {
    const {gjort} = oneQuery.parse(request.query);
    return showOne(request, response, deps, {saved: gjort ?? null});
  });
  app.get("/modtagere/:id/ret", async (request, response) => {
    const {fra} = editQuery.parse(request.query);
    const recipient = await byMail(request, deps);
    const registry = found(await deps.registry(), "page", recipient.id);
    const events = fra ? await listRecipientEvents(registry, recipient.id) : [];
    const event = fra
      ? found(
          events.find(({position}) => position === fra),
          "page",
          recipient.id
        )
      : null;
    const draft = formOfRecipient(event?.fields ?? recipient);
    await showForm(request, response, deps, {draft, recipient, takenFrom: event?.at ?? null});
  });
  app.post("/modtagere/:id/ret", readForm, async (request, response) => {
    const sent = formOf(request, draftShape);
    await takeForm(request, response, deps, {sent, recipient: await byMail(request, deps)});
  });
  app.post("/modtagere/:id/luk", readForm, (request, response) => switchOne(request, response, deps, false));
  app.post("/modtagere/:id/aabn", readForm, (request, response) => switchOne(request, response, deps, true));
}

async function switchOne(request: Request, response: Response, deps: Deps, active: boolean): Promise<void> {
  const {udgave} = formOf(request, {udgave: line(12)});
  const recipient = await byMail(request, deps);
  const registry = found(await deps.registry(), "page", recipient.id);
  const language = languageOf(response);
  const by = whoOf(response).subject.id ?? "";
  const done = {by, at: deps.now().toISOString(), ...(active && {judge: await judgeOpening(deps, recipient)})};
  try {
    if (!(await setActive(registry, {id: recipient.id, version: Number(udgave)}, active, done)))
      return showOne(request, response, deps, {problem: webTextOf(language).recipientPage.moved, status: 409});
  } catch (error) {
    if (!(error instanceof RecipientRefused)) throw error;
    return showOne(request, response, deps, {refused: error.problems, status: 422});
  }
  const what = active ? "opened" : "closed";
  const resource = `recipient ${recipient.id}`;
  await log(deps, {actor: by, action: "change", resource, purpose: "operations", detail: {what}});
  response.redirect(303, hrefOf(language, `/modtagere/${recipient.id}?gjort=${what}`));
}

/** What has been allowed once may have been taken off since. */
function judgeOpening(
  deps: Deps,
  recipient: Recipient
): Promise<(others: readonly Recipient[]) => readonly RecipientProblem[]> {
  const {id: self, municipality} = recipient;
  return deps.releases.use(async (open) => {
    const registry = found(await deps.registry(), "page", self);
    const facts = await rulesFacts(deps, {registry, reader: released({reader: open}), municipality, self});
    return (others) => recipientProblems(recipient, {...facts, others});
  });
}

interface Shown {
  readonly saved?: RecipientEvent["step"] | null;
  readonly problem?: string;
  readonly refused?: readonly RecipientProblem[];
  readonly status?: number;
}

async function showOne(
  request: Request,
  response: Response,
  deps: Deps,
  {saved = null, problem, refused = [], status = 200}: Shown
): Promise<void> {
  const language = languageOf(response);
  const recipient = await recipientIn(request, deps);
  const registry = found(await deps.registry(), "page", recipient.id);
  const events = await listRecipientEvents(registry, recipient.id);
  const actors = events.map(({actor}) => actor);
  const names = await accountNames(registry, language, actors);
  const receipts = await listReceipts(registry, {recipient: recipient.id});
  await deps.releases.use(async (reader) => {
    const unitName = (id: string) => reader?.units.get(id as UnitId)?.name ?? id;
    const said = refused.map((each) => recipientProblemText(each, language, unitName)).join(" ");
    const model = recipientModel({
      ...{language, recipient, events, receipts, unitName, saved},
      problem: problem ?? (said || null),
      ahead: reader && (await aheadOf(deps, registry, reader, recipient)),
      actorName: (id) => names.get(id) ?? id
    });
    send(request, response, deps, reader, {page: "recipient", title: recipient.name, model, status});
  });
}

async function findOne({params}: Request, {registry}: Deps): Promise<Recipient | undefined> {
  const open = await registry();
  return open ? findRecipient(open, String(params.id)) : undefined;
}

async function recipientIn(request: Request, deps: Deps): Promise<Recipient> {
  return found(await findOne(request, deps), "page", String(request.params.id));
}

/** Folders and webhooks are for the command line. */
async function byMail(request: Request, deps: Deps): Promise<Recipient> {
  const recipient = await recipientIn(request, deps);
  return found(recipient.channel === "mail" ? recipient : null, "page", recipient.id);
}

const ofRecipient: ResourceOf = async (request, deps) => {
  const recipient = await findOne(request, deps);
  return recipient ? deps.releases.use(async (reader) => placeOfRecipient(recipient, reader)) : "anywhere";
};
