/** The way of a package out of the house, by forms without script, and who meets a closed door on it. */
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {listAudit} from "../queries/registry/audit.ts";
import {type BuiltIssue, findIssue, recordIssues} from "../queries/registry/issues.ts";
import {listSignoffEvents} from "../queries/registry/signoffs.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {hidden, openVisitor, type Visitor} from "./visitor.ts";

const leader = "2025-H2-751014-leader-da-1";
const corrected = "2025-H2-751014-leader-da-2";
const area = "2025-H2-751-O1-area-da-1";

let stage: Stage;
let stranger: Visitor;
/** Built later than the first. */
let second: BuiltIssue;
const people: Record<string, Visitor> = {};
const accounts: Record<string, string> = {};
beforeAll(async () => {
  stage = await openStage();
  await forgetSignoffs();
  second = (await findIssue(stage.registry, corrected))!;
  await stage.registry.deleteFrom("issues").where("issue", "=", corrected).execute();
  stranger = openVisitor(stage.origin);
  for (const [name, grant] of [
    ["chief", "area-chief:751-O1"],
    ["other", "area-chief:751-O2"],
    ["top", "administration-chief:751"],
    ["leader", "leader:751014"],
    ["elsewhere", "administration-chief:740"]
  ] as const) {
    accounts[name] = await makeAccount(stage, name, [grant], "x");
    people[name] = await signedIn(stage, accounts[name]);
  }
});
afterAll(() => stage?.close());

/** As if they had just been built; the second of the leader's corrects the first. */
async function forgetSignoffs(): Promise<void> {
  await stage.registry.transaction().execute(async (transaction) => {
    for (const table of ["signoffs", "signoff_events"] as const) await transaction.deleteFrom(table).execute();
  });
}

async function post(who: Visitor, issue: string, step: string, form: Record<string, string> = {}) {
  const page = await who.get(`/godkendelse/${issue}`);
  return who.post(`/godkendelse/${issue}/${step}`, {udgave: hidden(page.text, "udgave"), ...form});
}

describe("a package that is built and not signed off", () => {
  it("is nowhere to be seen by others: not its page, its files, the lists or the unit's page", async () => {
    for (const path of [`/pakker/${area}`, `/pakker/${area}/package.pdf`, `/pakker/${area}/manifest.json`])
      expect((await stranger.get(path)).status, path).toBe(404);
    for (const path of ["/", "/pakker", "/enheder/751-O1", "/enheder/751"])
      expect((await stranger.get(path)).text, path).not.toContain(area);
    expect((await stranger.get(`/godkendelse/${area}`)).status).toBe(303);
    expect((await people.elsewhere!.get(`/godkendelse/${area}`)).status).toBe(403);
    expect((await people.other!.get(`/godkendelse/${area}/package.html`)).status).toBe(403);
  });
  it("is shown to those who prepare it, kept by nobody on the way, and each look is logged", async () => {
    const chief = people.chief!;
    expect((await chief.get(`/pakker/${area}`)).location).toBe(`/godkendelse/${area}`);
    const file = await chief.get(`/godkendelse/${area}/package.html`);
    expect([file.status, file.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    expect((await people.leader!.get(`/godkendelse/${leader}`)).status).toBe(200);
    expect((await people.leader!.get(`/godkendelse/${area}`)).status).toBe(403);
    const looks = (await listAudit(stage.registry, 500)).filter(
      ({action, actor}) => action === "see" && actor === accounts.chief
    );
    expect(looks.map(({resource}) => resource)).toContain(`/godkendelse/${area}/package.html`);
  });
});

describe("signing off", () => {
  it("leads from built over seen to signed, held back until eight the next morning, with its history", async () => {
    const chief = people.chief!;
    expect((await post(chief, area, "godkend", {dag: "2026-02-03", klokken: "08:00", tekst: ""})).status).toBe(422);
    expect((await post(chief, area, "set-igennem", {tekst: "Ser rigtigt ud."})).status).toBe(303);
    const page = await chief.get(`/godkendelse/${area}`);
    expect(page.text).toContain('name="dag" value="2026-02-03"');
    const signed = await post(chief, area, "godkend", {
      dag: "2026-02-03",
      klokken: "08:00",
      tekst: "God at tale ud fra."
    });
    expect(signed.location).toBe(`/godkendelse/${area}?gjort=sign`);
    const after = (await chief.get(signed.location!)).text;
    expect(after).toContain("Udsendes 3. februar 2026 kl. 08.00");
    expect(after).toContain("God at tale ud fra.");
    expect(after).toContain("chief");
    expect((await listSignoffEvents(stage.registry, area)).map(({step, account}) => [step, account])).toEqual([
      ["preview", accounts.chief],
      ["sign", accounts.chief]
    ]);
  });
  it("keeps the embargo to the second, and lets everybody in after it", async () => {
    expect((await stranger.get(`/pakker/${area}`)).status).toBe(404);
    stage.clock.now = new Date("2026-02-03T06:59:59Z");
    expect((await stranger.get(`/pakker/${area}/package.pdf`)).status).toBe(404);
    stage.clock.now = new Date("2026-02-03T07:00:00Z");
    expect((await stranger.get(`/pakker/${area}/package.pdf`)).status).toBe(200);
    expect((await stranger.get("/pakker")).text).toContain(area);
  });
  it("is not for a leader, and not for who alone has written in the package", async () => {
    for (const name of ["chief", "top"]) people[name] = await signedIn(stage, accounts[name]!);
    people.leader = await signedIn(stage, accounts.leader!);
    await post(people.leader, leader, "set-igennem", {tekst: ""});
    expect((await people.leader.get(`/godkendelse/${leader}`)).text).toContain("Din rolle kan ikke godkende pakker.");
    const entry = {id: "e1", municipality: "751", unit: "751014", period: "2025-H2", theme: "t", quality: "process"};
    await stage.registry
      .insertInto("observation_entries")
      .values({
        ...{
          ...entry,
          source: "s",
          assessment: "strength",
          people: 9,
          finding: "Ro.",
          quote: null,
          observed_on: "2025-11-01"
        },
        ...{state: "active", version: 1, author: accounts.chief!, problem: "", created_at: "", changed_at: ""}
      })
      .execute();
    const page = await people.chief!.get(`/godkendelse/${leader}`);
    expect(page.text).toContain("Du er den eneste, der har skrevet i denne pakke.");
    const forced = {udgave: hidden(page.text, "udgave"), dag: "2026-02-04", klokken: "08:00", tekst: ""};
    expect((await people.chief!.post(`/godkendelse/${leader}/godkend`, forced)).status).toBe(403);
    expect((await post(people.top!, leader, "godkend", {dag: "2026-02-03", klokken: "09:00", tekst: ""})).status).toBe(
      303
    );
  });
});

describe("a step with several packages at once", () => {
  it("takes those that were chosen, with one comment, and only what the person may take", async () => {
    await forgetSignoffs();
    const own = ["2025-H2-751-municipality-da-1", "2025-H2-751-councillor-da-1", area];
    const seen = await people.top!.post(
      "/godkendelse/set-igennem",
      Object.fromEntries(own.map((name) => [name, "ja"]))
    );
    expect(seen.location).toBe("/godkendelse?gjort=preview&antal=3");
    expect(
      (await people.chief!.post("/godkendelse/godkend", {[own[0]!]: "ja", dag: "2026-02-04", klokken: "08:00"})).status
    ).toBe(400);
    const form = {...Object.fromEntries(own.slice(1).map((name) => [name, "ja"])), dag: "2026-02-04", klokken: "08:00"};
    const signed = await people.top!.post("/godkendelse/godkend", {...form, bemaerkning: "Drøftet i chefgruppen."});
    expect(signed.location).toBe("/godkendelse?gjort=sign&antal=2");
    const [event] = (await listSignoffEvents(stage.registry, area)).slice(-1);
    expect(event).toMatchObject({
      step: "sign",
      comment: "Drøftet i chefgruppen.",
      releaseAt: "2026-02-04T07:00:00.000Z"
    });
    expect(await listSignoffEvents(stage.registry, own[0]!)).toHaveLength(1);
    const list = (await people.top!.get("/godkendelse")).text;
    expect(list).toContain("Godkendt, udsendes senere");
  });
  it("leaves and counts what others have changed since the list was shown", async () => {
    const [changed, free] = ["2025-H2-751-councillor-da-1", "2025-H2-751-municipality-da-1"];
    const both = {[changed]: "ja", [free]: "ja"};
    expect((await people.top!.post("/godkendelse/set-igennem", {[changed]: "ja"})).text).toContain(
      "andre har ændret dem imens"
    );
    expect((await post(people.top!, free, "tilbage", {tekst: "Se side 3."})).status).toBe(303);
    const seen = await people.top!.post("/godkendelse/set-igennem", both);
    expect(seen.location).toBe("/godkendelse?gjort=preview&antal=1&andre=1");
    expect((await people.top!.get(seen.location!)).text).toContain("1 af de valgte pakker er ændret af andre imens");
    expect((await listSignoffEvents(stage.registry, changed)).map(({step}) => step)).toEqual(["preview", "sign"]);
  });
  it("asks for a choice, a moment that can be read and a text without person numbers", async () => {
    const [only] = ["2025-H2-751-municipality-da-1"];
    const send = (form: Record<string, string>) =>
      people.top!.post("/godkendelse/godkend", {dag: "2026-02-04", klokken: "08:00", ...form});
    expect((await send({})).text).toContain("Vælg mindst én pakke.");
    expect((await send({[only]: "ja", dag: "snart"})).text).toContain("Skriv en dag og et klokkeslæt.");
    expect((await send({[only]: "ja", bemaerkning: "Aftalt med 010203-1234"})).text).toContain("personnummer");
    expect((await send({[only]: "ja", dag: "2020-01-01"})).text).toContain("tilbage i tiden");
  });
});

describe("a correction", () => {
  it("is explained, printed again, looked through and signed off; the old one stays, marked with what was wrong", async () => {
    await forgetSignoffs();
    const top = people.top!;
    const at = {dag: "2026-02-03", klokken: "12:00", tekst: ""};
    await post(top, leader, "set-igennem");
    await post(top, leader, "godkend", at);
    stage.clock.now = new Date("2026-02-03T11:00:01Z");
    top.cookies.clear();
    people.top = await signedIn(stage, accounts.top!);
    await recordIssues(stage.registry, [{...second, reason: "", reasonAt: ""}]);
    const blocked = await people.top.get(`/godkendelse/${corrected}`);
    expect(blocked.text).toContain("Skriv, hvad der er rettet, og hvorfor");
    expect(blocked.text).not.toContain("Jeg har set den igennem");
    const why = "Fraværet i 3. klasse var talt dobbelt.";
    expect((await post(people.top, corrected, "begrund", {tekst: why})).status).toBe(303);
    expect((await people.top.get(`/godkendelse/${corrected}`)).text).toContain("trykkes igen med begrundelsen");
    await recordIssues(stage.registry, [{...second, reason: why, manifestSha256: "e".repeat(64)}]);
    await post(people.top, corrected, "set-igennem");
    const stale = {udgave: second.manifestSha256.slice(0, 12), ...at, klokken: "13:00"};
    expect((await people.top.post(`/godkendelse/${corrected}/godkend`, stale)).text).toContain("Pakken er ændret");
    await post(people.top, corrected, "godkend", {...at, klokken: "13:00"});
    stage.clock.now = new Date("2026-02-03T12:00:00Z");
    const old = await stranger.get(`/pakker/${leader}`);
    expect([old.status, old.text.includes(why)]).toEqual([200, true]);
    expect(old.text).toContain("Der er en nyere udgave af denne pakke.");
    expect((await stranger.get(`/pakker/${leader}/package.pdf`)).status).toBe(200);
    expect((await stranger.get(`/pakker/${corrected}`)).text).toContain("Denne udgave retter en tidligere");
  });
  it("can be withdrawn, and is then gone for everybody else", async () => {
    people.top = await signedIn(stage, accounts.top!);
    expect((await post(people.top!, corrected, "traek-tilbage", {tekst: "nej"})).text).toContain("mindst fem tegn");
    expect((await post(people.top!, corrected, "traek-tilbage", {tekst: "Tallet er stadig forkert."})).status).toBe(
      303
    );
    expect((await stranger.get(`/pakker/${corrected}`)).status).toBe(404);
    expect((await stranger.get(`/pakker/${leader}`)).text).not.toContain("Der er en nyere udgave");
  });
});
