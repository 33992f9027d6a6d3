/** `/konto/opslag`: last month's look-ups that somebody must say why of; `/log`: the audit log for who audits. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {logModel} from "../../dashboards/pages/log.ts";
import {type LookUpsState, lookUpsModel} from "../../dashboards/pages/look-ups.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {lookUpReasons} from "../../queries/access-sample.ts";
import {auditActions} from "../../queries/audit.ts";
import {holdsPersonNumber} from "../../queries/personal/person-numbers.ts";
import {listAudit} from "../../queries/registry/audit.ts";
import {answerLookUp, countAnswers} from "../../queries/registry/look-ups.ts";
import {accountNames} from "../account-names.ts";
import {answer} from "../identity/answer.ts";
import {backTo, formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import type {Routes} from "../identity/routes.ts";
import {unansweredOf} from "../identity/sample.ts";
import {addPage, type Deps, languageOf} from "../page.ts";
import {ownOf} from "./account.ts";
import {choice} from "./query.ts";

const query = z.strictObject({til: backTo});
const shape = {
  til: backTo,
  nr: z.coerce.number().int().positive(),
  grund: z.enum(["", ...lookUpReasons]),
  tekst: line(200)
};

export function addLookUps(app: Routes, deps: Deps): void {
  app.get("/konto/opslag", async (request, response) => {
    await show(request, response, deps, {back: query.parse(request.query).til, problem: null});
  });
  app.post("/konto/opslag", readForm, async (request, response) => {
    const {til: back, nr: sequence, grund: reason, tekst: comment} = formOf(request, shape);
    const {account} = ownOf(response);
    const wrong = reason === "" ? "reason" : holdsPersonNumber(comment) ? "personNumber" : null;
    if (wrong || reason === "")
      return show(request, response, deps, {back, problem: {sequence, text: wrong ?? "reason"}});
    const registry = await deps.identity.registry();
    const at = deps.now().toISOString();
    if (await answerLookUp(registry, account.id, sequence, {reason, comment, at}))
      await log(deps, {
        actor: account.id,
        action: "change",
        resource: "look-up",
        purpose: "",
        detail: {sequence, reason}
      });
    const left = await unansweredOf(account.id, deps);
    const here = hrefOf(languageOf(response), "/konto/opslag") + (back ? `?til=${encodeURIComponent(back)}` : "");
    response.redirect(303, left.length > 0 ? here : back || hrefOf(languageOf(response), "/konto"));
  });
}

async function show(
  request: Request,
  response: Response,
  deps: Deps,
  given: Pick<LookUpsState, "back" | "problem">
): Promise<void> {
  const language = languageOf(response);
  const lookUps = await unansweredOf(ownOf(response).account.id, deps);
  const {title} = webTextOf(language).lookUpsPage;
  const model = lookUpsModel({language, lookUps, ...given});
  await answer(request, response, deps, {page: "look-ups", title, model, status: given.problem ? 422 : 200});
}

const logQuery = z.strictObject({slags: choice(z.enum(auditActions))});
const most = 200;

export function addLog(app: Routes, deps: Deps): void {
  addPage(app, deps, "/log", logQuery, async ({query: {slags: chosen}, language}) => {
    const registry = await deps.identity.registry();
    const all = await listAudit(registry, chosen ? most * 20 : most);
    const entries = all.filter(({action}) => !chosen || action === chosen).slice(0, most);
    const names = await accountNames(registry, language);
    const answers = await countAnswers(registry);
    const model = logModel({language, entries, chosen, names, answers});
    return {page: "log", title: webTextOf(language).logPage.title, model};
  });
}
