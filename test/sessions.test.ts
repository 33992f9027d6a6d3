import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findAccountOf} from "../queries/registry/accounts.ts";
import {listAudit} from "../queries/registry/audit.ts";
import {invite} from "../queries/registry/codes.ts";
import {makeAccount, openStage, passphrase, type Stage, signedIn} from "./identity-fixture.ts";
import {openVisitor, type Visitor} from "./visitor.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe("sessions", () => {
  it("end after half an hour without use and after eight hours with it", async () => {
    const id = await makeAccount(stage, "flittig");
    const idle = await signedIn(stage, id);
    stage.later(29);
    expect((await idle.get("/konto")).status).toBe(200);
    stage.later(29);
    expect((await idle.get("/konto")).status).toBe(200);
    stage.later(31);
    expect((await idle.get("/konto")).status).toBe(303);
    const busy = await signedIn(stage, id);
    for (let minutes = 0; minutes < 480; minutes += 20) {
      expect((await busy.get("/konto")).status).toBe(200);
      stage.later(20);
    }
    expect((await busy.get("/konto")).status).toBe(303);
  });

  it("of citizens end after a quarter of an hour without use and after an hour with it", async () => {
    await makeAccount(stage, "borger", ["citizen:self"]);
    const enter = async () => {
      const somebody = openVisitor(stage.origin);
      await somebody.post("/log-ind", {navn: "borger", saetning: passphrase, til: ""});
      return somebody;
    };
    const idle = await enter();
    stage.later(16);
    expect((await idle.get("/konto")).status).toBe(303);
    const busy = await enter();
    for (let minutes = 0; minutes < 60; minutes += 10) {
      expect((await busy.get("/konto")).status).toBe(200);
      stage.later(10);
    }
    expect((await busy.get("/konto")).status).toBe(303);
  });

  it("are at most five, can be ended one by one or all others, and end when the passphrase is changed", async () => {
    const id = await makeAccount(stage, "mange");
    const all: Visitor[] = [];
    for (let count = 0; count < 6; count++) {
      all.push(await signedIn(stage, id));
      stage.later(0.05);
    }
    expect((await all[0]!.get("/konto")).status).toBe(303);
    const own = all[5]!;
    const [, other] = [...(await own.get("/konto")).text.matchAll(/name="session" value="([\w-]{12})"/g)].map(
      ([, each]) => each
    );
    await own.post("/konto/sessioner", {session: other!});
    const alive = async () =>
      (await Promise.all(all.map(async (each) => (await each.get("/konto")).status === 200))).filter(Boolean).length;
    expect(await alive()).toBe(4);
    await own.post("/konto/sessioner", {session: "andre"});
    expect(await alive()).toBe(1);
    const second = await signedIn(stage, id);
    const fresh = "helt andre ord i en anden orden";
    const before = own.cookies.get("aarshjul");
    const form = {gammel: passphrase, saetning: fresh, gentaget: fresh};
    expect((await own.post("/konto/saetning", {...form, gammel: "forkert"})).text).toContain(
      "Den nuværende adgangssætning er forkert"
    );
    expect((await own.post("/konto/saetning", form)).location).toBe("/konto?skiftet=1");
    expect(own.cookies.get("aarshjul")).not.toBe(before);
    expect((await own.get("/konto")).status).toBe(200);
    expect((await second.get("/konto")).status).toBe(303);
  });

  it("change how one signs in only while they are fresh", async () => {
    const left = await signedIn(stage, await makeAccount(stage, "forladt"));
    expect((await left.get("/log-ind/app")).status).toBe(200);
    stage.later(11);
    expect((await left.get("/konto")).status).toBe(200);
    expect((await left.get("/log-ind/app")).location).toBe("/log-ind?til=%2Fkonto");
    expect((await left.post("/konto/koder", {})).location).toBe("/log-ind?til=%2Fkonto");
  });

  it("of somebody else cannot be ended", async () => {
    const [one, other] = [await makeAccount(stage, "en"), await makeAccount(stage, "anden")];
    const victim = await signedIn(stage, one);
    const [session] = await stage.registry.selectFrom("sessions").select("id").where("account", "=", one).execute();
    await (await signedIn(stage, other)).post("/konto/sessioner", {session: session!.id});
    expect((await victim.get("/konto")).status).toBe(200);
  });

  it("are not begun by a cookie that somebody chose", async () => {
    await makeAccount(stage, "leder", ["leader:751014"]);
    const somebody = openVisitor(stage.origin);
    somebody.cookies.set("aarshjul", "A".repeat(43));
    expect((await somebody.get("/konto")).status).toBe(303);
    await somebody.post("/log-ind", {navn: "leder", saetning: passphrase, til: ""});
    expect(somebody.cookies.get("aarshjul")).not.toBe("A".repeat(43));
  });
});

describe("/brugere", () => {
  it("creates a user with a code that chooses a passphrase once", async () => {
    const admin = await signedIn(stage, await makeAccount(stage, "chef-admin", ["administrator:*"]));
    const created = await admin.post("/brugere", {vist: "Lis Leder", navn: "Lis", roller: "leader:751014"});
    const [, code] = /<code>([a-z2-9-]{29})<\/code>/.exec(created.text)!;
    const lis = openVisitor(stage.origin);
    expect((await lis.post("/invitation", {kode: code!})).text).toContain("Vælg din adgangssætning");
    const done = await lis.post("/invitation/valg", {kode: code!, saetning: passphrase, gentaget: passphrase});
    expect(done.location).toBe("/");
    expect((await lis.get("/konto")).text).toContain("Lis Leder");
    const account = (await findAccountOf(stage.registry, "", "lis"))!;
    await admin.post(`/brugere/${account.id}`, {roller: "leader:751014\npolitician:751"});
    expect((await lis.get("/konto")).status).toBe(303);
    for (const [roller, says] of [
      ["administrator:* steward:751", "kan ikke have andre roller"],
      ["leader:*", "kan ikke gives til"],
      ["konge:751", "Rollen kendes ikke"]
    ])
      expect((await admin.post(`/brugere/${account.id}`, {roller: roller!})).text).toContain(says);
    const old = await invite(stage.registry, account.id, stage.clock.now, 10);
    stage.later(11);
    expect((await openVisitor(stage.origin).post("/invitation", {kode: old})).status).toBe(422);
  });

  it("lets no administrator change themselves, and no auditor change anybody", async () => {
    const id = await makeAccount(stage, "selv", ["administrator:*"]);
    const self = await signedIn(stage, id);
    expect((await self.post(`/brugere/${id}`, {roller: "steward:*"})).status).toBe(403);
    const auditor = await signedIn(stage, await makeAccount(stage, "revisor", ["auditor:*"]));
    expect((await auditor.get("/brugere")).status).toBe(200);
    expect((await auditor.get("/brugere")).text).not.toContain("Opret bruger");
    expect((await auditor.post("/brugere", {vist: "x", navn: "x2", roller: ""})).status).toBe(403);
    expect((await auditor.post(`/brugere/${id}/spaer`, {spaer: "1"})).status).toBe(403);
  });
});

describe("the audit log", () => {
  it("holds sign-ins, refusals and changes by account, without a name or a passphrase", async () => {
    const entries = await listAudit(stage.registry, 500);
    const told = JSON.stringify(entries);
    expect(new Set(entries.map(({action}) => action))).toEqual(new Set(["sign-in", "refuse", "change"]));
    for (const secret of [passphrase, "Lis Leder", "forkert"]) expect(told).not.toContain(secret);
    expect(stage.logged.join("")).not.toContain(passphrase);
  });
});
