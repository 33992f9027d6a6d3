import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Kysely} from "kysely";
import {Migrator} from "kysely/migration";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {insertAgreements, listAgreements} from "../queries/registry/agreements.ts";
import {currentFiles, findDelivery, listDeliveries} from "../queries/registry/deliveries.ts";
import {listIssues, recordIssues} from "../queries/registry/issues.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {type NewDelivery, recordAccepted, recordRejected} from "../queries/registry/record.ts";
import {listReleases, recordRelease} from "../queries/registry/releases.ts";
import {sqliteDialect} from "../queries/registry/sqlite.ts";

let folder: string;
let path: string;
let registry: Registry;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "aarshjul-registry-"));
  path = join(folder, "registry.sqlite");
  registry = await openRegistry(path);
});
afterAll(async () => {
  await registry?.destroy();
  rmSync(folder, {recursive: true, force: true});
});

function delivery(id: string, receivedAt: string, status: "accepted" | "rejected" = "accepted"): NewDelivery {
  const findings = [{rule: "r", severity: "warning", message: "m", count: 2, lines: [3, 4]}] as const;
  const report = {
    delivery: id,
    fileName: `${id}.csv`,
    standard: "absence",
    mapping: null,
    status,
    rows: 2,
    municipalities: ["751"],
    periods: ["2025-H2"],
    dialect: null,
    findings,
    coverage: [],
    question: null,
    checkedAt: receivedAt
  };
  return {id, sha256: id, fileName: `${id}.csv`, standard: "absence", mapping: null, receivedAt, report};
}
const file = (period: string, slice = "") => ({
  municipality: "751",
  period,
  slice,
  path: `${period}${slice}`,
  sha256: "s",
  rows: 1
});

describe("recordAccepted(registry, delivery, files)", () => {
  it("makes files current and what they replace history, place by place and slice by slice", async () => {
    await recordAccepted(registry, delivery("a", "2025-01-01"), [
      file("2025-H1"),
      file("2025-H2"),
      file("2025", "x"),
      file("2025", "y")
    ]);
    await recordAccepted(registry, delivery("b", "2025-01-02"), [file("2025-H2"), file("2025", "x")]);
    const current = (await currentFiles(registry, "absence")).map(({period, slice, delivery: of}) => [
      period,
      slice,
      of
    ]);
    expect(current).toEqual([
      ["2025", "x", "b"],
      ["2025", "y", "a"],
      ["2025-H1", "", "a"],
      ["2025-H2", "", "b"]
    ]);
    expect((await findDelivery(registry, "a"))?.current).toBe(2);
  });
  it("changes nothing when any of it fails", async () => {
    const before = await currentFiles(registry);
    await expect(
      recordAccepted(registry, delivery("c", "2025-01-03"), [file("2025-H2"), file("2025-H2")])
    ).rejects.toThrow();
    expect(await currentFiles(registry)).toEqual(before);
    expect(await findDelivery(registry, "c")).toBeUndefined();
  });
  it("takes many files at once", async () => {
    const files = Array.from({length: 1500}, (_, index) => ({...file("2020-H1"), municipality: String(index)}));
    await recordAccepted(registry, delivery("d", "2024-01-01"), files);
    expect((await findDelivery(registry, "d"))?.current).toBe(1500);
  });
});

describe("recordRejected(registry, delivery)", () => {
  it("keeps the report, but never turns an accepted delivery into a rejected one", async () => {
    await recordRejected(registry, delivery("e", "2025-02-01", "rejected"));
    await recordRejected(registry, delivery("a", "2025-02-01", "rejected"));
    expect(await findDelivery(registry, "e")).toMatchObject({
      status: "rejected",
      report: {findings: [{rule: "r", lines: [3, 4]}]}
    });
    expect((await findDelivery(registry, "a"))?.status).toBe("accepted");
    expect((await listDeliveries(registry)).map(({id}) => id)).toEqual(["e", "b", "a", "d"]);
    expect((await listDeliveries(registry, {municipality: "751", status: "accepted"})).map(({id}) => id)).toEqual([
      "b",
      "a",
      "d"
    ]);
  });
});

describe("openRegistry(path)", () => {
  it("serves two connections at once, each writing", async () => {
    const other = await openRegistry(path);
    await Promise.all([
      recordRejected(registry, delivery("f", "2025-03-01", "rejected")),
      recordRejected(other, delivery("g", "2025-03-02", "rejected"))
    ]);
    expect((await listDeliveries(other, {status: "rejected"})).map(({id}) => id)).toEqual(["g", "f", "e"]);
    await other.destroy();
  });
  it("is migrated once, however often it is opened", async () => {
    const other = await openRegistry(path);
    expect(await findDelivery(other, "a")).toBeDefined();
    await other.destroy();
  });
});

describe("sqliteDialect(path)", () => {
  it("leaves nothing of a change of tables that was broken off", async () => {
    const database = new Kysely<Record<string, object>>({dialect: sqliteDialect(join(folder, "half.sqlite"))});
    const first = {
      up: (tables: Kysely<unknown>) => tables.schema.createTable("half").addColumn("id", "text").execute()
    };
    const broken = {up: () => Promise.reject(new Error("broken off"))};
    const provider = {getMigrations: async () => ({"1": first, "2": broken})};
    const {error} = await new Migrator({db: database, provider}).migrateToLatest();
    expect(error).toMatchObject({message: "broken off"});
    expect((await database.introspection.getTables()).map(({name}) => name)).not.toContain("half");
    await database.destroy();
  });
});

describe("issues, releases and agreements", () => {
  it("are listed as they were recorded", async () => {
    const issue = {
      issue: "2025-H2-751-leader-da-1",
      definition: "leader",
      unit: "751014",
      municipality: "751",
      period: "2025-H2",
      language: "da",
      number: 1,
      release: "r1",
      checksum: "c",
      replaces: null,
      pages: 8,
      builtAt: "2026-01-01",
      manifestSha256: "m",
      content: "t",
      reason: "",
      reasonAt: "",
      builtBy: ""
    };
    await recordIssues(registry, [issue]);
    await recordIssues(registry, [issue]);
    expect(await listIssues(registry, {unit: "751014"})).toEqual([issue]);
    await recordRelease(registry, {id: "r1", period: "2025-H2", createdAt: "2026-01-01"});
    await recordRelease(registry, {id: "r2", period: "2025-H2", createdAt: "2026-01-02"});
    expect((await listReleases(registry)).map(({id, active}) => [id, active])).toEqual([
      ["r2", true],
      ["r1", false]
    ]);
    const agreement = {
      unit: "751014",
      period: "2025-H1",
      indicator: null,
      text: "t",
      target: 5,
      owner: "o",
      due: null,
      status: "open",
      createdAt: "2025-09-01"
    } as const;
    await insertAgreements(registry, [{...agreement, id: "x"}]);
    expect(await listAgreements(registry, {unit: "751014"})).toMatchObject([{...agreement, id: "x"}]);
  });
});
