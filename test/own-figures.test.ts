import {stat} from "node:fs/promises";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {writeOwnView} from "../jobs/own-view-file.ts";
import {type Grant, leadsOnly, visitor} from "../queries/access.ts";
import {parseGrant} from "../queries/access-grants.ts";
import {ownViewPath} from "../queries/config.ts";
import {Engine} from "../queries/engine.ts";
import {listAudit} from "../queries/registry/audit.ts";
import {findActiveRelease} from "../queries/release.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {violationsIn} from "./violations.ts";
import type {Visitor} from "./visitor.ts";
import {openWebBrowser} from "./web-browser.ts";

const path = "/enheder/751014/egne";
let stage: Stage;
let release: string;

beforeAll(async () => {
  stage = await openStage();
  release = (await findActiveRelease(stage.dataDir))!;
  const engine = await Engine.open({threads: 1});
  await engine.run(`
    CREATE TABLE handed AS
    SELECT 'school-absence' AS indicator, 1 AS version, unit, '2025-H2' AS period, '' AS category, 'school' AS kind,
      9871.234 AS value, 57.0 AS numerator, 80.0 AS denominator, 4 AS persons, 61.2 AS low, 79.8 AS high,
      NULL::VARCHAR AS blank, false AS linked, 1 AS members, 1 AS expected
    FROM (VALUES ('751014'), ('751099')) AS named (unit)`);
  await writeOwnView(engine, stage.dataDir, release, fixtureIndicators);
  engine.close();
});
afterAll(() => stage.close());

async function as(...grants: readonly string[]): Promise<Visitor> {
  return signedIn(stage, await makeAccount(stage, grants.join(), grants));
}

describe("/enheder/:id/egne", () => {
  it("shows the unit's own manager the figure, marked, kept by nobody, and told in the log", async () => {
    const leader = await as("leader:751014");
    const {status, text, headers} = await leader.get(path);
    expect(status).toBe(200);
    expect(text).toContain("<td>9.871,2</td>");
    expect(text).toContain("Kun for jer: må ikke videregives");
    expect(headers.get("cache-control")).toBe("private, no-store");
    const entries = await listAudit(stage.registry, 20);
    expect(entries).toContainEqual(
      expect.objectContaining({action: "see", resource: path, detail: expect.objectContaining({asked: "see-own-unit"})})
    );
    expect((await leader.get(`/en${path}`)).text).toContain("<td>9,871.2</td>");
  });
  it.each([
    [["leader:751099"]],
    [["leader:740001"]],
    [["leader:751014,751099"]],
    [["leader:751014", "leader:751099"]],
    [["leader:751-O1"]],
    [["area-chief:751-O1"]],
    [["administration-chief:751"]],
    [["analyst:*"]],
    [["politician:751"]],
    [["administrator:*"]]
  ])("is closed to %s", async (grants) => {
    const {status, text} = await (await as(...grants)).get(path);
    expect(status).toBe(403);
    expect(text).not.toContain("871,2");
  });
  it("sends strangers to the sign-in", async () => {
    expect(await (await fetch(`${stage.origin}${path}`, {redirect: "manual"})).status).toBe(303);
  });
  it("is found from the unit's page by its own manager and nobody else", async () => {
    const link = `href="${path}"`;
    expect((await (await as("leader:751014", "politician:751")).get("/enheder/751014")).text).toContain(link);
    for (const grants of ["leader:751098", "steward:751"])
      expect((await (await as(grants)).get("/enheder/751014")).text).not.toContain(link);
    expect(await (await fetch(`${stage.origin}/enheder/751014`)).text()).not.toContain(link);
  });
  it("says so where a release has nothing to show", async () => {
    expect((await (await as("leader:751-T1")).get("/enheder/751-T1/egne")).status).not.toBe(200);
    const other = await (await as("leader:G75102")).get("/enheder/G75102/egne");
    expect(other.text).toContain("Ingen af enhedens skjulte tal kan vises");
  });
  it("is no part of the release: nothing of it is in the unit's slice, page or downloads", async () => {
    for (const address of [`/api/${release}/unit/751014`, "/enheder/751014", "/enheder/751014/egne/hent"])
      expect(await (await fetch(stage.origin + address)).text()).not.toMatch(/871[,.]2/);
    expect((await stat(ownViewPath(stage.dataDir, release))).mode & 0o077).toBe(0);
  });
  it("is accessible, wide and narrow", async () => {
    const browser = await openWebBrowser();
    const page = await browser.newPage();
    const session = (await as("leader:751014", "politician:740")).cookies.get("aarshjul")!;
    await browser.setCookie({name: "aarshjul", value: session, domain: new URL(stage.origin).hostname});
    for (const width of [1280, 320]) {
      await page.setViewport({width, height: 800});
      await page.goto(stage.origin + path, {waitUntil: "load"});
      const found = await violationsIn(page);
      expect([width, found]).toEqual([width, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await browser.close();
  });
});

describe("leadsOnly(subject, unit)", () => {
  const holding = (...grants: readonly string[]) => ({
    ...visitor,
    grants: grants.map((text): Grant => parseGrant(text))
  });
  it("is true of who leads the unit and no other", () => {
    expect(leadsOnly(holding("leader:751014"), "751014")).toBe(true);
    expect(leadsOnly(holding("leader:751014", "politician:751"), "751014")).toBe(true);
    expect(leadsOnly(holding("leader:751014,751015"), "751014")).toBe(false);
    expect(leadsOnly(holding("area-chief:751014"), "751014")).toBe(false);
    expect(leadsOnly(visitor, "751014")).toBe(false);
  });
});
