/** The pages of sign-off and recipients in every state, in a browser, wide and narrow. */
import type {Browser, Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {recordBounce} from "../queries/registry/bounces.ts";
import {findIssue, recordIssues} from "../queries/registry/issues.ts";
import type {Registry} from "../queries/registry/open.ts";
import {recordStep} from "../queries/registry/signoffs.ts";
import type {SignoffStep} from "../queries/registry/signoffs-steps.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {placeRecipient} from "./delivery-fixture.ts";
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
  await placeRecipient(registry, {id: "p1", scope: "751014"});
  const bounce = {issue: corrected, recipient: "p1", address: "p1@aarhus.dk", status: "5.1.1", at: at.toISOString()};
  await recordBounce(registry, {...bounce, id: "b", action: "failed", source: "report", answer: "550 ukendt"});
}

const pages = [
  "/godkendelse",
  "/en/godkendelse?udgave=area",
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
});
