import {mkdtemp, readdir, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {refresh} from "../jobs/refresh.ts";
import {retain} from "../jobs/retention/retain.ts";
import {storesOf} from "../queries/config.ts";
import type {ReleaseManifest} from "../queries/model.ts";
import {readWheel} from "../queries/reference/wheel-facts.ts";
import {currentFiles} from "../queries/registry/deliveries.ts";
import {listKeptFacts} from "../queries/registry/kept-facts.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {recordAccepted} from "../queries/registry/record.ts";
import {openRelease} from "../queries/release.ts";
import {smallNation} from "./compute-lake.ts";
import {signForms} from "./ethics-fixture.ts";
import {writeLake} from "./lake-fixture.ts";
import {recordLake} from "./recorded-lake.ts";

let dataDir: string;
let before: ReleaseManifest;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-history-"));
  await recordLake(dataDir, await writeLake(dataDir, smallNation()));
  await signForms(dataDir);
  before = await refresh({dataDir, now: new Date("2026-01-15T06:00:00Z")});
});
afterAll(() => rm(dataDir, {recursive: true, force: true}));

async function rowsLeft(): Promise<readonly string[]> {
  const registry = await openRegistry(storesOf(dataDir).registry);
  const files = await currentFiles(registry);
  await registry.destroy();
  const kept = ["units", "unit-successions", "published-statistics"];
  return [...new Set(files.filter(({standard}) => !kept.includes(standard)).map(({period}) => period))].sort();
}

describe("retain(dataDir, now) and the next release", () => {
  it.each([
    ["2028-08-01", ["2023-H2", "2024-H1", "2024-H2", "2025-H1"]],
    ["2029-02-01", ["2024-H1", "2024-H2", "2025-H1"]],
    ["2031-02-01", []]
  ])("shows the same figures, blanks and classes after the deletions of %s", async (day, left) => {
    await retain(dataDir, new Date(`${day}T03:00:00Z`));
    expect(await rowsLeft()).toEqual(left);
    const after = await refresh({dataDir, now: new Date(`${day}T06:00:00Z`)});
    for (const file of ["facts.parquet", "units.parquet", "coverage.parquet"])
      expect([file, after.files[file]]).toEqual([file, before.files[file]]);
    expect(after.extracts).toEqual(before.extracts);
    expect(after.id).toBe(before.id);
  });
  it("keeps the counts where only the owner reads them", async () => {
    const {facts} = storesOf(dataDir);
    const names = await readdir(facts);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect((await stat(join(facts, name))).mode & 0o077).toBe(0);
    expect((await stat(facts)).mode & 0o077).toBe(0);
  });
  it("asks for no new release of its own accord", async () => {
    const registry = await openRegistry(storesOf(dataDir).registry);
    const {manifest, unitVersions, close} = await openRelease(dataDir);
    await close();
    const {facts} = await readWheel({dataDir, registry, released: {manifest, unitVersions}}, "751", new Date());
    await registry.destroy();
    expect(facts.lake?.released).toBe(true);
  });
  it("puts nothing aside twice, and nothing where nothing goes", async () => {
    const registry = await openRegistry(storesOf(dataDir).registry);
    const known = await listKeptFacts(registry);
    await retain(dataDir, new Date("2031-03-01T03:00:00Z"));
    expect(await listKeptFacts(registry)).toEqual(known);
    await registry.destroy();
  });
  it("counts what is delivered once more instead of what was put aside, where all of it is there", async () => {
    const [part] = await writeLake(dataDir, {pupils: [row("2025-H1", "p1"), row("2025-H1", "p2")]});
    const registry = await openRegistry(storesOf(dataDir).registry);
    const report = {...reportOf, delivery: "again"};
    const delivery = {id: "again", sha256: "1", fileName: "again.csv", standard: "pupils", mapping: null};
    await recordAccepted(registry, {...delivery, receivedAt: "2031-03-02T08:00:00.000Z", report}, [part!]);
    await registry.destroy();
    await refresh({dataDir, now: new Date("2031-03-03T06:00:00Z")});
    const reader = await openRelease(dataDir);
    const [fact] = await reader.facts({units: ["751001"], indicators: ["pupils"], periods: ["2025-H1"]});
    await reader.close();
    expect(fact!.blank).toBe("hidden");
  });
});

function row(period: string, pupil: string) {
  const base = {municipality: "751", period, unit: "751001", pupil, class: "1A", grade: 1};
  return {...base, class_type: "normal", age_divided: true, sex: null};
}

const reportOf = {
  fileName: "again.csv",
  standard: "pupils",
  mapping: null,
  status: "accepted" as const,
  rows: 2,
  municipalities: ["751"],
  periods: ["2025-H1"],
  dialect: null,
  findings: [],
  coverage: [],
  question: null,
  checkedAt: "2031-03-02T08:00:00.000Z"
};
