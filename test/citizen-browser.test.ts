/** The pages about persons' data in a browser: accessible, without console errors, in both languages. */
import type {Browser, Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {askForRows, decideRows} from "../queries/registry/row-requests.ts";
import {keepTicket} from "../server/identity/citizen-tickets.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {violationsIn} from "./violations.ts";

const holdings = ["2025-H1", "2025-H2"].map((period) => ({standard: "absence", municipality: "751", period}));

let stage: Stage;
let browser: Browser;
let page: Page;
const problems: string[] = [];

const openWithHoldings = () => openStage({holdings: async () => holdings});
openInBrowser(openWithHoldings, async (...opened) => {
  [stage, browser] = opened;
  page = await browser.newPage();
  page.on("console", (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(String(error)));
  const about = {kind: "extract", standard: "absence", municipalities: ["751"], delivery: ""} as const;
  const why = {
    purpose: "statistics",
    reason: "Analyse",
    askedBy: "en anden",
    askedAt: "2026-02-01T08:00:00Z"
  } as const;
  for (const period of ["2025-H1", "2025-H2"]) {
    const number = await askForRows(stage.registry, {...about, ...why, period});
    if (period === "2025-H1")
      await decideRows(stage.registry, number, {approved: true, by: "chef", at: stage.clock.now});
  }
});

async function enter(name: string, grant: string): Promise<string> {
  const account = await makeAccount(stage, name, [grant], "x");
  const visitor = await signedIn(stage, account);
  await visitor.post("/konto/formaal", {formaal: "supervision"});
  const value = visitor.cookies.get("aarshjul")!;
  await browser.setCookie({name: "aarshjul", value, domain: "127.0.0.1", path: "/"});
  return account;
}

async function isFine(path: string): Promise<void> {
  await page.goto(stage.origin + path, {waitUntil: "load"});
  for (const width of [1280, 320]) {
    await page.setViewport({width, height: 800});
    const found = await violationsIn(page);
    expect([path, width, found]).toEqual([path, width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(problems).toEqual([]);
}

describe("pages about persons' data", () => {
  it("are accessible to a citizen about themselves", async () => {
    keepTicket(stage.deps.identity, await enter("borger", "citizen:self"), "ticket");
    await isFine("/mine-oplysninger");
    await isFine("/en/mine-oplysninger");
  });
  it("are accessible to who decides on rows, who can say yes with the keyboard", async () => {
    await enter("chef", "administration-chief:751");
    await isFine("/en/raekker");
    await isFine("/raekker");
    await page.setViewport({width: 1280, height: 800});
    await page.focus("form[action^='/raekker/R-'] button[value=ja]");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await page.$$("form[action^='/raekker/R-']")).toHaveLength(0);
    expect(await page.$eval("main", (main) => main.textContent)).toContain("aarshjul rows take R-");
  });
});
