/** Mail that comes back, at once or as a report later, and what is then sent to the address. */
import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readBounceFolder} from "../jobs/bounce-folder.ts";
import {readDue} from "../jobs/due.ts";
import {takeReport} from "../jobs/take-report.ts";
import {liftAddress, listBounces, listStopped} from "../queries/registry/bounces.ts";
import {listReceipts} from "../queries/registry/receipts.ts";
import {sendAgainTo} from "../queries/registry/resend.ts";
import {listSlots} from "../queries/registry/slots.ts";
import {writeSettings} from "./delivery-fixture.ts";
import {type Sent, useOffice} from "./delivery-office.ts";

const office = useOffice();
const registry = () => office.plant.registry;
const rejecting = (message: string) => ({
  onRcptTo: (_address: unknown, _session: unknown, done: (error?: Error) => void) =>
    done(Object.assign(new Error(message), {responseCode: 550}))
});
const whyOf = async ({issue, recipient}: Sent) => {
  const id = `deliver/${issue.issue}/${recipient}`;
  return (await readDue(office.plant)).flatMap(({decisions}) => decisions).find(({candidate}) => candidate.id === id)
    ?.why.code;
};
const messageIdOf = async ({issue, recipient}: Sent) =>
  (await listReceipts(registry(), {issue: issue.issue, recipient}))[0]!.messageId;

describe("a mailbox that the server says no to at once", () => {
  it("gets no more mail until somebody opens it, and then also what it missed", async () => {
    await office.serve(rejecting("5.1.1 no such user"));
    const address = "vaek@aarhus.dk";
    const one = await office.released({address});
    expect(await office.deliver()).toMatchObject([{failed: [{final: true}]}]);
    expect(await office.stateOf(one)).toBe("refused");
    expect(await listStopped(registry())).toMatchObject([{address, reason: expect.stringContaining("5.1.1")}]);
    expect(await listBounces(registry())).toMatchObject([{address, source: "smtp", status: "5.1.1", action: "failed"}]);
    const two = await office.released({address: "Vaek@aarhus.dk"});
    expect(await office.deliver()).toEqual([]);
    expect(await whyOf(two)).toBe("address-stopped");
    const server = await office.serve();
    expect(await liftAddress(registry(), address.toUpperCase())).toBe(true);
    expect(await sendAgainTo(registry(), address, "by hand", office.now)).toBe(1);
    await office.deliver();
    expect(server.received).toHaveLength(2);
    expect(await office.deliver()).toEqual([]);
  });
  it("is not taken for gone when it is the sender that is not wanted", async () => {
    await office.serve(rejecting("5.7.1 relaying denied"));
    await office.released({address: "findes@aarhus.dk"});
    await office.deliver();
    expect(await listStopped(registry())).toEqual([]);
  });
  it("stops the second of two mails of the same run", async () => {
    let asked = 0;
    const server = await office.serve({
      onRcptTo: (_address, _session, done) => {
        asked++;
        done(Object.assign(new Error("5.1.1 gone"), {responseCode: 550}));
      }
    });
    const address = "to@aarhus.dk";
    await office.released({address, id: "to-a"});
    await office.released({address, id: "to-b"});
    for (let again = 0; again < 3; again++) await office.deliver();
    expect(asked).toBeLessThanOrEqual(3);
    const before = asked;
    office.later(24 * 60);
    await office.deliver();
    expect([asked, server.received.length]).toEqual([before, 0]);
    expect(await liftAddress(registry(), address)).toBe(true);
  });
});

interface Sketch {
  readonly messageId: string;
  readonly address: string;
  readonly action?: string;
  readonly status?: string;
}

/** As Postfix writes it. */
function reportOf({messageId, address, action = "failed", status = "5.1.1"}: Sketch): Buffer {
  const lines = [
    "From: MAILER-DAEMON@mail.aarhus.dk",
    "To: aarshjul@aarhus.dk",
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="x"',
    "",
    "--x",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "",
    "--x",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mail.aarhus.dk",
    "Arrival-Date: Mon, 20 Apr 2026 08:00:00 +0200 (CEST)",
    "",
    `Final-Recipient: rfc822; ${address}`,
    `Original-Recipient: rfc822;${address}`,
    `Action: ${action}`,
    `Status: ${status}`,
    "Remote-MTA: dns; mx.aarhus.dk",
    "Diagnostic-Code: smtp; 550 5.1.1 <navn>: Recipient address rejected:",
    "    User unknown in virtual mailbox table",
    "",
    "--x",
    "Content-Type: text/rfc822-headers",
    "",
    "From: Aarshjul <aarshjul@aarhus.dk>",
    "Message-ID:",
    ` ${messageId}`,
    "Subject: Datapakken",
    "",
    "--x--",
    ""
  ];
  return Buffer.from(lines.join("\r\n"));
}

describe("takeReport(registry, bytes, now)", () => {
  it("knows the mail by its Message-ID, tells of it once, and stops the address", async () => {
    await office.serve();
    const one = await office.released({address: "sen@aarhus.dk"});
    await office.deliver();
    const report = reportOf({messageId: await messageIdOf(one), address: "SEN@aarhus.dk"});
    expect(await takeReport(registry(), report, office.now)).toEqual({
      what: "stopped",
      address: "sen@aarhus.dk",
      answer: "550 5.1.1 <navn>: Recipient address rejected: User unknown in virtual mailbox table"
    });
    expect(await takeReport(registry(), report, office.now)).toMatchObject({what: "known"});
    expect(await office.stateOf(one)).toBe("bounced");
    const two = await office.released({address: "sen@aarhus.dk"});
    expect(await office.deliver()).toEqual([]);
    expect(await whyOf(two)).toBe("address-stopped");
    await liftAddress(registry(), "sen@aarhus.dk");
  });
  it("only notes what is late, and what failed for now does not stop the address", async () => {
    await office.serve();
    const one = await office.released({address: "fuld@aarhus.dk"});
    await office.deliver();
    const sketch = {messageId: await messageIdOf(one), address: "fuld@aarhus.dk"};
    const late = reportOf({...sketch, action: "delayed", status: "4.2.2"});
    expect(await takeReport(registry(), late, office.now)).toMatchObject({what: "delayed"});
    expect(await office.stateOf(one)).toBe("delivered");
    const given = reportOf({...sketch, status: "4.2.2"});
    expect(await takeReport(registry(), given, office.now)).toMatchObject({what: "bounced"});
    expect(await listStopped(registry())).toEqual([]);
  });
  it("is moved by no mail that we did not send, and no report of another address", async () => {
    await office.serve();
    const one = await office.released({address: "rigtig@aarhus.dk"});
    await office.deliver();
    const forged = reportOf({messageId: "<0123456789abcdef0123456789abcdef@aarhus.dk>", address: "rigtig@aarhus.dk"});
    expect(await takeReport(registry(), forged, office.now)).toEqual({what: "unknown-mail"});
    const other = reportOf({messageId: await messageIdOf(one), address: "borgmester@aarhus.dk"});
    expect(await takeReport(registry(), other, office.now)).toEqual({what: "other-address"});
    const letter = Buffer.from("From: a@b.dk\r\nSubject: Hej\r\n\r\nTak for pakken.\r\n");
    expect(await takeReport(registry(), letter, office.now)).toEqual({what: "no-report"});
    for (const length of [0, 40, 700, 900])
      expect((await takeReport(registry(), forged.subarray(0, length), office.now)).what).not.toBe("stopped");
    expect(await office.stateOf(one)).toBe("delivered");
  });
  it("is done by the wheel itself with a mailbox that it is told of, each mail once", async () => {
    const server = await office.serve();
    const folder = join(office.dataDir, "retur", "new");
    await mkdir(folder, {recursive: true});
    writeSettings(office.dataDir, server.port, {bounceFolder: "retur", bounceTo: "retur@aarhus.dk"});
    const one = await office.released({address: "tom@aarhus.dk"});
    await office.deliver();
    const report = reportOf({messageId: await messageIdOf(one), address: "tom@aarhus.dk"});
    await writeFile(join(folder, "1776665000.M1.mail"), report);
    expect(await readBounceFolder(office.plant)).toMatchObject([{what: "stopped"}]);
    expect(await readBounceFolder(office.plant)).toEqual([]);
    expect(await office.stateOf(one)).toBe("bounced");
    await liftAddress(registry(), "tom@aarhus.dk");
  });
  it("leaves no slot that is tried for ever", async () => {
    const open = (await listSlots(registry(), {job: "deliver"})).filter(({state}) => state === "running");
    expect(open).toEqual([]);
  });
});
