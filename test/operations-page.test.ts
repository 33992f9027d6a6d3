import type {Browser, Page} from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {slotsPerPage} from "../dashboards/pages/operations.ts";
import {listAudit} from "../queries/registry/audit.ts";
import type {Registry} from "../queries/registry/open.ts";
import {findSlot, findSlots, listSlotEvents} from "../queries/registry/slots.ts";
import {claimSlots, endSlots} from "../queries/registry/slots-write.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {type Served, serveFixture} from "./server-fixture.ts";
import {elsewhereId, failedId, fillSlots, refreshId, slotRow, waitingId} from "./slot-rows.ts";
import type {Visitor} from "./visitor.ts";

let served: Served;
let registry: Registry;
let browser: Browser;
let page: Page;
openInBrowser(serveFixture, async (...opened) => {
  [served, browser] = opened;
  registry = (await served.deps.registry())!;
  page = await browser.newPage();
  await page.setViewport({width: 1280, height: 2000}); // smooth scrolling would move what is clicked
  await fillSlots(registry);
});

const now = new Date("2026-02-01T08:00:00Z");
const at = (id: string, path = "/drift/opgave") => `${path}?id=${encodeURIComponent(id)}`;

const rows = () => page.$$eval(".slots tbody th a", (all) => all.map((each) => each.textContent!));

describe("GET /drift", () => {
  it("shows what failed before what waits, with its error in words and no markup of its own", async () => {
    await page.goto(`${served.origin}/drift`);
    expect((await rows())[0]).toContain("Bøgelundskolen");
    expect(await page.$eval(".slots__error", (each) => each.textContent)).toBe("The browser crashed: <b>boom</b>");
    expect(await page.$$eval("[data-head='Senest udført'], [data-head='Næste']", (all) => all.length)).toBeGreaterThan(
      3
    );
  });

  it("is narrowed by a form without script", async () => {
    await page.setJavaScriptEnabled(false);
    await page.goto(`${served.origin}/drift`);
    await page.select("#valg-opgave", "packages");
    await page.select("#valg-tilstand", "waiting");
    await page.type("#valg-enhed", "7510");
    await Promise.all([page.waitForNavigation(), page.click(".filters button")]);
    expect(await rows()).toHaveLength(1);
    expect(await page.$eval("noscript", (each) => each.textContent)).toContain("Vis den nyeste stand");
    await page.setJavaScriptEnabled(true);
  });

  it("refuses what it does not know", async () => {
    expect((await fetch(`${served.origin}/drift?opgave=nope`)).status).toBe(400);
    expect((await fetch(served.origin + at("nope"))).status).toBe(404);
  });
});

describe("a task", () => {
  it("is skipped with a reason and opened again, and its log says so", async () => {
    await page.goto(served.origin + at(waitingId));
    await page.type("#grund", "Skolen er lukket");
    await Promise.all([page.waitForNavigation(), page.click(".slot-form .button-secondary")]);
    expect(await page.$eval(".alert-success", (each) => each.textContent)).toContain("sprunget over");
    expect(await findSlot(registry, waitingId)).toMatchObject({state: "skipped", version: 2});
    await page.type("#grund-igen", "Skolen er åben igen");
    await Promise.all([page.waitForNavigation(), page.click(".slot-form .button-primary")]);
    expect(await findSlot(registry, waitingId)).toMatchObject({state: "waiting", version: 3});
    expect((await listSlotEvents(registry, waitingId)).map(({text}) => text)).toEqual([
      "Skolen er lukket",
      "åbnet igen: Skolen er åben igen"
    ]);
  });

  const post = (path: string, body: string, origin = served.origin) =>
    fetch(served.origin + path, {
      method: "POST",
      redirect: "manual",
      headers: {origin, "content-type": "application/x-www-form-urlencoded"},
      body
    });

  it("is left as it is without a reason, with a personal number in it, from an old page or from another site", async () => {
    const skip = at(failedId, "/drift/spring-over");
    expect((await post(skip, "udgave=1&grund=nej")).status).toBe(422);
    expect((await post(skip, "udgave=1&grund=barnet+010203-1234")).status).toBe(422);
    expect((await post(skip, "udgave=0&grund=ikke+relevant")).status).toBe(422);
    expect((await post(skip, "udgave=1&grund=ikke+relevant", "https://elsewhere.example")).status).toBe(400);
    expect((await post(at(refreshId, "/drift/igen"), "udgave=1&grund=ikke+relevant")).status).toBe(422);
    expect((await post(at(failedId, "/drift/igen"), "udgave=1&grund=")).status).toBe(422);
    expect(await findSlot(registry, failedId)).toMatchObject({state: "failed", version: 1});
    expect(await listSlotEvents(registry, failedId)).toEqual([]);
  });
});

describe("many tasks at once", () => {
  const extra = ["751101", "751102", "751103"].map((unit) => `packages/school-packages-spring/751/${unit}/2025-H2`);
  const others = extra.map((id) => id.replace("751/751", "740/740"));
  beforeAll(async () => {
    const failed = {state: "failed", error: "Boom", attempts: 3} as const;
    await registry
      .insertInto("slots")
      .values([...extra, ...others].map((id) => slotRow(id, failed)))
      .execute();
  });
  const statesOf = async (ids: readonly string[]) => (await findSlots(registry, ids)).map(({state}) => state);

  it("are ticked and skipped with one reason, by keyboard and without script", async () => {
    await page.setJavaScriptEnabled(false);
    await page.goto(`${served.origin}/drift?tilstand=failed&enhed=7511`);
    expect(
      await page.$$eval(".slots__tick input", (all) => all.map((each) => each.getAttribute("aria-label")))
    ).toHaveLength(3);
    await page.focus(".slots__tick input");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.focus("#grund");
    await page.keyboard.type("nej");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await page.$eval(".alert-error", (each) => each.textContent)).toContain("mindst fem tegn");
    expect(await page.$$eval(".slots__tick input:checked", (all) => all.length)).toBe(2);
    await page.$eval("#grund", (each) => (each as HTMLInputElement).focus()).catch(() => page.focus("#grund"));
    await page.keyboard.type("tet til");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await page.$eval(".alert-success", (each) => each.textContent)).toContain("2 opgaver er sprunget over.");
    expect((await statesOf(extra)).toSorted()).toEqual(["failed", "skipped", "skipped"]);
    expect(await page.evaluate(() => location.href)).toContain("enhed=7511");
    await page.setJavaScriptEnabled(true);
  });

  it("are all ticked by a link, and what has changed meanwhile is left alone and told of", async () => {
    await page.goto(`${served.origin}/drift?enhed=7511`);
    await Promise.all([page.waitForNavigation(), page.click(".slots__all a")]);
    expect(await page.$$eval(".slots__tick input:checked", (all) => all.length)).toBe(3);
    await registry.updateTable("slots").set({version: 9}).where("id", "=", extra[0]!).execute();
    await page.type("#grund", "Prøves igen efter fejlen");
    await Promise.all([page.waitForNavigation(), page.click("button[value=igen]")]);
    const said = await page.$eval(".alert-success", (each) => each.textContent!);
    expect(said).toContain("2 opgaver er åbnet igen.");
    expect(said).toContain("1 opgave er ladt i fred");
  });

  it("are opened again all that failed of a kind, within one's own reach", async () => {
    const stage: Stage = await openStage();
    try {
      await stage.registry
        .insertInto("slots")
        .values([...extra, ...others].map((id) => slotRow(id, {state: "failed"})))
        .execute();
      await stage.registry
        .insertInto("slots")
        .values(slotRow(refreshId, {state: "failed"}))
        .execute();
      const steward = await signedIn(stage, await makeAccount(stage, "data", ["steward:751"], "x"));
      const list = await steward.get("/drift");
      expect(list.text).toContain("Prøv alle 3 mislykkede igen");
      const answer = await steward.post("/drift/alle-igen", {opgave: "packages", grund: "Browseren er rettet"});
      expect(answer.location).toBe("/drift?gjort=retried&antal=3&andre=0");
      expect(await steward.post("/drift/alle-igen", {opgave: "refresh", grund: "Browseren er rettet"})).toMatchObject({
        location: "/drift?gjort=retried&antal=0&andre=1"
      });
      const states = async (ids: readonly string[]) =>
        new Set((await findSlots(stage.registry, ids)).map(({state}) => state));
      expect(await states(extra)).toEqual(new Set(["waiting"]));
      expect(await states([...others, refreshId])).toEqual(new Set(["failed"]));
      const ticks = `valgt=${encodeURIComponent(`1 ${others[0]}`)}&handling=igen&grund=Naboens+opgave`;
      expect((await steward.post("/drift/flere", ticks)).location).toBe("/drift?gjort=retried&antal=0&andre=1");
      const told = (await listAudit(stage.registry, 10)).find(({action}) => action === "change");
      expect(told).toMatchObject({resource: "slots", detail: {what: "retried", count: 3}});
      expect((await steward.post("/drift/flere", `${ticks}&x=1`)).status).toBe(400);
    } finally {
      await stage.close();
    }
  });
});

describe("what runs", () => {
  it("is followed as it goes, and the reader is told when it is over", async () => {
    const wanted = (await Promise.all([failedId, elsewhereId].map((id) => findSlot(registry, id)))).map((slot) => ({
      ...slot!,
      seen: slot!.version
    }));
    const lease = {owner: "test", now, until: new Date(now.getTime() + 120_000)};
    await claimSlots(registry, wanted, lease);
    await page.goto(`${served.origin}/drift`);
    expect(await page.$eval("[data-run] .note", (each) => each.textContent)).toMatch(/^0 af 2 /);
    await endSlots(registry, [{id: failedId, state: "done", result: "", text: ""}], lease);
    await page.waitForFunction(() => document.querySelector("progress")?.value === 1, {timeout: 8000});
    await endSlots(registry, [{id: elsewhereId, state: "done", result: "", text: ""}], lease);
    await page.waitForFunction(() => !document.querySelector("progress"), {timeout: 8000});
    expect(await page.$eval("[data-notice]", (each) => each.textContent)).toContain("Kørslen er færdig");
  });

  it("ends its stream when nothing runs, and asks to be asked again", async () => {
    const answer = await fetch(`${served.origin}/drift/forloeb`);
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    expect(await answer.text()).toBe("retry: 10000\n\nevent: forloeb\ndata: []\n\n");
  });
});

describe("rights", () => {
  let stage: Stage;
  let steward: Visitor;
  beforeAll(async () => {
    stage = await openStage();
    await fillSlots(stage.registry);
    steward = await signedIn(stage, await makeAccount(stage, "steward", ["steward:751"], "-"));
  });
  afterAll(() => stage?.close());

  it("show a municipality's steward its own tasks and the common ones, and change only its own", async () => {
    const {text} = await steward.get("/drift");
    expect(text).toContain(encodeURIComponent(waitingId));
    expect(text).toContain(encodeURIComponent(refreshId));
    expect(text).not.toContain("740001");
    expect((await steward.get(at(elsewhereId))).status).toBe(403);
    expect((await steward.post(at(elsewhereId, "/drift/spring-over"), {udgave: "1", grund: "ikke vores"})).status).toBe(
      403
    );
    expect((await steward.post(at(refreshId, "/drift/igen"), {udgave: "1"})).status).toBe(403);
    const done = await steward.post(at(waitingId, "/drift/spring-over"), {udgave: "1", grund: "Skolen er lukket"});
    expect(done.status).toBe(303);
    const [logged] = (await listAudit(stage.registry, 20)).filter(({resource}) => resource === `slot ${waitingId}`);
    expect(logged).toMatchObject({action: "change", purpose: "operations", detail: {what: "skipped"}});
  });

  it("send a stranger to the sign-in", async () => {
    const {status, headers} = await fetch(`${stage.origin}/drift`, {redirect: "manual"});
    expect([status, headers.get("location")]).toEqual([303, "/log-ind?til=%2Fdrift"]);
  });
});

it("shows as many tasks on a page when the ledger holds 10,000 (their speed: aarshjul bench --part operations)", async () => {
  const states = ["done", "waiting", "failed", "superseded"] as const;
  const many = Array.from({length: 10_000}, (_, index) =>
    slotRow(`packages/leader-x/751/75${String(index).padStart(4, "0")}/2024-H2`, {
      state: states[index % 4]!,
      due_at: new Date(Date.UTC(2025, 0, 1) + index * 60_000).toISOString(),
      ended_at: "2025-06-01T00:00:00.000Z"
    })
  );
  await registry.transaction().execute(async (transaction) => {
    for (let from = 0; from < many.length; from += 1000)
      await transaction
        .insertInto("slots")
        .values(many.slice(from, from + 1000))
        .execute();
  });
  for (const path of ["/drift", "/drift?tilstand=failed", "/drift?side=150", "/drift?enhed=75"]) {
    const answer = await fetch(served.origin + path);
    expect(answer.status).toBe(200);
    const shown = (await answer.text()).match(/\/drift\/opgave\?id/g) ?? [];
    expect([path, shown.length]).toEqual([path, slotsPerPage]);
  }
});
