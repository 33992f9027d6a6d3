import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {writeOwnView} from "../jobs/own-view-file.ts";
import {checkReading, standardsRead} from "../jobs/permitted-reading.ts";
import {purposes} from "../queries/access-rules.ts";
import {catalogueOf, readCatalogue} from "../queries/catalogue.ts";
import {Engine} from "../queries/engine.ts";
import {permits, purposeProblems, sharedPurposes} from "../queries/purpose.ts";
import {findStandard, standards} from "../queries/standards/index.ts";
import {dataPurposes} from "../queries/standards/standard.ts";
import {readOwnFacts} from "../server/own-shelf.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({threads: 1});
});
afterAll(() => engine?.close());

/** Which purposes each standard permits, written by hand: a change of it is a decision. */
const permitted: Readonly<Record<string, string>> = {
  units: "quality supervision statistics",
  "unit-successions": "quality supervision statistics",
  children: "quality supervision statistics",
  pupils: "quality supervision statistics",
  absence: "quality supervision statistics",
  wellbeing: "statistics",
  grades: "quality statistics",
  "language-assessments": "quality statistics",
  staffing: "quality supervision statistics",
  "staff-absence": "quality statistics",
  "parent-survey": "quality statistics",
  observations: "quality supervision",
  "published-statistics": "quality supervision statistics"
};

describe("permits(standard, purpose)", () => {
  const cells = standards.flatMap((standard) => purposes.map((purpose) => [standard.id, purpose] as const));
  it.each(cells)("%s for %s", (id, purpose) => {
    const expected = purpose === "validation" || permitted[id]!.split(" ").includes(purpose);
    expect(permits(findStandard(id)!, purpose)).toBe(expected);
  });
  it("lets nothing but statistics be made of what was collected for statistics alone", () => {
    const only = standards.filter(({statisticsOnly}) => statisticsOnly);
    expect(only.map(({id}) => id)).toEqual(["wellbeing"]);
    for (const standard of only)
      expect(dataPurposes.filter((purpose) => permits(standard, purpose))).toEqual(["statistics"]);
  });
});

describe("purposeProblems(standards, wanted)", () => {
  const pairs = standards.flatMap((a) => standards.map((b) => [a.id, b.id] as const));
  it.each(pairs)("judges %s joined with %s by what both permit", (a, b) => {
    const both = permitted[a]!.split(" ").filter((purpose) => permitted[b]!.includes(purpose));
    expect(sharedPurposes([a, b])).toEqual(dataPurposes.filter((purpose) => both.includes(purpose)));
    for (const purpose of dataPurposes)
      expect(purposeProblems([a, b], [purpose]).length === 0).toBe(both.length > 0 && both.includes(purpose));
    expect(purposeProblems([a, b], null).length === 0).toBe(both.length > 0);
  });
  it("names what stands in the way", () => {
    expect(purposeProblems(["wellbeing", "observations"], null)).toEqual([
      "purposes: wellbeing and observations have none in common"
    ]);
    expect(purposeProblems(["pupils", "wellbeing"], ["quality"])).toEqual([
      "purposes: quality is not permitted by wellbeing, which is for statistics only"
    ]);
  });
});

describe("catalogueOf(files)", async () => {
  const {indicators} = await readCatalogue();
  it("refuses to start with an indicator over data whose purposes do not meet", async () => {
    const text = await textOf("school/pupils.sql");
    expect(() =>
      catalogueOf([
        {path: "school/pupils-x.sql", text: text.replace("standards: pupils", "standards: wellbeing, observations")}
      ])
    ).toThrow("have none in common");
    expect(() =>
      catalogueOf([
        {path: "school/pupils.sql", text: text.replace("standards: pupils", "standards: pupils, wellbeing")}
      ])
    ).toThrow("school/pupils.sql: purposes: quality is not permitted by wellbeing, which is for statistics only");
  });
  it("is what the queries of all indicators really read", async () => {
    await checkReading(engine, indicators);
    for (const each of indicators)
      expect([...(await standardsRead(engine, each.sql))].sort()).toEqual([...each.standards].sort());
  });
  it("refuses to compute a query that reads more than its header says", async () => {
    const pupils = indicators.find(({id}) => id === "pupils")!;
    for (const hidden of [
      "SELECT * FROM pupils JOIN wellbeing USING (unit)",
      "SELECT * FROM pupils WHERE pupil IN (SELECT pupil FROM wellbeing)",
      "WITH a AS (SELECT * FROM Wellbeing) SELECT * FROM a",
      "SELECT (SELECT count(*) FROM wellbeing) FROM pupils, units"
    ])
      await expect(checkReading(engine, [{...pupils, sql: hidden}])).rejects.toThrow(
        "reads wellbeing, which its header does not name"
      );
  });
});

async function textOf(path: string): Promise<string> {
  return readFile(new URL(`../queries/indicators/${path}`, import.meta.url), "utf8");
}

describe("writeOwnView(engine, dataDir, release, indicators)", async () => {
  const {indicators} = await readCatalogue();
  it("hands a manager nothing that was collected for statistics alone", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "aarshjul-own-"));
    await engine.run(`CREATE OR REPLACE TEMP TABLE handed AS
      SELECT indicator, 1 AS version, '751001' AS unit, '2025-H2' AS period, '' AS category, 'school' AS kind,
        1.5 AS value, 6.0 AS numerator, 4.0 AS denominator, 4 AS persons, NULL::DOUBLE AS low, NULL::DOUBLE AS high,
        NULL::VARCHAR AS blank, false AS linked, 1 AS members, 1 AS expected
      FROM (VALUES ('pupils'), ('wellbeing-general'), ('school-absence')) AS chosen(indicator)`);
    await writeOwnView(engine, dataDir, "r000000000001", indicators);
    const handed = readOwnFacts(dataDir, "r000000000001", "751001")!;
    expect(handed.map(({indicator}) => indicator)).toEqual(["pupils", "school-absence"]);
    await rm(dataDir, {recursive: true});
  });
});
