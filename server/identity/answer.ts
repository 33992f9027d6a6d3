/** What the pages of identity share when they answer. */
import type {Request, Response} from "express";
import {hrefOf} from "../../dashboards/link.ts";
import type {NameOf} from "../../dashboards/pages/account.ts";
import type {UnitId} from "../../queries/model.ts";
import type {Account} from "../../queries/registry/accounts.ts";
import type {Session} from "../../queries/registry/sessions.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {type Deps, languageOf, type Shown, send} from "../page.ts";
import {unansweredOf} from "./sample.ts";

/** A page that needs no release. */
export function answer(request: Request, response: Response, deps: Deps, shown: Shown): Promise<void> {
  return deps.releases.use(async (reader) => send(request, response, deps, reader, shown));
}

/** To what is still to be done, and then to where they came from. */
export async function goOn(response: Response, deps: Deps, {id}: Account, stage: Stage, back: string): Promise<void> {
  const language = languageOf(response);
  const asked = stage === "full" && (await unansweredOf(id, deps)).length > 0;
  const next = {code: "/log-ind/kode", enrol: "/log-ind/app", full: asked ? "/konto/opslag" : null}[stage];
  if (next) response.redirect(303, hrefOf(language, next) + (back ? `?til=${encodeURIComponent(back)}` : ""));
  else response.redirect(303, back || hrefOf(language, "/"));
}

type Stage = "full" | "code" | "enrol";

const freshMs = 10 * 60_000;

/** Ways to sign in are changed only by who has just signed in, not by who found a screen open. */
export function isFresh({createdAt}: Session, now: Date): boolean {
  return now.getTime() - Date.parse(createdAt) < freshMs;
}

export function signInAnew(response: Response): void {
  const language = languageOf(response);
  response.redirect(303, `${hrefOf(language, "/log-ind")}?til=${encodeURIComponent(hrefOf(language, "/konto"))}`);
}

export function namesIn(reader: ReleaseReader | null): NameOf {
  return (id) => reader?.units.get(id as UnitId)?.name ?? id;
}
