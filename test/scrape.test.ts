import {copyFile, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {buildPackages} from "../jobs/packages.ts";
import {refresh} from "../jobs/refresh.ts";
import {type Scraped, scrapeRelease} from "../jobs/scrape/scrape.ts";
import {tablesIn} from "../jobs/scrape/tables.ts";
import {storesOf} from "../queries/config.ts";
import type {PeriodId} from "../queries/period.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {signForms} from "./ethics-fixture.ts";
import {writeLake} from "./lake-fixture.ts";
import {recordLake} from "./recorded-lake.ts";
import {serve} from "./server-fixture.ts";
import {smallLake} from "./small-lake.ts";

let dataDir: string;
let release: string;
let registry: Registry;
let served: Awaited<ReturnType<typeof serve>>;
let whole: Scraped;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-scrape-test-"));
  await recordLake(dataDir, await writeLake(dataDir, smallLake()));
  await signForms(dataDir);
  release = (await refresh({dataDir})).id;
  const browserPath = process.env.BROWSER_PATH ?? null;
  const wish = {dataDir, period: "2025-H2" as PeriodId, browserPath, now: () => new Date("2026-02-02")};
  const {failed} = await buildPackages({...wish, municipality: "751"});
  expect(failed).toEqual([]);
  registry = await openRegistry(storesOf(dataDir).registry);
  served = await serve(dataDir, registry);
  whole = await scrapeRelease({dataDir, release, origin: served.origin});
}, 120_000);
afterAll(async () => {
  await served?.close();
  await registry?.destroy();
  await rm(dataDir, {recursive: true, force: true});
});

/** The same with one file changed. */
async function withChange(file: string, change: (text: string) => string): Promise<Scraped> {
  await copyFile(file, `${file}.kept`);
  await writeFile(file, change(await readFile(file, "latin1")), "latin1");
  const scraped = await scrapeRelease({dataDir, release});
  await copyFile(`${file}.kept`, file);
  return scraped;
}

async function packageOf(unit: string): Promise<string> {
  const {packages} = storesOf(dataDir);
  const name = (await readdir(packages)).find((each) => each.includes(`-${unit}-`))!;
  return join(packages, name);
}

const different = ({channels}: Scraped) =>
  channels.filter(({differences}) => differences.length > 0).map(({name}) => name);

describe("scrapeRelease(request)", () => {
  it("reads eight channels, all of which say the same of every cell, hidden ones among them", () => {
    expect(whole.channels.map(({name}) => name).toSorted()).toEqual([
      "api",
      "arrow",
      "csv",
      "html",
      "parquet",
      "pdf",
      "slices",
      "web"
    ]);
    expect(different(whole)).toEqual([]);
    for (const {name, cells, hidden} of whole.channels) expect(Math.min(cells, hidden), name).toBeGreaterThan(0);
  });
  it("comes to nothing by all of them together, by linear and by whole programs", async () => {
    expect(whole.attack).toMatchObject({unread: 0, findings: []});
    expect(whole.attack.tried).toBeGreaterThan(10);
    expect((await scrapeRelease({dataDir, release, whole: true})).attack).toMatchObject({unread: 0, findings: []});
  });
  it("finds one number that is another in one data file", async () => {
    const file = join(await packageOf("751006"), "data", "facts.csv");
    expect(different(await withChange(file, (text) => text.replace(";5200;52;", ";5200;53;")))).toEqual(["csv"]);
  });
  it("finds a hidden figure that one document shows, and that its other form does not", async () => {
    const file = join(await packageOf("751002"), "package.html");
    const scraped = await withChange(file, (text) => text.replace(/<td>skjult<\/td>/g, "<td>4,5</td>"));
    expect(different(scraped)).toEqual(["html", "pdf"]);
  });
});

describe("tablesIn(html)", () => {
  it("carries a row's name down over those that it spans, and leaves remarks out", () => {
    const html = `<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>
      <tr><th rowspan="2">Fravær<i>pct.</i></th><th>2025</th><td>6,2<i>5–7</i></td></tr><tr><th>2024</th><td>skjult</td></tr>
      <tr><th>Trivsel</th><td>4&#x2C;1</td></tr></tbody></table>`;
    expect(tablesIn(html)).toEqual([
      {
        heads: ["A", "B"],
        rows: [
          {heads: ["Fravær", "2025"], cells: ["6,2"]},
          {heads: ["Fravær", "2024"], cells: ["skjult"]},
          {heads: ["Trivsel"], cells: ["4,1"]}
        ]
      }
    ]);
  });
});
