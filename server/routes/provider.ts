/** Signing in at a provider of identity and out again, also when the provider says so. */
import type {Request, Response} from "express";
import {z} from "zod";
import {findAccountOf} from "../../queries/registry/accounts.ts";
import {beginFlow, takeFlow} from "../../queries/registry/flows.ts";
import {endProviderSessions} from "../../queries/registry/sessions.ts";
import {goOn} from "../identity/answer.ts";
import {clearCookie, cookieName, readCookie, setCookie} from "../identity/cookie.ts";
import {backTo, formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import {originOf} from "../identity/origin.ts";
import type {Provider} from "../identity/provider.ts";
import {welcome} from "../identity/provider-account.ts";
import type {Routes} from "../identity/routes.ts";
import {begin} from "../identity/session.ts";
import type {ProviderName} from "../identity/settings.ts";
import {type Deps, found} from "../page.ts";
import {isSafe, showSignIn} from "./sign-in.ts";

const paths: Readonly<Record<ProviderName, string>> = {staff: "medarbejder", citizen: "borger"};
const query = z.strictObject({til: backTo});

export function addProviders(app: Routes, deps: Deps): void {
  for (const name of ["staff", "citizen"] as const) addProvider(app, deps, name);
}

function addProvider(app: Routes, deps: Deps, name: ProviderName): void {
  const {identity} = deps;
  app.get(`/log-ind/${paths[name]}`, async (request, response) => {
    const {til: back} = query.parse(request.query);
    const provider = providerFor(request, deps, name);
    if (name === "citizen" && !identity.match) return showSignIn(request, response, deps, {back, problem: "citizen"});
    const begun = await provider.begin(redirectFor(request, deps, name)).catch((error) => unreached(deps, error));
    if (!begun) return showSignIn(request, response, deps, {back, problem: "provider"});
    const {url, flow} = begun;
    const token = await beginFlow(await identity.registry(), {...flow, provider: name, back}, deps.now());
    setCookie(response, identity, cookieName(identity, "flow"), token);
    response.redirect(303, url.href);
  });
  app.get(`/log-ind/${paths[name]}/svar`, (request, response) => finish(request, response, deps, name));
  app.get(`/log-ud/${paths[name]}`, async (request, response) => {
    const provider = providerFor(request, deps, name);
    const home = `${originOf(request, identity)}/log-ind?ud=1`;
    response.redirect(303, (await provider.signOutUrl(home))?.href ?? home);
  });
  app.postFromElsewhere(`/log-ud/fra/${paths[name]}`, readForm, async (request, response) => {
    const {logout_token: token} = formOf(request, {logout_token: line(10_000)});
    const provider = found(identity.providers.get(name), "page", request.path);
    const told = await provider.readLogout(token).catch((error) => unreached(deps, error));
    response.set("Cache-Control", "no-store");
    if (!told) return void response.status(400).json({error: "invalid_request"});
    const registry = await identity.registry();
    const account = told.subject ? await findAccountOf(registry, provider.issuer, told.subject) : undefined;
    const one = {...(account && {account: account.id}), ...(told.session && {providerSession: told.session})};
    const isKnown = !told.subject || account !== undefined;
    const count = isKnown ? await endProviderSessions(registry, provider.issuer, one) : 0;
    const actor = account?.id ?? `provider:${name}`;
    await log(deps, {
      actor,
      action: "sign-in",
      resource: "session",
      purpose: "",
      detail: {what: "ended-by-provider", count}
    });
    response.status(200).end();
  });
}

/** Nothing of what a failed sign-in held is shown or logged but which check it met. */
async function finish(request: Request, response: Response, deps: Deps, name: ProviderName): Promise<void> {
  const {identity} = deps;
  const provider = providerFor(request, deps, name);
  const cookie = cookieName(identity, "flow");
  const token = readCookie(request, cookie);
  clearCookie(response, identity, cookie);
  const flow = token ? await takeFlow(await identity.registry(), token, deps.now()) : undefined;
  if (flow?.provider !== name) return showSignIn(request, response, deps, {problem: "provider"});
  const answered = new URL(request.originalUrl, originOf(request, identity));
  const known = await provider.finish(answered, flow).catch((error) => unreached(deps, error));
  if (!known) return fail(request, response, deps, name, "provider");
  const {issuer} = provider;
  const welcomed = await welcome(name, {issuer, ...known}, identity, deps.now());
  if (welcomed.problem) return fail(request, response, deps, name, welcomed.problem);
  const {account, secondFactor} = welcomed;
  const more = {way: "provider", stage: "full", issuer, providerSession: known.session} as const;
  await begin(request, response, deps, {account, secondFactor, ...more});
  await goOn(response, deps, account, "full", flow.back || (name === "citizen" ? "/mine-oplysninger" : ""));
}

type Problem = Parameters<typeof showSignIn>[3]["problem"];

async function fail(
  request: Request,
  response: Response,
  deps: Deps,
  name: ProviderName,
  problem: Problem
): Promise<void> {
  const detail = {way: "provider", why: String(problem)};
  await log(deps, {actor: `provider:${name}`, action: "refuse", resource: "session", purpose: "", detail});
  await showSignIn(request, response, deps, {problem});
}

function providerFor(request: Request, deps: Deps, name: ProviderName): Provider {
  return found(isSafe(request, deps) ? deps.identity.providers.get(name) : undefined, "page", request.path);
}

function redirectFor(request: Request, {identity}: Deps, name: ProviderName): string {
  return `${originOf(request, identity)}/log-ind/${paths[name]}/svar`;
}

/** An error of the client may hold what the provider said; only its kind is told. */
function unreached(deps: Deps, error: unknown): null {
  const {name, code} = error as {name?: string; code?: string};
  deps.log.warn({name, code}, "sign-in at provider failed");
  return null;
}
