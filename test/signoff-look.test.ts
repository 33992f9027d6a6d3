/** The pages of sign-off and recipients in every state, in a browser, wide and narrow. */
import {rm} from "node:fs/promises";
import {join} from "node:path";
import type {Browser, Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {storesOf} from "../queries/config.ts";
import {recordBounce} from "../queries/registry/bounces.ts";
import {findIssue, recordIssues} from "../queries/registry/issues.ts";
import type {Registry} from "../queries/registry/open.ts";
import {recordStep} from "../queries/registry/signoffs.ts";
import type {SignoffStep} from "../queries/registry/signoffs-steps.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {placeIssue, placeRecipient} from "./delivery-fixture.ts";
import {type Served, serveFixture} from "./server-fixture.ts";
import {violationsIn} from "./violations.ts";

const at = new Date("2026-01-30T09:00:00Z");
const issueOf = (name: string) => `2025-H2-${name}-da-1`;
const corrected = "2025-H2-751014-leader-da-2";

let served: Served;
let registry: Registry;
let browser: Browser;
let page: Page;
const problems: string[] = [];

openInBrowser(serveFixture, async (...opened) => {
  [served, browser] = opened;
  registry = (await served.deps.registry())!;
  await sketch();
  page = await browser.newPage();
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
});

/** One package in each state. */
async function sketch(): Promise<void> {
  for (const table of ["signoffs", "signoff_events"] as const) await registry.deleteFrom(table).execute();
  const second = (await findIssue(registry, corrected))!;
  await registry.deleteFrom("issues").where("issue", "=", corrected).execute();
  const take = async (name: string, step: SignoffStep, releaseAt?: Date) =>
    recordStep(registry, (await findIssue(registry, name))!, {step, by: "Skolechef", at, comment: "Set.", releaseAt});
  await take(issueOf("751014-leader"), "preview");
  await take(issueOf("751014-leader"), "sign", at);
  await recordIssues(registry, [{...second, reason: "", reasonAt: ""}]);
  await take(issueOf("751-municipality"), "preview");
  await take(issueOf("751-municipality"), "sign", new Date("2026-03-01T07:00:00Z"));
  await take(issueOf("751-councillor"), "preview");
  const gone = await placeIssue(registry, served.dataDir, {unit: "751022"});
  await rm(join(storesOf(served.dataDir).packages, gone.issue), {recursive: true});
  await placeRecipient(registry, {id: "p1", scope: "751014"});
  const bounce = {issue: corrected, recipient: "p1", address: "p1@aarhus.dk", status: "5.1.1", at: at.toISOString()};
  await recordBounce(registry, {...bounce, id: "b", action: "failed", source: "report", answer: "550 ukendt"});
}

const pages = [
  "/godkendelse",
  "/en/godkendelse?udgave=area",
  "/godkendelse?valgt=alle",
  "/en/godkendelse?udgave=leader&gjort=explain&antal=2&andre=1",
  `/godkendelse/${issueOf("751022-leader")}`,
  `/en/godkendelse/${issueOf("751022-leader")}`,
  "/godkendelse?periode=2024-H1",
  `/godkendelse/${issueOf("751-O1-area")}`,
  `/godkendelse/${issueOf("751-municipality")}`,
  `/godkendelse/${issueOf("751-councillor")}`,
  `/godkendelse/${issueOf("751014-leader")}`,
  `/en/godkendelse/${corrected}`,
  `/pakker/${issueOf("751014-leader")}`,
  "/modtagere",
  "/en/modtagere?gjort=aabnet&antal=2"
];

describe("pages of sign-off in a browser", () => {
  it.each(pages)("%s has no error and no accessibility violation, wide and narrow", async (path) => {
    problems.length = 0;
    await page.setViewport({width: 1280, height: 900});
    await page.goto(served.origin + path, {waitUntil: "load"});
    expect(problems).toEqual([]);
    expect(await violationsIn(page)).toEqual([]);
    await page.setViewport({width: 320, height: 700});
    expect(await violationsIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it("are worked by keyboard: a package is chosen and signed off without a mouse", async () => {
    await page.setViewport({width: 1280, height: 900});
    await page.goto(`${served.origin}/godkendelse`, {waitUntil: "load"});
    const name = issueOf("751-councillor");
    const box = `[id="v-${name}"]`;
    expect(await page.$eval(box, (each) => (each as HTMLInputElement).checked)).toBe(true);
    await page.focus(box);
    await page.keyboard.press("Space");
    expect(await page.$eval(box, (each) => (each as HTMLInputElement).checked)).toBe(false);
    await page.keyboard.press("Space");
    await page.focus("#bemaerkning");
    await page.keyboard.type("Klar til byrådet.");
    await page.keyboard.press("Tab");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(page.url()).toContain("gjort=sign&antal=1");
    expect(await page.$eval(".alert-success", (each) => each.textContent)).toContain("1 pakke er godkendt.");
  });

  it.each([1280, 320])("let one reason be written for many by keyboard, at %i px", async (width) => {
    await registry.deleteFrom("signoffs").where("issue", "=", corrected).execute();
    await registry.deleteFrom("signoff_events").where("issue", "=", corrected).execute();
    problems.length = 0;
    await page.setViewport({width, height: 800});
    await page.goto(`${served.origin}/godkendelse`, {waitUntil: "load"});
    await page.focus(`[id="v-${corrected}"]`);
    await page.keyboard.press("Space");
    await page.focus("#faelles");
    await page.keyboard.type("Ring til 010203-1234.");
    await page.keyboard.press("Tab");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await page.$eval(".alert-error", (each) => each.textContent)).toContain("personnummer");
    expect(await violationsIn(page)).toEqual([]);
    await page.$eval("#faelles", (each) => (each as HTMLTextAreaElement).select());
    await page.keyboard.type("Fraværet var talt dobbelt.");
    await page.keyboard.press("Tab");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await page.$eval("h1", (each) => each.textContent)).toBe("Begrundelse til 1 rettelse");
    expect(await page.$eval(".preview-box__reason", (each) => each.textContent)).toBe("Fraværet var talt dobbelt.");
    expect(await violationsIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.focus('[value="gem"]');
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(page.url()).toContain("gjort=explain&antal=1");
    expect(await page.$eval(".alert-success", (each) => each.textContent)).toContain("gemt ved 1 pakke");
    expect(problems.filter((problem) => !problem.includes("422"))).toEqual([]);
  });
});
