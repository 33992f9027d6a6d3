/** From a code that works once to an account with a passphrase; the first of all makes the administrator. */
import {rm} from "node:fs/promises";
import type {Request, Response} from "express";
import {type ChoiceProblem, choiceModel, invitationModel} from "../../dashboards/pages/invitation.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {storesOf} from "../../queries/config.ts";
import {
  type Account,
  changeAccount,
  createAccount,
  findAccount,
  findAccountOf,
  hasAdministrator
} from "../../queries/registry/accounts.ts";
import {findInvitation, useInvitation} from "../../queries/registry/codes.ts";
import {answer, goOn} from "../identity/answer.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import {hashPassphrase, weaknessOf} from "../identity/passphrase.ts";
import type {Routes} from "../identity/routes.ts";
import {begin, stageAfterPassphrase} from "../identity/session.ts";
import {addressKey, nameOf, tryGuess} from "../identity/try-sign-in.ts";
import {type Deps, languageOf} from "../page.ts";

const choice = {
  kode: line(60),
  vist: line(80).default(""),
  navn: line(60).default(""),
  saetning: line(400),
  gentaget: line(400)
};

export function addInvitation(app: Routes, deps: Deps): void {
  app.get("/invitation", (request, response) => ask(request, response, deps, null));
  app.post("/invitation", readForm, async (request, response) => {
    const {kode} = formOf(request, {kode: line(60)});
    const invited = await invitationOf(request, deps, kode);
    if (invited instanceof Date || !invited) return ask(request, response, deps, invited ?? "wrong");
    await choose(request, response, deps, {...invited, code: kode, shown: "", name: "", problem: null});
  });
  app.post("/invitation/valg", readForm, async (request, response) => {
    const form = formOf(request, choice);
    const invited = await invitationOf(request, deps, form.kode);
    if (invited instanceof Date || !invited) return ask(request, response, deps, invited ?? "wrong");
    const given = {...invited, code: form.kode, shown: form.vist.trim(), name: nameOf(form.navn)};
    const problem = await problemOf(deps, given, form);
    if (problem) return choose(request, response, deps, {...given, problem});
    const account = await settle(deps, given, form.saetning);
    if (account === "taken") return choose(request, response, deps, {...given, problem: "taken"});
    if (!account) return ask(request, response, deps, "wrong");
    const stage = stageAfterPassphrase(account);
    await begin(request, response, deps, {account, way: "invitation", secondFactor: false, stage});
    await goOn(response, deps, account, stage, "");
  });
}

interface Invited {
  readonly account: Account | null;
}

/** Null where the code is none; when to try again where there were too many. The first one works only while there is no administrator. */
async function invitationOf(request: Request, deps: Deps, code: string): Promise<Invited | Date | null> {
  const registry = await deps.identity.registry();
  let invited: Invited | null = null;
  const right = await tryGuess(deps, await addressKey(request, deps), async () => {
    const found = await findInvitation(registry, code, deps.now());
    if (found && !found.account && !(await hasAdministrator(registry))) invited = {account: null};
    const account = found?.account ? await findAccount(registry, found.account) : undefined;
    if (account && !account.blocked) invited = {account};
    return invited !== null;
  });
  return right instanceof Date ? right : invited;
}

interface Chosen extends Invited {
  readonly code: string;
  readonly shown: string;
  readonly name: string;
}

async function problemOf(
  deps: Deps,
  {account, shown, name}: Chosen,
  {saetning, gentaget}: {readonly saetning: string; readonly gentaget: string}
): Promise<ChoiceProblem | null> {
  if (!account && !shown) return "shown";
  if (!account && !/^[\p{L}\p{N}][\p{L}\p{N}.@_-]{1,59}$/u.test(name)) return "name";
  if (!account && (await findAccountOf(await deps.identity.registry(), "", name))) return "taken";
  const weakness = await weaknessOf(saetning, [shown, name, account?.name ?? "", account?.subject ?? ""]);
  return weakness ?? (saetning === gentaget ? null : "different");
}

/** The code is used up before anything is changed, so that of two who hold it one comes first. */
async function settle(deps: Deps, {account, code, shown, name}: Chosen, passphrase: string) {
  const registry = await deps.identity.registry();
  const at = deps.now().toISOString();
  const hash = await hashPassphrase(passphrase);
  if (!(await useInvitation(registry, code, deps.now()))) return null;
  const fresh = {origin: "local", issuer: "", subject: name, name: shown, givenBy: "set-up", at} as const;
  const administrator = {role: "administrator", scope: {kind: "nation"}} as const;
  const id = account?.id ?? (await createAccount(registry, {...fresh, grants: [administrator]}));
  if (!id) return "taken";
  await changeAccount(registry, id, {passphrase: hash}, at);
  if (!account) await rm(storesOf(deps.dataDir).setUpCode, {force: true});
  const what = account ? "passphrase" : "first-administrator";
  await log(deps, {actor: id, action: "change", resource: "account", purpose: "", detail: {what}});
  return (await findAccount(registry, id)) ?? null;
}

function ask(request: Request, response: Response, deps: Deps, problem: "wrong" | Date | null): Promise<void> {
  const language = languageOf(response);
  const {title} = webTextOf(language).invitation;
  const model = invitationModel(language, problem);
  return answer(request, response, deps, {page: "invitation", title, model, status: problem ? 422 : 200});
}

function choose(
  request: Request,
  response: Response,
  deps: Deps,
  {account, ...state}: Chosen & {readonly problem: ChoiceProblem | null}
): Promise<void> {
  const language = languageOf(response);
  const model = choiceModel({language, first: account === null, ...state});
  const status = state.problem ? 422 : 200;
  return answer(request, response, deps, {page: "invitation", title: model.heading, model, status});
}
