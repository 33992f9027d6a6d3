/** Every role of the demonstration does its job by following links, and meets no closed or missing page on the way. */
import type {Browser, Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {insertAgreements} from "../queries/registry/agreements.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {openStage, type Stage} from "./identity-fixture.ts";
import {failedId, fillSlots} from "./slot-rows.ts";

let stage: Stage;
let browser: Browser;

const openDemonstration = () => openStage({isDemonstration: () => true});
openInBrowser(openDemonstration, async (...opened) => {
  [stage, browser] = opened;
  await fillSlots(stage.registry);
  const agreed = {
    unit: "751014",
    period: "2025-H1",
    indicator: "school-absence",
    text: "Morgenmad",
    target: 5
  } as const;
  const followed = {owner: "Lederen", due: "2026-01-15", status: "open", createdAt: "2025-11-01"} as const;
  await insertAgreements(stage.registry, [{...agreed, ...followed}]);
});

/** Where a role goes, link by link: the address of the next link, or what it is like. `purpose:` chooses one on the way. */
const tours: Readonly<Record<string, readonly (readonly (string | RegExp)[])[]>> = {
  leader: [
    ["/", "/pakker", /^\/pakker\/2025-H2-751014/, /package\.html/],
    ["/konto", "/samtaler", /^\/samtale\/751014\//],
    ["/konto", "/aftaler", "/samtaler"],
    ["/konto", "/fund", "/fund/nyt"],
    ["/enheder/751014", "/enheder/751014/egne"],
    ["/enheder/751014", /^\/samtale\//],
    ["/enheder/751014", /^\/tal\//, /^\/noegletal\//]
  ],
  "area-chief": [
    ["/konto", "/godkendelse"],
    ["/konto", "/samtaler", /^\/samtale\//],
    ["/institutioner/751-O1", /^\/enheder\/751014/, /^\/noegletal\//]
  ],
  "administration-chief": [
    ["/konto", "/godkendelse"],
    ["/konto", "/modtagere", "/modtagere/ny"],
    ["/konto", "/samtaler", /^\/samtale\//],
    ["/institutioner/751", /^\/enheder\/\w{6}/],
    ["/raekker", "/konto", "purpose:quality", "/raekker"]
  ],
  politician: [
    ["/", "/pakker", /^\/pakker\/2025-H2-751-councillor/, /package\.html/],
    ["/sammenlign?kommune=751", /^\/noegletal\/|^\/enheder\/|^\/tal\//],
    ["/", "/aarshjul"]
  ],
  analyst: [
    ["/", "/noegletal", /^\/noegletal\/[a-z]/, /\/hent\?/],
    ["/konto", "/leverancer", /^\/leverancer\/\w{64}/],
    ["/", "/standarder", /^\/standarder\/\w/]
  ],
  steward: [
    ["/konto", "/leverancer", /^\/leverancer\/\w{64}/, /^\/standarder\//],
    ["/konto", "/drift", /^\/drift\/opgave/],
    ["/konto", "/fund"],
    ["/fejl"],
    ["/", "/datakvalitet"]
  ],
  administrator: [
    ["/konto", "/brugere"],
    ["/konto", "/proevelogin"],
    ["/konto", "/drift"]
  ],
  auditor: [
    ["/konto", "/log"],
    ["/konto", "/brugere"]
  ],
  citizen: [["/", "/om-dine-data"], ["/konto", "/mine-oplysninger"], ["/fejl"]]
};

describe("a tour through the demonstration as", () => {
  it.each(Object.keys(tours))("%s finds every page that the job needs, and no closed door", async (role) => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("response", (response) => {
      const isAsked = response.status() === 403 && new URL(response.url()).pathname === "/raekker";
      if (response.status() >= 400 && !isAsked)
        problems.push(`${response.status()} ${new URL(response.url()).pathname}`);
    });
    await page.goto(`${stage.origin}/log-ind`);
    await Promise.all([page.waitForNavigation(), page.$eval(`button[value="${role}"]`, (button) => button.click())]);
    const seen = new Set<string>();
    for (const path of ["/datakvalitet", "/aarshjul", "/tal/school-absence/751014/2025-H2", "/adgang"]) {
      await page.goto(stage.origin + path);
      for (const href of await linksOf(page)) seen.add(href);
    }
    for (const [first, ...steps] of tours[role]!) {
      await page.goto(stage.origin + first);
      for (const step of steps) await follow(page, step);
      for (const href of await linksOf(page)) seen.add(href);
    }
    problems.push(...(await closedDoors(page, [...seen])));
    expect(problems).toEqual([]);
    await context.close();
  });

  it("nobody in particular ends at a page with a way on, wherever it was that they should not be", async () => {
    const page = await browser.newPage();
    for (const path of [
      "/brugere",
      "/log",
      "/drift",
      `/drift/opgave?id=${encodeURIComponent(failedId)}`,
      "/nope",
      "/enheder/999999"
    ]) {
      await page.goto(stage.origin + path);
      expect([path, (await linksOf(page)).length > 3]).toEqual([path, true]);
    }
    await page.close();
  });
});

/** Clicks the first link that leads there, as a reader does; fails where there is none. */
async function follow(page: Page, step: string | RegExp): Promise<void> {
  if (String(step).startsWith("purpose:")) return choosePurpose(page, String(step).slice("purpose:".length));
  const hrefs = await linksOf(page);
  const href = hrefs.find((each) => (typeof step === "string" ? each === step : step.test(each)));
  expect([new URL(page.url()).pathname, String(step), href !== undefined]).toEqual([
    new URL(page.url()).pathname,
    String(step),
    true
  ]);
  if (/\/hent\?|package\./.test(href!)) return expect(await statusOf(page, href!)).toBe(200);
  await page.goto(stage.origin + href);
}

async function choosePurpose(page: Page, purpose: string): Promise<void> {
  await page.select("#felt-formaal", purpose);
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('form[action$="/formaal"] button', (button) => button.click())
  ]);
}

function linksOf(page: Page): Promise<string[]> {
  return page.$$eval("a[href]", (links) => [
    ...new Set(
      links
        .map((link) => link.getAttribute("href")!)
        .filter((href) => /^\/(?!\/)/.test(href))
        .map((href) => href.replace(/#.*/, ""))
    )
  ]);
}

/** What is offered on a page and cannot be opened by who sees it. */
async function closedDoors(page: Page, hrefs: readonly string[]): Promise<readonly string[]> {
  const different = [...new Map(hrefs.map((href) => [href.replaceAll(/\d+/g, "0").slice(0, 40), href])).values()];
  const statuses = await Promise.all(
    different.slice(0, 20).map(async (href) => [href, await statusOf(page, href)] as const)
  );
  return statuses.filter(([, status]) => status >= 400).map(([href, status]) => `${status} ${href}`);
}

function statusOf(page: Page, href: string): Promise<number> {
  return page.evaluate(async (path) => (await fetch(path)).status, href);
}
