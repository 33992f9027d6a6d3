import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openRegistry} from "../queries/registry/open.ts";
import {beginReceipt, handOver, listReceipts, markReceipt, settleReceipt} from "../queries/registry/receipts.ts";
import {findSlot} from "../queries/registry/slots.ts";
import {settleSlots} from "../queries/registry/slots-write.ts";
import {startBrokenLine, writeSettings} from "./delivery-fixture.ts";
import {useOffice} from "./delivery-office.ts";

const office = useOffice();

describe("a delivery over a bad line", () => {
  it("is sent again after the line was cut in mid-message", async () => {
    const server = await office.serve();
    const line = await startBrokenLine(server.port, "in-message");
    office.afterwards(line.close);
    writeSettings(office.dataDir, line.port);
    const one = await office.released({}, `%PDF${"x".repeat(8_000_000)}`);
    expect(await office.deliver()).toMatchObject([{failed: [{final: false}]}]);
    expect([await office.stateOf(one), server.received.length]).toEqual(["sending", 0]);
    writeSettings(office.dataDir, server.port);
    office.later(3);
    expect(await office.deliver()).toMatchObject([{failed: []}]);
    expect(server.received).toHaveLength(1);
  });

  it("is not sent again by itself when the line was cut before the answer, and says so", async () => {
    const server = await office.serve();
    const line = await startBrokenLine(server.port, "before-answer");
    office.afterwards(line.close);
    writeSettings(office.dataDir, line.port);
    const one = await office.released();
    expect(await office.deliver()).toMatchObject([{failed: [{final: true, error: expect.stringContaining("uvist")}]}]);
    expect([await office.stateOf(one), server.received.length]).toEqual(["uncertain", 1]);
    writeSettings(office.dataDir, server.port);
    office.later(60);
    expect(await office.deliver()).toEqual([]);
    const {issue, recipient} = one;
    await markReceipt(
      office.plant.registry,
      {issue: issue.issue, recipient},
      {state: "sending", answer: "by hand"},
      office.now
    );
    const slot = (await findSlot(office.plant.registry, `deliver/${issue.issue}/${recipient}`))!;
    await settleSlots(office.plant.registry, [{...slot, seen: slot.version}], {
      state: "waiting",
      text: "",
      now: office.now
    });
    expect(await office.deliver()).toMatchObject([{failed: []}]);
    const ids = server.received.map(({raw}) => /Message-ID: (\S+)/i.exec(raw)![1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("goes nowhere in clear where TLS is required", async () => {
    const server = await office.serve();
    writeSettings(office.dataDir, server.port, {smtp: {host: "127.0.0.1", port: server.port}});
    const one = await office.released();
    expect(await office.deliver()).toMatchObject([{failed: [{final: false}]}]);
    expect([await office.stateOf(one), server.received.length]).toEqual(["sending", 0]);
  });
});

describe("receipts", () => {
  const sending = (sender: string) => ({
    ...{issue: "i", recipient: "p", channel: "mail", address: "a", messageId: "<m@x>"},
    sender
  });
  it("let one of two senders hand over", async () => {
    const registry = await openRegistry(join(office.dataDir, "receipts.sqlite"));
    await beginReceipt(registry, sending("first"), office.now);
    await beginReceipt(registry, sending("second"), office.now);
    expect(await handOver(registry, sending("first"), office.now)).toBe(false);
    expect(await handOver(registry, sending("second"), office.now)).toBe(true);
    expect((await beginReceipt(registry, sending("third"), office.now)).state).toBe("handed-over");
    expect(await handOver(registry, sending("third"), office.now)).toBe(false);
    expect(await settleReceipt(registry, sending("second"), {state: "delivered", answer: "250"}, office.now)).toBe(
      true
    );
    expect(await listReceipts(registry)).toMatchObject([{state: "delivered", attempts: 2, sender: "second"}]);
    await registry.destroy();
  });
});
