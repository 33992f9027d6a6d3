import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {listStopped, recordBounce} from "../queries/registry/bounces.ts";
import {beginReceipt, listReceipts, settleReceipt} from "../queries/registry/receipts.ts";
import {placeRecipient} from "./delivery-fixture.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";

let stage: Stage;
const issue = "2025-H2-751014-leader-da-1";
beforeAll(async () => {
  stage = await openStage();
  await placeRecipient(stage.registry, {id: "p1", name: "Lederen", scope: "751014", address: "Leder@aarhus.dk"});
  await placeRecipient(stage.registry, {id: "p2", name: "Naboen", scope: "740", municipality: "740"});
  const sending = {
    issue,
    recipient: "p1",
    channel: "mail",
    address: "Leder@aarhus.dk",
    messageId: "<m@x>",
    sender: "s"
  };
  await beginReceipt(stage.registry, sending, stage.clock.now);
  await settleReceipt(stage.registry, sending, {state: "refused", answer: "550"}, stage.clock.now);
  const bounce = {issue, recipient: "p1", address: "Leder@aarhus.dk", status: "5.1.1", at: "2026-02-01T08:00:00.000Z"};
  await recordBounce(stage.registry, {
    ...bounce,
    id: "b",
    action: "failed",
    source: "smtp",
    answer: "550 5.1.1 ukendt"
  });
});
afterAll(() => stage?.close());

const comeAs = async (grant: string) => signedIn(stage, await makeAccount(stage, grant, [grant], "x"));

describe("/modtagere", () => {
  it("shows who gets what in the reader's own municipality, and the addresses that mail came back from", async () => {
    const chief = await comeAs("administration-chief:751");
    const {text} = await chief.get("/modtagere");
    expect(text).toContain("Mail, der ikke kom frem");
    expect(text).toContain("leder@aarhus.dk");
    expect(text).toContain("550 5.1.1 ukendt");
    expect(text).not.toContain("Naboen");
  });
  it("opens an address by hand and sends what it missed, and is logged", async () => {
    const elsewhere = await comeAs("administration-chief:740");
    expect((await elsewhere.post("/modtagere/aabn", {adresse: "leder@aarhus.dk"})).status).toBe(403);
    const steward = await comeAs("steward:751");
    const opened = await steward.post("/modtagere/aabn", {adresse: "leder@aarhus.dk", send: "ja"});
    expect(opened.location).toBe("/modtagere?gjort=aabnet&antal=1");
    expect(await listStopped(stage.registry)).toEqual([]);
    expect((await listReceipts(stage.registry))[0]).toMatchObject({state: "sending"});
    expect((await steward.get(opened.location!)).text).toContain("1 pakke sendes om ved næste kørsel.");
    const again = await steward.post("/modtagere/aabn", {adresse: "leder@aarhus.dk"});
    expect(again.location).toBe("/modtagere?gjort=ukendt");
  });
});
