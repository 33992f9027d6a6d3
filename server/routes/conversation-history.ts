/** What has been written in a conversation, and bringing an earlier text back. */
import type {Request, Response} from "express";
import {z} from "zod";
import {conversationHref} from "../../dashboards/link.ts";
import {historyModel, historyTitle} from "../../dashboards/pages/conversation-history.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {agreementIdOf} from "../../queries/conversations/agreement-draft.ts";
import {chosenQuestions} from "../../queries/conversations/questions.ts";
import {BadInput} from "../../queries/errors.ts";
import {listVersions, readStanding} from "../../queries/registry/conversation-parts.ts";
import {restoreVersion} from "../../queries/registry/conversation-writes.ts";
import {stateOf} from "../../queries/registry/conversations.ts";
import {mayIn} from "../agreements-known.ts";
import {heldOf, keyOf, namesOf, registryOf} from "../conversation-page.ts";
import {formOf, readForm} from "../identity/form.ts";
import type {Routes} from "../identity/routes.ts";
import {type Deps, found, released, send} from "../page.ts";
import {settingOf, told, unitOfAddress, writerOf} from "./conversations.ts";
import {choice} from "./query.ts";

const partName = z.string().regex(/^[a-z][A-Za-z0-9.-]{0,100}$/);
const query = z.strictObject({felt: choice(partName)});

export function addConversationHistory(app: Routes, deps: Deps): void {
  const see = app.may("see-conversations", unitOfAddress);
  const write = app.may("write-conversation", unitOfAddress);
  see.get("/samtale/:unit/:period/:template/historik", (request, response) => showHistory(request, response, deps));
  write.post("/samtale/:unit/:period/:template/gendan", readForm, (request, response) =>
    bringBack(request, response, deps)
  );
}

function showHistory(request: Request, response: Response, deps: Deps): Promise<void> {
  return deps.releases.use(async (reader) => {
    const {felt} = query.parse(request.query);
    const setting = settingOf(response, deps, released({reader}));
    const held = heldOf(request.params, setting.reader);
    const {unit, period, template} = held;
    const registry = await registryOf(deps);
    const {conversation, parts} = await readStanding(registry, keyOf(held));
    const {language, subject} = setting;
    const versions = conversation ? await listVersions(registry, conversation.id) : [];
    const page = {
      ...{language, unit, period, template, versions},
      chosenPart: felt,
      questions: chosenQuestions(template, parts.get("questions")?.text),
      indicators: [...setting.reader.indicators.values()],
      mayWrite: mayIn(subject, "write-conversation", unit.id, setting.reader),
      isClosed: stateOf(parts.get("state")?.text) === "closed",
      nameOf: await namesOf(registry, language, versions)
    };
    const shown = {page: "conversation-history", title: historyTitle(page), model: historyModel(page)};
    send(request, response, deps, reader, shown);
  });
}

function bringBack(request: Request, response: Response, deps: Deps): Promise<void> {
  return deps.releases.use(async (reader) => {
    const {part, version} = formOf(request, {part: partName, version: z.string().regex(/^\d{1,9}$/)});
    const setting = settingOf(response, deps, released({reader}));
    const held = heldOf(request.params, setting.reader);
    const registry = await registryOf(deps);
    const key = keyOf(held);
    const {conversation: known, parts} = await readStanding(registry, key);
    const conversation = found(known, "page", part);
    const state = stateOf(parts.get("state")?.text);
    if (part === "state" || (state === "closed" && agreementIdOf(part) === null))
      throw new BadInput("a closed conversation", webTextOf(setting.language).conversation.closed);
    const wanted = {part, version: Number(version)};
    const outcome = found(
      await restoreVersion(registry, conversation, wanted, writerOf(setting, held, {})),
      "page",
      part
    );
    await told(setting, request, [outcome], {});
    response.redirect(303, `${conversationHref(setting.language, key)}/historik?felt=${encodeURIComponent(part)}`);
  });
}
