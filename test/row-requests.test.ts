import {mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {takeApprovedRows} from "../jobs/take-rows.ts";
import {authorize, placeOf} from "../queries/access.ts";
import {parseGrant} from "../queries/access-grants.ts";
import {purposes} from "../queries/access-rules.ts";
import {storesOf} from "../queries/config.ts";
import {permits} from "../queries/purpose.ts";
import {listAudit} from "../queries/registry/audit.ts";
import {findRowRequest} from "../queries/registry/row-requests.ts";
import {standards} from "../queries/standards/index.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {writeLake} from "./lake-fixture.ts";
import {recordLake} from "./recorded-lake.ts";
import {rejectedDelivery} from "./server-fixture.ts";
import type {Visitor} from "./visitor.ts";

let stage: Stage;
const people = new Map<string, Visitor>();
const person = (name: string) => people.get(name)!;
const choose = (name: string, formaal: string) => person(name).post("/konto/formaal", {formaal});
const asked = {
  slags: "extract",
  standard: "absence",
  kommune: "751",
  periode: "2025-H2",
  leverance: "",
  grund: "Analyse af fravær i udskolingen."
};
const ask = (name: string, more: Partial<typeof asked> = {}) => person(name).post("/raekker", {...asked, ...more});
const numberIn = (location: string | null) => /sendt=(R-[2-9A-Z]{6})$/.exec(location ?? "")![1]!;
const requestOf = async (number: string) => (await findRowRequest(stage.registry, number, stage.clock.now))!;
const out = () => join(stage.dataDir, `out-${Math.random()}.csv`);

function take(number: string, to = out()) {
  const {registry, dataDir, clock} = stage;
  return takeApprovedRows({registry, dataDir, number, to, by: "system:drift", now: clock.now});
}

function pupil(name: string, unit = "751014") {
  const row = {municipality: "751", period: "2025-H2", unit, pupil: name, class: "=1+1", grade: 1};
  return {...row, absence_type: "sick", days_absent: 2, school_days: 100};
}

beforeAll(async () => {
  stage = await openStage();
  await recordLake(stage.dataDir, await writeLake(stage.dataDir, {absence: [pupil("p1.aaa"), pupil("p1.bbb")]}));
  for (const [name, grant] of [
    ["analytiker", "analyst:751"],
    ["nabo", "analyst:740"],
    ["chef", "administration-chief:751"],
    ["steward", "steward:751"],
    ["leder", "leader:751014"]
  ] as const)
    people.set(name, await signedIn(stage, await makeAccount(stage, name, [grant], "x")));
  for (const name of ["analytiker", "nabo"]) await choose(name, "statistics");
  for (const name of ["chef", "steward"]) await choose(name, "supervision");
  mkdirSync(storesOf(stage.dataDir).quarantine, {recursive: true});
});
afterAll(async () => {
  await stage?.close();
});

describe("authorize(subject, action, resource): what data were collected for", () => {
  const subject = (purpose: (typeof purposes)[number]) => ({
    ...{id: "a", grants: [parseGrant("analyst:751")], secondFactor: true, purpose}
  });
  const cells = standards.flatMap((standard) =>
    (["quality", "supervision", "statistics", "validation"] as const).map((purpose) => [standard.id, purpose] as const)
  );
  it.each(cells)("rows of %s for %s", (id, purpose) => {
    const standard = standards.find((each) => each.id === id)!;
    const permitted = purposes.filter((each) => permits(standard, each));
    const place = placeOf({municipalities: ["751"], purposes: permitted});
    const verdict = authorize(subject(purpose), "see-raw", place);
    expect(verdict).toEqual(
      permits(standard, purpose)
        ? {allowed: true, grant: parseGrant("analyst:751"), purpose}
        : {allowed: false, why: "data-purpose"}
    );
  });
});

describe("/raekker", () => {
  it("is closed to who has chosen no purpose, and to leaders", async () => {
    const fresh = await signedIn(stage, await makeAccount(stage, "ny", ["analyst:751"], "x"));
    const {status, text} = await fresh.get("/raekker");
    expect([status, text.includes("hvilket formål")]).toEqual([403, true]);
    expect((await person("leder").get("/raekker")).status).toBe(403);
  });
  it("takes a request under the purpose of the session, and nobody approves their own", async () => {
    const number = numberIn((await ask("analytiker")).location);
    expect(await requestOf(number)).toMatchObject({state: "asked", purpose: "statistics", municipalities: ["751"]});
    expect((await person("analytiker").post(`/raekker/${number}`, {svar: "ja"})).status).toBe(403);
    await expect(take(number)).rejects.toMatchObject({danish: expect.stringContaining("ikke godkendt")});
    const own = numberIn((await ask("chef")).location);
    expect((await person("chef").post(`/raekker/${own}`, {svar: "ja"})).status).toBe(403);
    expect((await person("chef").get("/raekker")).text).toContain(`action="/raekker/${number}"`);
    expect((await person("chef").post(`/raekker/${number}`, {svar: "ja"})).status).toBe(303);
    expect((await requestOf(number)).state).toBe("approved");
    expect((await person("chef").post(`/raekker/${number}`, {svar: "nej"})).location).toContain("afgjort=1");
    expect((await requestOf(number)).state).toBe("approved");
  });
  it("says why it refuses", async () => {
    for (const [name, more, sentence] of [
      ["analytiker", {grund: "fordi"}, "mindst ti tegn"],
      ["analytiker", {grund: "Til Anna, 010112-1234, i klassen"}, "intet CPR-nummer"],
      ["analytiker", {periode: "i fjor"}, "Perioden kan ikke læses"],
      ["analytiker", {periode: "2024-H1"}, "ingen rækker"],
      ["nabo", {}, "uden for den kommune"],
      ["analytiker", {slags: "quarantine", leverance: "x"}, "ingen afviste rækker"]
    ] as const) {
      const {status, text} = await ask(name, more);
      expect([status, text.includes(sentence), sentence]).toEqual([422, true, sentence]);
    }
  });
  it("refuses a purpose that the data were not collected for", async () => {
    const answers = {item_01: 3, grade: 5, answered: true, pupil: "p1.ccc", municipality: "751", period: "2025-H2"};
    await recordLake(stage.dataDir, await writeLake(stage.dataDir, {wellbeing: [{...answers, unit: "751014"}]}));
    const wellbeing = {standard: "wellbeing"};
    expect((await ask("analytiker", wellbeing)).status).toBe(303);
    const {status, text} = await ask("chef", wellbeing);
    expect([status, text.includes("er ikke indsamlet til formålet tilsyn")]).toEqual([422, true]);
  });
  it("shows no other municipality's requests", async () => {
    expect((await person("nabo").get("/raekker")).text).toContain("Ingen anmodninger");
  });
});

describe("takeApprovedRows(taking)", () => {
  const approve = async (by: string, more: Partial<typeof asked> = {}) => {
    const number = numberIn((await ask(by, more)).location);
    await person("chef").post(`/raekker/${number}`, {svar: "ja"});
    return number;
  };
  it("writes the approved rows once, stamped, safe for a spreadsheet, for the owner's eyes", async () => {
    const number = await approve("analytiker");
    const to = out();
    expect(await take(number, to)).toBe(2);
    const lines = readFileSync(to, "utf8").trim().split("\n");
    expect(lines[0]).toContain("Elev;Klasse");
    expect(lines[1]).toContain("p1.aaa;'=1+1;");
    expect(lines[1]).toContain(`Må ikke videregives · ${number}`);
    expect(statSync(to).mode & 0o077).toBe(0);
    expect(await requestOf(number)).toMatchObject({state: "taken", rows: 2});
    await expect(take(number)).rejects.toMatchObject({danish: expect.stringContaining("taget ud i forvejen")});
    const [entry] = await listAudit(stage.registry, 1);
    expect(entry).toMatchObject({
      actor: "system:drift",
      action: "export",
      resource: `rows/${number}`,
      purpose: "statistics"
    });
  });
  it("overwrites nothing, and is too late after a week", async () => {
    const number = await approve("analytiker");
    const to = out();
    writeFileSync(to, "mine");
    await expect(take(number, to)).rejects.toThrow("file exists");
    stage.later(8 * 24 * 60);
    await expect(take(number)).rejects.toThrow("not approved");
    expect((await requestOf(number)).state).toBe("expired");
    stage.later(-8 * 24 * 60);
  });
  it("gives rejected rows to nobody but the steward's request", async () => {
    const file = join(storesOf(stage.dataDir).quarantine, `${rejectedDelivery}.csv`);
    writeFileSync(file, "\uFEFFLinje;Årsag\r\n3;Ukendt enhed\r\n");
    const more = {slags: "quarantine", leverance: rejectedDelivery, grund: "Rettelse hos afsenderen."};
    expect((await ask("analytiker", more)).text).toContain("dataansvarlige");
    const number = await approve("steward", more);
    expect(await requestOf(number)).toMatchObject({kind: "quarantine", purpose: "validation", state: "approved"});
    const to = out();
    expect(await take(number, to)).toBe(1);
    expect(readFileSync(to, "utf8")).toContain("Ukendt enhed");
    rmSync(file);
    await expect(take(await approve("steward", more).catch(() => "R-222222"))).rejects.toThrow();
  });
});
