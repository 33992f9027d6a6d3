import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import ICAL from "ical.js";
import type {Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {drawWheel, type WheelItem} from "../dashboards/charts/wheel.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {rawStatus, type Served, serveFixture} from "./server-fixture.ts";

let served: Served;
let page: Page;
openInBrowser(serveFixture, async (opened, browser) => {
  served = opened;
  page = await browser.newPage();
});

const get = (path: string) => fetch(served.origin + path);
const textOf = async (path: string) => (await get(path)).text();
const titles = () =>
  page.$$eval(".wheel-months .wheel-row__title", (all) => all.map((each) => each.textContent!.trim()));

describe("GET /aarshjul", () => {
  it("says the same in the list as in the drawing, late data with what was expected", async () => {
    await page.goto(`${served.origin}/aarshjul?kommune=751`);
    const drawn = await page.$eval(".drawing", (drawing) => drawing.getAttribute("aria-label")!);
    const listed = await titles();
    expect(drawn).toContain(`${listed.length} ting`);
    const late = await page.$$eval(".wheel-late li", (all) => all.map((each) => each.textContent!));
    expect(late[0]).toMatch(/Ventet \d+\.(?:–| [a-z]+–)\d+\. [a-z]+\. Mangler; skulle være kommet for \d+ dage siden/);
  });

  it("is narrowed by a form without script, and the address alone gives the same", async () => {
    await page.setJavaScriptEnabled(false);
    await page.goto(`${served.origin}/aarshjul?kommune=751`);
    await page.select("#valg-omraade", "school");
    await page.select("#valg-slags", "conversation");
    await Promise.all([page.waitForNavigation(), page.click(".filters button")]);
    const {searchParams} = new URL(await page.evaluate(() => location.href));
    expect([searchParams.get("omraade"), searchParams.get("slags")]).toEqual(["school", "conversation"]);
    const narrowed = await titles();
    expect(narrowed).toEqual(["Læringssamtaler på skoler, forår", "Skoleudviklingssamtaler"]);
    await page.goto(await page.evaluate(() => location.href));
    expect(await titles()).toEqual(narrowed);
    await page.setJavaScriptEnabled(true);
  });

  it("puts the list before the drawing on a phone", async () => {
    await page.setViewport({width: 390, height: 800});
    await page.goto(`${served.origin}/aarshjul`);
    const tops = await page.$$eval(".wheel-side", (sides) => sides.map((side) => side.getBoundingClientRect().top));
    expect(tops[0]).toBeLessThan(tops[1]!);
    expect(await page.$eval(".drawing__narrow", (each) => (each as HTMLElement).offsetParent !== null)).toBe(true);
    await page.setViewport({width: 1280, height: 900});
  });

  it("leaves forms out in print and keeps wheel and list", async () => {
    await page.goto(`${served.origin}/aarshjul`);
    await page.emulateMediaType("print");
    const shown = await page.evaluate(() =>
      [".filters", ".wheel-feed", ".drawing__wide", ".wheel-months"].map(
        (each) => document.querySelector<HTMLElement>(each)!.offsetParent !== null
      )
    );
    await page.emulateMediaType();
    expect(shown).toEqual([false, false, true, true]);
  });

  it("names what is wrong in the municipality's own file and shows the rest", async () => {
    const folder = join(served.dataDir, "reference", "wheel");
    await mkdir(folder, {recursive: true});
    const entries = {"budget-talks": {title: "Vores budgetmøde"}, "absence-winter": {window: {from: 1, to: 2}}};
    await writeFile(join(folder, "746.json"), JSON.stringify({entries}));
    const html = await textOf("/aarshjul?kommune=746");
    expect(html).toContain("Vores budgetmøde");
    expect(html).toContain("absence-winter");
    expect(await textOf("/aarshjul")).toMatch(/value="746" selected/);
  });

  it("is in English too", async () => {
    const html = await textOf("/en/aarshjul?kommune=751&rolle=Skolechef");
    expect(html).toContain("Head of schools");
    expect(html).toContain("Learning conversations at schools, spring");
    expect(html).not.toMatch(/Skolechef<\/|Ansvarlig|mangler/);
  });

  it("refuses what it does not know", async () => {
    expect((await get("/aarshjul?omraade=roads")).status).toBe(400);
    expect((await get("/aarshjul?kommune=999")).status).toBe(400);
  });
});

describe("the calendar", () => {
  const order = (origin: string, body: string) =>
    fetch(`${served.origin}/aarshjul/kalender`, {
      method: "POST",
      headers: {origin, "content-type": "application/x-www-form-urlencoded"},
      body
    });

  it("gets an address by a button, which a calendar can read", async () => {
    await page.goto(`${served.origin}/aarshjul?kommune=751`);
    await page.select("#kalender-omraade", "school");
    await page.focus(".wheel-feed button");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    const address = await page.$eval("#adresse", (input) => (input as HTMLInputElement).value);
    expect(address).toMatch(new RegExp(`^${served.origin}/kalender/[\\w-]{32}\\.ics$`));
    const answer = await fetch(address);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const events = new ICAL.Component(ICAL.parse(await answer.text()))
      .getAllSubcomponents("vevent")
      .map((each) => new ICAL.Event(each));
    expect(events.map(({summary}) => summary)).toContain("Læringssamtaler: Skoleudviklingssamtaler");
    expect(events.some(({summary}) => summary.includes("dagtilbud"))).toBe(false);
    expect(events.every(({startDate}) => startDate.isDate)).toBe(true);
    const seen = {"if-none-match": answer.headers.get("etag")!};
    expect(await rawStatus(served.origin, new URL(address).pathname, seen)).toBe(304);
  });

  it("is not there for a token that nobody got", async () => {
    expect((await get(`/kalender/${"a".repeat(32)}.ics`)).status).toBe(404);
    expect((await get("/kalender/x.ics")).status).toBe(404);
  });

  it("gives no address to a form on another site or for a municipality that is none", async () => {
    expect((await order("https://elsewhere.example", "kommune=751&omraade=")).status).toBe(400);
    expect((await order(served.origin, "kommune=999&omraade=")).status).toBe(404);
    expect((await order(served.origin, "kommune=751&omraade=&x=1")).status).toBe(400);
  });
});

describe("drawWheel(picture)", () => {
  const item = (given: Partial<WheelItem>): WheelItem => ({
    ...{kind: "arrival", from: "2026-01-05", to: "2026-01-25", title: "Elevfravær", tip: "Elevfravær", look: "coming"},
    ...given
  });
  const draw = (items: readonly WheelItem[], today: string | null = null) =>
    drawWheel({
      ...{year: 2026, items, today, size: 680},
      words: {
        months: Array.from({length: 12}, (_, index) => `m${index + 1}`),
        today: ["22.", "november"],
        several: (_, count) => [`${count} slags`],
        late: (count) => [`${count} mangler`]
      }
    });
  it("makes one piece of what begins and ends within a week of each other", () => {
    const drawn = draw([
      item({}),
      item({from: "2026-01-08", to: "2026-01-28"}),
      item({from: "2026-03-01", to: "2026-03-30"})
    ]);
    expect(drawn.match(/<title>/g)).toHaveLength(2);
    expect(drawn).toContain("2 slags");
  });
  it("says how many are late where several lie together", () => {
    expect(draw([item({look: "late"}), item({look: "done"})])).toContain("1 mangler");
  });
  it("marks today in the year only, and draws a year without anything", () => {
    expect(draw([], "2026-11-22")).toContain("<circle");
    expect(draw([])).not.toContain("<circle");
  });
  it("escapes what a municipality calls its own entries", () => {
    expect(draw([item({title: "<b>", tip: '<script>"'})])).not.toMatch(/<b>|<script/);
  });
  it("cuts what reaches into the next year", () => {
    expect(draw([item({from: "2026-12-20", to: "2027-02-01"})])).not.toContain("NaN");
  });
});
