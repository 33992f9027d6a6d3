/** Draws the view of a page from the slices of the release that the request began with. */
import type {Address, View, ViewModel} from "../dashboards/view.ts";
import type {World} from "../dashboards/world.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {type Ask, released} from "./page.ts";

/** What the partial `live` needs: the drawn view, and what the script begins with. */
export interface Live<Model> {
  readonly id: string;
  readonly path: string;
  readonly params: string;
  /** Municipalities whose units the view names. */
  readonly homes: string;
  readonly model: Model;
}

export function liveOf<State, Model extends ViewModel>(view: View<State, Model>, ask: Ask<unknown>): Live<Model> {
  const {path, params, search: query, language, deps} = ask;
  const reader = released(ask);
  const address: Address = {language, path, params, query};
  const world = worldOfReader(reader);
  const state = view.stateOf(address, world);
  const needs = view.needs(state, world);
  const slices = deps.slices.load(
    reader.manifest.id,
    needs.filter((key) => !key.startsWith("places/"))
  );
  const homes = needs.flatMap((key) => /^places\/(\d+)$/.exec(key)?.[1] ?? []);
  const model = view.model(state, world, slices);
  return {id: view.id, path, params: JSON.stringify(params), homes: homes.join(" "), model};
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
