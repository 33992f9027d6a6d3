import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {changeAccount, findAccountOf} from "../queries/registry/accounts.ts";
import {prepareSetUp} from "../server/identity/open.ts";
import {codeAt, makeAccount, openStage, passphrase, type Stage, signedIn} from "./identity-fixture.ts";
import {hidden, openVisitor} from "./visitor.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const secretIn = (html: string) => /<code>([A-Z2-7 ]{16,})<\/code>/.exec(html)![1]!;

describe("the first administrator", () => {
  it("is whoever holds the code of the first start, with two steps, and once", async () => {
    const code = (await prepareSetUp(stage.dataDir, stage.deps.identity, stage.clock.now))!;
    expect(await prepareSetUp(stage.dataDir, stage.deps.identity, stage.clock.now)).toBe(code);
    const first = openVisitor(stage.origin);
    expect((await first.post("/invitation", {kode: "wrong-wrong"})).status).toBe(422);
    const chosen = await first.post("/invitation", {kode: ` ${code.toUpperCase().replaceAll("-", " ")} `});
    expect(chosen.text).toContain("Bliv den første administrator");
    const form = {kode: code, vist: "Ada Admin", navn: "Ada", saetning: passphrase, gentaget: passphrase};
    const weak = await first.post("/invitation/valg", {
      ...form,
      saetning: "kommunekommune1",
      gentaget: "kommunekommune1"
    });
    expect([weak.status, weak.text.includes("for let at gætte")]).toEqual([422, true]);
    expect((await first.post("/invitation/valg", {...form, gentaget: "andet"})).text).toContain("ikke ens");
    expect((await first.post("/invitation/valg", form)).location).toBe("/log-ind/app");
    expect((await first.get("/brugere")).location).toBe("/log-ind?til=%2Fbrugere");
    const page = (await first.get("/log-ind/app")).text;
    const sent = {til: "", noegle: hidden(page, "noegle"), kode: codeAt(secretIn(page), stage.clock.now)};
    expect((await first.post("/log-ind/app", {...sent, kode: "000000"})).status).toBe(422);
    const before = first.cookies.get("aarshjul");
    const codes = await first.post("/log-ind/app", sent);
    expect(codes.text.match(/<li><code>[a-z2-9-]{29}<\/code>/g)).toHaveLength(10);
    expect(first.cookies.get("aarshjul")).not.toBe(before);
    expect((await first.get("/brugere")).status).toBe(200);
    expect((await openVisitor(stage.origin).post("/invitation", {kode: code})).status).toBe(422);
    expect(await prepareSetUp(stage.dataDir, stage.deps.identity, stage.clock.now)).toBeNull();
  });
});

describe("POST /log-ind", () => {
  it("signs in by name and passphrase, under a new id, and goes back to the page that was asked for", async () => {
    await makeAccount(stage, "leder", ["leader:751014"]);
    const somebody = openVisitor(stage.origin);
    const asked = await somebody.get("/konto");
    expect([asked.status, asked.location]).toEqual([303, "/log-ind?til=%2Fkonto"]);
    const done = await somebody.post("/log-ind", {navn: " LEDER ", saetning: passphrase, til: "/konto"});
    expect([done.status, done.location]).toEqual([303, "/konto"]);
    const [cookie] = done.headers.getSetCookie();
    expect(cookie).toMatch(/^aarshjul=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const page = await somebody.get("/konto");
    expect(page.text).toContain("Leder: Bøgelundskolen");
    expect(page.headers.get("cache-control")).toBe("private, no-store");
    const kept = await stage.registry.selectFrom("sessions").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(somebody.cookies.get("aarshjul"));
    const out = await somebody.post("/log-ud", {});
    expect([out.location, out.headers.get("clear-site-data")]).toEqual(["/log-ind?ud=1", '"cache", "storage"']);
    expect((await somebody.get("/konto")).status).toBe(303);
  });

  it("goes on to pages of its own only", async () => {
    for (const til of [
      "https://ond.example",
      "//ond.example/x",
      "/\\ond.example",
      "\\\\ond.example",
      "javascript:alert(1)"
    ]) {
      const {location} = await openVisitor(stage.origin).post("/log-ind", {navn: "leder", saetning: passphrase, til});
      expect([til, location]).toEqual([til, "/"]);
    }
  });

  it("says the same of a wrong passphrase, an unknown name and a blocked account", async () => {
    const id = await makeAccount(stage, "spaerret");
    await changeAccount(stage.registry, id, {blocked: 1}, stage.clock.now.toISOString());
    const texts = [];
    for (const [navn, saetning] of [
      ["leder", "forkert"],
      ["findes-ikke", "forkert"],
      ["spaerret", passphrase]
    ]) {
      const {status, text} = await openVisitor(stage.origin).post("/log-ind", {
        navn: navn!,
        saetning: saetning!,
        til: ""
      });
      texts.push(`${status} ${text.replace(navn!, "")}`);
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("Brugernavn eller adgangssætning er forkert.");
  });

  it("takes as long for a name that nobody has", async () => {
    const once = async (navn: string) => {
      const since = performance.now();
      await openVisitor(stage.origin).post("/log-ind", {navn, saetning: "forkert", til: ""});
      return performance.now() - since;
    };
    const times = {known: [] as number[], unknown: [] as number[]};
    for (let round = 0; round < 4; round++) {
      times.known.push(await once("leder"));
      times.unknown.push(await once("nogen-helt-anden"));
      stage.later(20);
    }
    const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[1]!;
    expect(middle(times.unknown) / middle(times.known)).toBeGreaterThan(0.4);
  });

  it("makes guessing wait longer each time, and nobody else", async () => {
    stage.later(60);
    await makeAccount(stage, "offer");
    const guess = (name = "offer", saetning = "gæt") =>
      openVisitor(stage.origin).post("/log-ind", {navn: name, saetning, til: ""});
    for (let tries = 0; tries < 5; tries++) expect((await guess()).text).toContain("forkert");
    expect((await guess("offer", passphrase)).text).toContain("Der er prøvet for mange gange herfra");
    expect((await guess("leder", passphrase)).status).toBe(303);
    stage.later(1);
    expect((await guess("offer", passphrase)).status).toBe(303);
  });

  it("asks for a code where two steps are on, takes each code once, and a recovery code once", async () => {
    const id = await makeAccount(stage, "to-trin", ["leader:751014"]);
    const somebody = await signedIn(stage, id);
    const page = (await somebody.get("/log-ind/app")).text;
    const secret = secretIn(page);
    const enrolled = await somebody.post("/log-ind/app", {
      til: "",
      noegle: hidden(page, "noegle"),
      kode: codeAt(secret, stage.clock.now)
    });
    const [recovery] = /[a-z2-9]{5}(?:-[a-z2-9]{5}){4}/.exec(enrolled.text)!;
    const again = async (kode: string) => {
      const other = openVisitor(stage.origin);
      const {location} = await other.post("/log-ind", {navn: "to-trin", saetning: passphrase, til: ""});
      expect(location).toBe("/log-ind/kode");
      expect((await other.get("/konto")).status).toBe(303);
      return (await other.post("/log-ind/kode", {kode, til: ""})).status;
    };
    expect(await again(codeAt(secret, stage.clock.now))).toBe(422);
    stage.later(1);
    const fresh = codeAt(secret, stage.clock.now);
    expect(await again(fresh)).toBe(303);
    expect(await again(fresh)).toBe(422);
    expect(await again(recovery)).toBe(303);
    expect(await again(recovery)).toBe(422);
  });

  it("hashes again what was hashed more cheaply", async () => {
    const cheap = "$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$";
    const {argon2Sync} = await import("node:crypto");
    const tag = argon2Sync("argon2id", {
      message: passphrase,
      nonce: Buffer.from("c29tZXNhbHRzb21lc2FsdA", "base64"),
      memory: 8192,
      passes: 1,
      parallelism: 1,
      tagLength: 32
    });
    await makeAccount(stage, "gammel", [], cheap + tag.toString("base64").replaceAll("=", ""));
    expect(
      (await openVisitor(stage.origin).post("/log-ind", {navn: "gammel", saetning: passphrase, til: ""})).status
    ).toBe(303);
    expect((await findAccountOf(stage.registry, "", "gammel"))!.passphrase).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/
    );
  });
});

describe("forms", () => {
  const form = {navn: "leder", saetning: passphrase, til: ""};
  it.each([
    ["another origin", {origin: "https://ond.example"}],
    ["no origin that can be told", {origin: "null"}],
    ["another port", {origin: "http://127.0.0.1:1"}]
  ])("are refused from %s", async (_, headers) => {
    const {status, text, headers: answered} = await openVisitor(stage.origin).post("/log-ind", form, headers);
    expect([status, answered.getSetCookie()]).toEqual([400, []]);
    expect(text).toContain("Formularen kom fra et andet sted");
  });

  it.each([
    "navn=leder&navn=anden&saetning=x&til=",
    "navn=leder&saetning=x&til=&rolle=administrator",
    "navn=leder&saetning=x&til=&__proto__=1",
    "navn=leder&saetning=x&til=&__proto__[admin]=1",
    "navn=leder&saetning=x&til=&constructor=1",
    "navn[$ne]=1&saetning=x",
    "saetning=x",
    ""
  ])("are refused when they hold %j", async (body) => {
    expect((await openVisitor(stage.origin).post("/log-ind", body)).status).toBe(400);
  });

  it("are refused as anything but a form, and when they are too large", async () => {
    const somebody = openVisitor(stage.origin);
    const json = JSON.stringify(form);
    expect((await somebody.post("/log-ind", json, {"content-type": "application/json"})).status).toBe(400);
    expect((await somebody.post("/log-ind", {...form, saetning: "x".repeat(30_000)})).status).toBe(413);
  });
});
