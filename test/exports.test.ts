import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Ajv} from "ajv";
import {tableFromIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {dataPackageJson} from "../jobs/data-package-json.ts";
import {writeTables} from "../jobs/exports.ts";
import {Engine, quoteText} from "../queries/engine.ts";
import type {Observation} from "../queries/model.ts";
import {csvOf} from "../templates/export/csv.ts";
import {type ExportTable, observationsTable} from "../templates/export/export-tables.ts";
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

const observation: Observation = {
  unit: "751014" as Observation["unit"],
  period: "2025-H2" as Observation["period"],
  theme: "learning" as Observation["theme"],
  quality: "process",
  source: "supervision" as Observation["source"],
  assessment: "strength",
  count: 5,
  finding: "",
  quote: null,
  observedOn: "2025-11-03"
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
  it("keeps a spreadsheet from reading text as a formula, with the same value in every format", async () => {
    const unsafe = ["=1+1", "+45 12", "-lidt", "@SUM(A1)", "\t=1", "-5,3", "Ro – og tid"];
    const observations = unsafe.map((finding) => ({...observation, finding}));
    const made = observationsTable(observations, {unitNames: new Map([["751014", "=HYPERLINK(1)"]]), language: "da"});
    await writeTables(engine, folder, [made]);
    const parquet = await engine.rows<{finding: string; unit_name: string}>(
      `SELECT finding, unit_name FROM read_parquet(${quoteText(join(folder, "observations.parquet"))})`
    );
    const safe = ["'=1+1", "'+45 12", "'-lidt", "'@SUM(A1)", "'\t=1", "-5,3", "Ro – og tid"];
    expect(parquet.map(({finding}) => finding)).toEqual(safe);
    expect(new Set(parquet.map((row) => row.unit_name))).toEqual(new Set(["'=HYPERLINK(1)"]));
    const arrow = tableFromIPC(await readFile(join(folder, "observations.arrow")));
    expect(arrow.toArray().map((row) => row.toJSON().finding)).toEqual(safe);
    for (const cell of safe) expect(Buffer.from(csvOf(made)).toString()).toContain(`;${cell};`);
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
