/** The second step: a code from the app, or turning it on. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {codeModel, enrolModel} from "../../dashboards/pages/sign-in.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {needsSecondFactor} from "../../queries/access.ts";
import {type Account, changeAccount, useStep} from "../../queries/registry/accounts.ts";
import {renewRecoveryCodes, useRecoveryCode} from "../../queries/registry/codes.ts";
import type {Session} from "../../queries/registry/sessions.ts";
import {answer, goOn, isFresh, signInAnew} from "../identity/answer.ts";
import {backTo, formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import {Refused} from "../identity/refused.ts";
import type {Routes} from "../identity/routes.ts";
import {enrolment, makeTotpSecret, stepOf} from "../identity/second-factor.ts";
import {begin} from "../identity/session.ts";
import {tellFailure, tryGuess} from "../identity/try-sign-in.ts";
import {whoOf} from "../identity/who.ts";
import {type Deps, languageOf} from "../page.ts";

const query = z.strictObject({til: backTo});

export function addSecondFactor(app: Routes, deps: Deps): void {
  app.get("/log-ind/kode", async (request, response) => {
    under("code", response);
    await showCode(request, response, deps, {back: query.parse(request.query).til, problem: null});
  });
  app.post("/log-ind/kode", readForm, async (request, response) => {
    const {til, kode} = formOf(request, {til: backTo, kode: line(60)});
    const {account} = under("code", response);
    const key = await deps.identity.vault.nameOf("code", account.id);
    let way: "code" | "recovery" = "code";
    const right = await tryGuess(deps, key, async () => {
      if (await isCode(deps, account, kode)) return true;
      way = "recovery";
      return useRecoveryCode(await deps.identity.registry(), account.id, kode, deps.now());
    });
    if (right !== true) {
      await tellFailure(deps, account, "code");
      return showCode(request, response, deps, {back: til, problem: right || "wrong"});
    }
    await begin(request, response, deps, {account, way, secondFactor: true, stage: "full"});
    await goOn(response, deps, account, "full", til);
  });
  addEnrolment(app, deps);
}

function addEnrolment(app: Routes, deps: Deps): void {
  app.get("/log-ind/app", async (request, response) => {
    const {account, session} = enrolling(response);
    if (!isFresh(session, deps.now())) return signInAnew(response);
    await showEnrolment(request, response, deps, {account, back: query.parse(request.query).til, problem: null});
  });
  app.post("/log-ind/app", readForm, async (request, response) => {
    const {til: back, kode, noegle} = formOf(request, {til: backTo, kode: line(60), noegle: line(1000)});
    const {account, session} = enrolling(response);
    if (!isFresh(session, deps.now())) return signInAnew(response);
    const secret = await openSealed(deps, account, noegle);
    if (!secret) return showEnrolment(request, response, deps, {account, back, problem: "expired"});
    const step = stepOf(kode, secret, deps.now());
    if (step === null) return showEnrolment(request, response, deps, {account, back, problem: "wrong", secret});
    const registry = await deps.identity.registry();
    const totp = await deps.identity.vault.seal(secret);
    await changeAccount(registry, account.id, {totp, totp_step: step}, deps.now().toISOString());
    const codes = await renewRecoveryCodes(registry, account.id);
    await log(deps, {actor: account.id, action: "change", resource: "second-factor", purpose: "", detail: {on: true}});
    await begin(request, response, deps, {account, way: "code", secondFactor: true, stage: "full"});
    const language = languageOf(response);
    const model = {turnedOn: true, codes, onward: back || hrefOf(language, "/konto")};
    const {recovery} = webTextOf(language).secondFactor;
    await answer(request, response, deps, {page: "recovery-codes", title: recovery, model});
  });
}

/** Right, and not used before. */
export async function isCode(deps: Deps, {id, totp}: Account, code: string): Promise<boolean> {
  const step = totp ? stepOf(code, await deps.identity.vault.unseal(totp), deps.now()) : null;
  return step !== null && useStep(await deps.identity.registry(), id, step);
}

function under(stage: Session["stage"], response: Response): {readonly account: Account; readonly session: Session} {
  const {signedIn} = whoOf(response);
  if (signedIn?.session.stage !== stage) throw new Refused("sign-in", "sign-in");
  return signedIn;
}

/** Forced by the role at sign-in, or asked for by who is signed in here and has none yet. */
function enrolling(response: Response) {
  const {signedIn} = whoOf(response);
  const asked = signedIn?.session.stage === "full" && signedIn.account.origin === "local" && !signedIn.account.totp;
  return asked ? signedIn : under("enrol", response);
}

const patienceMs = 15 * 60_000;

function sealFor(deps: Deps, {id}: Account, secret: string): Promise<string> {
  return deps.identity.vault.seal(JSON.stringify({id, secret, until: deps.now().getTime() + patienceMs}));
}

async function openSealed(deps: Deps, {id}: Account, sealed: string): Promise<string | null> {
  const text = await deps.identity.vault.unseal(sealed).catch(() => "null");
  const known = z.object({id: z.string(), secret: z.string(), until: z.number()}).safeParse(JSON.parse(text)).data;
  return known && known.id === id && known.until > deps.now().getTime() ? known.secret : null;
}

interface Enrolling {
  readonly account: Account;
  readonly back: string;
  readonly problem: "wrong" | "expired" | null;
  readonly secret?: string;
}

async function showEnrolment(request: Request, response: Response, deps: Deps, given: Enrolling): Promise<void> {
  const {account, back, problem, secret = makeTotpSecret()} = given;
  const language = languageOf(response);
  const forced = account.grants.some(({role}) => needsSecondFactor(role));
  const sealed = await sealFor(deps, account, secret);
  const shown = enrolment(secret, account.subject);
  const model = enrolModel({language, back, forced, problem, ...shown, sealed});
  const {enrol} = webTextOf(language).secondFactor;
  await answer(request, response, deps, {page: "sign-in-app", title: enrol, model, status: problem ? 422 : 200});
}

function showCode(
  request: Request,
  response: Response,
  deps: Deps,
  given: {readonly back: string; readonly problem: "wrong" | Date | null}
): Promise<void> {
  const language = languageOf(response);
  const {title} = webTextOf(language).secondFactor;
  const model = codeModel({language, ...given});
  return answer(request, response, deps, {page: "sign-in-code", title, model, status: given.problem ? 422 : 200});
}
