/** The pages of identity in a browser: accessible, without script, by keyboard, and the demonstration's entrances. */
import type {Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {invite} from "../queries/registry/codes.ts";
import {parseSettings} from "../server/identity/settings.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {makeAccount, openStage, passphrase, type Stage} from "./identity-fixture.ts";
import {violationsIn} from "./violations.ts";
import {openVisitor} from "./visitor.ts";

let stage: Stage;
let page: Page;
const problems: string[] = [];

const {staff} = parseSettings({
  staff: {
    issuer: "https://idp.example",
    client_id: "x",
    client_secret_file: "x",
    required_acr: ["substantial"],
    roles_from: [{claim: "roles", format: "list"}],
    role_map: {}
  }
});
const settings = {local: true, staff};
const openWithStaff = () => openStage({isDemonstration: () => true, settings});
openInBrowser(openWithStaff, async (opened, browser) => {
  stage = opened;
  page = await browser.newPage();
  page.on("console", (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(String(error)));
});

async function open(path: string): Promise<void> {
  await page.setViewport({width: 1280, height: 900});
  await page.goto(stage.origin + path, {waitUntil: "load"});
}

async function press(selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.$eval(selector, (element) => (element as HTMLElement).click())]);
}

async function isFine(): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewport({width, height: 800});
    const found = await violationsIn(page);
    expect([page.url(), width, found]).toEqual([page.url(), width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(problems.filter((problem) => !/status of 4\d\d/.test(problem))).toEqual([]);
}

async function as(role: string): Promise<void> {
  await open("/log-ind");
  await press(`button[value="${role}"]`);
}

describe("pages of identity", () => {
  it.each([
    "/log-ind",
    "/log-ind?til=%2Fkonto",
    "/log-ind?ud=staff",
    "/en/log-ind",
    "/invitation",
    "/adgang",
    "/en/adgang"
  ])("%s is accessible, wide and narrow", async (path) => {
    await open(path);
    await isFine();
  });

  it("are accessible to who is signed in, also where something is wrong", async () => {
    await as("administrator");
    for (const path of ["/brugere", "/proevelogin", "/konto", "/en/konto", "/leverancer"]) {
      await open(path);
      await isFine();
    }
    await open("/brugere");
    for (const [name, text] of [
      ["vist", "Lis"],
      ["navn", "lis"],
      ["roller", "leader:*"]
    ])
      await page.type(`#felt-${name}`, text!);
    await press("main form button");
    await isFine();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
    await as("auditor");
    await open("/log");
    await isFine();
    await as("steward");
    await open("/konto/opslag");
    await isFine();
  });

  it("take a user from an invitation to two steps by keyboard alone", async () => {
    const id = await makeAccount(stage, "tastatur", ["steward:751"]);
    const code = await invite(stage.registry, id, stage.clock.now, 10);
    await open("/invitation");
    await page.waitForFunction(() => document.activeElement?.id === "felt-kode");
    await page.keyboard.type(code);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await isFine();
    await page.focus("#felt-saetning");
    await page.keyboard.type(passphrase);
    await page.keyboard.press("Tab");
    await page.keyboard.type(passphrase);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(new URL(page.url()).pathname).toBe("/log-ind/app");
    await isFine();
    expect(await page.$eval(".enrol__picture", (element) => element.getAttribute("aria-label"))).toContain("nøglen");
  });

  it("work without script", async () => {
    await page.setJavaScriptEnabled(false);
    await as("leader");
    await page.setJavaScriptEnabled(true);
    await open("/konto");
    expect(await page.$eval("main", (element) => element.textContent)).toContain("Leder: Bøgelundskolen");
  });
});

describe("the demonstration's entrances", () => {
  it("are there for each role, and lead to where it may go", async () => {
    const reach: Readonly<Record<string, string | null>> = {
      steward: "/leverancer",
      administrator: "/brugere",
      auditor: "/log",
      leader: null,
      politician: null
    };
    for (const [role, own] of Object.entries(reach)) {
      const somebody = openVisitor(stage.origin);
      expect((await somebody.post("/log-ind/demonstration", {rolle: role, til: ""})).status).toBe(303);
      for (const path of ["/leverancer", "/brugere", "/log"])
        expect([role, path, (await somebody.get(path)).status]).toEqual([
          role,
          path,
          path === own || isBoth(role, path) ? 200 : 403
        ]);
    }
  });

  it.each([
    ["real data", {isDemonstration: () => false}],
    ["a server that listens to others", {onLoopback: false}],
    ["an address that others know", {publicUrl: new URL("https://tal.kommune.dk")}]
  ])("are closed with %s", async (_, change) => {
    const other = await openStage({isDemonstration: () => true, ...change});
    const somebody = openVisitor(other.origin);
    const origin = "publicUrl" in change ? "https://tal.kommune.dk" : other.origin;
    expect((await somebody.get("/log-ind")).text).not.toContain("Prøv som en anden");
    expect((await somebody.post("/log-ind/demonstration", {rolle: "steward", til: ""}, {origin})).status).toBe(404);
    await other.close();
  });

  it("are closed to who comes by a proxy or under another name, and their sessions end when data become real", async () => {
    const somebody = openVisitor(stage.origin);
    const form = {rolle: "steward", til: ""};
    const forwarded = {"x-forwarded-for": "10.0.0.1"};
    expect((await somebody.post("/log-ind/demonstration", form, forwarded)).status).toBe(404);
    expect((await somebody.get("/log-ind", forwarded)).text).not.toContain("Prøv som en anden");
    let real = false;
    const other = await openStage({isDemonstration: () => !real});
    const visitor = openVisitor(other.origin);
    await visitor.post("/log-ind/demonstration", form);
    expect((await visitor.get("/leverancer")).status).toBe(200);
    real = true;
    expect((await visitor.get("/leverancer")).status).toBe(303);
    await other.close();
  });
});

describe("behind https", () => {
  it("the cookie is for this host alone", async () => {
    const other = await openStage({publicUrl: new URL("https://tal.kommune.dk")});
    await makeAccount(other, "leder", ["leader:751014"]);
    const origin = "https://tal.kommune.dk";
    const form = {navn: "leder", saetning: passphrase, til: ""};
    const done = await openVisitor(other.origin).post("/log-ind", form, {origin});
    expect(done.headers.getSetCookie()[0]).toMatch(
      /^__Host-aarshjul=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/
    );
    expect((await openVisitor(other.origin).post("/log-ind", form)).status).toBe(400);
    await other.close();
  });

  it("nobody signs in without it from another machine", async () => {
    const somebody = openVisitor(stage.origin);
    const forwarded = {"x-forwarded-for": "10.0.0.1"};
    expect((await somebody.get("/log-ind", forwarded)).text).toContain("Her kan man ikke logge ind");
    expect((await somebody.post("/log-ind", {navn: "x", saetning: "y", til: ""}, forwarded)).status).toBe(404);
  });
});

function isBoth(role: string, path: string): boolean {
  return role === "auditor" && path === "/brugere";
}
