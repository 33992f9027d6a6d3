import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {demoAgreements} from "../jobs/demo/agreements.ts";
import {demoConversations} from "../jobs/demo/conversations.ts";
import {type DemoFile, generateDemo} from "../jobs/demo/demo.ts";
import {planDirt} from "../jobs/demo/dirt.ts";
import {countsOf} from "../jobs/demo/municipalities.ts";
import {layOutDemonstration} from "../jobs/demonstration.ts";
import {parseMapping} from "../jobs/mapping.ts";
import {readCatalogue} from "../queries/catalogue.ts";
import {findClassification} from "../queries/classifications/index.ts";
import {storesOf} from "../queries/config.ts";
import {Engine, quoteText} from "../queries/engine.ts";
import type {Unit, UnitId} from "../queries/model.ts";
import {municipalityFacts} from "../queries/reference/municipality-facts.ts";
import {insertAgreements, listAgreements} from "../queries/registry/agreements.ts";
import {listConversations} from "../queries/registry/conversations.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {findStandard} from "../queries/standards/index.ts";
import {schoolToLead} from "../server/identity/demonstration.ts";

const municipality = "400";
const folders = [1, 2, 3].map(() => mkdtempSync(join(tmpdir(), "demo-")));
const engine = await Engine.open({threads: 2});
let files: readonly DemoFile[] = [];

const only = [municipality, "101", "157", "265", "360", "561", "706", "727", "751", "851"];
const generate = (dataDir: string, seed: number) =>
  generateDemo({dataDir, scale: "municipality", seed, municipality, only});
const parquet = (standard: string) =>
  `read_parquet([${files
    .filter((file) => file.standard === standard && file.path.endsWith(".parquet"))
    .map(({path}) => quoteText(path))
    .join(", ")}])`;
const number = async (sql: string) => Number((await engine.one<{n: number}>(`FROM (SELECT ${sql}) AS counted(n)`)).n);

function expectBetween(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

beforeAll(async () => {
  files = (await generate(folders[0]!, 7)).files;
});
afterAll(() => {
  engine.close();
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

describe("generateDemo({dataDir, scale, seed, municipality})", () => {
  it("writes the same bytes for the same seed and others for another", async () => {
    const again = await generate(folders[1]!, 7);
    const other = await generate(folders[2]!, 8);
    const hashes = (list: readonly DemoFile[]) =>
      list.map(({path}) => [basename(path), createHash("sha256").update(readFileSync(path)).digest("hex")]);
    expect(hashes(again.files)).toEqual(hashes(files));
    expect(hashes(other.files)).not.toEqual(hashes(files));
  });

  it("names files so that their order is the order of intake, units first", () => {
    expect(files.map(({path}) => path)).toEqual(files.map(({path}) => path).toSorted());
    expect(files[0]!.standard).toBe("units");
    expect(new Set(files.map(({standard}) => standard)).size).toBe(13);
  });

  it.each([
    "children",
    "pupils",
    "absence",
    "wellbeing",
    "grades",
    "language-assessments",
    "staffing",
    "staff-absence",
    "parent-survey"
  ])("keeps the standard %s: columns, required values, codes, ranges, key and rules", async (id) => {
    const standard = findStandard(id)!;
    const rows = parquet(id);
    for (const {id: column, required, codes, minimum, maximum} of standard.columns) {
      if (required) expect(await number(`count(*) FROM ${rows} WHERE ${column} IS NULL`), column).toBe(0);
      const known =
        codes &&
        findClassification(codes)!
          .codes.map(({code}) => quoteText(code))
          .join(", ");
      if (known)
        expect(await number(`count(*) FROM ${rows} WHERE ${column}::VARCHAR NOT IN (${known})`), column).toBe(0);
      if (minimum !== undefined) expect(await number(`min(${column}) FROM ${rows}`)).toBeGreaterThanOrEqual(minimum);
      if (maximum !== undefined) expect(await number(`max(${column}) FROM ${rows}`)).toBeLessThanOrEqual(maximum);
    }
    const key = standard.key.join(", ");
    expect(await number(`count(*) FROM (SELECT ${key} FROM ${rows} GROUP BY ALL HAVING count(*) > 1)`)).toBe(0);
    for (const {condition} of standard.rules)
      expect(await number(`count(*) FROM ${rows} WHERE ${condition}`), condition).toBe(0);
  });

  it("refers only to units that are delivered and valid at the end of the half-year", async () => {
    await engine.run(`CREATE OR REPLACE TABLE units AS SELECT * FROM
      read_csv(${quoteText(files[0]!.path)}, delim = ';', all_varchar = true, header = true)`);
    const end = `if(right(period, 1) = '1', left(period, 4) || '-06-30', left(period, 4) || '-12-31')::DATE`;
    const strays = await number(`count(DISTINCT unit) FROM ${parquet("pupils")} AS pupils WHERE NOT EXISTS (
      FROM units WHERE "Enhed" = unit AND strptime("Gyldig fra", '%d-%m-%Y') <= ${end}
        AND coalesce(strptime("Gyldig til", '%d-%m-%Y'), DATE '9999-01-01') >= ${end})`);
    expect(strays).toBe(0);
    expect(
      await number(`count(*) - count(DISTINCT ("Kommunekode", "Navn")) FROM units WHERE "Gyldig til" IS NULL`)
    ).toBe(0);
  });
});

describe("levels of the demonstration", () => {
  it("lie near the published ones", async () => {
    const absence = parquet("absence");
    expectBetween(await number(`300 * sum(days_absent) / sum(school_days) FROM ${absence}`), 5.3, 7.7);
    const items = Array.from({length: 29}, (_, index) => `item_${String(index + 1).padStart(2, "0")}`);
    expectBetween(await number(`avg(list_avg([${items}])) FROM ${parquet("wellbeing")}`), 3.5, 3.75);
    expectBetween(await number(`avg(grade_value) FROM ${parquet("grades")} WHERE class_type = 'normal'`), 6.5, 7.7);
    expectBetween(await number(`100 * avg(assessed::INT) FROM ${parquet("language-assessments")}`), 68, 82);
    expectBetween(await number(`100 * sum(sick_days) / sum(active_days) FROM ${parquet("staff-absence")}`), 5, 7);
    expectBetween(await number(`avg(satisfaction) FROM ${parquet("parent-survey")}`), 4.05, 4.4);
  });

  it("give harder conditions more absence and lower grades", async () => {
    const related = await number(`corr(absent, grade) FROM
      (SELECT municipality, sum(days_absent) / sum(school_days) AS absent FROM ${parquet("absence")} GROUP BY ALL)
      JOIN (SELECT municipality, avg(grade_value) AS grade FROM ${parquet("grades")} GROUP BY ALL) USING (municipality)`);
    expect(related).toBeLessThan(-0.3);
  });

  it("let a pupil keep the pseudonym and move up a grade", async () => {
    const steps = await engine.rows<{step: number; n: number}>(`
      SELECT later.grade - earlier.grade AS step, count(*) AS n
      FROM ${parquet("pupils")} AS earlier JOIN ${parquet("pupils")} AS later USING (pupil)
      WHERE earlier.period = '2023-H2' AND later.period = '2024-H2' GROUP BY 1`);
    expect(steps.map(({step}) => step)).toEqual([1]);
    expect(steps[0]!.n).toBeGreaterThan(3_000);
  });
});

describe("planDirt(municipality)", () => {
  it("never chooses the municipality in focus, nor one for two parts", () => {
    for (const {code} of municipalityFacts) {
      const {late, exempt, local, rejected, withoutSurvey} = planDirt(code);
      const chosen = [code, late, exempt, local, rejected, ...withoutSurvey];
      expect(new Set(chosen).size).toBe(chosen.length);
    }
  });

  it("leaves out what is late, exempt or delivered by itself", async () => {
    const {late, exempt, local} = planDirt(municipality);
    const absent = (code: string, where: string) =>
      number(`count(*) FROM ${parquet("absence")} WHERE municipality = '${code}' AND ${where}`);
    expect(await absent(late, "period = '2025-H2'")).toBe(0);
    expect(await absent(late, "period = '2025-H1'")).toBeGreaterThan(0);
    expect(await absent(exempt, "period >= '2021-H2'")).toBe(0);
    expect(await absent(local, "true")).toBe(0);
  });

  it("writes a mapping that reads the local codes, old and new", () => {
    const {local} = planDirt(municipality);
    const name = `absence-${local}.json`;
    const mapping = parseMapping(readFileSync(join(folders[0]!, "mappings", name), "utf8"), name);
    const path = files.find((file) => file.path.includes("egne-koder"))!.path;
    const [title, header, first] = readFileSync(path, "latin1").split("\r\n");
    expect(title).toMatch(/^Fraværsudtræk \u0096 /);
    expect(header!.split(";")).toEqual(expect.arrayContaining([...mapping.fits!]));
    expect(Object.keys(mapping.columns.absence_type!.codes!)).toContain(first!.split(";")[4]);
  });
});

describe("countsOf(facts)", () => {
  it("gives the nation about 1,050 schools, 3,800 day-care institutions and 1,500 leisure offers", () => {
    const counts = municipalityFacts.map(countsOf);
    const sum = (kind: "schools" | "daycare" | "leisure") => counts.reduce((total, each) => total + each[kind], 0);
    expectBetween(sum("schools"), 1030, 1070);
    expectBetween(sum("daycare"), 3750, 3850);
    expectBetween(sum("leisure"), 1470, 1530);
  });
});

describe("demoAgreements(municipality)", () => {
  it("aims at indicators of the catalogue", async () => {
    const {indicators} = await readCatalogue();
    const known = indicators.map(({id}) => id);
    expect(known).toEqual(expect.arrayContaining(demoAgreements("751").map(({indicator}) => indicator)));
  });

  it("aims at units of the municipality and gives each agreement its own id", () => {
    const agreements = demoAgreements("751");
    expect(new Set(agreements.map(({id}) => id)).size).toBe(agreements.length);
    expect(agreements.map(({unit}) => unit)).toEqual(expect.arrayContaining(["751", "751002"]));
  });
});

describe("the demonstration's leader", () => {
  it("leads the school whose conversations are written, whichever was founded first", () => {
    const unit = demoConversations("751")[0]!.unit;
    const school = (id: string, validTo: string | null, parent: string) =>
      ({
        id,
        name: id,
        kind: "school",
        parent,
        municipality: "751",
        validFrom: "1990-08-01",
        validTo
      }) as unknown as Unit;
    const area = {...school("751-O1", null, "751"), kind: "area"} as Unit;
    const schools = [school("751007", null, "751-O1"), school("751000", "2024-07-31", "751-O1")];
    const units = new Map([...schools, school(unit, null, "751-O1"), area].map((each) => [each.id, each]));
    expect(schoolToLead({units}, {id: "751" as UnitId})?.id).toBe(unit);
  });
});

describe("layOutDemonstration(demonstration)", () => {
  it("leaves the agreements for packages built by hand, and keeps what has become of them", async () => {
    const dataDir = folders[2]!;
    const demonstration = {dataDir, scale: "municipality", seed: 7, municipality, only: [municipality]} as const;
    expect((await layOutDemonstration(demonstration)).length).toBeGreaterThan(0);
    const registry = await openRegistry(storesOf(dataDir).registry);
    const [first, ...others] = await listAgreements(registry);
    await insertAgreements(registry, [{...first!, status: "dropped"}]);
    await layOutDemonstration(demonstration);
    const again = await listAgreements(registry);
    const held = await listConversations(registry);
    await registry.destroy();
    expect(held.map(({template, state}) => [template, state])).toEqual([
      ["learning", "preparing"],
      ["supervision", "held"],
      ["school-development", "following"]
    ]);
    expect(again).toHaveLength(demoAgreements(municipality).length);
    expect(again.find(({id}) => id === first!.id)).toEqual({...first, status: "dropped"});
    expect(again.filter(({id}) => id !== first!.id)).toEqual(others);
  });
});
