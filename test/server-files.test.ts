import {readFile, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {storesOf} from "../queries/config.ts";
import {rawStatus, type Served, serveFixture} from "./server-fixture.ts";

const issue = "2025-H2-751014-leader-da-2";
let served: Served;
beforeAll(async () => {
  served = await serveFixture();
});
afterAll(() => served.close());

const ask = (path: string) => fetch(served.origin + path);

describe("files of a package", () => {
  it("serves the HTML edition under a policy of its own", async () => {
    const {status, headers} = await ask(`/pakker/${issue}/package.html`);
    const policy = headers.get("content-security-policy") ?? "";
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'sha256-");
    expect(policy).not.toMatch(/script-src|unsafe/);
  });

  it("serves PDF inline and data as downloads, with the checksum as ETag", async () => {
    const manifest = await (await ask(`/pakker/${issue}/manifest.json`)).json();
    const pdf = await ask(`/pakker/${issue}/package.pdf`);
    const csv = await ask(`/pakker/${issue}/data/facts.csv`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(pdf.headers.get("content-disposition")).toMatch(/^inline/);
    expect(csv.headers.get("content-disposition")).toBe(`attachment; filename=${issue}-data-facts.csv`);
    expect(csv.headers.get("etag")).toBe(`"${manifest.files["data/facts.csv"]}"`);
    expect(await csv.text()).toBe("enhed;tal\n751014;6,2\n");
  });

  it("lets a file be kept for ever only under its own checksum", async () => {
    const {files} = await (await ask(`/pakker/${issue}/manifest.json`)).json();
    const cacheOf = async (v: string) =>
      (await ask(`/pakker/${issue}/package.pdf?v=${v}`)).headers.get("cache-control");
    expect(await cacheOf(files["package.pdf"].slice(0, 12))).toContain("immutable");
    expect(await cacheOf("000000000000")).toBe("no-cache");
  });

  it.each([
    "..%2F..%2Fregistry.sqlite",
    "%2e%2e/%2e%2e/registry.sqlite",
    "data%2F..%2F..%2F..%2Fregistry.sqlite",
    "data/%2e%2e%2f%2e%2e%2fprogress.json",
    "..%5c..%5cregistry.sqlite",
    "%252e%252e%252fregistry.sqlite",
    "package.pdf%00.html",
    "__proto__",
    "constructor",
    "nope.csv"
  ])("finds nothing at %s", async (file) => {
    expect(await rawStatus(served.origin, `/pakker/${issue}/${file}`)).toBe(404);
    expect(await rawStatus(served.origin, `/pakker/..%2F..%2Finbox/${file}`)).toBe(404);
  });

  it("answers 500 with an id that the log holds when a file has gone", async () => {
    const path = join(storesOf(served.dataDir).packages, "2025-H2-751-O1-area-da-1", "package.pdf");
    await rename(path, `${path}.gone`);
    const response = await ask("/pakker/2025-H2-751-O1-area-da-1/package.pdf");
    await rename(`${path}.gone`, path);
    expect(response.status).toBe(500);
    const id = /<code>([0-9a-f]{8})<\/code>/.exec(await response.text())?.[1];
    expect(served.logged.some((line) => line.includes(id!))).toBe(true);
  });

  it("serves the new bytes under the new checksum when a package was built again under its name", async () => {
    const folder = join(storesOf(served.dataDir).packages, "2025-H2-751-councillor-da-1");
    const before = await ask("/pakker/2025-H2-751-councillor-da-1/data/facts.csv");
    const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
    await writeFile(join(folder, "data", "facts.csv"), "enhed;tal\n");
    await writeFile(
      join(folder, "manifest.json"),
      JSON.stringify({...manifest, files: {...manifest.files, "data/facts.csv": "d".repeat(64)}})
    );
    const after = await ask("/pakker/2025-H2-751-councillor-da-1/data/facts.csv");
    expect(after.headers.get("etag")).toBe(`"${"d".repeat(64)}"`);
    expect([await before.text(), await after.text()]).toEqual(["enhed;tal\n751014;6,2\n", "enhed;tal\n"]);
  });
});
