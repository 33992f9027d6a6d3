import type {Browser, Page} from "puppeteer-core";
import {beforeEach, describe, expect, it} from "vitest";
import {openInBrowser} from "./browser-fixture.ts";
import {writeReleaseFixture} from "./release-fixture.ts";
import {type Served, serveFixture} from "./server-fixture.ts";

const address = "/noegletal/school-absence?kommune=751";

let served: Served;
let browser: Browser;
let page: Page;
openInBrowser(serveFixture, (...opened) => {
  [served, browser] = opened;
});
beforeEach(async () => {
  page = await (await browser.createBrowserContext()).newPage();
});

const noticeOf = () => page.waitForFunction(() => document.querySelector("[data-notice]:not([hidden])")?.textContent);
const ready = () => page.waitForSelector("[data-ready]");
const choose = (municipality: string) => page.select("#valg-kommune", municipality);

describe("a page whose script is awake", () => {
  it("follows its form by slices alone, pushes the address, and goes back", async () => {
    await page.goto(served.origin + address);
    await ready();
    const before = await page.$eval(".now", (element) => element.textContent);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await choose("740");
    await page.waitForFunction(() => location.search.includes("kommune=740"));
    await page.waitForFunction((old) => document.querySelector(".now")?.textContent !== old, {}, before);
    expect(asked.filter((path) => !path.startsWith(`/api/${served.manifest.id}/`))).toEqual([]);
    const spoken = await page.$eval("[data-spoken]", (element) => element.textContent);
    expect(spoken).toMatch(/^Elevfravær/);
    await page.goBack();
    await page.waitForFunction((old) => document.querySelector(".now")?.textContent === old, {}, before);
  });

  it("shows the same when the address is shared, with script and without", async () => {
    await page.goto(served.origin + address);
    await ready();
    await choose("740");
    await page.waitForFunction(() => location.search.includes("kommune=740"));
    const words = () =>
      page.$eval("#visning", (element) => {
        for (const button of element.querySelectorAll("[data-figure] button")) button.remove();
        return (element as HTMLElement).innerText.replaceAll(/\s+/g, " ");
      });
    const followed = await words();
    await page.setJavaScriptEnabled(false);
    await page.goto(await page.evaluate(() => location.href));
    expect(await words()).toBe(followed);
  });

  it("keeps what it shows, and says so, when a slice cannot be had", async () => {
    await page.goto(served.origin + address);
    await ready();
    const before = await page.$eval("#visning", (element) => element.innerHTML);
    await page.setRequestInterception(true);
    page.on("request", (request) =>
      new URL(request.url()).pathname.startsWith("/api/") ? request.abort() : request.continue()
    );
    await choose("740");
    expect(await (await noticeOf()).jsonValue()).toContain("Tallene kunne ikke hentes");
    expect(await page.$eval("[data-notice] a", (link) => link.getAttribute("href"))).toContain("kommune=740");
    expect(await page.$eval("#visning .now", (element) => element.textContent)).toBeTruthy();
    expect(before).toContain(await page.$eval("#visning .now", (element) => element.innerHTML));
  });

  it("stands without the script when the script cannot be had", async () => {
    await page.setRequestInterception(true);
    page.on("request", (request) =>
      new URL(request.url()).pathname.endsWith(".js") ? request.abort() : request.continue()
    );
    await page.goto(served.origin + address);
    expect(await page.$(".figure svg path")).not.toBeNull();
    await choose("740");
    await Promise.all([page.waitForNavigation(), page.click("#visning form button[type=submit]")]);
    expect(await page.evaluate(() => location.href)).toContain("kommune=740");
  });

  it("announces a release that comes while it is open, and keeps to the one it began with", async () => {
    await page.goto(served.origin + address);
    await ready();
    const next = await writeReleaseFixture({dataDir: served.dataDir, halfYears: 5});
    await served.deps.releases.refresh();
    const asked: string[] = [];
    page.on("response", (response) => asked.push(`${response.status()} ${new URL(response.url()).pathname}`));
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    expect(await (await noticeOf()).jsonValue()).toContain("Der er kommet nye tal");
    await choose("740");
    await page.waitForFunction(() => location.search.includes("kommune=740"));
    expect(asked.filter((line) => line.includes(next.manifest.id))).toEqual([]);
    expect(asked.some((line) => line.startsWith(`200 /api/${served.manifest.id}/`))).toBe(true);
    await Promise.all([page.waitForNavigation(), page.click("[data-notice] a")]);
    expect(await page.$eval("body", (body) => body.dataset.release)).toBe(next.manifest.id);
  });
});
