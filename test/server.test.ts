import {readdir, readFile} from "node:fs/promises";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fixtureDelivery, rawStatus, rejectedDelivery, type Served, serveFixture} from "./server-fixture.ts";

const issue = "2025-H2-751014-leader-da-2";
let served: Served;
beforeAll(async () => {
  served = await serveFixture();
});
afterAll(() => served.close());

const ask = (path: string, init?: RequestInit) => fetch(served.origin + path, init);
const textOf = async (path: string) => (await ask(path)).text();

const pages = [
  "/",
  "/?q=aarhus",
  "/pakker",
  `/pakker/${issue}`,
  "/enheder/000",
  "/enheder/082",
  "/enheder/751",
  "/enheder/751-O1",
  "/enheder/751014",
  "/enheder/751014-7A",
  "/noegletal",
  "/noegletal/school-absence",
  "/noegletal/school-absence?kommune=751",
  "/noegletal/school-absence?enhed=751014",
  "/leverancer",
  `/leverancer/${rejectedDelivery}`,
  "/standarder",
  "/standarder/absence",
  "/om"
];

describe("createApp(deps)", () => {
  it.each(pages)("answers %s in Danish and in English", async (path) => {
    const danish = await ask(path);
    expect([danish.status, danish.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(await danish.text()).toContain('<html lang="da">');
    expect(await textOf(`/en${path === "/" ? "" : path}`)).toContain('<html lang="en">');
  });

  it.each(pages)("says on %s that the data are a demonstration", async (path) => {
    expect(await textOf(path)).toContain("Demonstrationsdata");
  });

  it("protects every answer by the same strict headers", async () => {
    for (const path of [...pages, "/nope", "/?x=1", served.deps.assets.at("css/web.css")]) {
      const {headers} = await ask(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.has("x-powered-by")).toBe(false);
    }
  });

  it("answers an unchanged page with 304 and no body", async () => {
    const etag = (await ask("/enheder/751014")).headers.get("etag")!;
    expect(await rawStatus(served.origin, "/enheder/751014", {"if-none-match": etag})).toBe(304);
    expect(await rawStatus(served.origin, "/enheder/751022", {"if-none-match": etag})).toBe(200);
  });

  it("compresses what is text", async () => {
    const encoding = (await ask("/enheder/751", {headers: {"accept-encoding": "br"}})).headers.get("content-encoding");
    expect(encoding).toBe("br");
  });

  it("keeps all styles within 40 kB, compressed", async () => {
    const style = await textOf(served.deps.assets.at("css/web.css"));
    expect(gzipSync(style).byteLength).toBeLessThan(40_000);
    expect(style).not.toMatch(/https?:\/\//);
  });

  it("lets assets be kept for ever and refuses outdated addresses", async () => {
    const {status, headers} = await ask(served.deps.assets.at("fonts/plex-400-normal.woff2"));
    expect([status, headers.get("content-type")]).toEqual([200, "font/woff2"]);
    expect(headers.get("cache-control")).toContain("immutable");
    expect((await ask("/assets/000000000000/css/web.css")).status).toBe(404);
  });
});

describe("bad addresses", () => {
  it.each([
    ["/?x=1", "»x«"],
    ["/noegletal/school-absence?kommune=aarhus", "»kommune«"],
    ["/noegletal/school-absence?kommune=751&kommune=740", "»kommune«"],
    ["/pakker?periode=2025-H3", "»periode«"],
    ["/leverancer?side=0", "»side«"],
    ["/om?__proto__=1", "»__proto__«"],
    ["/standarder?constructor=1", "»constructor«"],
    ["/enheder/%E0%A4%A", "Adressen er ikke skrevet"]
  ])("answers %s with 400 and a Danish sentence", async (path, sentence) => {
    const response = await ask(path);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(sentence);
  });

  it.each([
    "/nope",
    "/noegletal/nope",
    "/noegletal/__proto__",
    "/standarder/nope",
    "/standarder/nope.json",
    "/pakker/2025-H2-000000-leader-da-1",
    `/leverancer/${"0".repeat(64)}`,
    "/leverancer/..%2F..%2Fregistry.sqlite"
  ])("answers %s with 404 and a way on", async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("Siden findes ikke");
  });

  it("says of an unknown unit what is known of its number, and what comes near", async () => {
    const response = await ask("/enheder/751099");
    const text = await response.text();
    expect(response.status).toBe(404);
    expect(text).toContain("Vi kender ikke enheden »751099«");
    expect(text).toContain('<a href="/enheder/751">Aarhus Kommune</a>');
    expect(await textOf("/enheder/bogelundskolen")).toContain('<a href="/enheder/751014">Bøgelundskolen</a>');
  });

  it("shows what was asked for as text, never as markup", async () => {
    const text = await textOf("/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
    expect(text).toContain("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;");
    expect(text).not.toContain("<img src=x");
  });
});

describe("what pages show", () => {
  it("says of a blank why there is no figure, and never shows a zero", async () => {
    const text = await textOf("/enheder/751014-7B");
    expect(text).toContain("skjult");
    expect(text).toContain("færre end fem personer");
  });

  it("says where a package stands in its series", async () => {
    expect(await textOf("/pakker/2025-H2-751014-leader-da-1")).toContain("Der er en nyere udgave af denne pakke");
    expect(await textOf(`/pakker/${issue}`)).toContain("2025-H2-751014-leader-da-1");
  });

  it("shows rules and line numbers of a delivery, and does not serve its quarantine", async () => {
    const text = await textOf(`/leverancer/${rejectedDelivery}`);
    expect(text).toContain("Fraværsdage overstiger elevens skoledage.");
    expect(text).toContain("7, 1.200");
    expect((await ask(`/quarantine/${rejectedDelivery}.csv`)).status).toBe(404);
    expect(await textOf(`/leverancer/${fixtureDelivery}`)).not.toContain("quarantine/");
  });

  it("offers each standard as a Table Schema", async () => {
    const response = await ask("/standarder/absence.json");
    expect(response.headers.get("content-type")).toContain("application/json");
    expect((await response.json()).fields.length).toBe(9);
  });
});

it("lets no template switch escaping off", async () => {
  const root = new URL("../dashboards/", import.meta.url);
  const names = (await readdir(root, {recursive: true})).filter((name) => name.endsWith(".hbs"));
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, root), "utf8")));
  expect(names.filter((_, index) => /\{\{\{|\{\{&/.test(texts[index]!))).toEqual([]);
});
