import {rm} from "node:fs/promises";
import {DatabaseSync} from "node:sqlite";
import {brotliDecompressSync} from "node:zlib";
import {tableFromIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  catalogueSlice,
  countrySlice,
  factsOfSlice,
  homeSlice,
  newestSlice,
  placesSlice,
  unitSlice
} from "../dashboards/slices.ts";
import type {Catalogue} from "../dashboards/world.ts";
import {storesOf} from "../queries/config.ts";
import type {DisclosedFact, ReleaseManifest} from "../queries/model.ts";
import {openRelease, type ReleaseReader} from "../queries/release.ts";
import {openSliceShelf, type SliceShelf} from "../server/slice-shelf.ts";
import {writeReleaseFixture} from "./release-fixture.ts";
import {rawStatus, type Served, serveFixture} from "./server-fixture.ts";

let dataDir: string;
let manifest: ReleaseManifest;
let reader: ReleaseReader;
let shelf: SliceShelf;

beforeAll(async () => {
  ({dataDir, manifest} = await writeReleaseFixture());
  reader = await openRelease(dataDir);
  shelf = openSliceShelf(dataDir);
});
afterAll(async () => {
  shelf.close();
  await reader.close();
  await rm(dataDir, {recursive: true, force: true});
});

function bytesOf(key: string): Uint8Array {
  const slice = shelf.find(manifest.id, key);
  if (!slice) throw new Error(`no slice ${key}`);
  return brotliDecompressSync(slice.br);
}

function sorted(facts: readonly DisclosedFact[]): readonly string[] {
  return facts.map((fact) => JSON.stringify(Object.entries(fact).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();
}

describe("slices of a release", () => {
  it("hold exactly the release's figures of a unit, hidden ones as blanks", async () => {
    for (const unit of ["751014", "751", "neighbours-751"]) {
      const released = await reader.facts({units: [unit], categories: "all"});
      expect(sorted(factsOfSlice(bytesOf(unitSlice(unit))))).toEqual(sorted(released));
    }
    const hidden = (await reader.facts({categories: "all"})).find(({blank}) => blank === "hidden")!;
    const same = factsOfSlice(bytesOf(unitSlice(hidden.unit))).find(
      ({indicator, period, category}) =>
        indicator === hidden.indicator && period === hidden.period && category === hidden.category
    );
    expect(same).toEqual({...hidden, value: null, numerator: null, denominator: null, persons: null});
  });

  it("hold one indicator for the whole country and for one municipality's institutions", async () => {
    const country = await reader.facts({
      indicators: ["school-absence"],
      kinds: ["nation", "region", "municipality"]
    });
    expect(sorted(factsOfSlice(bytesOf(countrySlice("school-absence"))))).toEqual(sorted(country));
    const home = await reader.facts({indicators: ["school-absence"], municipality: "751"});
    const unclassed = home.filter(({unit}) => reader.units.get(unit)?.kind !== "class");
    expect(sorted(factsOfSlice(bytesOf(homeSlice("school-absence", "751"))))).toEqual(sorted(unclassed));
  });

  it("hold each indicator's newest widely filled period in `newest`, one period an indicator", () => {
    const byIndicator = Map.groupBy(factsOfSlice(bytesOf(newestSlice)), ({indicator}) => indicator);
    expect([...byIndicator.keys()].toSorted()).toEqual([...reader.indicators.keys()].toSorted());
    for (const facts of byIndicator.values()) expect(new Set(facts.map(({period}) => period)).size).toBe(1);
  });

  it("tell the browser what it must know, without SQL, and the units of a municipality apart", () => {
    const catalogue = JSON.parse(Buffer.from(bytesOf(catalogueSlice)).toString()) as Catalogue;
    expect(catalogue.indicators.every(({sql}) => sql === "")).toBe(true);
    expect(catalogue.places.map(({kind}) => kind)).not.toContain("school");
    const places = JSON.parse(Buffer.from(bytesOf(placesSlice("751"))).toString()) as readonly {id: string}[];
    expect(places.map(({id}) => id)).toContain("751014");
  });

  it("are read by another library", () => {
    const table = tableFromIPC(bytesOf(unitSlice("751014")));
    const values = factsOfSlice(bytesOf(unitSlice("751014"))).map(({value}) => value);
    expect([...(table.getChild("value") ?? [])]).toEqual(values);
  });

  it("are the same bytes when the same release is cut again", async () => {
    const again = await writeReleaseFixture();
    const rowsIn = (folder: string) => {
      const database = new DatabaseSync(`${storesOf(folder).releases}/${manifest.id}/slices.sqlite`, {readOnly: true});
      const rows = database.prepare("SELECT key, etag FROM slice ORDER BY key").all();
      database.close();
      return rows;
    };
    expect(again.manifest.id).toBe(manifest.id);
    expect(rowsIn(again.dataDir)).toEqual(rowsIn(dataDir));
    await rm(again.dataDir, {recursive: true, force: true});
  });
});

describe("openSliceShelf(dataDir)", () => {
  it("has nothing of a release or slice that does not exist, and refuses what a page did not ask for", () => {
    expect(shelf.find("r000000000000", newestSlice)).toBeUndefined();
    expect(shelf.find(manifest.id, "unit/nope")).toBeUndefined();
    expect(shelf.load(manifest.id, [unitSlice("nope")]).facts(unitSlice("nope"))).toEqual([]);
    expect(() => shelf.load(manifest.id, []).facts(newestSlice)).toThrow("did not ask for");
  });
});

describe("GET /api/<release>/<slice>", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveFixture();
  });
  afterAll(() => served.close());

  it("answers for ever, compressed or not, and 304 to who has it", async () => {
    const address = `${served.origin}/api/${served.manifest.id}/unit/751014`;
    const response = await fetch(address, {headers: {"Accept-Encoding": "br"}});
    const plain = await fetch(address, {headers: {"Accept-Encoding": "identity"}});
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(await plain.arrayBuffer()));
    const etag = response.headers.get("etag")!;
    expect(await rawStatus(served.origin, new URL(address).pathname, {"If-None-Match": etag})).toBe(304);
  });

  it("knows only releases and slices, whatever the address holds", async () => {
    const {id} = served.manifest;
    const paths = [
      `/api/${id}/zzz`,
      "/api/r000000000000/unit/751014",
      "/api/r000000000000/newest",
      `/api/${id}/../release.json`,
      "/api/..%2f/newest"
    ];
    for (const path of paths) expect(await rawStatus(served.origin, path)).toBe(404);
  });

  it("says for ever that the release has nothing there, where a slice could have been", async () => {
    for (const key of ["unit/zzz", "places/999", "indicator/pupils/999"]) {
      const response = await fetch(`${served.origin}/api/${served.manifest.id}/${key}`);
      expect([response.status, await response.text()]).toEqual([204, ""]);
      expect(response.headers.get("cache-control")).toContain("immutable");
    }
  });

  it("says which release is active, never from a cache", async () => {
    const response = await fetch(`${served.origin}/api/active`);
    expect(await response.json()).toEqual({release: served.manifest.id});
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});
