import type {Browser, HTTPRequest, Page} from "puppeteer-core";
import {beforeEach, describe, expect, it} from "vitest";
import {openInBrowser} from "./browser-fixture.ts";
import {type Served, serveFixture} from "./server-fixture.ts";

let served: Served;
let browser: Browser;
let page: Page;
let asked: string[] = [];
const problems: string[] = [];
openInBrowser(serveFixture, (...opened) => {
  [served, browser] = opened;
});
beforeEach(async () => {
  page = await browser.newPage();
  [asked, problems.length] = [[], 0];
  page.on("request", (request: HTTPRequest) => void asked.push(new URL(request.url()).pathname));
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  return async () => {
    expect(problems).toEqual([]);
    await page.close();
  };
});

async function open(path: string, width = 1280): Promise<void> {
  await page.setViewport({width, height: 900});
  await page.goto(served.origin + path, {waitUntil: "load"});
  await page.waitForSelector("#visning[data-ready]");
  asked = [];
}
const live = () => page.$eval("#visning", (region) => (region as HTMLElement).innerText.replaceAll(/\s+/g, " "));
const search = async () => decodeURIComponent(await page.evaluate(() => location.search));
const heading = () => page.$eval("#matrix", (found) => found.textContent);
const spoken = () => page.$eval("[data-spoken]", (found) => found.textContent);
const fetched = () => asked.filter((path) => !/^\/(api|assets)\//.test(path));

async function choose(id: string, value: string): Promise<void> {
  await page.select(`#${id}`, value);
  await page.waitForFunction((text) => decodeURIComponent(location.search).includes(text), {}, value);
}

/** The same words with and without script: buttons of forms are the only difference. */
async function sameWithoutScript(path: string): Promise<void> {
  const words = () =>
    page.$eval("#visning", (region) => {
      for (const each of region.querySelectorAll("button, details, input[type=range], .tools")) each.remove();
      return region.textContent!.replaceAll(/\s+/g, " ");
    });
  await open(path);
  const drawn = await words();
  await page.setJavaScriptEnabled(false);
  await page.goto(served.origin + path, {waitUntil: "load"});
  expect(await words()).toBe(drawn);
  await page.setJavaScriptEnabled(true);
}

describe("the comparison", () => {
  it("changes group without any request, stands in the address, and goes back", async () => {
    await open("/sammenlign?kommune=751");
    const before = await live();
    await choose("valg-gruppe", "lignende");
    expect(asked).toEqual([]);
    expect(await search()).toBe("?kommune=751&gruppe=lignende");
    expect(await heading()).toBe("Aarhus Kommune og lignende kommuner");
    expect(await spoken()).toContain("ved siden af lignende kommuner");
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes("lignende"));
    await page.waitForFunction(() => document.querySelector("#matrix")!.textContent!.includes("nabokommunerne"));
    expect(await live()).toBe(before);
  });

  it("makes a group of one's own from boxes by keyboard, with a name, all in the address", async () => {
    await open("/sammenlign?kommune=751");
    await page.focus("#egen-gruppe summary");
    await page.keyboard.press("Enter");
    await page.focus("#gruppe-746");
    await page.keyboard.press("Space");
    await page.waitForFunction(() => location.search.includes("gruppe=740"));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("gruppe-746");
    expect(await page.$eval("#egen-gruppe", (found) => (found as HTMLDetailsElement).open)).toBe(true);
    await page.$eval("#gruppens-navn", (field) => ((field as HTMLInputElement).value = ""));
    await page.type("#gruppens-navn", "Mine");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("navn=Mine"));
    expect(await heading()).toBe("Aarhus Kommune og »Mine«");
    expect(fetched()).toEqual([]);
    await sameWithoutScript(`/sammenlign${await search()}`);
  });

  it("moves to an institution and to another municipality with slices alone", async () => {
    await open("/sammenlign?kommune=751");
    await choose("valg-enhed", "751014");
    expect(await heading()).toBe("Bøgelundskolen og kommunen");
    await choose("valg-kommune", "740");
    expect(await search()).not.toContain("enhed");
    expect(await heading()).toContain("Silkeborg Kommune");
    await choose("valg-enhed", "740011");
    expect(await heading()).toBe("Søhøjskolen og kommunen");
    expect(fetched()).toEqual([]);
  });

  it("draws two indicators against each other, and walks through the places", async () => {
    await open("/sammenlign?kommune=751");
    await choose("valg-y", "school-absence");
    await choose("valg-x", "pupils");
    await page.focus("#figur-mod-hinanden .drawing");
    await page.keyboard.press("ArrowRight");
    expect(await spoken()).toContain("Aarhus");
    expect(fetched()).toEqual([]);
  });

  it("takes boxes from a form without script", async () => {
    await page.setJavaScriptEnabled(false);
    await page.goto(`${served.origin}/sammenlign?kommune=751&tal=pupils&tal=school-absence`, {waitUntil: "load"});
    expect(await page.$$eval(".versus tbody tr:not(.versus__area)", (rows) => rows.length)).toBe(2);
    await page.setJavaScriptEnabled(true);
  });

  it("is the same page without script, for an institution, with a scatter, and in English", async () => {
    await sameWithoutScript("/sammenlign?enhed=751014&x=pupils&y=school-absence");
    await sameWithoutScript("/en/sammenlign?kommune=751&gruppe=alle&kun=forskelle");
  });

  it("prints the matrix and not the forms", async () => {
    await open("/sammenlign?kommune=751");
    await page.emulateMediaType("print");
    const shown = await page.evaluate(() =>
      [".controls", ".versus", "#egen-gruppe"].map(
        (each) => document.querySelector<HTMLElement>(each)!.offsetParent !== null
      )
    );
    expect(shown).toEqual([false, true, false]);
  });

  it("copies the address that holds it all", async () => {
    await browser
      .defaultBrowserContext()
      .overridePermissions(served.origin, ["clipboard-read", "clipboard-sanitized-write"]);
    await open("/sammenlign?kommune=751");
    await choose("valg-gruppe", "alle");
    await page.bringToFront();
    await page.click("[data-copy]");
    await page.waitForFunction(() => document.querySelector("[data-copy]")!.textContent === "Adressen er kopieret");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.evaluate(() => location.href));
  });

  it("downloads what the matrix shows", async () => {
    const path = "/sammenlign/hent?kommune=751&tal=school-absence&figur=matrix&format=csv";
    const text = await (await fetch(served.origin + path)).text();
    expect(
      text
        .trim()
        .split("\n")
        .map((line) => line.split(";")[0]!.replace("\ufeff", ""))
    ).toEqual(["unit", "751", "neighbours-751", "740", "746"]);
  });
});

describe("similar municipalities", () => {
  it("moves a slider by keyboard, which writes the number beside it and the address", async () => {
    await open("/sammenlign/lignende?kommune=751");
    await page.focus("#skyder-vaegt-population");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.search.includes("vaegt-population=1.25"));
    expect(await page.$eval("#vaegt-population", (field) => (field as HTMLInputElement).value)).toBe("1.25");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("skyder-vaegt-population");
    expect(asked).toEqual([]);
    expect(await live()).toContain("Vægtene er ændret");
    await page.click("a[data-live][href*='lignende']");
    await page.waitForFunction(() => !location.search.includes("vaegt"));
  });

  it("hands its municipalities over as a group", async () => {
    await open("/sammenlign/lignende?kommune=751");
    await Promise.all([page.waitForNavigation(), page.click(".actions a")]);
    expect(await search()).toContain("navn=Ligner Aarhus");
    expect(await heading()).toBe("Aarhus Kommune og »Ligner Aarhus«");
  });

  it("is the same page without script, and refuses what is no weight", async () => {
    await sameWithoutScript("/sammenlign/lignende?kommune=751&resultat=school-absence&ressource=daycare-ratio-0-2");
    for (const query of ["vaegt-population=x", "foo=1", "vaegt-population=101"])
      expect((await fetch(`${served.origin}/sammenlign/lignende?kommune=751&${query}`)).status).toBe(400);
  });
});

describe("the institutions of a municipality", () => {
  it("orders by a column from its heading, without any request, and back", async () => {
    await open("/institutioner/751");
    const before = await live();
    await page.click("#orden-school-absence");
    await page.waitForFunction(() => location.search === "?sorter=school-absence");
    const sorted = () => page.$eval("th:has(#orden-school-absence)", (head) => head.getAttribute("aria-sort"));
    expect(await sorted()).toBe("ascending");
    await page.click("#orden-school-absence");
    await page.waitForFunction(() => location.search === "?sorter=-school-absence");
    expect(await sorted()).toBe("descending");
    expect(asked).toEqual([]);
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("th[aria-sort=ascending] #orden-navn") !== null);
    expect(await live()).toBe(before);
  });

  it("finds by name, chooses indicators and another kind", async () => {
    await open("/institutioner/751");
    await page.type("#valg-q", "boegelund");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("q=boegelund"));
    expect(await page.$$eval(".overview tbody tr", (rows) => rows.length)).toBe(2);
    await page.click("#valg-tal summary");
    await page.click("#tal-pupils");
    await page.waitForFunction(() => location.search.includes("tal="));
    await choose("valg-slags", "daycare");
    expect(await search()).toBe("?q=boegelund&slags=daycare");
    expect(await live()).toContain("Ingen navne passer til »boegelund«");
    expect(fetched()).toEqual([]);
  });

  it("is the same page without script, and keeps within a phone", async () => {
    await sameWithoutScript("/institutioner/751?sorter=school-absence&fokus=wellbeing-general");
    await open("/institutioner/751", 320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it("is a friendly page where there is none", async () => {
    for (const path of ["/institutioner/nope", "/institutioner/751014"]) {
      const answer = await fetch(served.origin + path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("Vi kender ikke kommunen eller området »");
    }
    expect((await fetch(`${served.origin}/institutioner/751?slags=museum`)).status).toBe(400);
  });
});
