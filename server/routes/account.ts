/** One's own account: roles, purpose, sessions, passphrase and codes. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {type AccountProblem, accountModel, purposesFor} from "../../dashboards/pages/account.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {purposes} from "../../queries/access-rules.ts";
import {changeAccount} from "../../queries/registry/accounts.ts";
import {countRecoveryCodes, renewRecoveryCodes} from "../../queries/registry/codes.ts";
import {endSession, listSessions, setPurpose} from "../../queries/registry/sessions.ts";
import {answer, isFresh, namesIn, signInAnew} from "../identity/answer.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import {hashPassphrase, isPassphrase, weaknessOf} from "../identity/passphrase.ts";
import {Refused} from "../identity/refused.ts";
import type {Routes} from "../identity/routes.ts";
import {begin} from "../identity/session.ts";
import {tellFailure, tryGuess} from "../identity/try-sign-in.ts";
import {whoOf} from "../identity/who.ts";
import {type Deps, languageOf, send} from "../page.ts";

const query = z.strictObject({skiftet: z.literal("1").optional()});

export function addAccount(app: Routes, deps: Deps): void {
  app.get("/konto", async (request, response) => {
    const {skiftet} = query.parse(request.query);
    await show(request, response, deps, {problem: null, changed: skiftet === "1"});
  });
  app.post("/konto/formaal", readForm, async (request, response) => {
    const {formaal} = formOf(request, {formaal: z.enum(["", ...purposes])});
    const {account, session} = ownOf(response);
    const open = purposesFor(account.grants);
    const purpose = open.find((each) => each === formaal) ?? null;
    await setPurpose(await deps.identity.registry(), session, purpose);
    const chosen = {what: "purpose", purpose: purpose ?? ""};
    await log(deps, {actor: account.id, action: "change", resource: "session", purpose: purpose ?? "", detail: chosen});
    response.redirect(303, hrefOf(languageOf(response), "/konto"));
  });
  app.post("/konto/sessioner", readForm, async (request, response) => {
    const {session: named} = formOf(request, {session: line(40)});
    const {account, session} = ownOf(response);
    const registry = await deps.identity.registry();
    const held = await listSessions(registry, account.id, deps.now());
    const ending = held.filter(({id}) => (named === "andre" ? id !== session.id : id === named));
    for (const {id} of ending) await endSession(registry, account.id, id);
    const ended = {what: "ended", count: ending.length};
    await log(deps, {actor: account.id, action: "change", resource: "sessions", purpose: "", detail: ended});
    response.redirect(303, hrefOf(languageOf(response), "/konto"));
  });
  addPassphrase(app, deps);
}

const change = {gammel: line(400), saetning: line(400), gentaget: line(400)};

function addPassphrase(app: Routes, deps: Deps): void {
  app.post("/konto/saetning", readForm, async (request, response) => {
    const form = formOf(request, change);
    const {account, session} = ownOf(response);
    if (account.origin !== "local") throw new Refused("use-account", "scope");
    const problem = await problemOf(deps, account, form);
    if (problem) return show(request, response, deps, {problem, changed: false});
    const passphrase = await hashPassphrase(form.saetning);
    await changeAccount(await deps.identity.registry(), account.id, {passphrase}, deps.now().toISOString());
    await log(deps, {actor: account.id, action: "change", resource: "passphrase", purpose: "", detail: {}});
    const {secondFactor} = session;
    await begin(request, response, deps, {account, way: "passphrase", secondFactor, stage: "full"});
    response.redirect(303, hrefOf(languageOf(response), "/konto?skiftet=1"));
  });
  app.post("/konto/koder", readForm, async (request, response) => {
    formOf(request, {});
    const {account, session} = ownOf(response);
    if (!isFresh(session, deps.now())) return signInAnew(response);
    if (!account.totp) throw new Refused("use-account", "scope");
    const codes = await renewRecoveryCodes(await deps.identity.registry(), account.id);
    await log(deps, {actor: account.id, action: "change", resource: "recovery-codes", purpose: "", detail: {}});
    const language = languageOf(response);
    const {recovery: title} = webTextOf(language).secondFactor;
    const model = {turnedOn: false, codes, onward: hrefOf(language, "/konto")};
    await answer(request, response, deps, {page: "recovery-codes", title, model});
  });
}

type Account = ReturnType<typeof ownOf>["account"];

async function problemOf(
  deps: Deps,
  account: Account,
  {gammel, saetning, gentaget}: Record<keyof typeof change, string>
): Promise<AccountProblem | null> {
  const key = await deps.identity.vault.nameOf("passphrase", account.id);
  if ((await tryGuess(deps, key, () => isPassphrase(gammel, account.passphrase))) !== true) {
    await tellFailure(deps, account, "passphrase");
    return "oldWrong";
  }
  const weakness = await weaknessOf(saetning, [account.name, account.subject]);
  if (weakness) return weakness;
  if (saetning !== gentaget) return "different";
  return saetning === gammel ? "same" : null;
}

export function ownOf(response: Response) {
  const {signedIn} = whoOf(response);
  if (signedIn?.session.stage !== "full") throw new Refused("use-account", "sign-in");
  return signedIn;
}

function show(
  request: Request,
  response: Response,
  deps: Deps,
  given: {readonly problem: AccountProblem | null; readonly changed: boolean}
): Promise<void> {
  return deps.releases.use(async (reader) => {
    const language = languageOf(response);
    const {account, session} = ownOf(response);
    const registry = await deps.identity.registry();
    const sessions = await listSessions(registry, account.id, deps.now());
    const recoveryCodes = await countRecoveryCodes(registry, account.id);
    const model = accountModel({
      language,
      account,
      session,
      sessions,
      recoveryCodes,
      nameOf: namesIn(reader),
      ...given
    });
    const {title} = webTextOf(language).accountPage;
    send(request, response, deps, reader, {page: "account", title, model, status: given.problem ? 422 : 200});
  });
}
