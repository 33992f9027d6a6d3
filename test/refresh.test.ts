import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {refresh} from "../jobs/refresh.ts";
import {verifyRelease} from "../jobs/verify-release.ts";
import {storesOf} from "../queries/config.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {listReleases} from "../queries/registry/releases.ts";
import {findActiveRelease, openRelease} from "../queries/release.ts";
import {signForms} from "./ethics-fixture.ts";
import {writeLake} from "./lake-fixture.ts";
import {recordLake} from "./recorded-lake.ts";
import {smallLake} from "./small-lake.ts";

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-refresh-"));
  await recordLake(dataDir, await writeLake(dataDir, smallLake()));
  await signForms(dataDir);
});
afterAll(() => rm(dataDir, {recursive: true, force: true}));

describe("refresh(request)", () => {
  it("refuses an empty data folder with a sentence", async () => {
    const empty = await mkdtemp(join(tmpdir(), "aarshjul-empty-"));
    await expect(refresh({dataDir: empty})).rejects.toMatchObject({danish: expect.stringContaining("ingen godkendte")});
    expect(existsSync(storesOf(empty).activeRelease)).toBe(false);
    await rm(empty, {recursive: true});
  });
  it("ends the same when it is killed on the way and started again", async () => {
    for (const milliseconds of [700, 1500, 2200]) await refreshAndKill(milliseconds);
    const active = await findActiveRelease(dataDir);
    if (active) await (await openRelease(dataDir, active)).close();
    const manifest = await refresh({dataDir});
    expect(await verifyRelease(dataDir)).toEqual({checked: Object.keys(manifest.files).length + 1, problems: []});
    expect(await readdir(storesOf(dataDir).staging)).toEqual([]);
  });
  it("gives the same release twice in a row", async () => {
    const first = await refresh({dataDir});
    const second = await refresh({dataDir});
    expect(second).toEqual(first);
    const registry = await openRegistry(storesOf(dataDir).registry);
    expect((await listReleases(registry)).filter(({active}) => active).map(({id}) => id)).toEqual([first.id]);
    await registry.destroy();
  });
  it("heals a release whose bytes were changed", async () => {
    const {id} = await refresh({dataDir});
    const path = join(storesOf(dataDir).releases, id, "units.parquet");
    const bytes = await readFile(path);
    bytes[100] = bytes[100]! ^ 1;
    await writeFile(path, bytes);
    await refresh({dataDir});
    expect((await verifyRelease(dataDir)).problems).toEqual([]);
  });
  it("writes no person and no unprotected figure into the release", async () => {
    const reader = await openRelease(dataDir);
    expect(reader.manifest).toMatchObject({period: "2025-H2", demonstration: false, protection: {audited: true}});
    const facts = await reader.facts({indicators: ["school-absence"], categories: "all"});
    expect(facts.length).toBeGreaterThan(0);
    for (const {persons, blank} of facts) expect(blank !== null || persons! >= 5).toBe(true);
    const files = await readdir(join(storesOf(dataDir).releases, reader.manifest.id));
    expect(files.toSorted()).toEqual([...Object.keys(reader.manifest.files), "release.json"].toSorted());
    for (const file of files)
      expect(await readFile(join(storesOf(dataDir).releases, reader.manifest.id, file), "latin1")).not.toContain(
        "p751001-"
      );
    await reader.close();
  });
});

async function refreshAndKill(milliseconds: number): Promise<void> {
  const module = fileURLToPath(new URL("../jobs/refresh.ts", import.meta.url));
  const code = `const {refresh} = await import(${JSON.stringify(module)}); await refresh({dataDir: ${JSON.stringify(dataDir)}});`;
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", code], {
    stdio: "ignore"
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  await ended;
  clearTimeout(timer);
}
