import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Ajv} from "ajv";
import {tableFromIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {dataPackageJson} from "../jobs/data-package-json.ts";
import type {ExportTable} from "../jobs/export-tables.ts";
import {csvOf, writeTables} from "../jobs/exports.ts";
import {Engine, quoteText} from "../queries/engine.ts";
import {dataPackageSchema} from "./data-package-schema.ts";

const table: ExportTable = {
  name: "facts",
  title: "Tal",
  columns: [
    {name: "unit", type: "text", description: "Enhed."},
    {name: "value", type: "number", description: "Tal."},
    {name: "persons", type: "integer", description: "Personer."},
    {name: "linked", type: "boolean", description: "Sammenføjet."},
    {name: "observed_on", type: "date", description: "Dato."},
    {name: "blank", type: "text", description: "Grund."}
  ],
  rows: [
    ['Børnehuset "Å"; nord', 6.2345678901234, 412, true, "2025-11-03", null],
    ["to\nlinjer", null, null, false, null, "hidden"],
    ["", 0.1 + 0.2, -1, true, "2025-01-31", ""]
  ]
};

describe("writeTables(engine, folder, tables)", () => {
  let folder: string;
  let engine: Engine;
  let contents: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "aarshjul-exports-"));
    engine = await Engine.open({threads: 1});
    contents = await writeTables(engine, folder, [table]);
  });
  afterAll(async () => {
    engine.close();
    await rm(folder, {recursive: true});
  });

  it("gives the same values in Parquet and Arrow, read back by other libraries", async () => {
    const parquet = await engine.rows(`SELECT * FROM read_parquet(${quoteText(join(folder, "facts.parquet"))})`);
    expect(parquet.map((row) => Object.values(row).map(plain))).toEqual(table.rows);
    const arrow = tableFromIPC(await readFile(join(folder, "facts.arrow")));
    expect(arrow.toArray().map((row) => Object.values(row.toJSON()).map(plain))).toEqual(table.rows);
  });
  it("writes CSV for a Danish spreadsheet: byte order mark, semicolons, decimal comma, quoted where needed", () => {
    const text = Buffer.from(contents.get("facts.csv")!).toString("utf8");
    expect(text.startsWith("\ufeffunit;value;persons;linked;observed_on;blank\r\n")).toBe(true);
    expect(text).toContain('"Børnehuset ""Å""; nord";6,2345678901234;412;true;2025-11-03;\r\n');
    expect(text).toContain('"";0,30000000000000004;-1;true;2025-01-31;""\r\n');
  });
  it("tells an empty text from nothing in every format", () => {
    expect(Buffer.from(csvOf({...table, rows: [["", null, null, null, null, null]]})).toString()).toContain('"";;;;;');
  });
  it("gives equal bytes for equal rows", async () => {
    const again = await writeTables(engine, folder, [structuredClone(table)]);
    for (const [name, bytes] of contents)
      expect(Buffer.compare(Buffer.from(again.get(name)!), Buffer.from(bytes)), name).toBe(0);
  });
  it("writes tables without rows that can be read", async () => {
    await writeTables(engine, folder, [{...table, name: "none", rows: []}]);
    const count = await engine.one<{n: number}>(
      `SELECT count(*) AS n FROM read_parquet(${quoteText(join(folder, "none.parquet"))})`
    );
    expect(count.n).toBe(0);
    expect(tableFromIPC(await readFile(join(folder, "none.arrow"))).numRows).toBe(0);
  });
  it("is described by a valid Data Package v2", () => {
    const described = {
      issue: "2025-H2-751014-leader-da-1",
      title: "Titel",
      description: "Til lederen",
      demonstration: true
    };
    const document = JSON.parse(dataPackageJson(described, [table], (path) => contents.get(path.slice(5))!));
    const validate = new Ajv({allErrors: true}).compile(dataPackageSchema);
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(document.resources.map(({path}: {path: string}) => path)).toEqual([
      "data/facts.csv",
      "data/facts.parquet",
      "data/facts.arrow"
    ]);
  });
});

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "number" && value > 1e11) return new Date(value).toISOString().slice(0, 10);
  return value;
}
