/** Who a request comes from: the account of its session, or a stranger. */
import type {Request, RequestHandler, Response} from "express";
import type {Subject} from "../../queries/access.ts";
import {type Account, findAccount} from "../../queries/registry/accounts.ts";
import {type Session, useSession} from "../../queries/registry/sessions.ts";
import type {Deps} from "../page.ts";
import {cookieName, readCookie} from "./cookie.ts";
import {mayDemonstrate} from "./demonstration.ts";

export interface Who {
  /** With the account's rights only when nothing of the sign-in is left to do. */
  readonly subject: Subject;
  readonly signedIn: {readonly account: Account; readonly session: Session} | null;
}

export function recognise(deps: Deps): RequestHandler {
  const nobody: Who = {subject: deps.identity.stranger, signedIn: null};
  const name = cookieName(deps.identity);
  return async (request, response, next) => {
    const token = isForAll(request) ? null : readCookie(request, name);
    response.locals.who = (token && (await whoHas(token, request, deps))) || nobody;
    next();
  };
}

export function whoOf(response: Response): Who {
  return response.locals.who as Who;
}

/** Files and figures that are the same for all need not know. */
function isForAll({path}: Request): boolean {
  return path.startsWith("/assets/") || path.startsWith("/api/");
}

async function whoHas(token: string, request: Request, deps: Deps): Promise<Who | null> {
  const registry = await deps.registry();
  const session = registry ? await useSession(registry, token, deps.now()) : undefined;
  const account = registry && session ? await findAccount(registry, session.account) : undefined;
  if (!session || !account || account.blocked) return null;
  if (account.origin === "demonstration" && !mayDemonstrate(request, deps.identity)) return null;
  return {subject: subjectOf(account, session, deps), signedIn: {account, session}};
}

function subjectOf({id, grants}: Account, {stage, secondFactor, purpose}: Session, {identity}: Deps): Subject {
  return stage === "full" ? {id, grants, secondFactor, purpose} : identity.stranger;
}
