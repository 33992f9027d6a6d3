import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {formatNumber} from "../dashboards/format.ts";
import {factHref} from "../dashboards/link.ts";
import type {DisclosedFact} from "../queries/model.ts";
import {findErrorReport, listFullErrorReports} from "../queries/registry/error-reports.ts";
import {type Served, serveFixture} from "./server-fixture.ts";

let served: Served;
let facts: readonly DisclosedFact[];
beforeAll(async () => {
  served = await serveFixture();
  facts = await served.deps.releases.use(async (reader) =>
    reader!.facts({indicators: ["school-absence"], municipality: "751", categories: "all"})
  );
});
afterAll(() => served.close());

async function textOf(path: string, init?: RequestInit): Promise<{status: number; text: string; url: string}> {
  const response = await fetch(served.origin + path, init);
  return {status: response.status, text: (await response.text()).replaceAll("&nbsp;", "\u00a0"), url: response.url};
}

describe("/tal/<indicator>/<unit>/<period>", () => {
  it("shows what the figure was counted from, its definition and its release", async () => {
    const fact = facts.find(({unit, blank, category}) => unit === "751" && blank === null && category === "")!;
    const {status, text} = await textOf(factHref("da", fact));
    expect(status).toBe(200);
    for (const count of [fact.denominator!, fact.persons!]) expect(text).toContain(formatNumber(count, 0, "da"));
    expect(text).toContain(served.manifest.id);
    expect(text).toMatch(/school-absence, version 1/);
    expect(text).toContain(served.manifest.definitions.find(({id}) => id === "school-absence")!.sha256);
  });
  it("shows a group of the breakdown", async () => {
    const fact = facts.find(({blank, category}) => blank === null && category !== "")!;
    const {status, text} = await textOf(factHref("da", fact));
    expect(status).toBe(200);
    expect(text).not.toContain("Alle under ét");
  });
  it("explains a blank and tells nothing of what is behind it", async () => {
    const fact = facts.find(({blank}) => blank === "hidden")!;
    const {status, text} = await textOf(factHref("da", fact));
    expect(status).toBe(200);
    expect(text).toContain("skjult");
    for (const word of ["Tæller<", "Nævner<", "Personer bag tallet"]) expect(text).not.toContain(word);
  });
  it("has the figures of a comparison group and of the nation", async () => {
    for (const unit of ["neighbours-751", "000"]) {
      const {status} = await textOf(`/tal/school-absence/${unit}/2025-H2`);
      expect(status).toBe(200);
    }
  });
  it("says which periods there are where the one asked for is not", async () => {
    const {status, text} = await textOf("/tal/school-absence/751/1999");
    expect(status).toBe(404);
    expect(text).toContain('href="/tal/school-absence/751/2025-H2"');
  });
  it.each(["/tal/nope/751/2025-H2", "/tal/school-absence/999999/2025-H2"])("answers %s in words", async (path) => {
    const {status, text} = await textOf(path);
    expect(status).toBe(404);
    expect(text).toContain("<h1");
  });
});

describe("POST /fejl", () => {
  const figure = "/tal/school-absence/751014/2025-H2";
  const send = (fields: Record<string, string>, headers: Record<string, string> = {Origin: served.origin}) =>
    textOf("/fejl", {method: "POST", headers, body: new URLSearchParams(fields)});

  it("stores the report and shows a receipt with its number, in the list too", async () => {
    const tekst = "Tallet er <b>for højt</b>: 7. klasse mangler.";
    const {status, text, url} = await send({tal: figure, tekst, kontakt: "leder@eksempel.dk"});
    expect(status).toBe(200);
    const number = /\/fejl\/(F-\w+)$/.exec(url)![1]!;
    expect(text).toContain(number);
    expect(text).toContain("Elevfravær");
    const registry = (await served.deps.registry())!;
    expect(await findErrorReport(registry, number)).toMatchObject({unit: "751014", state: "received"});
    expect((await listFullErrorReports(registry))[0]).toMatchObject({text: tekst, contact: "leder@eksempel.dk"});
    const list = await textOf("/fejl");
    expect(list.text).toContain(number);
    for (const page of [list.text, text]) expect(page).not.toMatch(/eksempel\.dk|for højt/);
    expect((await textOf(`/en/fejl/${number}`)).text).toContain("Received");
  });
  it("stores nothing that looks like a person's number, and gives the words back to be corrected", async () => {
    const registry = (await served.deps.registry())!;
    const before = (await listFullErrorReports(registry)).length;
    const {status, text} = await send({tal: figure, tekst: "Elev 010101-1234 & flere er talt med", kontakt: ""});
    expect(status).toBe(422);
    expect(text).toContain("CPR-nummer");
    expect(text).toContain("010101-1234 &amp; flere");
    expect((await listFullErrorReports(registry)).length).toBe(before);
    expect(served.logged.join()).not.toContain("010101");
  });
  it.each([
    ["too little", "nej", 422],
    ["too much", "x".repeat(2001), 422],
    ["very much", "x".repeat(90_000), 413]
  ])("refuses %s text", async (_, tekst, status) => {
    expect((await send({tal: figure, tekst})).status).toBe(status);
  });
  it.each([
    ["from another site", {Origin: "https://eksempel.dk"}],
    ["from nowhere", {}]
  ])("refuses a form %s", async (_, headers) => {
    expect((await send({tal: figure, tekst: "Tallet er galt."}, headers)).status).toBe(400);
  });
  it.each([
    ["an address that is no figure", {tal: "/om", tekst: "Tallet er galt."}, 400],
    ["a unit that is not known", {tal: "/tal/school-absence/nope/2025-H2", tekst: "Tallet er galt."}, 404],
    ["an unknown field", {tal: figure, tekst: "Tallet er galt.", x: "1"}, 400]
  ])("refuses %s", async (_, fields, status) => {
    expect((await send(fields as unknown as Record<string, string>)).status).toBe(status);
  });
  it("refuses more than a few within the hour", async () => {
    const statuses = [];
    for (let turn = 0; turn < 20; turn++) statuses.push((await send({tal: figure, tekst: "nej"})).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
