import type {Browser, BrowserContext, Page} from "puppeteer-core";
import {afterAll, beforeEach, describe, expect, it} from "vitest";
import {insertAgreements, listAgreements} from "../queries/registry/agreements.ts";
import {listVersions, readParts} from "../queries/registry/conversation-parts.ts";
import {findConversation} from "../queries/registry/conversations.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import type {Visitor} from "./visitor.ts";

const address = "/samtale/751014/2025-H2/learning";
const key = {unit: "751014", period: "2025-H2", template: "learning"} as const;
let stage: Stage;
let browser: Browser;
const people = new Map<string, Visitor>();
openInBrowser(openStage, async (...opened) => {
  [stage, browser] = opened;
  const held = {anna: "leader:751014", bo: "area-chief:751-O1", carl: "analyst:751", dora: "leader:751022"};
  for (const [name, grant] of Object.entries({...held, eva: "politician:751", finn: "administrator:*"}))
    people.set(name, await signedIn(stage, await makeAccount(stage, name, [grant], "-")));
});
beforeEach(async () => {
  await stage.registry.deleteFrom("conversation_versions").execute();
  await stage.registry.deleteFrom("conversations").execute();
  await stage.registry.deleteFrom("agreements").execute();
});

const as = (name: string) => people.get(name)!;
const parts = async () => readParts(stage.registry, (await findConversation(stage.registry, key))!.id);
const textOf = async (part: string) => (await parts()).get(part)?.text;
const patience = {timeout: 15_000};

/** A form without script: the texts of the page as they stand, changed, with the button that was pressed. */
async function sendPage(name: string, change: Readonly<Record<string, string>>, wish = "save", path = address) {
  const {text} = await as(name).get(path);
  return as(name).post(path, {...fieldsOf(text), ...change, wish});
}

function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, name, value] of html.matchAll(/<input[^>]* name="([vt]\.(?!agreement)[^"]+)"[^>]* value="([^"]*)"/g))
    fields[name!] = value!;
  for (const [, name, value] of html.matchAll(/<textarea[^>]* name="(t\.[^"]+)"[^>]*>\n([^<]*)<\/textarea>/g))
    fields[name!] = value!.replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return fields;
}

describe("GET /samtale/:unit/:period/:template", () => {
  it("shows figures, findings, the reading guide, and last time's agreements with what became of the figure", async () => {
    const last = {unit: "751014", period: "2025-H1", indicator: "school-absence", text: "Morgenmad", target: 5.5};
    await insertAgreements(stage.registry, [
      {...last, owner: "Leder", due: null, status: "open", createdAt: "2025-11"}
    ]);
    const {status, text} = await as("anna").get(address);
    expect(status).toBe(200);
    for (const words of ["Læringssamtale: Bøgelundskolen", "Stikker ud", "Fund og dialog", "Iagttag", "Følg op"])
      expect(text).toContain(words);
    expect(text).toMatch(/Morgenmad[\s\S]*Tallet da[\s\S]*Tallet nu[\s\S]*(skelnes|højere|lavere)/);
    expect((await as("anna").get("/samtale/751014/2025-H2")).location).toBe(address);
    expect((await as("anna").get("/samtale/751014/2025-H1")).location).toContain("/school-development");
  });

  it("is written by who leads the unit or its area, read by analysts, and closed to everyone else", async () => {
    expect((await as("bo").get(address)).text).toContain('name="t.notes"');
    const read = (await as("carl").get(address)).text;
    expect(read).toContain("Du kan læse samtalen, men ikke skrive i den.");
    expect(read).not.toContain('name="t.notes"');
    expect((await as("carl").post(address, {"t.notes": "x"})).status).toBe(403);
    for (const name of ["dora", "eva", "finn"]) {
      expect((await as(name).get(address)).status).toBe(403);
      expect((await as(name).get(`${address}/historik`)).status).toBe(403);
      expect((await as(name).post(address, {"t.notes": "x"})).status).toBe(403);
    }
  });

  it("is led to from the unit, its package and the wheel, for those who may see it", async () => {
    const link = 'href="/samtale/751014/2025-H2"';
    for (const path of ["/enheder/751014", "/pakker/2025-H2-751014-leader-da-1"]) {
      expect((await as("anna").get(path)).text).toContain(link);
      expect((await as("eva").get(path)).text).not.toContain(link);
    }
    expect((await as("anna").get("/aarshjul")).text).toMatch(/"\/samtaler\?periode(?:=|&#x3D;)2025-H2"/);
  });

  it("does not exist for a school's year of another kind, another period or an unknown unit", async () => {
    expect((await as("anna").get("/samtale/751014/2025-H2/supervision")).status).toBe(404);
    expect((await as("anna").get("/samtale/751014/2025/learning")).status).toBe(404);
    expect((await as("anna").get("/samtale/751014/2031-H1/learning")).status).toBe(404);
    expect((await as("anna").get(`${address}?x=1`)).status).toBe(400);
    expect((await as("anna").get("/samtale/nope/2025-H2/learning")).status).toBe(403);
  });

  it("tells the log who saw and who changed, and nothing of what they wrote", async () => {
    await sendPage("anna", {"t.notes": "Hemmelige ord"});
    const rows = await stage.registry.selectFrom("audit_entries").selectAll().where("resource", "=", address).execute();
    const text = JSON.stringify(rows);
    expect(rows.map(({action}) => action)).toEqual(expect.arrayContaining(["see", "change"]));
    expect(text).toContain("notes");
    expect(text).not.toContain("Hemmelige");
  });
});

describe("without script", () => {
  it("saves everything that was written with one button, and says when and by whom", async () => {
    const sent = await sendPage("anna", {
      ...{
        "t.notes": "Fraværet falder.\r\nVi ved ikke hvorfor.",
        "t.answer.notice": "Færre sene børn",
        "t.held-on": "2026-04-20"
      },
      ...{"t.board-statement": "Bestyrelsen er »glad« & tilfreds."}
    });
    expect(sent.status).toBe(303);
    expect(await textOf("notes")).toBe("Fraværet falder.\nVi ved ikke hvorfor.");
    const {text} = await as("bo").get(address);
    expect(text).toContain("Bestyrelsen er »glad« &amp; tilfreds.");
    expect(text).toMatch(/Gemt 2\. februar 2026 kl\. 09\.00 af anna/);
  });

  it("keeps both texts when somebody else wrote meanwhile, and lets the writer choose", async () => {
    const stale = fieldsOf((await as("bo").get(address)).text);
    await sendPage("anna", {"t.notes": "Annas noter", "t.hypotheses": "Annas hypotese"});
    const clash = await as("bo").post(address, {...stale, "t.notes": "Bos noter", "t.participants": "Bo"});
    expect(clash.status).toBe(409);
    expect(clash.text).toMatch(/En anden har skrevet her imens[\s\S]*anna gemte[\s\S]*Annas noter[\s\S]*Bos noter/);
    expect(await textOf("participants")).toBe("Bo");
    expect([await textOf("notes"), await textOf("hypotheses")]).toEqual(["Annas noter", "Annas hypotese"]);
    const both = await as("bo").post(address, {...fieldsOf(clash.text), wish: "both:notes"});
    expect(both.status).toBe(303);
    expect(await textOf("notes")).toBe("Annas noter\n\nBos noter");
  });

  it("asks about a possible civil registration number before anything of it is kept", async () => {
    const asked = await sendPage("anna", {"t.notes": "Ring til 010203-1234", "t.hypotheses": "Kan gemmes"});
    expect(asked.status).toBe(422);
    expect(asked.text).toContain("Er det et CPR-nummer?");
    expect(asked.text).toContain("Ring til 010203-1234");
    expect([await textOf("notes"), await textOf("hypotheses")]).toEqual([undefined, "Kan gemmes"]);
    const question = await sendPage("anna", {"own.text": "Hvad med 010203-1234?", "own.step": "observe"}, "ask");
    expect(question.text).toMatch(/Er det et CPR-nummer\?[\s\S]*name="own.text" value="Hvad med 010203-1234\?"/);
    expect((await sendPage("anna", {"t.held-on": "i går"})).status).toBe(422);
    const said = await as("anna").post(address, {
      ...fieldsOf(asked.text),
      "confirmed.notes": "0102031234",
      wish: "save"
    });
    expect(said.status).toBe(303);
    expect(await textOf("notes")).toBe("Ring til 010203-1234");
  });

  it("takes questions out and adds others, goes from state to state, and is locked when closed", async () => {
    await sendPage("anna", {}, "remove:notice");
    await sendPage("anna", {"own.text": "Hvad med 3. klasse?", "own.step": "interpret"}, "ask");
    const {text} = await as("anna").get(address);
    expect(text).toMatch(/Hvad med 3\. klasse\?/);
    expect(text).toMatch(/Spørgsmål, der er taget ud[\s\S]*Hvad lægger vi mærke til/);
    await sendPage("anna", {}, "bring-back:notice");
    for (const state of ["held", "following", "closed"]) await sendPage("bo", {}, `state:${state}`);
    expect([await textOf("state"), await textOf("held-on")]).toEqual(["closed", "2026-02-02"]);
    const late = await as("anna").post(address, {"t.notes": "for sent", "own.text": "Også?", "own.step": "decide"});
    expect(late.status).toBe(422);
    expect(late.text).toMatch(/Samtalen er afsluttet imens[\s\S]*for sent/);
    expect(await textOf("notes")).toBeUndefined();
    expect((await as("anna").get(address)).text).not.toContain('name="t.notes"');
    expect((await sendPage("anna", {}, "state:following")).status).toBe(303);
  });

  it("writes agreements that lists and packages read, and keeps what cannot be understood in the form", async () => {
    const {text} = await as("anna").get(address);
    const id = /name="v\.agreement\.([^"]+)"/.exec(text)![1]!;
    const field = (name: string) => `a.${id}.${name}`;
    const terms = {[field("text")]: "Ring hjem", [field("indicator")]: "school-absence", [field("direction")]: "fall"};
    const wrong = await as("anna").post(address, {...terms, [field("target")]: "omkring fem"});
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/Målet skal være et tal[\s\S]*value="omkring fem"/);
    expect(await listAgreements(stage.registry)).toEqual([]);
    expect((await as("anna").post(address, {...terms, [field("target")]: "5,5"})).status).toBe(303);
    expect(await listAgreements(stage.registry)).toMatchObject([{id, target: 5.5, indicator: "school-absence"}]);
    expect((await as("anna").get("/aftaler")).text).toContain(`${address}#agreement-${id}`);
  });

  it("asks about names in an agreement, which everybody can read in the next package", async () => {
    const {text} = await as("anna").get(address);
    const id = /name="v\.agreement\.([^"]+)"/.exec(text)![1]!;
    const terms = {[`a.${id}.text`]: "Mette ringer hjem fra Fjordbakkeskolen"};
    const asked = await as("anna").post(address, terms);
    expect(asked.status).toBe(422);
    expect(asked.text).toMatch(/Er det en persons navn\?[\s\S]*Aftalen nævner: Mette\./);
    expect(asked.text).toContain(`name="confirmed.agreement.${id}" value="Mette"`);
    expect((await as("anna").post(address, {...terms, [`confirmed.agreement.${id}`]: "Mette"})).status).toBe(303);
  });

  it("refuses fields that the page has not, and forms from elsewhere", async () => {
    expect((await as("anna").post(address, {ukendt: "1"})).status).toBe(400);
    expect((await as("anna").post(address, {"t.nope": "1"})).status).toBe(400);
    expect((await as("anna").post(address, "t.notes=a&t.notes=b")).status).toBe(400);
    expect((await as("anna").post(address, {"t.notes": "x"}, {origin: "http://evil.example"})).status).toBe(400);
  });
});

describe("the history of a conversation", () => {
  it("shows who wrote what and when, and brings an earlier text back without losing the later", async () => {
    await sendPage("anna", {"t.notes": "Den første tekst"});
    stage.later(20);
    await sendPage("bo", {"t.notes": "Den anden tekst"});
    const {text} = await as("anna").get(`${address}/historik?felt=notes`);
    expect(text).toMatch(
      /bo · gælder nu[\s\S]*Den <del>første<\/del><ins>anden<\/ins> tekst[\s\S]*anna[\s\S]*Hent tilbage/
    );
    expect((await as("anna").post(`${address}/gendan`, {part: "notes", version: "1"})).status).toBe(303);
    expect(await textOf("notes")).toBe("Den første tekst");
    const versions = await listVersions(stage.registry, (await findConversation(stage.registry, key))!.id);
    expect(versions.map((each) => each.text)).toEqual(["Den første tekst", "Den anden tekst", "Den første tekst"]);
    expect((await as("carl").get(`${address}/historik`)).text).not.toContain("Hent tilbage");
    expect((await as("anna").get(`${address}/historik?felt=../x`)).status).toBe(400);
  });
});

describe("GET /samtaler", () => {
  it("lists what the reader may see, begun or not", async () => {
    await sendPage("anna", {}, "state:held");
    const own = (await as("anna").get("/samtaler")).text;
    expect(own).toContain("Bøgelundskolen");
    expect(own).not.toContain("Fjordbakkeskolen");
    const area = (await as("bo").get("/samtaler?tilstand=none")).text;
    expect(area).toContain("Fjordbakkeskolen");
    expect(area).not.toContain("Bøgelundskolen<");
    expect((await as("eva").get("/samtaler")).status).toBe(403);
  });
});

describe("in a browser", () => {
  const contexts: BrowserContext[] = [];
  async function open(name: string, script = true): Promise<Page> {
    const context = await browser.createBrowserContext();
    contexts.push(context);
    const value = as(name).cookies.get("aarshjul")!;
    await context.setCookie({name: "aarshjul", value, domain: "127.0.0.1", path: "/"});
    const page = await context.newPage();
    await page.setJavaScriptEnabled(script);
    await page.goto(stage.origin + address);
    if (script) await page.waitForSelector("form[data-ready]");
    return page;
  }
  afterAll(() => Promise.all(contexts.map((context) => context.close())));

  it("without script saves by its button, and leaves what nobody changed alone", async () => {
    const made = {unit: "751014", period: "2025-H2", indicator: "population", text: "To\nlinjer", target: 3.25};
    const agreement = {...made, id: "old", owner: "Leder", due: null, status: "open", createdAt: "2025-11-01"} as const;
    await insertAgreements(stage.registry, [agreement]);
    await sendPage("anna", {"t.hypotheses": "Linje 1\r\nLinje 2"});
    const page = await open("bo", false);
    await page.type("#felt-notes textarea", "Uden script");
    await Promise.all([page.waitForNavigation(), page.click(".talk-bar button")]);
    expect(await page.$eval(".talk-bar__status", (element) => element.textContent)).toMatch(/^Gemt .* af bo$/);
    const versions = await listVersions(stage.registry, (await findConversation(stage.registry, key))!.id);
    expect(versions.map(({part}) => part).toSorted()).toEqual(["hypotheses", "notes"]);
    expect(await listAgreements(stage.registry)).toMatchObject([{...made, changedAt: null}]);
  });

  const notes = "#felt-notes textarea";
  const saved = (page: Page, part = "notes") =>
    page.waitForFunction(
      (id) => document.querySelector(`#felt-${id} [data-said]`)?.textContent?.startsWith("Gemt"),
      {},
      part
    );

  it("saves by itself a moment after the last key, and says when", async () => {
    const page = await open("anna");
    await page.type(notes, "Skrevet i en browser");
    await saved(page);
    expect(await textOf("notes")).toBe("Skrevet i en browser");
    expect(await page.$eval("[data-status]", (element) => element.textContent)).toMatch(/^Gemt kl\. \d\d[.:]\d\d$/);
    await page.type(notes, ", og videre");
    await expect.poll(() => textOf("notes"), patience).toBe("Skrevet i en browser, og videre");
  });

  it("shows both texts to the second of two editors, and keeps both when asked to", async () => {
    const [first, second] = [await open("anna"), await open("bo")];
    await first.type(notes, "Annas");
    await saved(first);
    await second.type(notes, "Bos");
    await second.waitForSelector("#felt-notes .talk-ask");
    const asked = await second.$eval("#felt-notes .talk-ask", (element) => (element as HTMLElement).innerText);
    expect(asked).toMatch(/En anden har skrevet her imens[\s\S]*anna gemte[\s\S]*Annas/);
    await second.type(notes, " videre");
    await second.type("#felt-hypotheses textarea", "Noget andet");
    await saved(second, "hypotheses");
    expect(await textOf("notes")).toBe("Annas");
    await second.click("#felt-notes [data-both]");
    await expect.poll(() => textOf("notes"), patience).toBe("Annas\n\nBos videre");
  });

  it("asks about a possible civil registration number, and keeps the text once it is said to be none", async () => {
    const page = await open("anna");
    await page.type(notes, "Sag 010203-1234");
    await page.waitForSelector("#felt-notes .talk-ask");
    expect(await findConversation(stage.registry, key)).toBeUndefined();
    await page.click("#felt-notes [data-confirm]");
    await saved(page);
    expect(await textOf("notes")).toBe("Sag 010203-1234");
    await page.type(notes, " og mere");
    await expect.poll(() => textOf("notes"), patience).toBe("Sag 010203-1234 og mere");
    expect(await page.$("#felt-notes .talk-ask")).toBeNull();
  });

  it("keeps an agreement when it says what is agreed, and can be written with the keyboard alone", async () => {
    const page = await open("anna");
    await page.focus(".talk-agreement--new textarea");
    await page.keyboard.type("Ring hjem på andendagen");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Elevf");
    await page.waitForFunction(() =>
      document.querySelector(".talk-agreement--new [data-said]")?.textContent?.startsWith("Gemt")
    );
    const indicator = async () => (await listAgreements(stage.registry))[0]?.indicator;
    await expect.poll(indicator, patience).toBe("school-absence");
    expect(await listAgreements(stage.registry)).toMatchObject([
      {text: "Ring hjem på andendagen", indicator: "school-absence"}
    ]);
  });

  it("holds on to what could not be sent, and sends it when it can", async () => {
    const page = await open("anna");
    await page.setOfflineMode(true);
    await page.type(notes, "Skrevet uden net");
    await page.waitForSelector(".talk-bar__status--failed");
    expect(await page.$eval(notes, (element) => (element as HTMLTextAreaElement).value)).toBe("Skrevet uden net");
    await page.setOfflineMode(false);
    await page.type(notes, ".");
    await expect
      .poll(async () => (await findConversation(stage.registry, key)) && textOf("notes"), patience)
      .toBe("Skrevet uden net.");
  });

  it("prints proper minutes: what was written, who signs, and no controls", async () => {
    const page = await open("anna");
    await page.type("#felt-participants textarea", "Anna, leder");
    await saved(page, "participants");
    await page.emulateMediaType("print");
    const shown = await page.evaluate(() => {
      const isShown = (selector: string) => document.querySelector<HTMLElement>(selector)!.offsetParent !== null;
      return {
        text: isShown("#felt-participants .talk-part__print"),
        field: isShown("#felt-participants textarea"),
        empty: isShown("#felt-hypotheses"),
        bar: isShown(".talk-bar"),
        signatures: isShown(".talk-sign")
      };
    });
    expect(shown).toEqual({text: true, field: false, empty: false, bar: false, signatures: true});
  });
});
