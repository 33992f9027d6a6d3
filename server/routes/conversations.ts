/** `/samtale/<unit>/<period>/<template>`: a conversation about a unit's package, written by those who hold it. */
import type {Request, Response} from "express";
import {conversationHref} from "../../dashboards/link.ts";
import {termsText} from "../../dashboards/pages/conversation-agreements.ts";
import {askedOf, saidOf, type Unkept} from "../../dashboards/pages/conversation-parts.ts";
import {placeOf} from "../../queries/access.ts";
import {agreementIdOf, readDraft} from "../../queries/conversations/agreement-draft.ts";
import {markOf, readStanding} from "../../queries/registry/conversation-parts.ts";
import type {Outcome, Writer} from "../../queries/registry/conversation-writes.ts";
import {placeOfUnit} from "../agreements-known.ts";
import {parseConversationForm, readConversationForm, type SentForm} from "../conversation-form.ts";
import {type Held, heldOf, keyOf, namesOf, registryOf, type Setting, showConversation} from "../conversation-page.ts";
import {saveConversation} from "../conversation-save.ts";
import {log} from "../identity/log.ts";
import type {ResourceOf, Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {type Deps, languageOf, noQuery, released, send} from "../page.ts";

/** The unit of the address, so that only those who reach it come further. */
export const unitOfAddress: ResourceOf = ({params}, deps) =>
  deps.releases.use(async (reader) => (reader && placeOfUnit(String(params.unit), reader)) ?? placeOf({}));

const page = "/samtale/:unit/:period/:template";

export function addConversations(app: Routes, deps: Deps): void {
  const see = app.may("see-conversations", unitOfAddress);
  const write = app.may("write-conversation", unitOfAddress);
  see.get("/samtale/:unit/:period", (request, response) =>
    deps.releases.use(async (reader) => {
      noQuery.parse(request.query);
      const held = heldOf(request.params, released({reader}));
      response.redirect(303, conversationHref(languageOf(response), keyOf(held)));
    })
  );
  see.get(page, (request, response) =>
    deps.releases.use(async (reader) => {
      noQuery.parse(request.query);
      const setting = settingOf(response, deps, released({reader}));
      send(request, response, deps, reader, await showConversation(setting, heldOf(request.params, setting.reader)));
    })
  );
  write.post(page, readConversationForm, (request, response) =>
    deps.releases.use(async (reader) => {
      const setting = settingOf(response, deps, released({reader}));
      const held = heldOf(request.params, setting.reader);
      const sent = parseConversationForm(request, held.template);
      const writer = writerOf(setting, held, sent);
      const outcomes = await saveConversation(await registryOf(deps), setting, held, sent, writer);
      await told(setting, request, outcomes, sent);
      await answer(request, response, setting, held, sent, outcomes);
    })
  );
}

export function settingOf(response: Response, deps: Deps, reader: Setting["reader"]): Setting {
  return {deps, reader, language: languageOf(response), subject: whoOf(response).subject};
}

export function writerOf(
  {deps, reader, subject}: Setting,
  {unit}: Pick<Held, "unit">,
  {confirmed}: Partial<Pick<SentForm, "confirmed">>
): Writer {
  const knows = (indicator: string) => reader.indicators.has(indicator);
  const near = [...reader.units.values()].filter(
    ({kind, municipality}) => kind === "municipality" || (kind !== "class" && municipality === unit.municipality)
  );
  const places = near.map(({name}) => name);
  return {by: subject.id!, at: deps.now().toISOString(), knows, places, ...(confirmed && {confirmed})};
}

/** One entry for each sitting at a part; what was written stays out of the log. */
export async function told(
  {deps, subject}: Setting,
  {path}: Pick<Request, "path">,
  outcomes: readonly Outcome[],
  {confirmed}: Partial<Pick<SentForm, "confirmed">>
): Promise<void> {
  for (const outcome of outcomes) {
    const isNew = outcome.kind === "saved" && outcome.fresh;
    if (!isNew && outcome.kind !== "conflict") continue;
    const version = isNew ? outcome.version : null;
    const detail = {what: outcome.kind, part: outcome.part, version, confirmed: (confirmed?.size ?? 0) > 0};
    await log(deps, {actor: subject.id!, action: "change", resource: path, purpose: "quality", detail});
  }
}

const isKept = ({kind}: Outcome) => kind === "saved" || kind === "unchanged";

async function answer(
  request: Request,
  response: Response,
  setting: Setting,
  held: Held,
  sent: SentForm,
  outcomes: readonly Outcome[]
): Promise<void> {
  const {deps, reader, language} = setting;
  const failed = outcomes.filter((each) => !isKept(each));
  const status = failed.length === 0 ? 200 : failed.some(({kind}) => kind === "conflict") ? 409 : 422;
  if (request.accepts(["html", "json"]) === "json") {
    response.set("Cache-Control", "private, no-store");
    response.status(status).json({parts: await saidAll(setting, held, outcomes)});
    return;
  }
  if (failed.length > 0) {
    const shown = await showConversation(setting, held, unkeptOf(failed, sent));
    return send(request, response, deps, reader, {...shown, status});
  }
  response.redirect(303, conversationHref(language, keyOf(held)) + anchorOf(sent));
}

function unkeptOf(failed: readonly Outcome[], {parts, question}: SentForm): ReadonlyMap<string, Unkept> {
  return new Map(
    failed.map((outcome) => {
      const asked = outcome.part === "questions" ? (question?.text ?? "") : "";
      const {text = asked, draft = null} = parts.find(({part}) => part === outcome.part) ?? {};
      return [outcome.part, {text, draft, outcome}];
    })
  );
}

function anchorOf({wish: [word, about]}: SentForm): string {
  if (word === "state") return "#gang";
  if (word === "add") return "#ny-aftale";
  if (word === "ask" || word === "remove" || word === "bring-back" || word === "figure") return "#laeseguide";
  return word === "theirs" ? `#felt-${about.replaceAll(".", "-")}` : "";
}

/** What the script shows at each field. */
async function saidAll(setting: Setting, held: Held, outcomes: readonly Outcome[]) {
  const {deps, language, reader} = setting;
  const registry = await registryOf(deps);
  const {parts} = await readStanding(registry, keyOf(held));
  const nameOf = await namesOf(registry, language, parts.values(), outcomes);
  return outcomes.map((outcome) => {
    const standing = parts.get(outcome.part);
    const {conflict, asked, problem} = askedOf(outcome, nameOf, language);
    const isAgreement = agreementIdOf(outcome.part) !== null;
    const indicators = [...reader.indicators.values()];
    return {
      part: outcome.part,
      kept: isKept(outcome),
      seen: `${standing?.version ?? 0}.${markOf(standing?.text ?? "")}`,
      said: standing && isKept(outcome) ? saidOf(standing, nameOf, language) : null,
      conflict: conflict && {
        text: conflict.text,
        theirs: isAgreement ? termsText(readDraft(conflict.theirs), {indicators, language}) : conflict.theirs,
        fields: isAgreement ? readDraft(conflict.theirs) : null
      },
      asked,
      problem
    };
  });
}
