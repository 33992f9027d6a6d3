import {mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {ethicsWarnings, releasedWarnings, withheldSentence} from "../dashboards/ethics.ts";
import {readEthicsForms} from "../jobs/ethics-forms.ts";
import {refresh} from "../jobs/refresh.ts";
import {type Catalogue, readCatalogue} from "../queries/catalogue.ts";
import {storesOf} from "../queries/config.ts";
import {colourOf, type EthicsForm, type EthicsSignature, formHash, questions} from "../queries/ethics/ethics-form.ts";
import {ethicsForms, findEthicsForm} from "../queries/ethics/index.ts";
import {readReleasedEthics} from "../queries/ethics/released-ethics.ts";
import {demonstrationSigner, type EthicsFacts, ethicsStandings, lastDay} from "../queries/ethics/standing.ts";
import {newestSignatures, recordSignatures, withdrawSignature} from "../queries/registry/ethics.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {openRelease} from "../queries/release.ts";
import {signForms} from "./ethics-fixture.ts";
import {writeLake} from "./lake-fixture.ts";
import {recordLake} from "./recorded-lake.ts";
import {smallLake} from "./small-lake.ts";

const {indicators}: Catalogue = await readCatalogue();

function signatureOf(form: EthicsForm, more: Partial<EthicsSignature> = {}): EthicsSignature {
  const {indicator} = form;
  return {indicator, sha256: formHash(form), by: "A", contact: "B", on: "2026-01-01", until: "2027-12-31", ...more};
}

function standingOf(id: string, facts: Partial<EthicsFacts>) {
  const given = {forms: ethicsForms, signatures: new Map(), demonstration: false, today: "2026-11-22", ...facts};
  return ethicsStandings(indicators, given).find(({indicator}) => indicator === id)!;
}

/** Without the spaces that keep a date together. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

const pupils = findEthicsForm("pupils")!;
const signed = (signature: EthicsSignature) => new Map([[signature.indicator, signature]]);

describe("ethicsForms", () => {
  it("is there for every indicator, and for nothing else", () => {
    expect(ethicsForms.map(({indicator}) => indicator).sort()).toEqual(
      [...new Set(indicators.map(({id}) => id))].sort()
    );
  });
  it.each(ethicsForms)("answers every question about $indicator in whole sentences", (form) => {
    for (const question of questions) expect(form.answers[question].text).toMatch(/^.{15,}[.]$/s);
    expect(form.answers.misreadings.text).toMatch(/1\. .+ 2\. .+ 3\. /);
    expect(form.sunset > form.consideredOn).toBe(true);
  });
  it("calls the most sensitive what is protected as such, and asks no purpose of wellbeing but statistics", () => {
    const sensitive = indicators.filter(({sensitivity}) => sensitivity === "sensitive");
    for (const {id} of sensitive) expect([id, findEthicsForm(id)!.sensitivityClass]).toEqual([id, 3]);
    for (const {id, standards} of indicators)
      if (standards.includes("wellbeing")) expect(findEthicsForm(id)!.purposes).toEqual(["statistics"]);
  });
  it("speaks for itself about each indicator", () => {
    const own = ethicsForms.map(({answers}) => `${answers.purpose.text} ${answers.benefit.text}`);
    expect(new Set(own).size).toBe(ethicsForms.length);
  });
});

describe("ethicsStandings(indicators, facts)", () => {
  it("finds a form unsigned until somebody signs it, and until the last day of the signature", () => {
    expect(standingOf("pupils", {})).toMatchObject({state: "unsigned", signature: null});
    const signatures = signed(signatureOf(pupils, {until: "2026-11-22"}));
    expect(standingOf("pupils", {signatures})).toMatchObject({state: "valid", daysLeft: 0});
    expect(standingOf("pupils", {signatures, today: "2026-11-23"})).toMatchObject({state: "expired", daysLeft: -1});
  });
  it("does not take a signature for a form that has changed since", () => {
    const purpose = {...pupils.answers.purpose, text: "Noget andet."};
    const forms = [{...pupils, answers: {...pupils.answers, purpose}}];
    expect(standingOf("pupils", {forms, signatures: signed(signatureOf(pupils))}).state).toBe("changed");
  });
  it("refuses what is red, what is about an older version, and what has no form, signed or not", () => {
    const red = {...pupils, answers: {...pupils.answers, benefit: {colour: "red" as const, text: "Ingen."}}};
    const old = {...pupils, version: 0};
    expect(colourOf(red)).toBe("red");
    for (const [form, state] of [
      [red, "red"],
      [old, "old-form"]
    ] as const)
      expect(standingOf("pupils", {forms: [form], signatures: signed(signatureOf(form))}).state).toBe(state);
    expect(standingOf("pupils", {forms: []}).state).toBe("no-form");
  });
  it("says in a demonstration that the demonstration signed, and lets a real signature go before", () => {
    const {state, signature} = standingOf("pupils", {demonstration: true});
    expect([state, signature!.by, signature!.until]).toEqual(["valid", demonstrationSigner, null]);
    const own = standingOf("pupils", {
      demonstration: true,
      signatures: signed(signatureOf(pupils, {until: "2026-01-02"}))
    });
    expect(own.state).toBe("expired");
  });
});

describe("readEthicsForms(dataDir, indicators)", () => {
  let dataDir: string;
  const put = (name: string, form: object) => writeFile(join(dataDir, "ethics", name), JSON.stringify(form));
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "aarshjul-forms-"));
    await mkdir(join(dataDir, "ethics"));
  });
  afterAll(() => rm(dataDir, {recursive: true, force: true}));

  it("takes a municipality's own answers instead of the project's, so that they must be signed anew", async () => {
    const benefit = {colour: "green", text: "Børnene får plads i den skole, de bor ved."} as const;
    await put("pupils.json", {...pupils, answers: {...pupils.answers, benefit}});
    const forms = await readEthicsForms(dataDir, indicators);
    expect(forms).toHaveLength(ethicsForms.length);
    expect(forms.find(({indicator}) => indicator === "pupils")!.answers.benefit).toEqual(benefit);
    expect(standingOf("pupils", {forms, signatures: signed(signatureOf(pupils))}).state).toBe("changed");
  });
  it.each([
    ["pupils.json", {...pupils, sensitivityClass: 4}, "sensitivityClass"],
    ["pupils.json", {...pupils, extra: 1}, "extra"],
    ["other.json", pupils, "skal hedde som nøgletallet"],
    ["nothing.json", {...pupils, indicator: "nothing"}, "intet nøgletal"],
    ["wellbeing-calm.json", {...findEthicsForm("wellbeing-calm")!, purposes: ["supervision"]}, "statistics only"]
  ])("refuses %s that cannot be used, and says why", async (name, form, sentence) => {
    await put(name, form);
    await expect(readEthicsForms(dataDir, indicators)).rejects.toThrow(sentence);
    await rm(join(dataDir, "ethics", name));
  });
});

describe("lastDay(on, until)", () => {
  it("is 24 months on, or sooner", () => {
    expect(lastDay("2026-11-22", undefined)).toBe("2028-11-21");
    expect(lastDay("2026-11-22", "2027-01-01")).toBe("2027-01-01");
    expect(() => lastDay("2026-11-22", "2028-11-22")).toThrow("not between");
    expect(() => lastDay("2026-11-22", "2026-11-21")).toThrow("not between");
  });
});

describe("ethicsWarnings(standings, language)", () => {
  it("warns of what runs out within 90 days, soonest first, and of nothing else", () => {
    const forms = ["pupils", "class-size", "school-absence"].map((id) => findEthicsForm(id)!);
    const ends = ["2027-02-20", "2026-12-01", "2027-02-21"];
    const signatures = new Map(
      forms.map((form, index) => [form.indicator, signatureOf(form, {until: ends[index]!})] as const)
    );
    const facts = {forms: ethicsForms, signatures, demonstration: false, today: "2026-11-22"};
    const warnings = ethicsWarnings(ethicsStandings(indicators, facts), "da").map(plain);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain("»Klassekvotient« gælder kun til og med 1. december 2026");
    expect(warnings[1]).toContain("»Elever«");
  });
});

describe("refresh(request)", () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "aarshjul-ethics-"));
    await recordLake(dataDir, await writeLake(dataDir, smallLake()));
  });
  afterAll(() => rm(dataDir, {recursive: true, force: true}));

  it("releases nothing that nobody answers for", async () => {
    await expect(refresh({dataDir})).rejects.toMatchObject({danish: expect.stringContaining("aarshjul ethics sign")});
  });
  it("leaves out the indicators whose form is not valid on the day, and says why", async () => {
    await signForms(dataDir);
    const registry = await openRegistry(storesOf(dataDir).registry);
    const absence = signatureOf(findEthicsForm("school-absence")!, {until: "2026-03-01"}) as EthicsSignature & {
      until: string;
    };
    await recordSignatures(registry, [absence], new Date());
    expect(await withdrawSignature(registry, "class-size", new Date())).toBe(true);
    expect((await newestSignatures(registry)).has("class-size")).toBe(false);
    await registry.destroy();
    const {id, definitions} = await refresh({dataDir, now: new Date("2026-03-02T09:00:00Z")});
    const names = definitions.map((definition) => definition.id);
    expect(names).toContain("pupils");
    expect(names.filter((name) => name === "class-size" || name === "school-absence")).toEqual([]);
    const {withheld} = await readReleasedEthics(dataDir, id);
    expect(withheld.map((each) => plain(withheldSentence(each, "da")))).toEqual([
      "»Klassekvotient« er ikke frigivet: ingen har skrevet under på den dataetiske formular.",
      "»Elevfravær« er ikke frigivet: underskriften på den dataetiske formular gjaldt til og med 1. marts 2026."
    ]);
    const reader = await openRelease(dataDir);
    expect(await reader.facts({indicators: ["school-absence", "class-size"]})).toEqual([]);
    await reader.close();
    expect(await readFile(join(storesOf(dataDir).releases, id, "indicators.json"), "utf8")).not.toContain(
      '"school-absence"'
    );
  });
  it("seals with each definition who answers for it", async () => {
    const {definitions} = await refresh({dataDir, now: new Date("2026-02-01T09:00:00Z")});
    expect(definitions.find(({id}) => id === "pupils")!.ethics).toEqual({
      colour: "orange",
      signedBy: "Prøve Prøvesen, skolechef",
      signedOn: "2026-01-01",
      validUntil: "2099-12-31",
      sha256: formHash(pupils)
    });
  });
});

describe("releasedWarnings(ethics, around)", () => {
  it("tells what is not in the release, and which signatures end within 90 days", () => {
    const forms = [
      {...pupils, colour: "orange" as const, signature: signatureOf(pupils, {until: "2026-12-24"})},
      {...pupils, indicator: "class-size", colour: "orange" as const, signature: signatureOf(pupils)}
    ];
    const withheld = [
      {indicator: "x", title: "X", titleEnglish: "X in English", state: "unsigned" as const, until: null}
    ];
    const around = {indicators: new Map(indicators.map((each) => [each.id, each])), today: "2026-11-22"} as const;
    expect(releasedWarnings({forms, withheld}, {...around, language: "en"}).map(plain)).toEqual([
      "“X in English” is not released: nobody has signed its data-ethics form.",
      "The signature on the data-ethics form of “Pupils” is valid only to and including 24 December 2026. After that the figure is not released."
    ]);
  });
});
