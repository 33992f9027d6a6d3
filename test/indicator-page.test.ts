import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "puppeteer-core";
import {beforeEach, describe, expect, it} from "vitest";
import {municipalities} from "../queries/classifications/municipalities.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {type Served, serveFixture} from "./server-fixture.ts";

const page751 = "/noegletal/school-absence?kommune=751";

let served: Served;
let browser: Browser;
let page: Page;
let requests: string[] = [];

openInBrowser(serveFixture, async (...opened) => {
  [served, browser] = opened;
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
});
beforeEach(async () => {
  await page.setJavaScriptEnabled(true);
  await page.setViewport({width: 1280, height: 900});
});

async function open(path: string): Promise<void> {
  await page.goto(served.origin + path, {waitUntil: "load"});
  if (page.isJavaScriptEnabled()) await page.waitForSelector("[data-ready]");
  requests = [];
}
const choose = async (id: string, value: string, part: string) => {
  await page.select(`#${id}`, value);
  await page.waitForFunction((text) => location.search.includes(text), {}, part);
};
const textOf = (selector: string) =>
  page.$eval(selector, (element) => element.textContent?.replaceAll(/\s+/g, " ").trim());
/** What the reader reads, without what the script adds around it. */
const view = () =>
  page.$$eval("#visning :is(.now, h2, h3, figcaption, table, option:checked)", (all) =>
    all.map((each) => each.textContent)
  );
const read = async (path: string) => (await fetch(served.origin + path)).text();
const isSlice = (path: string) => path.startsWith("/api/") || path.startsWith("/assets/");

describe("choices on the page", () => {
  it("answers place, group, period and layout from slices alone, and keeps them in the address", async () => {
    await open("/noegletal/school-absence");
    await choose("valg-kommune", "751", "kommune=751");
    await choose("valg-enhed", "751014", "enhed=751014");
    await choose("valg-gruppe", "lignende", "gruppe=lignende");
    await choose("valg-periode", "2024-H2", "periode=2024-H2");
    await page.click("#vis-tiles");
    await page.waitForFunction(() => location.search.includes("visning=felter"));
    expect(requests.every(isSlice)).toBe(true);
    expect(new URL(await page.evaluate(() => location.href)).search).toBe(
      "?kommune=751&enhed=751014&gruppe=lignende&periode=2024-H2&visning=felter"
    );
    expect(await textOf(".now__place")).toBe("Bøgelundskolen, 2. halvår 2024");
    expect(await textOf("[data-spoken]")).toContain("Elevfravær");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("vis-tiles");
  });

  it("gives whoever opens a shared address the page that the sender saw", async () => {
    const drawn = await view();
    await page.setJavaScriptEnabled(false);
    await page.goto(await page.evaluate(() => location.href), {waitUntil: "load"});
    expect(await view()).toEqual(drawn);
    expect(await textOf(".now__place")).toBe("Bøgelundskolen, 2. halvår 2024");
  });

  it("goes back step by step with the back button", async () => {
    await open(page751);
    await choose("valg-periode", "2024-H1", "periode=2024-H1");
    await choose("valg-gruppe", "alle", "gruppe=alle");
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes("gruppe"));
    await page.waitForFunction(() => document.querySelector(".now__place")?.textContent?.includes("1. halvår 2024"));
    await page.goBack();
    await page.waitForFunction(() => document.querySelector(".now__place")?.textContent?.includes("2. halvår 2025"));
    expect(requests.every(isSlice)).toBe(true);
  });

  it("lets a reader put a group together, name it and leave it again", async () => {
    await open(page751);
    await page.click("#egen-gruppe summary");
    await page.click("#gruppe-740");
    await page.waitForFunction(() => location.search.includes("gruppe=740"));
    await page.click("#gruppe-746");
    await page.waitForFunction(() => location.search.includes("gruppe=740,746"));
    await page.type("#gruppens-navn", "Os to");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("navn=Os"));
    expect(await page.$eval("#valg-gruppe option:checked", (option) => option.textContent)).toBe("Os to");
    expect(await page.$eval("#tabel-udvikling thead", (head) => head.textContent)).toContain("Os to");
    await page.click("#faste-grupper");
    await page.waitForFunction(() => !location.search.includes("gruppe"));
  });

  it("follows a school in the list of those it can be told apart from", async () => {
    await open(`${page751}&enhed=751014`);
    await page.$$eval(".peers details", (all) => {
      for (const each of all) each.setAttribute("open", "");
    });
    const name = await textOf(".peers tbody th a");
    await page.click(".peers tbody th a");
    await page.waitForFunction((text) => document.querySelector(".now__place")?.textContent?.includes(text!), {}, name);
    expect(requests.every(isSlice)).toBe(true);
  });
});

describe("without script", () => {
  it("takes the boxes of a group as the browser sends them, and has everything that the script has", async () => {
    const response = await fetch(`${served.origin}/noegletal/school-absence?kommune=751&gruppe=740&gruppe=746&navn=Os`);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('<option value="740,746" selected>Os</option>');
    for (const id of ["udvikling", "kommuner", "institutioner"]) expect(html).toContain(`data-figure="${id}"`);
  });
});

describe("addresses that the release does not know", () => {
  it.each([
    ["kommune=999", "kommunen »999«"],
    ["enhed=nope", "enheden »nope«"],
    ["kommune=751&periode=2031", "perioden »2031«"],
    ["kommune=751&gruppe=naboerne", "gruppen »naboerne«"]
  ])("tells of %s with links to what is known", async (query, words) => {
    const response = await fetch(`${served.origin}/noegletal/school-absence?${query}`);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain(words);
    expect(html).toMatch(/alert[\s\S]*<a data-live href="\/noegletal\/school-absence/);
  });
  it("lists the indicators that an unknown one is like, and all others", async () => {
    const response = await fetch(`${served.origin}/noegletal/school-absense`);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain("»school-absense«");
    expect(html).toMatch(/Det ligner[\s\S]*href="\/noegletal\/school-absence"/);
  });
});

describe("the list of indicators", () => {
  it("is filtered in the browser by words, area and quality, forgiving of spelling", async () => {
    await open("/noegletal");
    await page.type("#valg-q", "trivsell");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("q=trivsell"));
    const titles = await page.$$eval(".indicators li > a", (links) => links.map((link) => link.textContent ?? ""));
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.join()).toMatch(/trivsel/i);
    await choose("valg-omraade", "daycare", "omraade=daycare");
    await page.click("#nulstil");
    await page.waitForFunction(() => location.search === "");
    expect(requests.every(isSlice)).toBe(true);
  });
});

describe("the operator's own map", () => {
  const square = (index: number) => {
    const [x, y] = [8 + (index % 14) * 0.3, 55 + Math.floor(index / 14) * 0.3];
    return [
      [x, y],
      [x + 0.2, y],
      [x + 0.2, y + 0.2],
      [x, y + 0.2],
      [x, y]
    ];
  };
  const file = () => join(served.dataDir, "reference", "kommuner.geojson");
  it("is offered beside the tiles when there is one, and drawn in the browser too", async () => {
    mkdirSync(join(served.dataDir, "reference"), {recursive: true});
    const features = municipalities.codes.map(({code}, index) => ({
      type: "Feature",
      properties: {kommunekode: `0${code}`},
      geometry: {type: "Polygon", coordinates: [square(index)]}
    }));
    writeFileSync(file(), JSON.stringify({type: "FeatureCollection", features}));
    await expect.poll(() => read(page751), {timeout: 5000}).toContain('id="vis-map"');
    await open(page751);
    await page.click("#vis-map");
    await page.waitForFunction(() => location.search.includes("visning=kort"));
    expect(requests.filter((path) => !isSlice(path))).toEqual([expect.stringMatching(/^\/kort\/[0-9a-f]{12}\.json$/)]);
    const drawn = await page.$eval("#figur-kommuner .drawing__wide", (element) => element.innerHTML);
    await page.reload({waitUntil: "load"});
    expect(await page.$eval("#figur-kommuner .drawing__wide", (element) => element.innerHTML)).toBe(drawn);
  });
  it("is told of in Danish when it cannot be used, and the tiles stand in its place", async () => {
    writeFileSync(file(), "{}");
    const path = `${page751}&visning=kort`;
    await expect
      .poll(() => read(path), {timeout: 5000})
      .toContain("Kortfilen reference/kommuner.geojson kan ikke bruges");
    const html = await read(path);
    expect(html).not.toContain('id="vis-map"');
    rmSync(file());
  });
});

describe("print", () => {
  it("leaves out the choices and keeps figures, sentences and the definition", async () => {
    await open(page751);
    await page.emulateMediaType("print");
    const shown = await page.evaluate(() => {
      const isShown = (selector: string) => document.querySelector<HTMLElement>(selector)?.offsetParent !== null;
      return [".filters", ".looks", ".own-group", ".now", "#figur-udvikling", "figcaption", "#definition"].map(isShown);
    });
    await page.emulateMediaType();
    expect(shown).toEqual([false, false, false, true, true, true, true]);
  });
});
