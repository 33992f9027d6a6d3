/**
 * A view is the part of a page that follows its address: it is drawn by the server, and again by the browser when the reader
 * filters, sorts or compares. Address in, model out; what it needs is named first, so that drawing fetches nothing.
 */
import type {Language} from "../queries/model.ts";
import type {Figure} from "./figure.ts";
import type {SliceKey, Slices} from "./slices.ts";
import type {World} from "./world.ts";

/** A page's address, taken apart. Empty values of the query are left out. */
export interface Address {
  readonly language: Language;
  /** Without language, e.g. `/noegletal/school-absence`. */
  readonly path: string;
  /** The parts of the path that are names, e.g. `{id: "school-absence"}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

export interface ViewModel {
  readonly figures: readonly Figure[];
  /** One sentence that is said aloud when the view has changed. */
  readonly spoken: string;
}

export interface View<State = unknown, Model extends ViewModel = ViewModel> {
  /** Also the name of its partial. */
  readonly id: string;
  /** Throws `NotFound` for what the release does not know. */
  stateOf(address: Address, world: World): State;
  /** Slices of figures, and `places/<municipality>` for the units that the model names. */
  needs(state: State, world: World): readonly SliceKey[];
  model(state: State, world: World, slices: Slices): Model;
}

/** The query as text with `?`, empty values left out; `change` replaces values, null removes one. */
export function searchOf(
  query: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string | null>> = {}
): string {
  const values = Object.entries({...query, ...change}).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const text = values.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
  return text ? `?${text}` : "";
}
