/** `/proevelogin`: what the settings make of claims, before anybody signs in with them. */
import type {Request, Response} from "express";
import {type TrialState, trialModel} from "../../dashboards/pages/trial.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {namesIn} from "../identity/answer.ts";
import {type Claims, judgeClaims} from "../identity/claims.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import type {Routes} from "../identity/routes.ts";
import {type Deps, found, languageOf, noQuery, send} from "../page.ts";

export function addTrial(app: Routes, deps: Deps): void {
  const {staff} = deps.identity.settings;
  app.get("/proevelogin", (request, response) => {
    noQuery.parse(request.query);
    return show(request, response, deps, {text: "", notJson: false, result: null});
  });
  app.post("/proevelogin", readForm, (request, response) => {
    const {claims: text} = formOf(request, {claims: line(15_000)});
    const settings = found(staff, "page", request.path);
    const claims = objectIn(text);
    const result = claims && judgeClaims(claims, settings);
    return show(request, response, deps, {text, notJson: !claims, result});
  });
}

function objectIn(text: string): Claims | null {
  try {
    const read = JSON.parse(text) as unknown;
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Claims) : null;
  } catch {
    return null;
  }
}

function show(
  request: Request,
  response: Response,
  deps: Deps,
  given: Pick<TrialState, "text" | "notJson" | "result">
): Promise<void> {
  return deps.releases.use(async (reader) => {
    const language = languageOf(response);
    const ready = deps.identity.settings.staff !== undefined;
    const model = trialModel({language, ready, nameOf: namesIn(reader), ...given});
    const {title} = webTextOf(language).trialPage;
    send(request, response, deps, reader, {page: "trial", title, model, status: given.notJson ? 422 : 200});
  });
}
