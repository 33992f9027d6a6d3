import type {Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {openInBrowser} from "./browser-fixture.ts";
import {placeRecipient, writeSettings} from "./delivery-fixture.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {violationsIn} from "./violations.ts";

let stage: Stage;
let page: Page;
openInBrowser(openStage, async (opened, browser) => {
  stage = opened;
  writeSettings(stage.dataDir, 25);
  await placeRecipient(stage.registry, {id: "leder", scope: "751014", name: "Lederen"});
  const chief = await signedIn(stage, await makeAccount(stage, "chef", ["administration-chief:751"], "x"));
  page = await browser.newPage();
  await page.setCookie({name: "aarshjul", value: chief.cookies.get("aarshjul")!, url: stage.origin});
});

async function isWell(): Promise<void> {
  expect(await violationsIn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewport()!.width);
}

const go = (act: () => Promise<unknown>) => Promise.all([page.waitForNavigation(), act()]);
const textOf = (selector: string) => page.$eval(selector, (each) => each.textContent ?? "");

describe.each([1280, 320])("recipients at %i px", (width) => {
  it("are added, corrected, changed and closed by keyboard and without a problem for anybody", async () => {
    await page.setViewport({width, height: 900});
    await page.goto(`${stage.origin}/modtagere`);
    await isWell();
    await go(() => page.click(".page .actions a, main .actions a"));
    await isWell();
    await page.focus("#felt-navn");
    await page.keyboard.type(`Bestyrelsen ${width}`);
    await page.keyboard.press("Tab");
    await page.keyboard.type("bestyrelse@gmail.com");
    await go(() => page.keyboard.press("Enter"));
    expect(await textOf(".alert-error")).toContain("Der må ikke sendes til gmail.com");
    await isWell();
    await page.click("#felt-adresse", {count: 3});
    await page.keyboard.type(`b${width}@aarhus.dk`);
    await page.select("#felt-enhed", "751-O1");
    await page.focus("#udgave-leader");
    await page.keyboard.press("Space");
    await go(() => page.keyboard.press("Enter"));
    expect(await textOf(".outlook-box")).toContain("Datapakker til skoler");
    await isWell();
    await go(() => page.click(".outlook-box button"));
    expect(await textOf("h1")).toBe(`Bestyrelsen ${width}`);
    await isWell();
    await go(() => page.click(".recipient-switch button"));
    expect(await textOf("h1")).toContain("lukket");
    await go(() => page.click(".recipient-switch button"));
    expect(await page.$$eval("#historie ~ .scroll tbody tr", (rows) => rows.length)).toBe(3);
    await isWell();
  });
});
