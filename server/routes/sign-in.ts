/** Signing in with a name and a passphrase, as somebody of the demonstration, and out again. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {grantLabel} from "../../dashboards/pages/account.ts";
import {type SignInState, signInModel} from "../../dashboards/pages/sign-in.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {roles} from "../../queries/access-rules.ts";
import {goOn, namesIn} from "../identity/answer.ts";
import {demonstrationAccount, examplesOf, mayDemonstrate} from "../identity/demonstration.ts";
import {backTo, formOf, line, readForm} from "../identity/form.ts";
import {isLoopback} from "../identity/origin.ts";
import type {Routes} from "../identity/routes.ts";
import {begin, end, stageAfterPassphrase} from "../identity/session.ts";
import {providerNames} from "../identity/settings.ts";
import {trySignIn} from "../identity/try-sign-in.ts";
import {whoOf} from "../identity/who.ts";
import {type Deps, found, languageOf, released, send} from "../page.ts";

const query = z.strictObject({til: backTo, ud: z.enum(["1", ...providerNames]).optional()});

export function addSignIn(app: Routes, deps: Deps): void {
  app.get("/log-ind", async (request, response) => {
    const {til, ud} = query.parse(request.query);
    await showSignIn(request, response, deps, {back: til, signedOut: ud ?? null});
  });
  app.post("/log-ind", readForm, async (request, response) => {
    const {til, navn, saetning} = formOf(request, {til: backTo, navn: line(60), saetning: line(400)});
    found((deps.identity.settings.local && isSafe(request, deps)) || undefined, "page", request.path);
    const {account, wait} = await trySignIn(request, deps, navn, saetning);
    if (!account) return showSignIn(request, response, deps, {back: til, name: navn, problem: wait ?? "wrong"});
    const stage = stageAfterPassphrase(account);
    await begin(request, response, deps, {account, way: "passphrase", secondFactor: false, stage});
    await goOn(response, deps, account, stage, til);
  });
  app.post("/log-ind/demonstration", readForm, async (request, response) => {
    const {til, rolle} = formOf(request, {til: backTo, rolle: z.enum(roles)});
    found(mayDemonstrate(request, deps.identity) || undefined, "page", request.path);
    const examples = await deps.releases.use((reader) => examplesOf(released({reader}), deps));
    const example = found(
      examples.find(({role}) => role === rolle),
      "page",
      request.path
    );
    const account = await demonstrationAccount(await deps.identity.registry(), example, deps.now());
    await begin(request, response, deps, {account, way: "demonstration", secondFactor: true, stage: "full"});
    await goOn(response, deps, account, "full", til);
  });
  app.post("/log-ud", readForm, async (request, response) => {
    formOf(request, {});
    const {issuer} = whoOf(response).signedIn?.session ?? {};
    const there = [...deps.identity.providers].find(([, provider]) => provider.issuer === issuer)?.[0];
    await end(response, deps);
    response.set("Clear-Site-Data", '"cache", "storage"');
    response.redirect(303, hrefOf(languageOf(response), `/log-ind?ud=${there ?? "1"}`));
  });
}

/** People sign in only over https or on the machine itself. */
export function isSafe(request: Request, {identity}: Deps): boolean {
  return identity.publicUrl !== null || isLoopback(request);
}

type Given = Partial<Pick<SignInState, "back" | "name" | "problem" | "signedOut">>;

export function showSignIn(request: Request, response: Response, deps: Deps, given: Given): Promise<void> {
  return deps.releases.use(async (reader) => {
    const language = languageOf(response);
    const examples = reader && mayDemonstrate(request, deps.identity) ? await examplesOf(reader, deps) : [];
    const model = signInModel({
      language,
      back: "",
      name: "",
      problem: null,
      signedOut: null,
      local: deps.identity.settings.local && isSafe(request, deps),
      unsafe: !isSafe(request, deps),
      providers: isSafe(request, deps) ? [...deps.identity.providers.keys()] : [],
      examples: examples.map(({role, grant}) => ({role, label: grantLabel(grant, namesIn(reader), language)})),
      ...given
    });
    const {title} = webTextOf(language).signInPage;
    send(request, response, deps, reader, {page: "sign-in", title, model, status: given.problem ? 422 : 200});
  });
}
