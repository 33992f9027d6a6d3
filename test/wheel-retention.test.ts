import {mkdirSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {whyText} from "../dashboards/text-wheel.ts";
import {intake} from "../jobs/intake.ts";
import {openPlant, type Plant} from "../jobs/plant.ts";
import {runDue} from "../jobs/run-due.ts";
import {normalizeConfig, storesOf} from "../queries/config.ts";
import {retentionCandidates} from "../queries/reference/wheel-retention.ts";
import {listDeletions} from "../queries/registry/deletions.ts";
import {listSlots} from "../queries/registry/slots.ts";
import {absenceCsv, lakeRows, openDataDir, writeFile} from "./intake-fixture.ts";

describe("retentionCandidates(facts, now)", () => {
  const at = (time: string) => retentionCandidates({overdue: 2, demonstration: false}, new Date(time));
  it("is due at three at night, once a night, and only while something is past its time", () => {
    expect(at("2026-06-02T01:00:00Z")).toMatchObject([
      {id: "retain/2026-06-02", dueAt: "2026-06-02T01:00:00.000Z", ready: true, why: {code: "past-its-time", count: 2}}
    ]);
    expect(at("2026-06-02T00:59:00Z").map(({id}) => id)).toEqual(["retain/2026-06-01"]);
    expect(retentionCandidates({overdue: 0, demonstration: false}, new Date())).toEqual([]);
  });
  it("waits in a demonstration until somebody asks, and says so", () => {
    const [candidate] = retentionCandidates({overdue: 1, demonstration: true}, new Date("2026-06-02T09:00:00Z"));
    expect(candidate!.ready).toBe(false);
    expect(whyText(candidate!.why, "da")).toContain("i demonstrationen slettes kun, når nogen beder om det");
    expect(whyText(candidate!.why, "en")).toContain("unless somebody asks");
  });
});

describe("runDue(plant, {jobs: [retain]})", () => {
  let dataDir: string;
  const plantAt = (now: string): Promise<Plant> =>
    openPlant(normalizeConfig({DATA_DIR: dataDir}), {municipality: "751", now: () => new Date(now)});
  beforeAll(async () => {
    dataDir = await openDataDir();
    const file = {
      path: writeFile(dataDir, "a.csv", absenceCsv(["2020-H1", "2025-H2"].map((period) => ({pupil: "p1", period}))))
    };
    await intake({dataDir, files: [file]}, {now: () => new Date("2026-01-10T08:00:00Z")});
    const left = join(storesOf(dataDir).staging, "left");
    mkdirSync(left, {recursive: true});
    writeFileSync(join(left, "x"), "x");
    utimesSync(left, new Date("2025-12-01"), new Date("2025-12-01"));
  });
  afterAll(() => rmSync(dataDir, {recursive: true, force: true}));

  it("deletes once, with receipts, and the ledger tells how many", async () => {
    const plant = await plantAt("2026-05-01T09:00:00Z");
    expect(await runDue(plant, {jobs: ["retain"]})).toMatchObject([
      {job: "retain", done: ["retain/2026-05-01"], failed: []}
    ]);
    expect(await runDue(plant, {jobs: ["retain"]})).toEqual([]);
    const [slot] = await listSlots(plant.registry, {job: "retain"});
    const receipts = await listDeletions(plant.registry);
    expect(slot).toMatchObject({state: "done", result: String(receipts.length)});
    expect(receipts.map(({kind}) => kind)).toEqual(expect.arrayContaining(["extract", "inbox", "staging"]));
    expect(new Set((await lakeRows(dataDir, "absence")).map(({period}) => period))).toEqual(new Set(["2025-H2"]));
    await plant.registry.destroy();
  });
  it("has nothing to do the night after", async () => {
    const plant = await plantAt("2026-05-02T09:00:00Z");
    expect(await runDue(plant, {jobs: ["retain"]})).toEqual([]);
    await plant.registry.destroy();
  });
});
