import {existsSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {check, type IntakeOutcome} from "../jobs/intake.ts";
import {classifications, findClassification} from "../queries/classifications/index.ts";
import {loadMunicipalities} from "../queries/classifications/load-municipalities.ts";
import {municipalities} from "../queries/classifications/municipalities.ts";
import {Engine} from "../queries/engine.ts";
import {BadInput} from "../queries/errors.ts";
import {endOf, parsePeriod, startOf} from "../queries/period.ts";
import {createTable, periodEnd, periodStart, rowChecks} from "../queries/sql.ts";
import {findStandard, standards, viewName} from "../queries/standards/index.ts";
import {documentStandard, tableSchemaOf} from "../queries/table-schema.ts";
import {openDataDir, writeFile} from "./intake-fixture.ts";

let dataDir: string;
let engine: Engine;
let examples: ReadonlyMap<string, readonly IntakeOutcome[]>;
beforeAll(async () => {
  dataDir = await openDataDir();
  engine = await Engine.open();
  examples = await checkExamples();
});
afterAll(() => {
  engine?.close();
  rmSync(dataDir, {recursive: true, force: true});
});

describe("standards", () => {
  it.each(standards.map(({id}) => id))(
    "%s is whole: its table and checks bind, its references and code lists exist",
    async (id) => {
      const standard = findStandard(id)!;
      await engine.run(createTable(standard));
      const conditions = rowChecks(standard).map(({condition}) => `(${condition})`);
      await engine.run(`EXPLAIN SELECT count(*) FILTER (WHERE ${conditions.join(" OR ")}) FROM "${viewName(id)}"`);
      const columns = standard.columns.map((column) => column.id);
      expect(columns).toEqual([...new Set(columns)]);
      for (const column of [...standard.key, ...(standard.slice ? [standard.slice] : [])])
        expect(columns).toContain(column);
      for (const {codes, references} of standard.columns) {
        if (codes) expect(findClassification(codes), codes).toBeDefined();
        if (references)
          expect(findStandard(references.standard)?.columns.map((column) => column.id)).toContain(references.column);
      }
      for (const text of [standard.purpose, standard.legalBasis, standard.owner]) expect(text).not.toBe("");
    }
  );

  it.each(standards.map(({id}) => id))("%s takes its documented example, and refuses it without its key", (id) => {
    const [good, bad] = examples.get(id)!;
    expect(good!.report).toMatchObject({status: "accepted", rows: 1});
    expect(bad!.report.status).toBe("rejected");
    expect(bad!.report.findings[0]).toMatchObject({rule: `required:${keyColumn(id).id}`, lines: [2]});
  });
});

/** A column of the key that must be filled. */
function keyColumn(id: string) {
  const standard = findStandard(id)!;
  return standard.columns.find((column) => standard.key.includes(column.id) && column.required)!;
}

/** Per standard: its example, and the same with a hole in its key. */
async function checkExamples(): Promise<ReadonlyMap<string, readonly IntakeOutcome[]>> {
  const files = standards.flatMap((standard) => {
    const {header, row} = documentStandard(standard).example;
    const hole = row.map((cell, index) => (standard.columns[index] === keyColumn(standard.id) ? "" : cell));
    return [row, hole].map((cells, index) => ({
      path: writeFile(dataDir, `${standard.id}-${index}.csv`, `${header.join(";")}\n${cells.join(";")}\n`),
      standard: standard.id
    }));
  });
  const outcomes = await check({dataDir, files});
  return new Map(standards.map(({id}, index) => [id, outcomes.slice(index * 2, index * 2 + 2)]));
}

describe("tableSchemaOf(standard)", () => {
  it("says type, requirement, closed set, range, key and reference of each column", () => {
    const schema = tableSchemaOf(findStandard("absence")!);
    const field = (name: string) => schema.fields.find((each) => each.name === name);
    expect(field("absence_type")).toMatchObject({
      type: "string",
      constraints: {required: true, enum: ["sick", "permitted", "unlawful"]}
    });
    expect(field("days_absent")).toMatchObject({type: "number", constraints: {minimum: 0, maximum: 130}});
    expect(field("period")?.constraints?.pattern).toBe("\\d{4}-H[12]");
    expect(schema.primaryKey).toEqual(["unit", "pupil", "period", "absence_type"]);
    expect(schema.foreignKeys).toEqual([{fields: ["unit"], reference: {resource: "units", fields: ["unit"]}}]);
  });
});

describe("periodStart and periodEnd", () => {
  it.each(["2025", "2025-H1", "2025-H2", "2024/25"])("agree with startOf and endOf of %s", async (text) => {
    const row = await engine.one(
      `SELECT ${periodStart} AS first, ${periodEnd} AS last FROM (SELECT '${text}' AS period)`
    );
    expect(row).toEqual({first: startOf(parsePeriod(text)), last: endOf(parsePeriod(text))});
  });
});

describe("loadMunicipalities(rows)", () => {
  const names = municipalities.codes.map(({label}) => ({name: label}));
  it("takes the 98, by name or by three or four digits", () => {
    expect(loadMunicipalities(names)).toHaveLength(98);
    expect(loadMunicipalities(municipalities.codes.map(({code}) => ({code: `0${code}`})))).toBe(municipalities.codes);
  });
  it("refuses a list that lacks one, holds a stranger or repeats one, and names them", () => {
    const danish = (rows: Parameters<typeof loadMunicipalities>[0]) => {
      try {
        loadMunicipalities(rows);
      } catch (error) {
        return (error as BadInput).danish;
      }
    };
    expect(danish(names.filter(({name}) => name !== "Helsingør"))).toContain("den har 97. Helsingør mangler.");
    expect(danish([...names, {name: "Christiansø"}])).toContain("Christiansø er ikke kommuner.");
    expect(danish([...names, {name: "Århus"}])).toContain(
      "Aarhus står flere gange. Århus (Aarhus) er skrevet anderledes."
    );
  });
  const real = join(import.meta.dirname, "../../shared/data/dk-latin1-kommuner/kommunerne.csv");
  if (!existsSync(real)) console.warn(`skipped: no list of municipalities at ${real}`);
  it.skipIf(!existsSync(real))("refuses a real list that lacks Helsingør and spells Aarhus otherwise", () => {
    const lines = readFileSync(real, "latin1").trim().split(/\r?\n/).slice(1);
    const load = () => loadMunicipalities(lines.map((line) => ({name: line.split(",")[0]!})));
    expect(load).toThrow(BadInput);
    expect(load).toThrow(
      expect.objectContaining({danish: expect.stringMatching(/Helsingør mangler.*Århus \(Aarhus\)/) as string}) as Error
    );
  });
});

describe("classifications", () => {
  it("have unique codes, and names that mean one code only", () => {
    for (const {id, codes} of classifications) {
      const ids = codes.map(({code}) => code);
      expect(ids, id).toEqual([...new Set(ids)]);
      const texts = codes.flatMap(({label, aliases = []}) => [label, ...aliases].map((text) => text.toLowerCase()));
      expect(texts, id).toEqual([...new Set(texts)]);
    }
  });
});
