/** Users: an administrator creates them, gives them roles, blocks them and makes new codes; never for themselves. */
import type {Request, Response} from "express";
import {z} from "zod";
import {
  type AccountEditState,
  type AccountsState,
  accountEditModel,
  accountsModel
} from "../../dashboards/pages/accounts.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {authorize, type Grant} from "../../queries/access.ts";
import {checkTogether, grantText, parseGrant} from "../../queries/access-grants.ts";
import {BadInput} from "../../queries/errors.ts";
import {
  type Account,
  changeAccount,
  createAccount,
  findAccount,
  listAccounts,
  replaceGrants
} from "../../queries/registry/accounts.ts";
import {invite} from "../../queries/registry/codes.ts";
import {namesIn} from "../identity/answer.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import {Refused} from "../identity/refused.ts";
import type {Routes} from "../identity/routes.ts";
import {nameOf} from "../identity/try-sign-in.ts";
import {whoOf} from "../identity/who.ts";
import {type Deps, found, languageOf, noQuery, send} from "../page.ts";

const aDay = 24 * 60;

export function addAccounts(app: Routes, deps: Deps): void {
  const change = app.may("manage-accounts");
  app.get("/brugere", (request, response) => {
    noQuery.parse(request.query);
    return showAll(request, response, deps, {});
  });
  change.post("/brugere", readForm, async (request, response) => {
    const form = formOf(request, {vist: line(80), navn: line(60), roller: line(4000)});
    const draft = {name: form.vist.trim(), subject: nameOf(form.navn), grants: form.roller};
    const {grants, problem} = draftOf(draft, languageOf(response));
    if (problem) return showAll(request, response, deps, {draft, problem});
    const registry = await deps.identity.registry();
    const {id: by} = whoOf(response).subject;
    const at = deps.now().toISOString();
    const fresh = {origin: "local", issuer: "", subject: draft.subject, name: draft.name} as const;
    const id = await createAccount(registry, {...fresh, grants, givenBy: by!, at});
    const {taken} = webTextOf(languageOf(response)).invitation.problems;
    if (!id) return showAll(request, response, deps, {draft, problem: {field: "navn", text: taken}});
    const code = await invite(registry, id, deps.now(), aDay);
    await told(deps, response, id, {what: "created", grants: grants.map(grantText).join(" ")});
    await showOne(request, response, deps, {id, code, status: 201});
  });
  app.get("/brugere/:id", (request, response) => {
    noQuery.parse(request.query);
    return showOne(request, response, deps, {id: String(request.params.id)});
  });
  addChanges(change, deps);
}

function addChanges(app: Routes, deps: Deps): void {
  app.post("/brugere/:id", readForm, async (request, response) => {
    const {roller} = formOf(request, {roller: line(4000)});
    const {id, origin} = await others(request, response, deps);
    if (origin !== "local") throw new Refused("manage-accounts", "scope");
    const {grants, problem} = grantsOf(roller);
    if (problem) return showOne(request, response, deps, {id, draft: roller, problem, status: 422});
    const by = whoOf(response).subject.id!;
    await replaceGrants(await deps.identity.registry(), {account: id, grants, by, at: deps.now().toISOString()});
    await told(deps, response, id, {what: "grants", grants: grants.map(grantText).join(" ")});
    await showOne(request, response, deps, {id, saved: true});
  });
  app.post("/brugere/:id/spaer", readForm, async (request, response) => {
    const {spaer} = formOf(request, {spaer: z.enum(["0", "1"])});
    const {id} = await others(request, response, deps);
    const blocked = spaer === "1" ? 1 : 0;
    await changeAccount(await deps.identity.registry(), id, {blocked}, deps.now().toISOString());
    await told(deps, response, id, {what: blocked ? "blocked" : "unblocked"});
    await showOne(request, response, deps, {id, saved: true});
  });
  app.post("/brugere/:id/kode", readForm, async (request, response) => {
    formOf(request, {});
    const {id, origin} = await others(request, response, deps);
    if (origin !== "local") throw new Refused("manage-accounts", "scope");
    const registry = await deps.identity.registry();
    await changeAccount(registry, id, {passphrase: null, totp: null}, deps.now().toISOString());
    const code = await invite(registry, id, deps.now(), aDay);
    await told(deps, response, id, {what: "invited"});
    await showOne(request, response, deps, {id, code});
  });
}

/** Nobody gives themselves rights. */
async function others({params}: Request, response: Response, deps: Deps): Promise<Account> {
  const account = await accountOf(String(params.id), deps);
  if (account.id === whoOf(response).subject.id) throw new Refused("manage-accounts", "alone");
  return account;
}

async function accountOf(id: string, {identity}: Deps): Promise<Account> {
  const known = /^[0-9a-f-]{36}$/.test(id) ? await findAccount(await identity.registry(), id) : undefined;
  return found(known, "page", id);
}

function draftOf(draft: AccountsState["draft"], language: ReturnType<typeof languageOf>) {
  const {problems} = webTextOf(language).invitation;
  const {grants, problem} = grantsOf(draft.grants);
  const wrong =
    (!draft.name && ({field: "vist", text: problems.shown} as const)) ||
    (!/^[\p{L}\p{N}][\p{L}\p{N}.@_-]{1,59}$/u.test(draft.subject) && ({field: "navn", text: problems.name} as const)) ||
    (problem && ({field: "roller", text: problem} as const));
  return {grants, problem: wrong || null};
}

function grantsOf(text: string): {readonly grants: readonly Grant[]; readonly problem: string | null} {
  const lines = text.split(/[\s;]+/).filter(Boolean);
  try {
    return {grants: checkTogether(lines.map(parseGrant)), problem: null};
  } catch (error) {
    if (error instanceof BadInput) return {grants: [], problem: error.danish};
    throw error;
  }
}

function told(
  deps: Deps,
  response: Response,
  account: string,
  detail: Readonly<Record<string, string>>
): Promise<void> {
  const {id} = whoOf(response).subject;
  return log(deps, {actor: id!, action: "change", resource: `account ${account}`, purpose: "operations", detail});
}

function showAll(
  request: Request,
  response: Response,
  deps: Deps,
  given: Partial<Pick<AccountsState, "draft" | "problem">>
): Promise<void> {
  return deps.releases.use(async (reader) => {
    const language = languageOf(response);
    const accounts = await listAccounts(await deps.identity.registry());
    const mayChange = mayManage(response);
    const fresh = {draft: {name: "", subject: "", grants: ""}, problem: null};
    const model = accountsModel({language, accounts, nameOf: namesIn(reader), mayChange, ...fresh, ...given});
    const {title} = webTextOf(language).accountsPage;
    send(request, response, deps, reader, {page: "accounts", title, model, status: given.problem ? 422 : 200});
  });
}

type One = Partial<Pick<AccountEditState, "draft" | "problem" | "saved" | "code">> & {
  readonly id: string;
  readonly status?: number;
};

function showOne(request: Request, response: Response, deps: Deps, {id, status = 200, ...given}: One): Promise<void> {
  return deps.releases.use(async (reader) => {
    const language = languageOf(response);
    const account = await accountOf(id, deps);
    const own = account.id === whoOf(response).subject.id;
    const plain = {draft: null, problem: null, saved: false, code: null};
    const seen = {language, account, nameOf: namesIn(reader), own, mayChange: mayManage(response)};
    const model = accountEditModel({...seen, ...plain, ...given});
    send(request, response, deps, reader, {page: "account-edit", title: model.heading, model, status});
  });
}

function mayManage(response: Response): boolean {
  return authorize(whoOf(response).subject, "manage-accounts", "anywhere").allowed;
}
