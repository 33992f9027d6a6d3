import {rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {storesOf} from "../queries/config.ts";
import {slicesFile} from "../queries/release.ts";
import {writeReleaseFixture} from "./release-fixture.ts";
import {type Served, serve, serveFixture} from "./server-fixture.ts";

let served: Served;
beforeAll(async () => {
  served = await serveFixture();
});
afterAll(() => served.close());

const textOf = async (path: string) => (await fetch(served.origin + path)).text();

describe("while packages are being built", () => {
  it("says how far it has come and looks again by itself, and stops when done", async () => {
    const path = join(storesOf(served.dataDir).packages, "progress.json");
    const progress = {done: 2, total: 40, startedAt: "2026-02-01T07:59:00Z", finishedAt: null};
    await writeFile(path, JSON.stringify(progress));
    const during = await textOf("/");
    await writeFile(path, JSON.stringify({...progress, done: 40, finishedAt: "2026-02-01T08:00:00Z"}));
    const after = await textOf("/");
    expect(during).toContain("2 af 40 pakker er klar");
    expect(during).toContain('<meta http-equiv="refresh" content="5">');
    expect(after).not.toContain('http-equiv="refresh"');
  });
});

describe("holdRelease(dataDir, options)", () => {
  it("does not draw pages from a release that an older version made without slices", async () => {
    const {dataDir, manifest} = await writeReleaseFixture({halfYears: 3});
    const path = join(storesOf(dataDir).releases, manifest.id, "release.json");
    const {[slicesFile]: _, ...files} = manifest.files;
    await writeFile(path, JSON.stringify({...manifest, files}));
    const old = await serve(dataDir, null);
    expect((await fetch(old.origin)).status).toBe(503);
    expect(old.logged.join()).toContain("make it again with refresh");
    await old.close();
  });

  it("says that figures are being prepared until there is a release, then shows it", async () => {
    const {dataDir, manifest} = await writeReleaseFixture({halfYears: 3});
    const active = storesOf(dataDir).activeRelease;
    await rename(active, `${active}.later`);
    const early = await serve(dataDir, null);
    const before = await fetch(early.origin);
    expect(before.status).toBe(503);
    expect(await before.text()).toContain("ved at blive gjort klar");
    await rename(`${active}.later`, active);
    expect(await early.deps.releases.refresh()).toBe(manifest.id);
    const after = await fetch(early.origin);
    expect([after.status, (await after.text()).includes(manifest.id)]).toEqual([200, true]);
    await early.close();
  });

  it("swaps to a new release without losing a request", async () => {
    const {dataDir, manifest} = await writeReleaseFixture({halfYears: 3});
    const next = await serve(dataDir, null);
    const second = await writeReleaseFixture({dataDir, halfYears: 5});
    const asked = Promise.all(Array.from({length: 40}, () => fetch(`${next.origin}/enheder/751014`)));
    await next.deps.releases.refresh();
    const statuses = new Set((await asked).map(({status}) => status));
    expect(statuses).toEqual(new Set([200]));
    expect(second.manifest.id).not.toBe(manifest.id);
    expect(await (await fetch(next.origin)).text()).toContain(second.manifest.id);
    await next.close();
  });
});
