import {createHmac} from "node:crypto";
import {mkdtemp, readdir, rm, writeFile} from "node:fs/promises";
import {createServer, type IncomingMessage} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, describe, expect, it} from "vitest";
import {addressProblem, readDeliverySettings} from "../jobs/delivery-settings.ts";
import {openPlant, type Plant} from "../jobs/plant.ts";
import {runDue} from "../jobs/run-due.ts";
import {standingOut} from "../jobs/standing-out.ts";
import {storesOf} from "../queries/config.ts";
import type {BuiltIssue} from "../queries/registry/issues.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {beginReceipt, handOver, listReceipts, markReceipt, settleReceipt} from "../queries/registry/receipts.ts";
import {closeRecipient, type Recipient} from "../queries/registry/recipients.ts";
import {findSlot} from "../queries/registry/slots.ts";
import {settleSlots} from "../queries/registry/slots-write.ts";
import {
  html,
  placeIssue,
  placeRecipient,
  signIssue,
  startBrokenLine,
  startSmtp,
  writeSettings
} from "./delivery-fixture.ts";
import {writeReleaseFixture} from "./release-fixture.ts";

let dataDir: string;
let plant: Plant;
let now = new Date("2026-04-20T06:00:00Z");
let number = 0;
const closers: (() => unknown)[] = [];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-deliver-"));
  await writeReleaseFixture({dataDir});
  const mailLimits = {connectMs: 500, silentMs: 500, totalMs: 10_000};
  plant = await openPlant({dataDir, workers: 1, browserPath: null}, {municipality: "751", now: () => now, mailLimits});
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
afterAll(async () => {
  await plant?.registry.destroy();
  await rm(dataDir, {recursive: true, force: true});
});

const deliver = () => runDue(plant, {jobs: ["deliver"]});
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
/** A new number of a school's package for one recipient of its own, signed off long after all before it. */
async function released(given: Partial<Recipient> = {}, pdf?: string): Promise<{issue: BuiltIssue; recipient: string}> {
  later(100 * 24 * 60);
  const school = "751014";
  const issue = await placeIssue(plant.registry, dataDir, {unit: school, number: ++number, ...(pdf && {pdf})});
  const recipient = await placeRecipient(plant.registry, {id: `r${number}`, scope: school, ...given});
  closers.push(() => closeRecipient(plant.registry, recipient));
  await signIssue(plant.registry, issue, now, "Fraværet er rettet.");
  return {issue, recipient};
}
async function stateOf({issue, recipient}: {issue: BuiltIssue; recipient: string}): Promise<string | undefined> {
  return (await listReceipts(plant.registry, {issue: issue.issue, recipient}))[0]?.state;
}
async function serve(options?: Parameters<typeof startSmtp>[0], settings?: object) {
  const server = await startSmtp(options);
  closers.push(server.close);
  writeSettings(dataDir, server.port, settings);
  return server;
}

describe("a delivery by mail", () => {
  it("brings text, HTML and the PDF once, with what stands out", async () => {
    const server = await serve();
    const one = await released();
    expect(await deliver()).toMatchObject([{job: "deliver", failed: []}]);
    expect(await stateOf(one)).toBe("delivered");
    expect(await deliver()).toEqual([]);
    expect(server.received).toHaveLength(1);
    const {to, raw} = server.received[0]!;
    expect(to).toEqual(["r1@aarhus.dk"]);
    const text = decoded(raw);
    expect(raw).toMatch(/Message-ID: <[0-9a-f]{32}@aarhus\.dk>/i);
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(raw).toContain(`filename=${one.issue.issue}.pdf`);
    expect(raw).toContain(Buffer.from(`%PDF ${one.issue.unit} 1`).toString("base64"));
    expect(text).toContain(
      "- Elevfravær: 5,7 pct. Tallet er højere end i nabokommunerne (4,9 pct.; 3 af 4). (2. halvår 2025)"
    );
    expect(text).toContain("Ro &amp; orden &lt;3,4&gt; Tallet er lavere.");
    expect(text).toContain('<html lang="da">');
    expect(text).toContain(`https://hjul.aarhus.dk/pakker/${one.issue.issue}`);
    expect(text).not.toContain("Fjerde");
  });

  it("waits out greylisting and is taken the second time", async () => {
    let asked = 0;
    const server = await serve({
      onRcptTo: (_address, _session, done) =>
        asked++ === 0 ? done(Object.assign(new Error("come again"), {responseCode: 451})) : done()
    });
    const one = await released();
    expect(await deliver()).toMatchObject([{failed: [{final: false}]}]);
    expect(await stateOf(one)).toBe("sending");
    later(1);
    expect(await deliver()).toEqual([]);
    later(2);
    expect(await deliver()).toMatchObject([{failed: []}]);
    expect(server.received).toHaveLength(1);
  });

  it("gives up at once where the server knows no such mailbox", async () => {
    await serve({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error("unknown"), {responseCode: 550}))
    });
    const one = await released();
    expect(await deliver()).toMatchObject([{failed: [{final: true}]}]);
    expect(await stateOf(one)).toBe("refused");
  });

  it("does not take a misconfigured sender for a missing mailbox", async () => {
    await serve({onMailFrom: (_address, _session, done) => done(Object.assign(new Error("no"), {responseCode: 550}))});
    const one = await released();
    expect(await deliver()).toMatchObject([{failed: [{final: false}]}]);
    expect(await stateOf(one)).toBe("sending");
  });

  it.each([
    ["never greets", {onConnect: () => {}}],
    ["never answers the recipient", {onRcptTo: () => {}}]
  ])("is not kept for ever by a server that %s", async (_name, options) => {
    await serve(options);
    const one = await released();
    const since = Date.now();
    expect(await deliver()).toMatchObject([{failed: [{final: false}]}]);
    expect(Date.now() - since).toBeLessThan(5000);
    expect(await stateOf(one)).toBe("sending");
  });

  it("is given up in time on a server that is never quite silent", async () => {
    await serve({onRcptTo: () => {}});
    const one = await released();
    const hasty = {...plant, mailLimits: {connectMs: 5000, silentMs: 20_000, totalMs: 400}};
    expect(await runDue(hasty, {jobs: ["deliver"]})).toMatchObject([
      {failed: [{final: false, error: "no answer in time"}]}
    ]);
    expect(await stateOf(one)).toBe("sending");
  });

  it("is sent again after the line was cut in mid-message", async () => {
    const server = await serve();
    const line = await startBrokenLine(server.port, "in-message");
    closers.push(line.close);
    writeSettings(dataDir, line.port);
    const one = await released({}, `%PDF${"x".repeat(8_000_000)}`);
    expect(await deliver()).toMatchObject([{failed: [{final: false}]}]);
    expect([await stateOf(one), server.received.length]).toEqual(["sending", 0]);
    writeSettings(dataDir, server.port);
    later(3);
    expect(await deliver()).toMatchObject([{failed: []}]);
    expect(server.received).toHaveLength(1);
  });

  it("is not sent again by itself when the line was cut before the answer, and says so", async () => {
    const server = await serve();
    const line = await startBrokenLine(server.port, "before-answer");
    closers.push(line.close);
    writeSettings(dataDir, line.port);
    const one = await released();
    expect(await deliver()).toMatchObject([{failed: [{final: true, error: expect.stringContaining("uvist")}]}]);
    expect([await stateOf(one), server.received.length]).toEqual(["uncertain", 1]);
    writeSettings(dataDir, server.port);
    later(60);
    expect(await deliver()).toEqual([]);
    const {issue, recipient} = one;
    await markReceipt(plant.registry, {issue: issue.issue, recipient}, {state: "sending", answer: "by hand"}, now);
    const slot = (await findSlot(plant.registry, `deliver/${issue.issue}/${recipient}`))!;
    await settleSlots(plant.registry, [{...slot, seen: slot.version}], {state: "waiting", text: "", now});
    expect(await deliver()).toMatchObject([{failed: []}]);
    const ids = server.received.map(({raw}) => /Message-ID: (\S+)/i.exec(raw)![1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("goes nowhere in clear where TLS is required", async () => {
    const server = await serve();
    writeSettings(dataDir, server.port, {smtp: {host: "127.0.0.1", port: server.port}});
    const one = await released();
    expect(await deliver()).toMatchObject([{failed: [{final: false}]}]);
    expect([await stateOf(one), server.received.length]).toEqual(["sending", 0]);
  });

  it("is stopped at the door when the domain has been taken off the list since", async () => {
    const server = await serve();
    writeSettings(dataDir, server.port, {domains: ["odder.dk"]});
    await released();
    expect(await deliver()).toMatchObject([{failed: [{final: true, error: expect.stringContaining("aarhus.dk")}]}]);
    expect(server.received).toEqual([]);
  });

  it("waits for a mail server to be set up, and for quiet hours to end", async () => {
    const server = await serve();
    await rm(join(dataDir, "reference", "delivery.json"));
    const one = await released();
    expect(await deliver()).toEqual([]);
    now = new Date(`${now.toISOString().slice(0, 10)}T19:30:00Z`);
    writeSettings(dataDir, server.port, {quietHours: {from: "20:00", to: "07:00"}});
    expect(await deliver()).toEqual([]);
    later(11 * 60);
    expect(await deliver()).toMatchObject([{failed: []}]);
    expect(await stateOf(one)).toBe("delivered");
  });

  it("brings nobody what lies outside their scope, and all in it their own", async () => {
    const server = await serve();
    for (const [id, scope] of [
      ["s14", "751014"],
      ["s22", "751022"],
      ["kommune", "751"]
    ] as const) {
      await placeRecipient(plant.registry, {id, scope});
      closers.push(() => closeRecipient(plant.registry, id));
    }
    later(100 * 24 * 60);
    for (const school of ["751014", "751022"])
      await signIssue(
        plant.registry,
        await placeIssue(plant.registry, dataDir, {unit: school, number: 50}),
        now,
        "Ny."
      );
    await deliver();
    const got = server.received.map(({to, raw}) => [to[0], /X-Aarshjul-Issue: (\S+)/.exec(raw)![1]]);
    expect(got.toSorted()).toEqual([
      ["kommune@aarhus.dk", "2025-H2-751014-leader-da-50"],
      ["kommune@aarhus.dk", "2025-H2-751022-leader-da-50"],
      ["s14@aarhus.dk", "2025-H2-751014-leader-da-50"],
      ["s22@aarhus.dk", "2025-H2-751022-leader-da-50"]
    ]);
    const mixed = server.received.filter(({to, raw}) => to[0] === "s14@aarhus.dk" && raw.includes("751022"));
    expect(mixed).toEqual([]);
  });

  it("brings a correction to all who got what it corrects, also when they subscribe no more", async () => {
    const server = await serve();
    const one = await placeIssue(plant.registry, dataDir, {unit: "751033", number: 60});
    await placeRecipient(plant.registry, {id: "was", scope: "751033"});
    await signIssue(plant.registry, one, now, "Ny.");
    await deliver();
    await placeRecipient(plant.registry, {id: "was", scope: "751033", subscriptions: []});
    const two = await placeIssue(plant.registry, dataDir, {unit: "751033", number: 61});
    await expect(signIssue(plant.registry, two, now)).rejects.toThrow("a correction without a reason");
    await signIssue(plant.registry, two, now, "Fraværet i 3. klasse var talt dobbelt.").catch(() => {});
    expect(await deliver()).toMatchObject([{failed: []}]);
    await closeRecipient(plant.registry, "was");
    const text = decoded(server.received.at(-1)!.raw);
    expect(text).toContain("Datapakken for Enhed 751033 er rettet");
    expect(text).toContain(
      "Denne udgave erstatter 2025-H2-751033-leader-da-60. Det er rettet: Fraværet i 3. klasse var talt dobbelt."
    );
  });

  it("does not bring a package that has been damaged on the disk", async () => {
    const server = await serve();
    const {issue} = await released();
    await writeFile(join(storesOf(dataDir).packages, issue.issue, "package.pdf"), "%PDF other");
    expect(await deliver()).toMatchObject([{failed: [{final: true, error: expect.stringContaining("beskadiget")}]}]);
    expect(server.received).toEqual([]);
  });
});

describe("a delivery to a folder", () => {
  it("puts the whole package there, once", async () => {
    const {issue} = await released({channel: "folder", address: "dagsorden"});
    await deliver();
    expect(await readdir(join(dataDir, "deliveries", "dagsorden"))).toEqual([issue.issue]);
    expect((await readdir(join(dataDir, "deliveries", "dagsorden", issue.issue))).toSorted()).toEqual([
      "manifest.json",
      "package.html",
      "package.pdf"
    ]);
  });
});

describe("a delivery by webhook", () => {
  it("is signed, tells what was released and is told again with the same name when it got no answer", async () => {
    const calls: {body: string; headers: IncomingMessage["headers"]}[] = [];
    const hook = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        calls.push({body, headers: request.headers});
        response.writeHead(calls.length === 1 ? 503 : 204).end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
    closers.push(() => hook.close());
    const host = `127.0.0.1:${(hook.address() as AddressInfo).port}`;
    await writeFile(join(dataDir, "webhook.secret"), "hemmelig\n");
    writeSettings(dataDir, 1, {webhook: {hosts: [host], secretFile: "webhook.secret"}});
    const {issue} = await released({channel: "webhook", address: `http://${host}/sager`, form: "link"});
    expect(await deliver()).toMatchObject([{failed: [{final: false, error: "HTTP 503"}]}]);
    later(3);
    expect(await deliver()).toMatchObject([{failed: []}]);
    expect(calls.map(({headers}) => headers["idempotency-key"])).toEqual([
      calls[0]!.headers["idempotency-key"],
      calls[0]!.headers["idempotency-key"]
    ]);
    const {body, headers} = calls[1]!;
    const [, at, sign] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["aarshjul-signature"]))!;
    expect(createHmac("sha256", "hemmelig").update(`${at}.${body}`).digest("hex")).toBe(sign);
    expect(JSON.parse(body)).toMatchObject({event: "package.released", issue: issue.issue, unit: "751014", pdf: null});
  });
});

describe("receipts", () => {
  const sending = (sender: string) => ({
    ...{issue: "i", recipient: "p", channel: "mail", address: "a", messageId: "<m@x>"},
    sender
  });
  it("let one of two senders hand over", async () => {
    const registry = await openRegistry(join(dataDir, "receipts.sqlite"));
    await beginReceipt(registry, sending("first"), now);
    await beginReceipt(registry, sending("second"), now);
    expect(await handOver(registry, sending("first"), now)).toBe(false);
    expect(await handOver(registry, sending("second"), now)).toBe(true);
    expect((await beginReceipt(registry, sending("third"), now)).state).toBe("handed-over");
    expect(await handOver(registry, sending("third"), now)).toBe(false);
    expect(await settleReceipt(registry, sending("second"), {state: "delivered", answer: "250"}, now)).toBe(true);
    expect(await listReceipts(registry)).toMatchObject([{state: "delivered", attempts: 2, sender: "second"}]);
    await registry.destroy();
  });
});

describe("addressProblem(channel, address, settings)", () => {
  const settings = {domains: ["aarhus.dk"], webhook: {hosts: ["esdh.aarhus.dk"], secretFile: "s"}};
  it.each([
    ["mail", "leder@aarhus.dk", true],
    ["mail", "leder@AARHUS.dk", true],
    ["mail", "leder@skole.aarhus.dk", false],
    ["mail", "leder@aarhus.dk.example.org", false],
    ["mail", "a@b@aarhus.dk", false],
    ["mail", "a@example.org,b@aarhus.dk", false],
    ["mail", "Leder <x@aarhus.dk>", false],
    ["folder", "dagsorden", true],
    ["folder", "../ud", false],
    ["folder", "/etc", false],
    ["webhook", "https://esdh.aarhus.dk/sager", true],
    ["webhook", "http://esdh.aarhus.dk/sager", false],
    ["webhook", "https://169.254.169.254/", false],
    ["webhook", "https://a:b@esdh.aarhus.dk/", false]
  ] as const)("%s %s: %s", (channel, address, may) =>
    expect(addressProblem(channel, address, settings) === null).toBe(may)
  );
});

describe("readDeliverySettings(dataDir)", () => {
  it("says in Danish what is wrong, and then nothing can be sent", async () => {
    writeSettings(dataDir, 70_000, {quietHours: {from: "8", to: "07:00"}, password: "x"});
    const {settings, problems} = await readDeliverySettings(dataDir);
    expect(settings).toBeNull();
    expect(problems).toEqual([
      "reference/delivery.json: quietHours › from: skal være et klokkeslæt som 20:00",
      "reference/delivery.json: smtp › port: For stor: forventede tal havde <= 65535",
      'reference/delivery.json: : Ukendt nøgle: "password"'
    ]);
  });
});

describe("standingOut(html)", () => {
  it("takes the first three sentences of what the figures say", () =>
    expect(standingOut(html)).toEqual([
      "Elevfravær: 5,7 pct. Tallet er højere end i nabokommunerne (4,9 pct.; 3 af 4). (2. halvår 2025)",
      "Ro & orden <3,4> Tallet er lavere. (skoleåret 2024/25)",
      "Tredje. Sætning."
    ]));
  it("is empty where nothing stands out", () => expect(standingOut("<p>Intet</p>")).toEqual([]));
});

/** Quoted-printable and base64 text parts as they read. */
function decoded(raw: string): string {
  return Buffer.from(
    raw
      .replaceAll(/=\r\n/g, "")
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1"
  ).toString("utf8");
}
