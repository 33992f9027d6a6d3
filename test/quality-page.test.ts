import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Coverage} from "../queries/model.ts";
import {type Served, serveFixture} from "./server-fixture.ts";

let served: Served;
let coverage: readonly Coverage[];
beforeAll(async () => {
  served = await serveFixture();
  coverage = await served.deps.releases.use(async (reader) => reader!.coverage());
});
afterAll(() => served.close());

async function page(query = "", language = "") {
  const response = await fetch(`${served.origin}${language}/datakvalitet${query}`);
  return {status: response.status, text: (await response.text()).replaceAll("&nbsp;", "\u00a0")};
}

/** The cells of the matrix by municipality. */
function matrixOf(text: string): ReadonlyMap<string, readonly string[]> {
  const table = /<table[^>]*matrix[\s\S]*?<\/table>/.exec(text)?.[0] ?? "";
  return new Map(
    [...table.matchAll(/<tr><th scope="row"><a[^>]*>([^<]+)<\/a><\/th>(.*?)<\/tr>/gs)].map(([, name, cells]) => [
      name!,
      [...cells!.matchAll(/<span class="sr-only">([^<]+)<\/span>/g)].map(([, word]) => word!)
    ])
  );
}

describe("/datakvalitet", () => {
  it("has a row for every municipality and a word in every cell", async () => {
    const {status, text} = await page();
    expect(status).toBe(200);
    const matrix = matrixOf(text);
    expect(matrix.size).toBe(98);
    const widths = new Set([...matrix.values()].map((cells) => cells.length));
    expect(widths.size).toBe(1);
    expect([...widths][0]).toBeGreaterThan(0);
  });

  it("shows each state that the release knows of, as a word and a shape", async () => {
    const {text} = await page();
    const newest = coverage.filter(({period}) => period === served.manifest.period);
    for (const [state, word] of [
      ["arrived", "modtaget"],
      ["missing", "mangler"],
      ["exempt", "fritaget"]
    ] as const)
      if (newest.some((each) => each.state === state)) {
        expect(text).toContain(`state--${state}`);
        expect(text).toContain(word);
      }
  });

  it("keeps only the municipalities that fit the choice in the address", async () => {
    const one = matrixOf((await page("?kommune=751")).text);
    expect([...one.keys()]).toEqual(["Aarhus"]);
    const missing = matrixOf((await page("?status=missing")).text);
    for (const cells of missing.values()) expect(cells).toContain("mangler");
    const standard = matrixOf((await page("?standard=absence")).text);
    for (const cells of standard.values()) expect(cells).toHaveLength(1);
  });

  it("says so where a period has no deliveries", async () => {
    const {status, text} = await page("?periode=1999-H1");
    expect(status).toBe(200);
    expect(text).toContain("Frigivelsen kender ingen leverancer for perioden.");
  });

  it("counts what the checks found by rule, and tells no line and no value", async () => {
    const {text} = await page();
    expect(text).toContain("no-school-days");
    expect(text).toContain("En elev har 0 skoledage i halvåret.");
    expect(text).not.toMatch(/\b901\b|1\.200/);
  });

  it("tells how local codes were translated", async () => {
    const {text} = await page();
    expect(text).toContain("800 af 802");
    expect(text).not.toContain("X9");
  });

  it("tells how much is hidden in words, of few figures without a share, and never where", async () => {
    const {text} = await page();
    expect(text).toContain("Hvor meget er skjult?");
    expect(text).toMatch(/hides--(few|some|many)/);
  });

  it("lists the definitions in use with version and checksum", async () => {
    const {text} = await page();
    for (const {sha256} of served.manifest.definitions.slice(0, 5)) expect(text).toContain(sha256.slice(0, 12));
  });

  it.each(["?periode=2025-H3", "?status=nope", "?standard=nope", "?x=1"])("refuses %s in words", async (query) => {
    const {status, text} = await page(query);
    expect(status).toBe(400);
    expect(text).toContain("<h1");
  });

  it("is there in English", async () => {
    const {text} = await page("", "/en");
    expect(text).toContain("Data quality");
    expect(text).not.toMatch(/>Datakvalitet</);
  });
});
