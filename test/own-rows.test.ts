import {rmSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {planOwnRows} from "../jobs/retention/own-rows.ts";
import {retain} from "../jobs/retention/retain.ts";
import {verifyLake} from "../jobs/verify-lake.ts";
import {storesOf} from "../queries/config.ts";
import {ownRecords} from "../queries/personal/own-records.ts";
import {insertAgreements, listAgreements} from "../queries/registry/agreements.ts";
import {listBounces, listStopped, recordBounce} from "../queries/registry/bounces.ts";
import {listVersions} from "../queries/registry/conversation-parts.ts";
import {writeDrafts} from "../queries/registry/conversation-writes.ts";
import {listConversations} from "../queries/registry/conversations.ts";
import {listDeletions} from "../queries/registry/deletions.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {openDataDir} from "./intake-fixture.ts";

let dataDir: string;
let registry: Registry;
beforeAll(async () => {
  dataDir = await openDataDir();
  registry = await openRegistry(storesOf(dataDir).registry);
  for (const period of ["2020-H1", "2020-H2"]) {
    const writer = {by: "anna", at: "2020-09-01T08:00:00.000Z", knows: () => true};
    const key = {unit: "751014", period, template: "learning"} as const;
    await writeDrafts(registry, key, [{part: "notes", base: 0, text: `Noter fra ${period}`}], writer);
    const agreed = {
      indicator: null,
      text: "Vi ringer hjem.",
      target: null,
      owner: "",
      due: null,
      status: "open"
    } as const;
    await insertAgreements(registry, [{...agreed, id: period, unit: "751014", period, createdAt: writer.at}]);
  }
  const bounce = {issue: "i", recipient: "r", action: "failed", status: "5.1.1", answer: "no", source: "smtp"} as const;
  for (const at of ["2023-07-01T00:00:00.000Z", "2023-07-01T00:00:00.002Z"])
    await recordBounce(registry, {...bounce, id: at, address: `${at.slice(-4, -1)}@example.dk`, at});
});
afterAll(async () => {
  await registry.destroy();
  rmSync(dataDir, {recursive: true, force: true});
});

describe("what is written here, and retain(dataDir, now)", () => {
  it("keeps it to the last day of its time", async () => {
    expect([ownRecords.conversations.keepMonths, ownRecords.bounces.keepMonths]).toEqual([60, 24]);
    expect(await planOwnRows(registry, new Date("2025-07-01T00:00:00Z"))).toEqual([]);
    expect(await planOwnRows(registry, new Date("2025-07-01T00:00:00.001Z"))).toEqual([
      {record: "conversations", period: "2020-H1", rows: 2},
      {record: "bounces", period: null, rows: 2}
    ]);
  });
  it("only tells in a dry run", async () => {
    const {own, deleted} = await retain(dataDir, new Date("2025-07-01T00:00:00.001Z"), {dryRun: true});
    expect([own.length, deleted]).toEqual([2, []]);
    expect(await listConversations(registry)).toHaveLength(2);
  });
  it("deletes conversations with their history, agreements, mail that came back and stopped addresses; nothing newer", async () => {
    const [, old] = await listConversations(registry);
    await retain(dataDir, new Date("2025-07-01T00:00:00.001Z"));
    expect((await listConversations(registry)).map(({period}) => period)).toEqual(["2020-H2"]);
    expect(await listVersions(registry, old!.id)).toEqual([]);
    expect((await listAgreements(registry)).map(({id}) => id)).toEqual(["2020-H2"]);
    expect((await listBounces(registry)).map(({address}) => address)).toEqual(["002@example.dk"]);
    expect((await listStopped(registry)).map(({address}) => address)).toEqual(["002@example.dk"]);
  });
  it("leaves a receipt for each, which tells nothing of what was there, and all can be verified", async () => {
    expect((await listDeletions(registry)).map(({path, kind, rows}) => [path, kind, rows])).toEqual([
      ["registry/bounces", "bounces", 2],
      ["registry/conversations/2020-H1", "conversations", 2]
    ]);
    expect((await verifyLake(dataDir)).problems).toEqual([]);
  });
  it("does nothing the second time", async () =>
    expect((await retain(dataDir, new Date("2025-07-02T00:00:00Z"))).deleted.map(({path}) => path)).toEqual([
      "registry/bounces"
    ]));
});
