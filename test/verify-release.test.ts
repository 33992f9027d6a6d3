import {readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {verifyRelease} from "../jobs/verify-release.ts";
import {storesOf} from "../queries/config.ts";
import type {ReleaseManifest} from "../queries/model.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {recordRelease} from "../queries/registry/releases.ts";
import {writeReleaseFixture} from "./release-fixture.ts";

let dataDir: string;
let manifest: ReleaseManifest;
let folder: string;

beforeEach(async () => {
  ({dataDir, manifest} = await writeReleaseFixture({halfYears: 2}));
  folder = join(storesOf(dataDir).releases, manifest.id);
  const registry = await openRegistry(storesOf(dataDir).registry);
  await recordRelease(registry, manifest);
  await registry.destroy();
});
afterEach(() => rm(dataDir, {recursive: true}));

describe("verifyRelease(dataDir)", () => {
  it("counts the files of an intact release", async () => {
    expect(await verifyRelease(dataDir)).toEqual({checked: Object.keys(manifest.files).length + 1, problems: []});
  });
  it("finds one flipped byte", async () => {
    const path = join(folder, "facts.parquet");
    const bytes = await readFile(path);
    bytes[1000] = bytes[1000]! ^ 1;
    await writeFile(path, bytes);
    expect((await verifyRelease(dataDir)).problems).toEqual([{path, problem: "Kontrolsummen passer ikke"}]);
  });
  it("finds a manifest that was changed", async () => {
    const path = join(folder, "release.json");
    await writeFile(path, (await readFile(path, "utf8")).replace('"hidden": ', '"hidden": 1'));
    expect((await verifyRelease(dataDir)).problems).toEqual([{path, problem: "Kontrolsummen passer ikke"}]);
  });
  it("names a file that is missing and a pointer to nothing", async () => {
    await rm(join(folder, "units.parquet"));
    await writeFile(storesOf(dataDir).activeRelease, "r000000000000\n");
    expect((await verifyRelease(dataDir)).problems.map(({problem}) => problem)).toEqual([
      "Filen mangler",
      "Peger ikke på en frigivelse"
    ]);
  });
  it("names a release that is not recorded", async () => {
    const other = await writeReleaseFixture({dataDir, halfYears: 3});
    expect((await verifyRelease(dataDir)).problems).toEqual([
      {path: join(storesOf(dataDir).releases, other.manifest.id), problem: "Frigivelsen er ikke registreret"}
    ]);
  });
});
