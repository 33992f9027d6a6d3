import type {Browser, Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {insertAgreements} from "../queries/registry/agreements.ts";
import {writeDrafts} from "../queries/registry/conversation-writes.ts";
import {fixtureRecipient} from "./access-expected.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {placeRecipient} from "./delivery-fixture.ts";
import {fillObservations, writtenId} from "./observation-rows.ts";
import {rejectedDelivery, type Served, serveFixture} from "./server-fixture.ts";
import {failedId, fillSlots, refreshId} from "./slot-rows.ts";
import {violationsIn} from "./violations.ts";

const issue = "2025-H2-751014-leader-da-1";
const pages = [
  "/",
  "/?q=arhus",
  "/?q=zzzzzz",
  "/?spm=fravaer",
  "/?spm=fravaer&kommune=751",
  "/pakker",
  "/pakker?udgave=area",
  `/pakker/${issue}`,
  "/enheder/000",
  "/enheder/751",
  "/enheder/751014",
  "/enheder/082",
  "/enheder/751014-7B",
  "/enheder/751014?sammenlign=landet&kun=forskel",
  "/enheder/751014?soeg=zzzzzz",
  "/enheder/751?kvalitet=findings",
  "/enheder/751099",
  "/enheder/G75102",
  "/noegletal",
  "/noegletal/school-absence",
  "/noegletal/school-absence?kommune=751",
  "/noegletal/school-absence?enhed=751014-7B",
  "/noegletal/wellbeing-general?kommune=740",
  "/noegletal?q=zzzz",
  "/noegletal?q=trivsel&omraade=school",
  "/noegletal/school-absense",
  "/noegletal/school-absence?kommune=751&enhed=751014&visning=tal",
  "/noegletal/school-absence?kommune=751&gruppe=740,746&navn=Os&visning=felter",
  "/noegletal/school-absence?kommune=nix&x=1",
  "/noegletal/school-absence?kommune=999&gruppe=1&periode=2031",
  "/noegletal/population",
  "/en/noegletal?q=wellbeing",
  "/en/noegletal/wellbeing-general?kommune=751&enhed=751022&visning=navn",
  "/tal/school-absence/751014/2025-H2",
  "/tal/school-absence/751/1999",
  "/fejl",
  "/datakvalitet",
  "/datakvalitet?status=missing",
  "/en/datakvalitet?kommune=751",
  "/sammenlign",
  "/sammenlign?kommune=751&x=pupils&y=school-absence",
  "/sammenlign?kommune=746&gruppe=nope&tal=nope,school-absence",
  "/sammenlign?enhed=G75102",
  "/en/sammenlign?kommune=751&gruppe=740,746&navn=Two",
  "/sammenlign/lignende",
  "/sammenlign/lignende?kommune=751&resultat=school-absence&ressource=daycare-ratio-0-2",
  "/institutioner/751",
  "/institutioner/746?slags=leisure",
  "/en/institutioner/751-O1?sorter=-school-absence&q=skolen",
  "/raekker",
  "/en/raekker?afgjort=1",
  "/om-dine-data",
  "/en/om-dine-data",
  "/aarshjul",
  "/aarshjul?kommune=746&omraade=school&slags=meeting&rolle=Skolechef",
  "/en/aarshjul?omraade=daycare&aar=2025",
  "/aftaler",
  "/samtaler",
  "/en/samtaler?tilstand=none&periode=2025-H1",
  "/samtale/751014/2025-H2/learning",
  "/samtale/751014/2025-H2/learning/historik",
  "/samtale/G75101/2025-H2/supervision",
  "/en/samtale/751014/2025-H1/school-development",
  "/en/aftaler?omraade=751&status=done",
  "/kalendere",
  "/en/kalendere?gjort=closed",
  "/fund",
  "/fund?hvis=alle&tema=play",
  `/fund/${writtenId}`,
  `/en/fund/${writtenId}?gjort=changed`,
  `/fund/${writtenId}/ret`,
  "/fund/nyt",
  "/en/fund/nyt?enhed=751014",
  "/drift",
  "/drift?tilstand=skipped",
  "/drift?tilstand=failed&valgt=alle&gjort=retried&antal=2&andre=1",
  `/drift/opgave?id=${encodeURIComponent(failedId)}`,
  `/en/drift/opgave?id=${encodeURIComponent(refreshId)}`,
  "/modtagere",
  "/en/modtagere?gjort=aabnet&antal=2",
  "/modtagere/ny",
  "/en/modtagere/ny",
  `/modtagere/${fixtureRecipient}`,
  `/en/modtagere/${fixtureRecipient}?gjort=changed`,
  `/modtagere/${fixtureRecipient}/ret`,
  `/modtagere/${fixtureRecipient}/ret?fra=1`,
  "/leverancer",
  "/leverancer?status=rejected",
  `/leverancer/${rejectedDelivery}`,
  "/standarder",
  "/standarder/wellbeing",
  "/om",
  "/nope",
  "/om?x=1",
  "/en",
  "/en/enheder/751014",
  "/en/noegletal/school-absence?kommune=751"
];

let served: Served;
let browser: Browser;
let page: Page;
const problems: string[] = [];

openInBrowser(serveFixture, async (...opened) => {
  [served, browser] = opened;
  const registry = (await served.deps.registry())!;
  await fillSlots(registry);
  await fillObservations(registry);
  await placeRecipient(registry, {id: fixtureRecipient, scope: "751014"});
  const agreed = {
    unit: "751014",
    period: "2025-H1",
    indicator: "school-absence",
    text: "Morgenmad",
    target: 5
  } as const;
  const followed = {owner: "Lederen", due: "2026-01-15", status: "open", createdAt: "2025-11-01"} as const;
  await insertAgreements(registry, [{...agreed, ...followed}]);
  const held = {unit: "751014", period: "2025-H2", template: "learning"} as const;
  const writer = {by: "everybody", at: "2026-01-20T09:00:00.000Z", knows: () => true};
  await writeDrafts(registry, held, [{part: "notes", base: 0, text: "Fraværet falder."}], writer);
  page = await browser.newPage();
  page.on("console", (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(served.origin) && !request.url().startsWith("data:"))
      problems.push(`other origin: ${request.url()}`);
  });
});

async function open(path: string, width = 1280): Promise<void> {
  problems.length = 0;
  await page.setViewport({width, height: 900});
  await page.goto(served.origin + path, {waitUntil: "load"});
}

describe("pages in a browser", () => {
  it.each(pages)("%s has no console error and no accessibility violation, wide and narrow", async (path) => {
    await open(path);
    expect(problems.filter((problem) => !/the server responded with a status of 40[04]/.test(problem))).toEqual([]);
    expect(await violationsIn(page)).toEqual([]);
    await page.evaluate(() =>
      document.querySelectorAll("details").forEach((each) => {
        each.open = true;
      })
    );
    await page.setViewport({width: 320, height: 700});
    expect(await violationsIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it("gives every page a title and a main heading of its own", async () => {
    const seen: string[] = [];
    for (const path of pages.filter((each) => !each.includes("?") && !each.startsWith("/en") && each !== "/nope")) {
      await open(path);
      seen.push(await page.title());
      expect(await page.$$eval("h1", (found) => found.length)).toBe(1);
    }
    expect(new Set(seen).size).toBe(seen.length);
  });
});

it("opens the HTML edition of a package under its own policy with its own style", async () => {
  await open(`/pakker/${issue}/package.html`);
  expect(problems).toEqual([]);
  expect(await page.$eval("p", (element) => getComputedStyle(element).color)).toBe("rgb(17, 34, 51)");
});

describe("without script", () => {
  it("searches, follows the hit to its unit and on to an indicator with a drawn chart", async () => {
    await page.setJavaScriptEnabled(false);
    await open("/");
    await page.type("#q", "bogelundskol");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(page.url()).toContain("?q=bogelundskol");
    await Promise.all([page.waitForNavigation(), page.click(".results__list a")]);
    expect(new URL(page.url()).pathname).toBe("/enheder/751014");
    await Promise.all([page.waitForNavigation(), page.click(".unit-card__links a")]);
    expect(new URL(page.url()).searchParams.get("enhed")).toBe("751014");
    expect(await page.$(".drawing__wide svg path")).not.toBeNull();
    await page.setJavaScriptEnabled(true);
  });

  it("filters by a form whose state stands in the address", async () => {
    await page.setJavaScriptEnabled(false);
    await open("/pakker");
    await page.select("#valg-udgave", "area");
    await Promise.all([page.waitForNavigation(), page.click(".filters button")]);
    expect(new URL(page.url()).searchParams.get("udgave")).toBe("area");
    expect(await page.$$eval(".packages tbody tr", (rows) => rows.length)).toBe(1);
    await page.setJavaScriptEnabled(true);
  });
});

describe("keyboard", () => {
  it("reaches the skip link first, then everything in order, each with a visible focus", async () => {
    await open("/");
    await page.keyboard.press("Tab");
    expect(await focused()).toMatchObject({href: "#indhold"});
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused()).toMatchObject({id: "q"});
    for (let step = 0; step < 12; step++) {
      const {outline} = await focused();
      expect(outline).toBeGreaterThanOrEqual(2);
      await page.keyboard.press("Tab");
    }
  });

  it("opens a table behind a chart", async () => {
    await open("/noegletal/school-absence?kommune=751");
    await page.focus("summary");
    await page.keyboard.press("Enter");
    expect(await page.$eval("details", (details) => details.open)).toBe(true);
  });

  function focused() {
    return page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const {outlineWidth, outlineStyle} = getComputedStyle(element);
      const outline = outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
      return {id: element.id, href: element.getAttribute("href"), outline};
    });
  }
});

describe("print", () => {
  it("leaves out what only works on a screen and keeps the words about the data", async () => {
    await open("/enheder/751014");
    await page.emulateMediaType("print");
    const shown = await page.evaluate(() => {
      const isShown = (selector: string) => document.querySelector<HTMLElement>(selector)!.offsetParent !== null;
      return {
        menu: isShown(".menu"),
        filters: isShown(".unit-filters"),
        demonstration: isShown(".demo"),
        card: isShown(".unit-card")
      };
    });
    await page.emulateMediaType();
    expect(shown).toEqual({menu: false, filters: false, demonstration: true, card: true});
  });
});
