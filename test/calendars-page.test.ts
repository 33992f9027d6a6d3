import type {Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {createCalendarToken, listCalendars} from "../queries/registry/calendar-tokens.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {openVisitor, type Visitor} from "./visitor.ts";

let stage: Stage;
let page: Page;
let leader: Visitor;
let leaderId: string;
let chief: Visitor;
let neighbour: Visitor;
openInBrowser(openStage, async (opened, browser) => {
  stage = opened;
  leaderId = await makeAccount(stage, "leder", ["leader:751014"], "x");
  leader = await signedIn(stage, leaderId);
  chief = await signedIn(stage, await makeAccount(stage, "chef", ["administration-chief:751"], "x"));
  neighbour = await signedIn(stage, await makeAccount(stage, "nabo", ["steward:740"], "x"));
  page = await browser.newPage();
  await page.setCookie({name: "aarshjul", value: leader.cookies.get("aarshjul")!, url: stage.origin});
});

const make = (owner: string, municipality = "751") => {
  const createdAt = "2026-02-01T08:00:00.000Z";
  return createCalendarToken(stage.registry, {municipality, area: "school", language: "da", owner, createdAt});
};
const idOf = async (owner: string) => (await listCalendars(stage.registry, {owner}))[0]!.id;
const readAs = (token: string) => openVisitor(stage.origin).get(`/kalender/${token}.ics`);

describe("GET /kalendere", () => {
  it("says where addresses are made while there are none", async () => {
    await page.goto(`${stage.origin}/aarshjul?kommune=751`);
    await Promise.all([page.waitForNavigation(), page.click(".wheel-feed .onward a")]);
    expect(await page.$eval("main", (each) => each.textContent)).toContain("Du har ingen kalenderadresser");
    expect(await page.$("#andres")).toBeNull();
  });

  it("closes one's own by keyboard and without script, and its readers are told so", async () => {
    const token = await make(leaderId);
    expect((await readAs(token)).status).toBe(200);
    await page.setJavaScriptEnabled(false);
    await page.goto(`${stage.origin}/kalendere`);
    await page.focus(".calendar-acts button");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await page.$eval(".alert-success", (each) => each.textContent)).toContain("Adressen er lukket.");
    await page.setJavaScriptEnabled(true);
    const closed = await readAs(token);
    expect(closed.status).toBe(410);
    expect(closed.headers.get("content-type")).toContain("text/plain");
    expect(closed.text).toContain("Denne kalenderadresse er lukket.");
    expect(closed.headers.get("cache-control")).toContain("no-store");
  });

  it("makes a new address in place of an old one", async () => {
    const old = await make(leaderId);
    const answer = await leader.post("/kalendere/ny", {kalender: await idOf(leaderId)});
    expect(answer.status).toBe(201);
    const fresh = /\/kalender\/([\w-]{32})\.ics/.exec(answer.text)![1]!;
    expect((await readAs(old)).status).toBe(410);
    expect((await readAs(fresh)).status).toBe(200);
    expect((await leader.get("/kalendere")).text).not.toContain(fresh);
    expect((await leader.post("/kalendere/luk", {kalender: await idOf(leaderId)})).location).toBe(
      "/kalendere?gjort=closed"
    );
  });

  it("lets who answers for the municipality close those of others, and nobody else", async () => {
    const token = await make(leaderId);
    await make("Skolechef");
    const id = await idOf(leaderId);
    expect((await neighbour.get("/kalendere")).text).not.toContain(id);
    expect((await neighbour.post("/kalendere/luk", {kalender: id})).status).toBe(403);
    expect((await chief.post("/kalendere/ny", {kalender: id})).status).toBe(403);
    const list = (await chief.get("/kalendere")).text;
    expect(list).toContain("Skolechef");
    expect(list).toContain(id);
    expect((await chief.post("/kalendere/luk", {kalender: id})).location).toBe("/kalendere?gjort=closed");
    expect((await chief.post("/kalendere/luk", {kalender: id})).location).toBe("/kalendere?gjort=gone");
    expect((await readAs(token)).status).toBe(410);
    expect((await chief.post("/kalendere/luk", {kalender: "0".repeat(64)})).status).toBe(404);
    expect((await openVisitor(stage.origin).get("/kalendere")).status).not.toBe(200);
  });
});
