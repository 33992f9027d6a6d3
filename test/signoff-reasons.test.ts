/** One reason for many corrections, and packages of which somebody has deleted the files: forms without script. */
import {rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {storesOf} from "../queries/config.ts";
import {reprintCandidates} from "../queries/reference/wheel-reprint.ts";
import {listAudit} from "../queries/registry/audit.ts";
import {type BuiltIssue, findIssue, recordIssues} from "../queries/registry/issues.ts";
import {listSignedIssues, listSignoffEvents, recordReasons, recordStep} from "../queries/registry/signoffs.ts";
import {placeIssue, signIssue} from "./delivery-fixture.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {hidden, type Visitor} from "./visitor.ts";

const why = "Fraværet i 3. klasse var talt dobbelt.";
const early = new Date("2026-01-25T08:00:00Z");

let stage: Stage;
const people: Record<string, Visitor> = {};
const accounts: Record<string, string> = {};
const corrections: Record<string, BuiltIssue> = {};

beforeAll(async () => {
  stage = await openStage();
  for (const table of ["signoffs", "signoff_events", "issues"] as const)
    await stage.registry.deleteFrom(table).execute();
  for (const unit of ["751014", "751033"])
    for (const definition of ["leader", "area"]) corrections[`${unit} ${definition}`] = await correct(unit, definition);
  for (const [name, grant] of [
    ["chief", "area-chief:751-O1"],
    ["top", "administration-chief:751"],
    ["leader", "leader:751014"]
  ] as const) {
    accounts[name] = await makeAccount(stage, name, [grant], "x");
    people[name] = await signedIn(stage, accounts[name]);
  }
});
afterAll(() => stage?.close());

/** One that is out, and one with other figures that nobody has explained. */
async function correct(unit: string, definition: string): Promise<BuiltIssue> {
  const {registry, dataDir} = stage;
  await signIssue(registry, await placeIssue(registry, dataDir, {unit, definition}), early);
  return placeIssue(registry, dataDir, {unit, definition, number: 2, reason: ""});
}

const nameOf = (key: string) => corrections[key]!.issue;
const post = (who: string, handling: string, ticks: readonly string[], tekst = why, query = "") =>
  people[who]!.post(
    `/godkendelse/begrund${query}`,
    new URLSearchParams([
      ["tekst", tekst],
      ["handling", handling],
      ...ticks.map((valgt) => ["valgt", valgt] as [string, string])
    ]).toString()
  );
const ticksIn = (html: string) => [...html.matchAll(/name="valgt" value="([^"]*)"/g)].map(([, value]) => value!);
const signedNow = () => listSignedIssues(stage.registry, {}, stage.clock.now);

describe("POST /godkendelse/begrund", () => {
  it("is met by those who may explain: others see the corrections without boxes", async () => {
    const list = (await people.top!.get("/godkendelse")).text;
    expect(list).toContain("Rettelser uden begrundelse");
    expect(ticksIn(list).toSorted()).toEqual(
      Object.values(corrections)
        .map(({issue}) => `0 ${issue}`)
        .toSorted()
    );
    expect(ticksIn((await people.chief!.get("/godkendelse")).text)).toHaveLength(2);
    const leader = (await people.leader!.get("/godkendelse")).text;
    expect([leader.includes("Rettelser uden begrundelse"), ticksIn(leader)]).toEqual([true, []]);
    expect(leader).toContain("Begrundelsen skrives af den, der må godkende pakkerne.");
    expect((await post("leader", "gem", [`0 ${nameOf("751014 leader")}`])).status).toBe(403);
    expect((await people.top!.get("/godkendelse/begrund?udgave=area")).location).toBe("/godkendelse?udgave=area");
  });
  it("ticks all that are shown by a link, within what the list was narrowed to", async () => {
    const list = (await people.top!.get("/godkendelse?udgave=area&valgt=alle")).text;
    expect(list.match(/name="valgt"[^>]* checked/g)).toHaveLength(2);
    expect(list).toContain('action="/godkendelse/begrund?udgave&#x3D;area"');
    expect(list).toContain("Vælg ingen");
  });
  it("refuses what a single reason may not be, and keeps what was ticked and written", async () => {
    const one = `0 ${nameOf("751014 leader")}`;
    expect((await post("top", "vis", [])).text).toContain("Vælg mindst én pakke.");
    for (const handling of ["vis", "gem"]) {
      const refused = await post("top", handling, [one], "Aftalt med 010203-1234");
      expect([refused.status, refused.text.includes("personnummer")]).toEqual([422, true]);
      expect(refused.text).toContain("Aftalt med 010203-1234</textarea>");
      expect(refused.text.match(/name="valgt"[^>]* checked/g)).toHaveLength(1);
    }
    expect((await post("top", "gem", [one], "nej")).text).toContain("Skriv mindst fem tegn.");
    expect((await post("top", "gem", [one], "x".repeat(1001))).text).toContain("Skriv højst 1.000 tegn.");
    expect((await post("top", "gem", ["sludder"])).status).toBe(400);
    await expect(
      recordReasons(stage.registry, [], {by: "A", at: early, correction: "Aftalt med 010203-1234"})
    ).rejects.toThrow("a person number");
    expect((await signedNow()).every(({number, version}) => number === 1 || version === 0)).toBe(true);
  });
  it("shows how many, which and what will be printed, and writes nothing before it is asked to", async () => {
    const ticks = Object.values(corrections).map(({issue}) => `0 ${issue}`);
    const {status, text} = await post("top", "vis", ticks.slice(0, 3), `${why}\nDet er regnet om.`);
    expect(status).toBe(200);
    expect(text).toContain('<h1 class="wide">Begrundelse til 3 rettelser</h1>');
    expect(text).toContain("Hvad der er rettet, og hvorfor");
    expect(text).toContain(`<p>${why}\nDet er regnet om.</p>`);
    expect(text).toMatch(/Skrevet 2\.\sfebruar\s2026\./);
    expect(ticksIn(text).toSorted()).toEqual(ticks.slice(0, 3).toSorted());
    for (const {replaces} of Object.values(corrections).slice(0, 3)) expect(text).toContain(replaces!);
    const back = await post("top", "ret", ticksIn(text), hidden(text, "tekst"));
    expect([back.status, back.text.match(/name="valgt"[^>]* checked/g)?.length]).toEqual([200, 3]);
    expect((await signedNow()).every(({correction}) => correction === "")).toBe(true);
  });
  it("writes it at each of them, each with its own line of history, and has them printed again", async () => {
    const names = [nameOf("751014 leader"), nameOf("751033 leader")];
    const shown = await post(
      "top",
      "vis",
      names.map((name) => `0 ${name}`),
      why,
      "?udgave=leader"
    );
    const done = await post("top", "gem", ticksIn(shown.text), why, "?udgave=leader");
    expect(done.location).toBe("/godkendelse?udgave=leader&gjort=explain&antal=2&andre=0");
    const list = (await people.top!.get(done.location!)).text;
    expect(list).toContain("Begrundelsen er gemt ved 2 pakker, som trykkes igen.");
    expect(list).toContain("Trykkes igen");
    for (const name of names)
      expect(await listSignoffEvents(stage.registry, name)).toMatchObject([
        {step: "explain", state: "built", by: "top", account: accounts.top, comment: why}
      ]);
    const due = reprintCandidates("751", await signedNow(), stage.clock.now);
    expect(due.map(({subject}) => subject.split("+")[0]).toSorted()).toEqual(names.toSorted());
    const logged = (await listAudit(stage.registry, 500)).filter(({action}) => action === "sign");
    expect(logged.map(({resource}) => resource)).toContain("/godkendelse/begrund");
  });
  it("leaves and counts what somebody has changed since, and what lies outside one's area", async () => {
    const [own, other] = [nameOf("751014 area"), nameOf("751033 area")];
    const ticks = [`0 ${own}`, `0 ${other}`, `0 ${nameOf("751014 leader")}`];
    const shown = await post("chief", "vis", ticks);
    expect(shown.text).toContain("Begrundelse til 1 rettelse");
    expect(shown.text).toContain("2 af de valgte pakker er ændret af andre imens eller må ikke ændres af dig");
    const sent = {step: "return", by: "Skolechef", at: stage.clock.now, comment: "Kort."} as const;
    await recordStep(stage.registry, corrections["751014 area"]!, sent);
    const late = await post("chief", "gem", ticksIn(shown.text));
    expect([late.status, late.text.includes("Ingen af de valgte pakker mangler begrundelse længere")]).toEqual([
      422,
      true
    ]);
    expect(
      await recordReasons(stage.registry, [{issue: own, version: 0}], {by: "A", at: early, correction: why})
    ).toEqual([]);
    const again = ticksIn((await people.top!.get("/godkendelse")).text);
    expect(again.toSorted()).toEqual([`1 ${own}`, `0 ${other}`].toSorted());
    const done = await post("top", "gem", [...again, `0 ${nameOf("751033 leader")}`]);
    expect(done.location).toBe("/godkendelse?gjort=explain&antal=2&andre=1");
    expect((await people.top!.get(done.location!)).text).toContain(
      "1 af de valgte pakker er ændret af andre imens eller må ikke ændres af dig"
    );
    expect(await listSignoffEvents(stage.registry, nameOf("751033 leader"))).toHaveLength(1);
  });
  it("can be said in another way at one of them afterwards", async () => {
    const name = nameOf("751033 leader");
    const page = await people.top!.get(`/godkendelse/${name}`);
    expect(page.text).toContain(`${why}</textarea>`);
    const form = {udgave: hidden(page.text, "udgave"), tekst: "Her var også 4. klasse talt dobbelt."};
    expect((await people.top!.post(`/godkendelse/${name}/begrund`, form)).status).toBe(303);
    const now = (await signedNow()).filter(({correction}) => correction !== "");
    expect(now.filter(({correction}) => correction === why)).toHaveLength(3);
    expect(now.find(({issue}) => issue === name)?.correction).toBe(form.tekst);
  });
});

describe("a package of which the files are deleted", () => {
  const name = "2025-H2-751014-municipality-da-1";
  const aside = () => join(stage.dataDir, "aside");
  const folder = () => join(storesOf(stage.dataDir).packages, name);
  const command = "npx aarshjul packages --period 2025-H2 --unit 751014 --definition municipality";
  const moment = {dag: "2026-02-03", klokken: "08:00"};
  it("has its page all the same, which says so and how they come back", async () => {
    await placeIssue(stage.registry, stage.dataDir, {unit: "751014", definition: "municipality"});
    await rename(folder(), aside());
    const {status, text} = await people.top!.get(`/godkendelse/${name}`);
    expect([status, text.includes("Pakkens filer mangler"), text.includes(command)]).toEqual([200, true, true]);
    expect(text).not.toContain("Jeg har set den igennem");
    expect(text).not.toContain("package.pdf");
    expect((await people.top!.get(`/godkendelse/${name}/package.pdf`)).status).toBe(404);
    expect((await people.top!.get(`/pakker/${name}`)).location).toBe(`/godkendelse/${name}`);
    expect((await people.top!.get(`/en/godkendelse/${name}`)).text).toContain("The package&#x27;s files are missing");
    expect((await people.top!.get("/godkendelse/2025-H2-751014-leader-da-9")).status).toBe(404);
  });
  it("cannot be looked through or signed off, alone or with others", async () => {
    const udgave = (await findIssue(stage.registry, name))!.manifestSha256.slice(0, 12);
    const alone = await people.top!.post(`/godkendelse/${name}/set-igennem`, {udgave, tekst: ""});
    expect([alone.status, alone.text.includes(command)]).toEqual([422, true]);
    const listed = (await people.top!.get("/godkendelse")).text;
    expect(listed).toContain("Filer mangler");
    expect(listed).not.toContain(`name="${name}"`);
    const together = await people.top!.post("/godkendelse/set-igennem", {[name]: "ja"});
    expect([together.status, together.text.includes("Filerne mangler til disse pakker")]).toEqual([422, true]);
    expect(await listSignoffEvents(stage.registry, name)).toEqual([]);
    await recordStep(stage.registry, (await findIssue(stage.registry, name))!, {
      ...{step: "preview", by: "Skolechef", at: stage.clock.now, comment: ""}
    });
    const signed = await people.top!.post(`/godkendelse/${name}/godkend`, {udgave, tekst: "", ...moment});
    expect([signed.status, signed.text.includes(command)]).toEqual([422, true]);
    const many = await people.top!.post("/godkendelse/godkend", {[name]: "ja", ...moment});
    expect([many.status, many.text.includes("Filerne mangler til disse pakker")]).toEqual([422, true]);
    expect(await listSignoffEvents(stage.registry, name)).toHaveLength(1);
  });
  it("can be signed off once they are back", async () => {
    await rename(aside(), folder());
    const signed = await people.top!.post("/godkendelse/godkend", {[name]: "ja", ...moment});
    expect(signed.location).toBe("/godkendelse?gjort=sign&antal=1");
  });
  it("is not said to come back where a newer one has taken its place", async () => {
    const {registry, dataDir} = stage;
    const old = await placeIssue(registry, dataDir, {unit: "751033", definition: "municipality"});
    await recordIssues(registry, [old]);
    await placeIssue(registry, dataDir, {unit: "751033", definition: "municipality", number: 2, reason: ""});
    await rm(join(storesOf(dataDir).packages, old.issue), {recursive: true});
    expect((await people.top!.get(`/godkendelse/${old.issue}`)).text).toContain("De bygges ikke igen");
  });
});
