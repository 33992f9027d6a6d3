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
import {beginReceipt, listReceipts} from "../queries/registry/receipts.ts";
import {
  changeRecipient,
  closeRecipient,
  findRecipient,
  listRecipientEvents,
  listRecipients
} from "../queries/registry/recipients.ts";
import {placeRecipient} from "./delivery-fixture.ts";
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
  await placeRecipients();
});
afterAll(async () => {
  await registry.destroy();
  rmSync(dataDir, {recursive: true, force: true});
});

/** One closed and one changed that long ago, and one closed two milliseconds later, each with a receipt. */
async function placeRecipients(): Promise<void> {
  const by = (at: string) => ({by: "anna", at});
  const [then, later] = ["2023-07-01T00:00:00.000Z", "2023-07-01T00:00:00.002Z"];
  for (const id of ["closed", "changed", "later"]) {
    await placeRecipient(registry, {id, createdAt: "2023-01-01T00:00:00.000Z"});
    const sending = {issue: "i", channel: "mail", address: `${id}@aarhus.dk`, messageId: id, sender: "s"};
    await beginReceipt(registry, {...sending, recipient: id}, new Date(then));
  }
  await closeRecipient(registry, "closed", by(then));
  await closeRecipient(registry, "later", by(later));
  const changed = (await findRecipient(registry, "changed"))!;
  await changeRecipient(registry, changed, {...changed, name: "Ny leder"}, by(then));
}

describe("what is written here, and retain(dataDir, now)", () => {
  it("keeps it to the last day of its time", async () => {
    expect(Object.values(ownRecords).map(({keepMonths}) => keepMonths)).toEqual([60, 24, 24]);
    expect(await planOwnRows(registry, new Date("2025-07-01T00:00:00Z"))).toEqual([]);
    expect(await planOwnRows(registry, new Date("2025-07-01T00:00:00.001Z"))).toEqual([
      {record: "conversations", period: "2020-H1", rows: 2},
      {record: "bounces", period: null, rows: 2},
      {record: "recipients", period: null, rows: 3}
    ]);
  });
  it("only tells in a dry run", async () => {
    const {own, deleted} = await retain(dataDir, new Date("2025-07-01T00:00:00.001Z"), {dryRun: true});
    expect([own.length, deleted]).toEqual([3, []]);
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
  it("deletes closed recipients with their receipts, and what others were before; not what they are", async () => {
    expect((await listRecipients(registry)).map(({id}) => id).toSorted()).toEqual(["changed", "later"]);
    expect((await listReceipts(registry)).map(({recipient}) => recipient).toSorted()).toEqual(["changed", "later"]);
    expect((await listRecipientEvents(registry, "closed")).length).toBe(0);
    expect((await listRecipientEvents(registry, "changed")).map(({fields}) => fields.name)).toEqual(["Ny leder"]);
    expect((await listRecipientEvents(registry, "later")).map(({step}) => step)).toEqual(["created", "closed"]);
  });
  it("leaves a receipt for each, which tells nothing of what was there, and all can be verified", async () => {
    expect((await listDeletions(registry)).map(({path, kind, rows}) => [path, kind, rows])).toEqual([
      ["registry/bounces", "bounces", 2],
      ["registry/conversations/2020-H1", "conversations", 2],
      ["registry/recipients", "recipients", 3]
    ]);
    expect((await verifyLake(dataDir)).problems).toEqual([]);
  });
  it("does nothing the second time", async () =>
    expect((await retain(dataDir, new Date("2025-07-02T00:00:00Z"))).deleted.map(({path}) => path)).toEqual([
      "registry/bounces",
      "registry/recipients"
    ]));
});
