import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {read as readWorkbook, utils} from "@e965/xlsx";
import {tableFromIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {formatValue} from "../dashboards/format.ts";
import {Engine, quoteText} from "../queries/engine.ts";
import type {DisclosedFact} from "../queries/model.ts";
import {rawStatus, type Served, serveFixture} from "./server-fixture.ts";

const page = "/noegletal/school-absence";
const choice = "kommune=751&figur=udvikling";
let served: Served;
let facts: readonly DisclosedFact[];
let folder: string;
let engine: Engine;

beforeAll(async () => {
  served = await serveFixture();
  folder = await mkdtemp(join(tmpdir(), "aarshjul-downloads-"));
  engine = await Engine.open({threads: 1});
  facts = await served.deps.releases.use(async (reader) =>
    reader!.facts({indicators: ["school-absence"], units: ["751", "neighbours-751", "000"]})
  );
});
afterAll(async () => {
  engine.close();
  await rm(folder, {recursive: true, force: true});
  await served.close();
});

async function download(format: string, query = choice, path = page) {
  const response = await fetch(`${served.origin}${path}/hent?${query}&format=${format}`);
  return {response, bytes: new Uint8Array(await response.arrayBuffer())};
}

/** Unit, period and value of every row, in one order. */
function rowsOf(rows: readonly Readonly<Record<string, unknown>>[]) {
  return rows.map(({unit, period, value}) => [unit, period, value ?? null].join(" ")).sort();
}
const released = () => rowsOf(facts.map((fact) => ({...fact})));

async function parquetRows(bytes: Uint8Array, select = "*", from = "read_parquet") {
  const path = join(folder, "read.parquet");
  await writeFile(path, bytes);
  return engine.rows(`SELECT ${select} FROM ${from}(${quoteText(path)})`);
}

describe("<page>/hent", () => {
  it("gives CSV for a Danish spreadsheet, equal to the release when read by another program", async () => {
    const {response, bytes} = await download("csv");
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="?udvikling-elevfravaer-751-r[0-9a-f]{12}\.csv"?$/
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const path = join(folder, "read.csv");
    await writeFile(path, bytes);
    const rows = await engine.rows(
      `SELECT * FROM read_csv(${quoteText(path)}, delim = ';', decimal_separator = ',', all_varchar = false)`
    );
    expect(rowsOf(rows)).toEqual(released());
  });

  it("gives Parquet and Arrow with types, and says in them what they are", async () => {
    const {bytes} = await download("parquet");
    expect(rowsOf(await parquetRows(bytes))).toEqual(released());
    const types = await parquetRows(bytes, "typeof(value) AS value, typeof(persons) AS persons, typeof(unit) AS unit");
    expect(types[0]).toEqual({value: "DOUBLE", persons: "INTEGER", unit: "VARCHAR"});
    const metadata = await parquetRows(bytes, "decode(key) AS key, decode(value) AS value", "parquet_kv_metadata");
    const about = Object.fromEntries(metadata.map(({key, value}) => [key, value]));
    expect(about).toMatchObject({
      Nøgletal: "Elevfravær",
      Frigivelse: expect.stringContaining(served.manifest.id),
      Adresse: `${served.origin}${page}?kommune=751`
    });
    const arrow = tableFromIPC((await download("arrow")).bytes);
    expect(rowsOf(arrow.toArray().map((row) => row.toJSON()))).toEqual(released());
    expect(Object.fromEntries(arrow.schema.metadata)).toMatchObject(about);
  });

  it("gives a workbook with real numbers and a second sheet about them", async () => {
    const book = readWorkbook((await download("xlsx")).bytes);
    expect(book.SheetNames).toEqual(["Tal", "Om tallene"]);
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.Tal!);
    expect(rowsOf(rows)).toEqual(released());
    expect(rows.some(({value}) => typeof value === "number")).toBe(true);
    const about = utils.sheet_to_json<string[]>(book.Sheets["Om tallene"]!, {header: 1});
    expect(about).toContainEqual(["Definition og version", "school-absence@1"]);
  });

  it("gives the picture with title, description and source", async () => {
    const {response, bytes} = await download("svg");
    const text = Buffer.from(bytes).toString("utf8");
    expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(text).toContain('<title id="titel">Udvikling: Elevfravær</title>');
    expect(text).toMatch(/<desc id="beskrivelse">[^<]{20,}<\/desc>/);
    expect(text).toContain(served.manifest.id);
    expect(text).toContain("Demonstrationsdata");
    expect(text).not.toMatch(/<script|href=/);
  });

  it("leaves a hidden figure empty, with the word for it", async () => {
    const hidden = await served.deps.releases.use(async (reader) =>
      (await reader!.facts({indicators: ["school-absence"], municipality: "751"})).find(({blank}) => blank !== null)
    );
    const {bytes} = await download("parquet", `enhed=${hidden!.unit}&figur=udvikling`);
    const row = (await parquetRows(bytes)).find(({unit, period}) => unit === hidden!.unit && period === hidden!.period);
    const indicator = await served.deps.releases.use(async (reader) => reader!.indicators.get("school-absence")!);
    expect(row).toMatchObject({
      value: null,
      numerator: null,
      persons: null,
      blank: hidden!.blank,
      shown: formatValue(hidden!, indicator, "da")
    });
  });

  it("is answered from the reader's own copy while nothing has changed", async () => {
    const {response} = await download("csv");
    const path = response.url.slice(served.origin.length);
    expect(await rawStatus(served.origin, path, {"If-None-Match": response.headers.get("etag")!})).toBe(304);
  });

  it("speaks English where the page does", async () => {
    const {response, bytes} = await download("svg", choice, `/en${page}`);
    expect(response.status).toBe(200);
    expect(Buffer.from(bytes).toString("utf8")).toContain("Demonstration");
  });

  it.each([
    ["an unknown figure", "csv", "kommune=751&figur=nope", 404],
    ["an unknown format", "exe", choice, 400],
    ["a choice that the page does not take", "csv", `${choice}&x=1`, 400]
  ])("refuses %s with a page in words", async (_, format, query, status) => {
    const {response, bytes} = await download(format, query);
    expect(response.status).toBe(status);
    expect(Buffer.from(bytes).toString("utf8")).toContain("<h1");
  });
});
