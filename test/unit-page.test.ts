import type {Browser, HTTPRequest, Page} from "puppeteer-core";
import {beforeEach, describe, expect, it} from "vitest";
import {openInBrowser} from "./browser-fixture.ts";
import {type Served, serveFixture} from "./server-fixture.ts";

let served: Served;
let browser: Browser;
let page: Page;
let asked: string[] = [];
openInBrowser(serveFixture, (...opened) => {
  [served, browser] = opened;
});
beforeEach(async () => {
  page = await browser.newPage();
  asked = [];
  page.on("request", (request: HTTPRequest) => void asked.push(new URL(request.url()).pathname));
  return () => page.close();
});

async function open(path: string, width = 1280): Promise<void> {
  await page.setViewport({width, height: 900});
  await page.goto(served.origin + path, {waitUntil: "load"});
  await page.waitForSelector("#visning[data-ready]");
  asked = [];
}
const cards = () => page.$$eval(".unit-card", (found) => found.map(({id}) => id));
const live = () => page.$eval("#visning", (region) => (region as HTMLElement).innerText.replaceAll(/\s+/g, " "));
const search = () => page.evaluate(() => location.search);

async function choose(id: string, value: string): Promise<void> {
  await page.select(`#${id}`, value);
  await page.waitForFunction((text) => location.search.includes(text), {}, value);
}

describe("the choices above the cards", () => {
  it("are answered in the browser, stand in the address, and go back", async () => {
    await open("/enheder/751014");
    const all = await live();
    await choose("valg-kvalitet", "result");
    expect(await page.$$eval(".unit-column", (found) => found.map(({className}) => className.split("--")[1]))).toEqual([
      "result unit-column",
      "findings"
    ]);
    await choose("valg-sammenlign", "kommune");
    expect(await search()).toBe("?sammenlign=kommune&kvalitet=result");
    expect(asked.filter((path) => !path.startsWith("/api/"))).toEqual([]);
    expect(await live()).not.toContain("Landet");
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(() => location.search === "" && document.querySelectorAll(".unit-column").length === 4);
    expect(await live()).toBe(all);
  });

  it("give the same page again where the address is opened, with and without script", async () => {
    await open("/enheder/751014");
    await choose("valg-sammenlign", "landet");
    await page.click("#valg-kun");
    await page.waitForFunction(() => location.search.includes("kun=forskel"));
    const [drawn, address] = [await live(), await search()];
    await open(`/enheder/751014${address}`);
    expect(await live()).toBe(drawn);
    await page.setJavaScriptEnabled(false);
    await page.goto(`${served.origin}/enheder/751014${address}`, {waitUntil: "load"});
    expect((await live()).replaceAll("Vis ", "")).toBe(drawn.replaceAll("Vis ", ""));
  });

  it("keep the cards whose names fit what is written, and say how many", async () => {
    await open("/enheder/751014");
    const before = (await cards()).length;
    await page.type("#valg-soeg", "fravaer");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("soeg=fravaer"));
    const found = await cards();
    expect(found).toContain("kort-school-absence");
    expect(found.length).toBeLessThan(before);
    expect(await page.$eval(".unit-count", (count) => count.textContent)).toContain(`${found.length} af ${before} tal`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("valg-soeg");
    await page.click(".unit-count a");
    await page.waitForFunction(() => location.search === "");
    expect((await cards()).length).toBe(before);
  });

  it("leave only the findings of a quality beside its figures", async () => {
    await open("/enheder/751014?kvalitet=process");
    const shown = await page.$$eval(".finding", (found) =>
      found.filter((each) => (each as HTMLElement).offsetParent).map((each) => (each as HTMLElement).dataset.quality)
    );
    expect(new Set(shown)).toEqual(new Set(shown.length > 0 ? ["process"] : []));
    await choose("valg-kvalitet", "findings");
    expect(await cards()).toEqual([]);
    expect(await page.$(".finding")).not.toBeNull();
  });

  it("are used by forms without script", async () => {
    await page.setJavaScriptEnabled(false);
    await page.goto(`${served.origin}/enheder/751014`, {waitUntil: "load"});
    await page.select("#valg-kvalitet", "result");
    await Promise.all([page.waitForNavigation(), page.click(".unit-filters button")]);
    expect(await search()).toContain("kvalitet=result");
    expect(await page.$$eval(".unit-column", (found) => found.length)).toBe(2);
  });
});

describe("a card", () => {
  it("is walked point by point, with spoken values", async () => {
    await open("/enheder/751014");
    await page.focus("#kort-school-absence .drawing");
    await page.keyboard.press("End");
    expect(await page.$eval("[data-spoken]", (spoken) => spoken.textContent)).toMatch(/pct\./);
  });

  it("leads to its definition for the unit, to the figures behind it, and to its equals", async () => {
    await open("/enheder/751014");
    const links = await page.$$eval("#kort-school-absence .unit-card__links a", (found) =>
      found.map((link) => link.getAttribute("href"))
    );
    expect(links).toEqual([
      "#blandt-school-absence",
      "/noegletal/school-absence?enhed=751014",
      expect.stringMatching(/^\/tal\/school-absence\/751014\/\d{4}(-H[12]|_\d\d)?$/)
    ]);
    const equals = await page.$eval("#blandt-school-absence", (row) => (row as HTMLElement).textContent);
    expect(equals).toMatch(/Fjordbakkeskolen|Lærkevangsskolen/);
    expect(equals).not.toContain("Søhøjskolen");
  });

  it("opens when something above points at it", async () => {
    await open("/enheder/751");
    const target = await page.$$eval("details.unit-card > div[id]", (found) => found[0]?.id ?? null);
    if (!target) return;
    await page.evaluate((id) => {
      location.hash = id;
    }, target);
    await page.waitForFunction((id) => document.getElementById(id)?.closest("details")?.open, {}, target);
  });
});

describe("on a phone", () => {
  it("has jump links that stay in reach, and nothing wider than the screen", async () => {
    await open("/enheder/751014", 390);
    await page.evaluate(() => document.querySelector("#fund")!.scrollIntoView({behavior: "instant"}));
    const jump = await page.$eval(".unit-jump", (nav) => Math.round(nav.getBoundingClientRect().top));
    expect(jump).toBe(0);
    expect(await page.$$eval(".unit-jump a", (links) => links.map((link) => link.getAttribute("href")))).toEqual([
      "#structure",
      "#process",
      "#result",
      "#fund"
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

describe("HTML of a unit", () => {
  const html = async (path: string) => (await fetch(served.origin + path)).text();

  it("has every figure of every period in a table", async () => {
    const text = await html("/enheder/751014");
    expect(text).toContain('id="tabel-result"');
    for (const period of ["2. halvår 2025", "1. halvår 2021"]) expect(text).toContain(`<th scope="row">${period}</th>`);
  });

  it("begins with the newest package, and lists the replaced ones below", async () => {
    const text = await html("/enheder/751014");
    const first = text.indexOf("2025-H2-751014-leader-da-2/package.html");
    expect(first).toBeGreaterThan(0);
    expect(text.indexOf("2025-H2-751014-leader-da-1")).toBeGreaterThan(first);
    expect(await html("/enheder/751022")).toContain("Der er ikke udsendt datapakker for enheden.");
  });

  it("gives a card's figures, and all of them, to be taken home", async () => {
    const lines = async (figure: string) => {
      const path = `/enheder/751014/hent?sammenlign=landet&figur=${figure}&format=csv`;
      const response = await fetch(served.origin + path);
      expect([path, response.status]).toEqual([path, 200]);
      return (await response.text()).trim().split(/\r?\n/).slice(1);
    };
    const one = await lines("udvikling-school-absence");
    expect(new Set(one.map((line) => line.split(";")[0]))).toEqual(new Set(["751014", "000"]));
    expect((await lines("alle-tal")).length).toBeGreaterThan(one.length);
    expect((await fetch(`${served.origin}/enheder/751014/hent?figur=x&format=csv`)).status).toBe(404);
  });

  it("refuses a choice that does not exist", async () => {
    for (const query of ["sammenlign=verden", "kvalitet=x", "kun=1", "x=1"])
      expect((await fetch(`${served.origin}/enheder/751014?${query}`)).status).toBe(400);
  });
});
