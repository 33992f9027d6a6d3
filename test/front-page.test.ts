import type {Browser, Page} from "puppeteer-core";
import {beforeEach, describe, expect, it} from "vitest";
import {openInBrowser} from "./browser-fixture.ts";
import {type Served, serveFixture} from "./server-fixture.ts";

let served: Served;
let browser: Browser;
let page: Page;
openInBrowser(serveFixture, (...opened) => {
  [served, browser] = opened;
});
beforeEach(async () => {
  page = await browser.newPage();
  return () => page.close();
});

const open = (path: string) => page.goto(served.origin + path, {waitUntil: "load"});
const json = async (path: string) => (await fetch(served.origin + path)).json();
const active = () =>
  page.$eval(
    "#q",
    (box) => document.getElementById(box.getAttribute("aria-activedescendant") ?? "")?.textContent ?? ""
  );

/** Writes into the box and waits for what it offers. */
async function write(text: string): Promise<void> {
  await page.waitForSelector("#q[role=combobox]");
  await page.type("#q", text);
  await page.waitForFunction(() => document.querySelector(".find__list")?.querySelector("[role=option]"));
}

describe("the search box", () => {
  it("offers what it finds, is walked by arrow keys, and opens what was chosen", async () => {
    await open("/");
    await write("bogelund");
    expect(await page.$eval("#q", (box) => box.getAttribute("aria-expanded"))).toBe("true");
    expect(await page.$eval(".find__row [role=status]", (status) => status.textContent)).toMatch(/^\d+ forslag$/);
    expect(await active()).toBe("");
    await page.keyboard.press("ArrowDown");
    expect(await active()).toContain("Bøgelundskolen");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(new URL(await page.evaluate(() => location.href)).pathname).toBe("/enheder/751014");
  });

  it("comes back to the box after the last, and closes by Escape with the text kept", async () => {
    await open("/");
    await write("aarhus");
    await page.keyboard.press("ArrowUp");
    expect(await active()).not.toBe("");
    await page.keyboard.press("ArrowDown");
    expect(await active()).toBe("");
    await page.keyboard.press("Escape");
    expect(await page.$eval(".find__list", (list) => (list as HTMLElement).hidden)).toBe(true);
    expect(await page.$eval("#q", (box) => (box as HTMLInputElement).value)).toBe("aarhus");
  });

  it("asks for the whole list by Enter, and is answered in English on an English page", async () => {
    await open("/en");
    await write("aarhus");
    expect(await page.$eval(".find__row [role=status]", (status) => status.textContent)).toMatch(/suggestions?$/);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await page.evaluate(() => location.href)).toBe(`${served.origin}/en?q=aarhus`);
    expect(await page.$eval(".results__list a", (link) => link.getAttribute("href"))).toBe("/en/enheder/751");
  });

  it("opens what is clicked", async () => {
    await open("/");
    await write("bogelund");
    await Promise.all([page.waitForNavigation(), page.click(".find__option")]);
    expect(new URL(await page.evaluate(() => location.href)).pathname).toBe("/enheder/751014");
  });

  it("keeps nothing of what was written", async () => {
    await open("/");
    await write("aarhus");
    const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
    expect(kept).toEqual(["", 0, 0]);
  });
});

describe("GET /api/soeg", () => {
  it("answers with addresses and may not be kept", async () => {
    const response = await fetch(`${served.origin}/api/soeg?q=arhus`);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect((await response.json()).groups[0].links[0]).toMatchObject({label: "Aarhus Kommune", href: "/enheder/751"});
    expect((await json("/en/api/soeg?q=arhus")).groups[0].links[0].href).toBe("/en/enheder/751");
  });
  it("finds nothing for nothing, and refuses what it does not know", async () => {
    expect((await json("/api/soeg?q=%20")).groups).toEqual([]);
    expect((await fetch(`${served.origin}/api/soeg?x=1`)).status).toBe(400);
    expect((await fetch(`${served.origin}/api/soeg?q=${"a".repeat(201)}`)).status).toBe(400);
  });
  it("looks only among those that a question can be asked of", async () => {
    const {groups} = await json("/api/soeg?q=aarhus&spm=fravaer");
    const links = groups.flatMap((group: {links: readonly {detail: string; href: string}[]}) => group.links);
    expect(links.length).toBeGreaterThan(1);
    for (const {detail, href} of links) {
      expect(detail).toContain("Skole, ");
      expect(href).toMatch(/#kort-school-absence$/);
    }
  });
});

describe("without script", () => {
  it("goes from a question by way of the municipality to the answer", async () => {
    await page.setJavaScriptEnabled(false);
    await open("/");
    await Promise.all([page.waitForNavigation(), page.click(".front-questions a")]);
    await page.select("#kommune", "751");
    await Promise.all([page.waitForNavigation(), page.click(".front-places button")]);
    expect(await page.$$eval(".listing a", (links) => links.map(({textContent}) => textContent))).toEqual([
      "Bøgelundskolen",
      "Fjordbakkeskolen",
      "Lærkevangsskolen"
    ]);
    await Promise.all([page.waitForNavigation(), page.click(".listing a")]);
    expect(await page.evaluate(() => location.href)).toBe(`${served.origin}/enheder/751014#kort-school-absence`);
    const card = await page.$eval("#kort-school-absence", (element) => (element as HTMLElement).innerText);
    expect(card).toContain("personer bag tallet");
    expect(card).toMatch(/skelnes fra|højere end|lavere end/);
  });

  it("opens a municipality that was chosen", async () => {
    const answer = await fetch(`${served.origin}/?kommune=751`, {redirect: "manual"});
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/enheder/751"]);
    const asked = await fetch(`${served.origin}/en?kommune=751&spm=naboer`, {redirect: "manual"});
    expect(asked.headers.get("location")).toBe("/en/enheder/751?sammenlign=naboer");
  });
});

it("says what is newest by area, and what can be expected when", async () => {
  await open("/");
  const text = await page.$eval(".front-news", (news) => (news as HTMLElement).innerText);
  expect(text).toContain("2. halvår 2025");
  expect(text).toMatch(/1\. halvår 2026: /);
});
