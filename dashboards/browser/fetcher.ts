/** Slices of one release, each fetched once. */
import type {DisclosedFact} from "../../queries/model.ts";
import type {MapOutline} from "../municipality-map.ts";
import {catalogueSlice, factsOfSlice, placesSlice, type SliceKey, type Slices} from "../slices.ts";
import {type Catalogue, type Places, type World, worldOf} from "../world.ts";

export interface Fetcher {
  /** What pages know, with the units of these municipalities. */
  world(homes: readonly string[]): Promise<World>;
  /** Throws where a slice cannot be had; one that the release does not have is empty. */
  slices(keys: readonly SliceKey[]): Promise<Slices>;
  /** The operator's map. */
  outline(address: string): Promise<MapOutline>;
}

const patienceMs = 15_000;

export function openFetcher(release: string): Fetcher {
  const kept = new Map<string, Promise<unknown>>();
  function keep<T>(key: string, make: (response: Response) => Promise<T>, missing: T): Promise<T> {
    const known = kept.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = request(key.startsWith("/") ? key : sliceAddress(release, key)).then((response) =>
      response ? make(response) : missing
    );
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  }
  const json = <T>(key: string, missing: T) => keep<T>(key, (response) => response.json() as Promise<T>, missing);
  const none: readonly DisclosedFact[] = [];
  return {
    outline: async (address) => (await json<MapOutline | null>(address, null)) ?? notAsked(address),
    async world(homes) {
      const [catalogue, ...places] = await Promise.all([
        json<Catalogue | null>(catalogueSlice, null),
        ...homes.map((home) => json<Places>(placesSlice(home), []))
      ]);
      if (!catalogue) throw new Error(`no catalogue of release ${release}`);
      return worldOf(release, catalogue, places);
    },
    async slices(keys) {
      const loaded = await Promise.all(
        keys.map(async (key) => {
          const facts = await keep(
            key,
            async (response) => factsOfSlice(new Uint8Array(await response.arrayBuffer())),
            none
          );
          return [key, facts] as const;
        })
      );
      const byKey = new Map(loaded);
      return {facts: (key) => byKey.get(key) ?? notAsked(key)};
    }
  };
}

function sliceAddress(release: string, key: SliceKey): string {
  return `/api/${release}/${key.split("/").map(encodeURIComponent).join("/")}`;
}

async function request(address: string): Promise<Response | null> {
  const response = await fetch(address, {signal: AbortSignal.timeout(patienceMs), credentials: "same-origin"});
  if (response.status === 204) return null;
  if (!response.ok) throw new Error(`${response.status} of ${address}`);
  return response;
}

function notAsked(key: SliceKey): never {
  throw new Error(`a slice that the view did not ask for: ${key}`);
}
