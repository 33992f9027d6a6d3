import {mkdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Page} from "puppeteer-core";
import {afterAll, describe, expect, it} from "vitest";
import {useLocalCodes} from "../queries/classifications/local-codes.ts";
import {listAudit} from "../queries/registry/audit.ts";
import {findObservation, listObservationEvents} from "../queries/registry/observations.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {violationsIn} from "./violations.ts";
import type {Visitor} from "./visitor.ts";

let stage: Stage;
let page: Page;
let leader: Visitor;
let colleague: Visitor;
let chief: Visitor;
let stranger: Visitor;
let politician: Visitor;
openInBrowser(openStage, async (opened, browser) => {
  stage = opened;
  const as = async (name: string, grant: string) => signedIn(stage, await makeAccount(stage, name, [grant], "x"));
  leader = await as("leder", "leader:751014");
  colleague = await as("kollega", "leader:751022");
  chief = await as("chef", "administration-chief:751");
  stranger = await as("nabo", "steward:740");
  politician = await as("politiker", "politician:751");
  page = await browser.newPage();
  await page.setViewport({width: 1280, height: 2400});
  await page.setCookie({name: "aarshjul", value: leader.cookies.get("aarshjul")!, url: stage.origin});
});
afterAll(() => useLocalCodes("themes", null));

const form = {
  ...{
    enhed: "751014",
    periode: "2025-H2",
    dato: "2025-10-08",
    tema: "calm",
    kvalitet: "process",
    kilde: "pupil-council"
  },
  ...{vurdering: "attention", antal: "12", fund: "Der er uro mellem timerne.", citat: "", udgave: ""}
};
const numberIn = (location: string | null) => /S-[0-9A-Z]{7}/.exec(location ?? "")![0];
const write = async (somebody: Visitor, change: Partial<typeof form> & Readonly<Record<string, string>> = {}) =>
  somebody.post("/fund/nyt", {...form, ...change});

const submit = () => Promise.all([page.waitForNavigation(), page.click(".finding-form .button-primary")]);
const text = (selector: string) => page.$eval(selector, (each) => each.textContent!.replace(/\s+/g, " ").trim());

/** What breaks the rules of accessibility, and anything that does not fit the width. */
async function breaches(): Promise<readonly string[]> {
  const found = await violationsIn(page);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return [...found, ...(isWide ? ["wider than the window"] : [])];
}

describe("GET /fund/nyt", () => {
  it("is filled in, asks about a name before anything is stored, and keeps what was confirmed", async () => {
    await page.goto(`${stage.origin}/fund`);
    expect(await text("main")).toContain("Du har ikke skrevet noget fund endnu.");
    await Promise.all([page.waitForNavigation(), page.click("main .button-primary")]);
    expect(await page.$$eval("#enhed option", (all) => all.map(({value}) => value))).toEqual(["", "751014"]);
    const chosen = {
      enhed: "751014",
      periode: "2025-H2",
      tema: "calm",
      kvalitet: "process",
      vurdering: "attention",
      kilde: "staff"
    };
    for (const [id, value] of Object.entries(chosen)) await page.select(`#${id}`, value);
    await page.$eval("#dato", (each) => {
      (each as HTMLInputElement).value = "2025-10-08";
    });
    await page.type("#antal", "12");
    await page.type("#fund", "Emma og de andre på Bakkeskolen mangler ro.");
    await submit();
    expect(await text("#navn")).toBe("Er det et navn på en person?");
    expect(await text(".finding-form__ask")).toContain("Vi standsede ved: »Emma«. Fundet er ikke gemt.");
    expect(await page.$eval("#fund", (each) => (each as HTMLTextAreaElement).value)).toContain("Emma");
    expect(await page.$eval("#tema", (each) => (each as HTMLSelectElement).value)).toBe("calm");
    expect((await leader.get("/fund")).text).toContain("Du har ikke skrevet noget fund endnu.");

    for (const width of [1280, 320]) {
      await page.setViewport({width, height: 2400});
      expect(await breaches()).toEqual([]);
    }
    await page.setViewport({width: 1280, height: 2400});

    await page.type("#fund", " Ida også.");
    await page.click("#ingen-person");
    await submit();
    expect(await text(".finding-form__ask")).toContain("Vi standsede ved: »Ida«.");
    await page.click("#ingen-person");
    await submit();
    expect(await text(".alert-success")).toBe("Fundet er gemt.");
    expect(await text(".entry-text")).toContain("Emma og de andre på Bakkeskolen mangler ro.");
    expect(await text("h1 .badge")).toBe("Venter på levering");
    const id = numberIn(page.url());
    expect(await text("[aria-labelledby=historie] tbody")).toContain("bekræftet, at 2 ord ikke er navne på personer");
    const told = (await listAudit(stage.registry, 10)).find(({action}) => action === "change");
    expect(told).toMatchObject({action: "change", resource: `finding ${id}`, detail: {what: "written", confirmed: 2}});
    expect(JSON.stringify(told)).not.toContain("Emma");
  });

  it.each([
    ["a civil registration number", {fund: "Barnet 010203-1234 mangler ro."}, "CPR-nummer"],
    ["one in the quote", {citat: "mit nummer er 0102031234", samtykke: "ja"}, "CPR-nummer"],
    ["a quote without consent", {citat: "Vi vil have ro."}, "når den citerede har sagt ja"],
    ["a date outside the half-year", {dato: "2025-03-08"}, "ligger ikke i det valgte halvår"],
    ["a date to come", {periode: "2026-H1", dato: "2026-03-08"}, "ikke kommet endnu"],
    ["a half-year long past", {periode: "1999-H1", dato: "1999-03-08"}, "Vælg et halvår"],
    ["a theme that is none", {tema: "nix"}, "Vælg et tema"],
    ["nobody heard", {antal: "0"}, "helt tal mellem 1 og 2.000"],
    ["too few words", {fund: "Uro"}, "mindst 10 tegn"],
    ["too many words", {fund: "ro ".repeat(300)}, "højst være på 600 tegn"],
    ["another's unit", {enhed: "751022"}, "Vælg en enhed, du har adgang til"]
  ])("stores nothing with %s, and says why", async (_, change, said) => {
    const answer = await write(leader, change);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    expect(answer.text).toContain('role="alert"');
  });

  it("refuses what is no part of the form, and other sites", async () => {
    expect((await leader.post("/fund/nyt", {...form, x: "1"})).status).toBe(400);
    expect((await leader.post("/fund/nyt", form, {origin: "https://elsewhere.example"})).status).not.toBe(303);
  });

  it("offers the data folder's own themes, and says in Danish what is wrong with the list", async () => {
    const file = join(stage.dataDir, "reference", "themes.json");
    await mkdir(join(stage.dataDir, "reference"), {recursive: true});
    await writeFile(file, '{"themes": {"outdoor": {"label": "Udeliv"}, "calm": {"color": "red"}}}');
    const {text: html} = await leader.get("/fund/nyt");
    expect(html).toContain('<option value="outdoor">Udeliv</option>');
    expect(html).toContain("reference/themes.json: calm: ");
    await rm(file);
    expect((await leader.get("/fund/nyt")).text).not.toContain("Udeliv");
  });

  it("is there in English", async () => {
    const {text: html} = await leader.get("/en/fund/nyt");
    expect(html).toContain("Write a finding");
    expect(html).not.toMatch(/[æøåÆØÅ](?![^<]*<\/option>)(?=[^<]*<\/(?:label|legend|h1|span|p)>)/);
  });
});

describe("a finding", () => {
  it("is corrected by its writer, and its history says what changed", async () => {
    const id = numberIn((await write(leader, {citat: "Vi vil have ro.", samtykke: "ja"})).location);
    const edit = await leader.get(`/fund/${id}/ret`);
    expect(edit.text).toContain("Der er uro mellem timerne.");
    const changed = {...form, udgave: "1", fund: "Der er mindre uro mellem timerne.", citat: ""};
    expect((await leader.post(`/fund/${id}/ret`, changed)).location).toBe(`/fund/${id}?gjort=changed`);
    const stale = await leader.post(`/fund/${id}/ret`, {...changed, fund: "Et gammelt syn på sagen."});
    expect(stale.status).toBe(422);
    expect(stale.text).toContain("Fundet er ændret, siden du åbnede det");
    expect(await findObservation(stage.registry, id)).toMatchObject({version: 2, quote: null});
    const {text: html} = await leader.get(`/fund/${id}`);
    expect(html).toContain("Rettet: fundet, citat");
    expect(html).not.toContain("Vi vil have ro.");
    expect((await chief.get(`/fund/${id}/ret`)).status).toBe(403);
  });

  it("is withdrawn with a reason, and its words forgotten where they tell of a person", async () => {
    const id = numberIn((await write(leader, {fund: "Den eneste tvilling er ked af det."})).location);
    expect((await leader.post(`/fund/${id}/traek-tilbage`, {udgave: "9", hvorfor: "twice"})).status).toBe(422);
    expect((await chief.post(`/fund/${id}/traek-tilbage`, {udgave: "1", hvorfor: "person"})).status).toBe(303);
    expect(await findObservation(stage.registry, id)).toMatchObject({state: "withdrawn", finding: ""});
    expect(JSON.stringify(await listObservationEvents(stage.registry, id))).not.toContain("tvilling");
    const {text: html} = await leader.get(`/fund/${id}`);
    expect(html).toContain("man kan kende en person på det");
    expect((await leader.get(`/fund/${id}/ret`)).status).toBe(404);
  });

  it("says that it will be hidden where fewer than five were heard", async () => {
    const id = numberIn((await write(leader, {antal: "4"})).location);
    expect((await leader.get(`/fund/${id}`)).text).toContain("Færre end 5 er hørt");
    const practice = numberIn((await write(leader, {antal: "4", kilde: "observation"})).location);
    expect((await leader.get(`/fund/${practice}`)).text).not.toContain("Færre end 5 er hørt");
  });

  it("is seen by who answers for the unit, and by nobody else", async () => {
    const id = numberIn((await write(leader)).location);
    expect((await chief.get(`/fund/${id}`)).status).toBe(200);
    expect((await chief.get("/fund?hvis=alle")).text).toContain(id);
    expect((await chief.get("/fund")).text).not.toContain(id);
    for (const somebody of [colleague, stranger, politician]) {
      expect((await somebody.get(`/fund/${id}`)).status).toBe(403);
      expect((await somebody.post(`/fund/${id}/traek-tilbage`, {udgave: "1", hvorfor: "other"})).status).toBe(403);
      expect((await somebody.get("/fund?hvis=alle")).text).not.toContain(id);
      const written = await write(somebody);
      expect([403, 422]).toContain(written.status);
    }
    expect((await politician.get("/fund")).status).toBe(403);
    expect(await findObservation(stage.registry, id)).toMatchObject({state: "active", version: 1});
  });
});
