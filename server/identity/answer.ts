/** What the pages of identity share when they answer. */
import type {Request, Response} from "express";
import {hrefOf} from "../../dashboards/link.ts";
import type {NameOf} from "../../dashboards/pages/account.ts";
import type {UnitId} from "../../queries/model.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {type Deps, languageOf, type Shown, send} from "../page.ts";

/** A page that needs no release. */
export function answer(request: Request, response: Response, deps: Deps, shown: Shown): Promise<void> {
  return deps.releases.use(async (reader) => send(request, response, deps, reader, shown));
}

/** To what is still to be done, and then to where they came from. */
export function goOn(response: Response, stage: "full" | "code" | "enrol", back: string): void {
  const language = languageOf(response);
  const next = {code: "/log-ind/kode", enrol: "/log-ind/app"};
  if (stage === "full") response.redirect(303, back || hrefOf(language, "/"));
  else response.redirect(303, hrefOf(language, next[stage]) + (back ? `?til=${encodeURIComponent(back)}` : ""));
}

export function namesIn(reader: ReleaseReader | null): NameOf {
  return (id) => reader?.units.get(id as UnitId)?.name ?? id;
}
