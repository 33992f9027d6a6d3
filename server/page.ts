/** One page: its address, the query it takes, and what it shows. Everything about answering is the same for all of them. */
import {createHash} from "node:crypto";
import type {Request, Response} from "express";
import type {Logger} from "pino";
import {z} from "zod";
import {accountName} from "../dashboards/pages/account.ts";
import type {Frame} from "../dashboards/pages/frame.ts";
import {frameOf} from "../dashboards/pages/frame.ts";
import {authorize, type Subject} from "../queries/access.ts";
import {NotFound} from "../queries/errors.ts";
import type {Language} from "../queries/model.ts";
import type {Registry} from "../queries/registry/open.ts";
import type {ReleaseReader} from "../queries/release.ts";
import type {Assets} from "./assets.ts";
import type {Budgets} from "./budgets.ts";
import type {Identity} from "./identity/identity.ts";
import type {Routes} from "./identity/routes.ts";
import {whoOf} from "./identity/who.ts";
import type {IssueShelf} from "./issue-shelf.ts";
import {languageOf} from "./language.ts";
import {NotReleased, type ReleaseHolder} from "./release-holder.ts";
import type {SliceShelf} from "./slice-shelf.ts";
import type {Views} from "./views.ts";

export {languageOf} from "./language.ts";

/** What the server is a function of. */
export interface Deps {
  readonly dataDir: string;
  readonly releases: ReleaseHolder;
  readonly shelf: IssueShelf;
  readonly slices: SliceShelf;
  /** Null while the data folder has no registry yet. */
  readonly registry: () => Promise<Registry | null>;
  readonly views: Views;
  readonly assets: Assets;
  readonly identity: Identity;
  readonly budgets: Budgets;
  readonly log: Logger;
  readonly now: () => Date;
}

export interface Ask<Query> {
  readonly query: Query;
  readonly params: Readonly<Record<string, string>>;
  /** Without language and query. */
  readonly path: string;
  /** As it stands in the address, empty values left out; several values of one name with commas. */
  readonly search: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly reader: ReleaseReader | null;
  readonly subject: Subject;
  readonly deps: Deps;
}

export interface Shown {
  /** Name of the template and of the view model's module. */
  readonly page: string;
  readonly title: string;
  readonly description?: string;
  readonly section?: Frame["section"];
  readonly model: object;
  /** Seconds until the page looks again by itself; only while something is being built. */
  readonly refresh?: number | null;
  readonly status?: number;
}

export const noQuery = z.strictObject({});

export function addPage<Query>(
  app: Routes,
  deps: Deps,
  path: string,
  query: z.ZodType<Query>,
  show: (ask: Ask<Query>) => Promise<Shown>
): void {
  app.get(path, (request, response) =>
    deps.releases.use(async (reader) => {
      send(request, response, deps, reader, await show(askOf(request, response, deps, reader, query)));
    })
  );
}

export function askOf<Query>(
  request: Request,
  response: Response,
  deps: Deps,
  reader: ReleaseReader | null,
  query: z.ZodType<Query>
): Ask<Query> {
  const given = query.parse(request.query);
  const search = Object.entries(request.query)
    .map(([name, value]) => [name, [value].flat().filter(Boolean).join(",")] as const)
    .filter(([, value]) => value);
  return {
    query: given,
    params: request.params as Record<string, string>,
    path: pathOf(request, response),
    search: Object.fromEntries(search),
    language: languageOf(response),
    reader,
    subject: whoOf(response).subject,
    deps
  };
}

/** The reader of the active release; without one the page that says that it is being prepared. */
export function released(ask: Pick<Ask<unknown>, "reader">): ReleaseReader {
  if (!ask.reader) throw new NotReleased();
  return ask.reader;
}

export function found<T>(value: T | undefined | null, noun: string, id: string): T {
  if (value === undefined || value === null) throw new NotFound(noun, id);
  return value;
}

function pathOf(request: Request, response: Response): string {
  return (response.locals.path as string | undefined) ?? request.path;
}

export function send(
  request: Request,
  response: Response,
  deps: Deps,
  reader: ReleaseReader | null,
  {page, title, description, section, model, refresh, status}: Shown
): void {
  const language = languageOf(response);
  const {subject, signedIn} = whoOf(response);
  const frame = frameOf({
    language,
    title,
    description: description ?? null,
    section: section ?? null,
    path: pathOf(request, response),
    search: request.url.includes("?") ? request.url.slice(request.url.indexOf("?")) : "",
    manifest: reader?.manifest ?? null,
    refresh: refresh ?? null,
    user: signedIn?.session.stage === "full" ? accountName(signedIn.account, language) : null,
    may: (action) => authorize(subject, action, "anywhere").allowed,
    asset: {
      style: deps.assets.at("css/web.css"),
      font: deps.assets.at("fonts/plex-400-normal.woff2"),
      strong: deps.assets.at("fonts/plex-600-normal.woff2"),
      mark: deps.assets.at("img/mark.svg"),
      script: deps.assets.at("js/main.js")
    }
  });
  const html = deps.views.render(page, {frame, t: frame.t, ...model});
  response.status(status ?? 200);
  response.vary("Cookie").type("html");
  if (signedIn || response.locals.isPrivate) {
    response.set("Cache-Control", "private, no-store").send(html);
    return;
  }
  response.set("Cache-Control", "no-cache");
  response.set("ETag", `"${createHash("sha256").update(html).digest("base64url").slice(0, 27)}"`);
  if ((status ?? 200) === 200 && request.fresh) response.status(304).end();
  else response.send(html);
}
