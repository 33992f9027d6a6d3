/** Draws the view of a page from the slices of the release that the request began with. */
import {createHash} from "node:crypto";
import {z} from "zod";
import {downloadFormats} from "../dashboards/figure.ts";
import {hrefOf} from "../dashboards/link.ts";
import {mapKey} from "../dashboards/municipality-map.ts";
import {type Address, searchOf, type View, type ViewModel} from "../dashboards/view.ts";
import type {World} from "../dashboards/world.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {downloadBytes, downloadName, downloadTypes} from "./download-files.ts";
import type {Routes} from "./identity/routes.ts";
import {readMap} from "./municipality-map.ts";
import {type Ask, askOf, type Deps, found, released} from "./page.ts";

/** What the partial `live` needs: the drawn view, and what the script begins with. */
export interface Live<Model> {
  readonly id: string;
  readonly path: string;
  readonly params: string;
  /** Municipalities whose units the view names. */
  readonly homes: string;
  /** The slices that the view was drawn from, parted by spaces: the script fetches them at once. */
  readonly needs: string;
  readonly scripts: readonly string[];
  /** What the browser must know of the operator's map, as JSON; null without one. */
  readonly map: string | null;
  readonly model: Model;
}

export function liveOf<State, Model extends ViewModel>(view: View<State, Model>, ask: Ask<unknown>): Live<Model> {
  const address = addressOf(ask);
  const {path, params} = address;
  const {homes, keys, map, model} = drawView(view, address, ask);
  return {
    id: view.id,
    path,
    params: JSON.stringify(params),
    homes: homes.join(" "),
    needs: keys.join(" "),
    scripts: ask.deps.assets.scriptsOf(view.id),
    map,
    model
  };
}

function addressOf({path, params, search: query, language}: Ask<unknown>): Address {
  return {language, path, params, query};
}

function drawView<State, Model extends ViewModel>(view: View<State, Model>, address: Address, ask: Ask<unknown>) {
  const reader = released(ask);
  const map = readMap(ask.deps.dataDir);
  const world = {...worldOfReader(reader), map};
  const state = view.stateOf(address, world);
  const needs = view.needs(state, world);
  const keys = needs.filter((key) => key !== mapKey && !key.startsWith("places/"));
  const slices = ask.deps.slices.load(reader.manifest.id, keys);
  const homes = needs.flatMap((key) => /^places\/(\d+)$/.exec(key)?.[1] ?? []);
  const known = map && JSON.stringify({address: map.address, problem: map.problem});
  return {homes, keys, map: known, model: view.model(state, world, slices)};
}

/** `<page>/hent?…&figur=<id>&format=…`: a figure of the page as the reader sees it. `query` is the page's own. */
export function addDownloads<State, Model extends ViewModel>(
  app: Routes,
  deps: Deps,
  path: string,
  query: z.ZodObject,
  view: View<State, Model>
): void {
  const asked = query.extend({figur: z.string().min(1).max(60), format: z.enum(downloadFormats)});
  app.get(`${path === "/" ? "" : path}/hent`, (request, response) =>
    deps.releases.use(async (reader) => {
      const ask = askOf(request, response, deps, reader, asked);
      const {figur, format} = ask.query as {figur: string; format: (typeof downloadFormats)[number]};
      const {figur: _, format: __, ...search} = ask.search;
      const address = {...addressOf(ask), path: ask.path.replace(/\/hent$/, "") || "/", query: search};
      const {figures} = drawView(view, address, ask).model;
      const figure = found(
        figures.find(({id}) => id === figur),
        "figure",
        figur
      );
      const page = hrefOf(address.language, address.path) + searchOf(search);
      const url = `${request.protocol}://${request.get("host")}${page}`;
      const download = {figure, address, url, reader: released(ask)};
      const bytes = await downloadBytes(format, download);
      response.set("Cache-Control", "no-cache");
      response.set("ETag", `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`);
      response.attachment(downloadName(format, download)).type(downloadTypes[format]);
      if (request.fresh) response.status(304).end();
      else response.send(bytes);
    })
  );
}

const worlds = new WeakMap<ReleaseReader, World>();
function worldOfReader(reader: ReleaseReader): World {
  const known = worlds.get(reader);
  if (known) return known;
  const {manifest, indicators, units, groups, breaks} = reader;
  const {id, period, demonstration} = manifest;
  const world = {release: {id, period, demonstration}, indicators, units, groups, breaks};
  worlds.set(reader, world);
  return world;
}
