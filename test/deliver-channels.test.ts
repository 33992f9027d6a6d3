import {createHmac} from "node:crypto";
import {readdir, writeFile} from "node:fs/promises";
import {createServer, type IncomingMessage} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {standingOut} from "../jobs/standing-out.ts";
import {readDeliverySettings} from "../queries/delivery-settings.ts";
import {addressProblem} from "../queries/recipient-rules.ts";
import {html, writeSettings} from "./delivery-fixture.ts";
import {useOffice} from "./delivery-office.ts";

const office = useOffice();

describe("a delivery to a folder", () => {
  it("puts the whole package there, once", async () => {
    const {issue} = await office.released({channel: "folder", address: "dagsorden"});
    await office.deliver();
    expect(await readdir(join(office.dataDir, "deliveries", "dagsorden"))).toEqual([issue.issue]);
    expect((await readdir(join(office.dataDir, "deliveries", "dagsorden", issue.issue))).toSorted()).toEqual([
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
    office.afterwards(() => hook.close());
    const host = `127.0.0.1:${(hook.address() as AddressInfo).port}`;
    await writeFile(join(office.dataDir, "webhook.secret"), "hemmelig\n", {mode: 0o600});
    writeSettings(office.dataDir, 1, {webhook: {hosts: [host], secretFile: "webhook.secret"}});
    const {issue} = await office.released({channel: "webhook", address: `http://${host}/sager`, form: "link"});
    expect(await office.deliver()).toMatchObject([{failed: [{final: false, error: "HTTP 503"}]}]);
    office.later(3);
    expect(await office.deliver()).toMatchObject([{failed: []}]);
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

describe("readDeliverySettings(office.dataDir)", () => {
  it("says in Danish what is wrong, and then nothing can be sent", async () => {
    writeSettings(office.dataDir, 70_000, {quietHours: {from: "8", to: "07:00"}, password: "x"});
    const {settings, problems} = await readDeliverySettings(office.dataDir);
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
