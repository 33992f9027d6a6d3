/** Views drawn from the slices of the small release, as server and browser draw them. */
import {rm} from "node:fs/promises";
import type {SliceKey, Slices} from "../dashboards/slices.ts";
import type {View, ViewModel} from "../dashboards/view.ts";
import type {World} from "../dashboards/world.ts";
import type {DisclosedFact, Language} from "../queries/model.ts";
import {openRelease} from "../queries/release.ts";
import {openSliceShelf} from "../server/slice-shelf.ts";
import {writeReleaseFixture} from "./release-fixture.ts";

export type Query = Readonly<Record<string, string>>;
export interface Ask {
  readonly params?: Query;
  readonly language?: Language;
  readonly world?: World;
  readonly change?: (fact: DisclosedFact) => DisclosedFact;
}

export interface ViewFixture {
  readonly world: World;
  facts(key: SliceKey): readonly DisclosedFact[];
  draw<State, Model extends ViewModel>(view: View<State, Model>, query: Query, ask?: Ask): Model;
  close(): Promise<void>;
}

export async function openViewFixture(): Promise<ViewFixture> {
  const {dataDir, manifest} = await writeReleaseFixture();
  const reader = await openRelease(dataDir);
  const shelf = openSliceShelf(dataDir);
  const {indicators, units, groups, breaks} = reader;
  const {id, period, demonstration} = manifest;
  const world: World = {release: {id, period, demonstration}, indicators, units, groups, breaks};
  return {
    world,
    facts: (key) => shelf.load(id, [key]).facts(key),
    draw(
      view,
      query,
      {params = {}, language = "da", world: given = world, change = (fact: DisclosedFact) => fact} = {}
    ) {
      const state = view.stateOf({language, path: "/x", params, query}, given);
      const needs = view.needs(state, given).filter((key) => !key.startsWith("places/"));
      const loaded = shelf.load(id, needs);
      const slices: Slices = {facts: (key) => loaded.facts(key).map(change)};
      return view.model(state, given, slices);
    },
    async close() {
      shelf.close();
      await reader.close();
      await rm(dataDir, {recursive: true, force: true});
    }
  };
}

/** The same figure, hidden. */
export function hidden(fact: DisclosedFact): DisclosedFact {
  const nothing = {value: null, numerator: null, denominator: null, persons: null, low: null, high: null};
  return {...fact, ...nothing, blank: "hidden"};
}
