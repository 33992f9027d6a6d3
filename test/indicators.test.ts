import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createLakeViews} from "../jobs/lake-views.ts";
import {readCatalogue} from "../queries/catalogue.ts";
import {Engine, quoteName, quoteText, type Row} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";
import {standards as allStandards, findStandard, viewName} from "../queries/standards/index.ts";

const cases = fileURLToPath(new URL("input/indicators", import.meta.url));
const {indicators, latest} = await readCatalogue();
const sqlTypes = {
  text: "VARCHAR",
  integer: "INTEGER",
  decimal: "DOUBLE",
  date: "DATE",
  boolean: "BOOLEAN",
  period: "VARCHAR"
};
let engine: Engine;

beforeAll(async () => {
  engine = await Engine.open();
});
afterAll(() => engine.close());

describe("an indicator", () => {
  it("has a folder with a worked value, and no folder is without an indicator", () => {
    const folders = indicators.map(folderOf).toSorted();
    const missing = folders.filter((name) => !existsSync(join(cases, name, "README.md")));
    expect(
      missing,
      "add test/input/indicators/<id>/ with the extracts, expected.csv and the arithmetic in README.md"
    ).toEqual([]);
    expect(readdirSync(cases).toSorted()).toEqual(folders);
  });

  it.each(indicators.map((indicator) => [folderOf(indicator), indicator] as const))(
    "%s counts what was worked out by hand",
    async (folder, indicator) => {
      await loadExtracts(folder);
      const expected = await expectedFacts(folder);
      const columns = Object.keys(expected[0]!);
      const facts = await engine.rows(
        `SELECT ${columns.map(quoteName).join(", ")} FROM (${indicator.sql}) AS facts ORDER BY ALL`
      );
      expect(facts.map(rounded)).toEqual(expected.map(rounded));
    }
  );

  it.each(indicators.map((indicator) => [folderOf(indicator), indicator] as const))(
    "%s binds over the standards it names and no others",
    async (_, {sql, standards, interval, dimension}) => {
      await createLakeViews(engine, ".", []);
      const others = allStandards.filter(({id}) => !standards.includes(id));
      await engine.run(others.map(({id}) => `DROP VIEW ${viewName(id)}`).join(";"));
      for (const id of standards) expect(sql).toMatch(new RegExp(`\\b(FROM|JOIN) ${viewName(id)}\\b`));
      const columns = (await engine.rows<{column_name: string}>(`DESCRIBE ${sql}`)).map(({column_name: name}) => name);
      const wanted = ["unit", "period", "numerator", "denominator", "persons"];
      if (dimension) wanted.push("category");
      if (interval === "ratio" || interval === "answers") wanted.push("yy", "xy", "xx");
      expect(columns.toSorted()).toEqual(wanted.toSorted());
    }
  );
});

function folderOf({id, version}: Indicator): string {
  return version === latest(id).version ? id : `${id}@${version}`;
}

async function loadExtracts(folder: string): Promise<void> {
  await createLakeViews(engine, ".", []);
  for (const name of readdirSync(join(cases, folder))) {
    const standard = findStandard(name.replace(".csv", ""));
    if (!standard) continue;
    const header = readFileSync(join(cases, folder, name), "utf8")
      .split("\n")[0]!
      .split(",");
    const given = header.map(
      (id) => `${quoteText(id)}: '${sqlTypes[standard.columns.find((each) => each.id === id)!.type]}'`
    );
    const columns = standard.columns.map(({id, type}) =>
      header.includes(id) ? quoteName(id) : `NULL::${sqlTypes[type]} AS ${quoteName(id)}`
    );
    await engine.run(`CREATE OR REPLACE VIEW ${viewName(standard.id)} AS SELECT ${columns.join(", ")}
      FROM read_csv(${quoteText(join(cases, folder, name))}, header = true, columns = {${given.join(", ")}})`);
  }
}

async function expectedFacts(folder: string): Promise<readonly Row[]> {
  const path = join(cases, folder, "expected.csv");
  const text = ["unit", "period", "category"];
  const header = readFileSync(path, "utf8").split("\n")[0]!.split(",");
  const columns = header.map((id) => `${quoteText(id)}: '${text.includes(id) ? "VARCHAR" : "DOUBLE"}'`).join(", ");
  const select = header.map((id) => (text.includes(id) ? `coalesce(${id}, '') AS ${id}` : id)).join(", ");
  return engine.rows(
    `SELECT ${select} FROM read_csv(${quoteText(path)}, header = true, columns = {${columns}}) ORDER BY ALL`
  );
}

function rounded(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === "number" ? Number(value.toFixed(6)) : value])
  );
}
