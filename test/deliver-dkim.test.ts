/** A signature is worth something only if who gets the mail can verify it. */
import {generateKeyPairSync} from "node:crypto";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {dkimVerify} from "mailauth/lib/dkim/verify.js";
import {expect, it} from "vitest";
import {writeSettings} from "./delivery-fixture.ts";
import {useOffice} from "./delivery-office.ts";

const office = useOffice();
const {privateKey, publicKey} = generateKeyPairSync("rsa", {modulusLength: 2048});
const record = `v=DKIM1; k=rsa; p=${publicKey.export({type: "spki", format: "der"}).toString("base64")}`;

/** What a name server would say of `hjul._domainkey.aarhus.dk`. */
const resolver = async (name: string) => {
  if (name !== "hjul._domainkey.aarhus.dk")
    throw Object.assign(new Error(`no such name: ${name}`), {code: "ENOTFOUND"});
  return [[record]];
};

async function receive(): Promise<string> {
  writeFileSync(join(office.dataDir, "dkim.pem"), privateKey.export({type: "pkcs8", format: "pem"}), {mode: 0o600});
  const server = await office.serve();
  const dkim = {domain: "aarhus.dk", selector: "hjul", keyFile: "dkim.pem"};
  const smtp = {host: "127.0.0.1", port: server.port, requireTls: false, dkim};
  writeSettings(office.dataDir, server.port, {smtp});
  await office.released({}, `%PDF${"x".repeat(200_000)}`);
  expect(await office.deliver()).toMatchObject([{failed: []}]);
  return server.received[0]!.raw;
}

it("a mail is signed so that its receiver can verify it, and a changed one is found out", async () => {
  const raw = await receive();
  expect(raw).toMatch(/^DKIM-Signature: /m);
  const judged = await dkimVerify(Buffer.from(raw), {resolver});
  expect(judged.results.map(({signingDomain, selector, status}) => [signingDomain, selector, status.result])).toEqual([
    ["aarhus.dk", "hjul", "pass"]
  ]);
  const signed = /;\s*h=([^;]+);/
    .exec(raw.replaceAll(/\r\n\s+/g, ""))![1]!
    .toLowerCase()
    .split(":");
  expect(signed).toEqual(expect.arrayContaining(["from", "to", "subject", "message-id", "date"]));
  const changed = await dkimVerify(Buffer.from(raw.replace("Elevfrav", "Elevfrev")), {resolver});
  expect(changed.results.map(({status}) => status.result)).not.toContain("pass");
  const subject = await dkimVerify(Buffer.from(raw.replace(/^Subject: /m, "Subject: Haster! ")), {resolver});
  expect(subject.results.map(({status}) => status.result)).not.toContain("pass");
});
