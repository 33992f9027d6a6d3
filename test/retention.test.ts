import {existsSync, mkdirSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {intake} from "../jobs/intake.ts";
import {planRetention} from "../jobs/retention/plan.ts";
import {retain} from "../jobs/retention/retain.ts";
import {verifyAudit} from "../jobs/verify-audit.ts";
import {verifyLake} from "../jobs/verify-lake.ts";
import {storesOf} from "../queries/config.ts";
import {appendAudit, listAudit} from "../queries/registry/audit.ts";
import {listDeletions} from "../queries/registry/deletions.ts";
import {listDeliveries} from "../queries/registry/deliveries.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {readSecret} from "../queries/secret.ts";
import {absenceCsv, lakeRows, openDataDir, writeFile} from "./intake-fixture.ts";

describe("planRetention(parts, files, now)", () => {
  const part = {path: "extracts/absence/a.parquet", period: "2020-H1", rows: 7, keepMonths: 60};
  const planned = (now: string) => planRetention([part, {...part, period: "2020-H2"}], [], new Date(now)).extracts;

  it("keeps rows to the last day of their time", () => {
    expect(planned("2025-06-30T23:00:00Z")).toEqual([]);
    expect(planned("2025-07-02T00:00:00Z")).toEqual([{path: part.path, periods: ["2020-H1"], rows: 7, whole: false}]);
    expect(planned("2026-01-02T00:00:00Z")).toMatchObject([{periods: ["2020-H1", "2020-H2"], rows: 14, whole: true}]);
  });
  it("keeps delivered files 90 days, and what is left in staging a week", () => {
    const files = (["inbox", "quarantine", "staging"] as const).map((kind) => ({
      kind,
      path: kind,
      since: "2026-01-01T00:00:00Z"
    }));
    const kinds = (now: string) => planRetention([], files, new Date(now)).files.map(({kind}) => kind);
    expect(kinds("2026-01-07T00:00:00Z")).toEqual([]);
    expect(kinds("2026-03-31T23:00:00Z")).toEqual(["staging"]);
    expect(kinds("2026-04-01T01:00:00Z")).toEqual(["inbox", "quarantine", "staging"]);
  });
});

describe("retain(dataDir, now)", () => {
  let dataDir: string;
  const received = () => new Date("2026-01-10T08:00:00Z");
  const at = (day: string) => new Date(`${day}T03:00:00Z`);
  const periods = async () => new Set((await lakeRows(dataDir, "absence")).map(({period}) => period));
  const send = (name: string, content: string) =>
    intake({dataDir, files: [{path: writeFile(dataDir, name, content)}]}, {now: received});
  const problems = async () => (await verifyLake(dataDir)).problems;
  beforeAll(async () => {
    dataDir = await openDataDir();
    await send("a.csv", absenceCsv(["2020-H1", "2025-H2"].map((period) => ({pupil: "p1", period}))));
    await send("b.csv", absenceCsv([{pupil: "p2", period: "2019-H2"}]));
    await send("bad.csv", absenceCsv([{pupil: "p3", unit: "1"}]));
  });
  afterAll(() => rmSync(dataDir, {recursive: true, force: true}));

  it("only tells in a dry run", async () => {
    const {plan, deleted} = await retain(dataDir, at("2026-05-01"), {dryRun: true});
    expect(plan.extracts.map(({whole}) => whole).sort()).toEqual([false, true]);
    expect(plan.files.filter(({kind}) => kind === "quarantine")).toHaveLength(1);
    expect(deleted).toEqual([]);
    expect(await periods()).toEqual(new Set(["2019-H2", "2020-H1", "2025-H2"]));
  });

  it("deletes rows, delivered files and rejected rows that are past their time, and nothing else", async () => {
    const {deleted} = await retain(dataDir, at("2026-05-01"));
    expect(await periods()).toEqual(new Set(["2025-H2"]));
    expect(await lakeRows(dataDir, "units")).not.toEqual([]);
    expect(readdirSync(join(dataDir, "quarantine"))).toEqual([]);
    expect(deleted.every(({path}) => !existsSync(join(dataDir, path)))).toBe(true);
    expect(deleted.filter(({kind}) => kind === "extract").map(({rows}) => rows)).toEqual([1, 1]);
    expect(readdirSync(join(dataDir, "staging"))).toEqual([]);
  });

  it("leaves receipts by which everything can still be verified", async () => {
    expect(await problems()).toEqual([]);
    const registry = await openRegistry(storesOf(dataDir).registry);
    const receipts = await listDeletions(registry);
    expect(receipts.every(({sha256, bytes}) => sha256.length === 64 && bytes > 0)).toBe(true);
    expect((await listDeliveries(registry, {standard: "absence"})).map(({fileName}) => fileName).sort()).toEqual([
      "a.csv",
      "b.csv",
      "bad.csv"
    ]);
    await registry.destroy();
  });

  it("forgets what the log tells of more than two years ago, and the log still holds", async () => {
    const {registry: path, auditKey} = storesOf(dataDir);
    const [registry, key] = [await openRegistry(path), await readSecret(auditKey)];
    const event = {actor: "a", action: "see", resource: "/x", purpose: "quality", detail: {}} as const;
    for (const at of ["2024-04-30T03:00:00.000Z", "2024-05-02T03:00:00.000Z"])
      await appendAudit(registry, key, {at, ...event});
    expect((await retain(dataDir, at("2026-05-01"), {dryRun: true})).entries).toBe(1);
    expect((await retain(dataDir, at("2026-05-01"))).entries).toBe(1);
    expect((await listAudit(registry, 10)).map((entry) => entry.at)).toEqual(["2024-05-02T03:00:00.000Z"]);
    expect(await verifyAudit(registry, key)).toMatchObject({entries: 1, problem: null});
    await registry.destroy();
  });

  it("does nothing the second time", async () => {
    expect((await retain(dataDir, at("2026-05-01"))).deleted).toEqual([]);
  });

  it("takes back counts that a killed process had put aside without telling of them", async () => {
    const {staging, facts} = storesOf(dataDir);
    for (const folder of [join(staging, "4194305-1"), facts]) mkdirSync(folder, {recursive: true});
    writeFileSync(join(staging, "4194305-1", "plan.json"), '["facts/half.parquet"]');
    writeFileSync(join(facts, "half.parquet"), "");
    await retain(dataDir, at("2026-05-01"));
    expect(existsSync(join(facts, "half.parquet"))).toBe(false);
    expect(await problems()).toEqual([]);
  });

  it("takes away what was deleted on time when it comes once more", async () => {
    const [outcome] = await send("b.csv", absenceCsv([{pupil: "p2", period: "2019-H2"}]));
    expect(outcome!.known).toBe(true);
    expect(existsSync(join(dataDir, "inbox", outcome!.report.delivery!))).toBe(false);
    expect(await problems()).toEqual([]);
  });

  it("tells a file that is missing from one that was deleted", async () => {
    const [file] = readdirSync(join(dataDir, "extracts", "absence"));
    rmSync(join(dataDir, "extracts", "absence", file!));
    expect((await problems()).map(({problem}) => problem)).toEqual(["Filen mangler"]);
  });
});
