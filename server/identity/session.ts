/** Beginning and ending a session: always under a new id, and always told in the log. */
import type {Request, Response} from "express";
import {needsSecondFactor} from "../../queries/access.ts";
import type {Account} from "../../queries/registry/accounts.ts";
import {
  beginSession,
  citizenLifetime,
  endSession,
  type NewSession,
  staffLifetime
} from "../../queries/registry/sessions.ts";
import type {Deps} from "../page.ts";
import {clearCookie, cookieName, setCookie} from "./cookie.ts";
import {log} from "./log.ts";
import {whoOf} from "./who.ts";

export interface Beginning {
  readonly account: Account;
  /** How they showed who they are. */
  readonly way: "passphrase" | "code" | "recovery" | "provider" | "demonstration" | "invitation";
  readonly secondFactor: boolean;
  readonly stage: NewSession["stage"];
  readonly issuer?: string;
  readonly providerSession?: string;
}

export async function begin(request: Request, response: Response, deps: Deps, beginning: Beginning): Promise<void> {
  const {account, way, secondFactor, stage, issuer = "", providerSession = ""} = beginning;
  await endOwn(response, deps);
  const registry = await deps.identity.registry();
  const isCitizen = account.grants.some(({role}) => role === "citizen");
  const token = await beginSession(
    registry,
    {account: account.id, stage, secondFactor, purpose: null, agent: agentOf(request), issuer, providerSession},
    isCitizen ? citizenLifetime : staffLifetime,
    deps.now()
  );
  setCookie(response, deps.identity, cookieName(deps.identity), token);
  if (stage === "full") await tell(deps, account, way, "begun");
}

export async function end(response: Response, deps: Deps): Promise<void> {
  const {signedIn} = whoOf(response);
  await endOwn(response, deps);
  clearCookie(response, deps.identity, cookieName(deps.identity));
  if (signedIn) await tell(deps, signedIn.account, "", "ended");
}

async function endOwn(response: Response, deps: Deps): Promise<void> {
  const {signedIn} = whoOf(response);
  if (signedIn) await endSession(await deps.identity.registry(), signedIn.account.id, signedIn.session.id);
}

function tell(deps: Deps, {id, grants}: Account, way: string, what: string): Promise<void> {
  const roles = grants.map(({role}) => role).join(",");
  return log(deps, {actor: id, action: "sign-in", resource: "session", purpose: "", detail: {what, way, roles}});
}

/** What stands between a right passphrase and a session. */
export function stageAfterPassphrase({totp, grants}: Account): NewSession["stage"] {
  if (totp) return "code";
  return grants.some(({role}) => needsSecondFactor(role)) ? "enrol" : "full";
}

/** Enough for somebody to know their own sessions apart. */
function agentOf(request: Request): string {
  const text = request.get("user-agent") ?? "";
  const browser = /Edg\//.test(text) ? "Edge" : /Firefox\//.test(text) ? "Firefox" : /Chrom/.test(text) ? "Chrome" : "";
  const name = browser || (/Safari\//.test(text) ? "Safari" : "?");
  const system = ["Windows", "iPhone", "iPad", "Android", "Mac", "Linux"].find((each) => text.includes(each)) ?? "?";
  return `${name}, ${system}`;
}
