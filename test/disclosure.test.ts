import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {addBlanks, expectedPeriods} from "../jobs/blanks.ts";
import {compare} from "../jobs/compare.ts";
import {computeFactsOf} from "../jobs/compute.ts";
import {disclose} from "../jobs/disclose.ts";
import {disclosureRules} from "../jobs/disclosure/rules.ts";
import {discloseFindings} from "../jobs/findings.ts";
import {readCatalogue} from "../queries/catalogue.ts";
import {Engine} from "../queries/engine.ts";
import type {ComparisonGroup, DisclosedFact, Indicator} from "../queries/model.ts";
import {parsePeriod} from "../queries/period.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";
import {writeLake} from "./lake-fixture.ts";
import {smallLake} from "./small-lake.ts";

let dataDir: string;
let engine: Engine;
let groups: readonly ComparisonGroup[];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-disclose-"));
  engine = await Engine.open({threads: 2});
  const catalogue = await readCatalogue();
  const files = await writeLake(dataDir, smallLake());
  const exemptions = ["746", "615"].map((municipality) => ({
    standard: "absence",
    municipality,
    from: "2025-H1",
    to: null,
    reason: "test"
  }));
  await computeFactsOf(engine, {catalogue, dataDir, files, exemptions});
  await disclose(engine, {indicators: catalogue.indicators});
  await discloseFindings(engine, disclosureRules);
  await addBlanks(engine, catalogue.indicators, parsePeriod("2025-H2"));
  groups = await compare(engine);
});
afterAll(async () => {
  engine?.close();
  await rm(dataDir, {recursive: true, force: true});
});

async function factOf(unit: string, indicator: string, period: string): Promise<DisclosedFact | undefined> {
  const rows = await engine.rows<DisclosedFact>(
    "SELECT * FROM disclosed WHERE unit = $1 AND indicator = $2 AND period = $3 AND category = ''",
    [unit, indicator, period]
  );
  return rows[0];
}

describe("disclose(engine, request)", () => {
  it("shows a school's absence with its 95 % interval", async () => {
    const fact = await factOf("751006", "school-absence", "2025-H2");
    expect(fact).toMatchObject({blank: null, persons: 52, denominator: 5200});
    expect(fact!.low!).toBeLessThan(fact!.value!);
    expect(fact!.high!).toBeGreaterThan(fact!.value!);
  });
  it("hides a school with three pupils, and two others of its area: sickness is sensitive, and a headmaster knows one", async () => {
    for (const unit of ["751001", "751002", "751003"])
      expect(await factOf(unit, "school-absence", "2025-H2")).toMatchObject({
        blank: "hidden",
        value: null,
        numerator: null,
        denominator: null,
        persons: null,
        low: null,
        high: null
      });
    for (const unit of ["751006", "751-O1", "751", "082", "000"])
      expect((await factOf(unit, "school-absence", "2025-H2"))?.blank, unit).toBeNull();
  });
  it("hides the same schools in every kind of absence", async () => {
    for (const kind of ["sick", "permitted", "unlawful"])
      for (const [unit, blank] of [
        ["751006", null],
        ["751002", "hidden"],
        ["751003", "hidden"]
      ] as const)
        expect((await factOf(unit, `school-absence-${kind}`, "2025-H2"))?.blank, `${unit} ${kind}`).toBe(blank);
  });
  it("marks a figure that joins merged schools, and shows it when all that it joins is shown", async () => {
    expect(await factOf("751006", "school-absence", "2025-H1")).toMatchObject({linked: true, blank: null, persons: 50});
    expect(await factOf("751006", "school-absence", "2025-H2")).toMatchObject({linked: false, blank: null});
  });
  it("hides a linked figure when one that it joins is hidden", async () => {
    expect((await factOf("751008", "school-absence", "2025-H1"))?.blank).toBe("hidden");
    expect((await factOf("751009", "school-absence", "2025-H1"))?.blank).toBe("hidden");
  });
  it("leaves no number in any row that has a blank", async () => {
    const {count} = await engine.one<{count: number}>(
      "SELECT count(*) AS count FROM disclosed WHERE blank IS NOT NULL AND coalesce(value, numerator, denominator, persons, low, high) IS NOT NULL"
    );
    expect(count).toBe(0);
  });
  it("releases nothing about a class, and a school's absence by grade to nobody", async () => {
    const {count} = await engine.one<{count: number}>(
      `SELECT count(*) AS count FROM disclosed LEFT JOIN unit_version ON unit_version.id = disclosed.unit
       WHERE coalesce(kind, 'class') = 'class' AND unit LIKE '______-%'
         OR indicator = 'school-absence' AND category <> '' AND kind IN ('school', 'area')`
    );
    expect(count).toBe(0);
  });
  it("rounds the interval of few outwards to the printed decimals", async () => {
    const rows = await engine.rows<{low: number; high: number; value: number}>(
      "SELECT low, high, value FROM disclosed WHERE indicator = 'school-absence' AND persons < 100 AND low IS NOT NULL"
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const {low, high, value} of rows) {
      expect([low, high].map((bound) => Number(bound.toFixed(1)))).toEqual([low, high]);
      expect(low <= value && value <= high).toBe(true);
    }
  });
  it("shows no figure about fewer than five persons", async () => {
    const {count} = await engine.one<{count: number}>(
      "SELECT count(*) AS count FROM disclosed WHERE indicator LIKE 'school-absence%' AND persons < 5"
    );
    expect(count).toBe(0);
  });
});

describe("addBlanks(engine, indicators, newest)", () => {
  it("tells an exempt municipality from one that has not reported", async () => {
    expect((await factOf("746", "school-absence", "2025-H2"))?.blank).toBe("exempt");
    expect((await factOf("746001", "school-absence", "2025-H2"))?.blank).toBe("exempt");
    expect((await factOf("740", "school-absence", "2025-H1"))?.blank).toBe("not-reported");
  });
  it("says not applicable where everything has arrived and the unit does not have it", async () => {
    expect((await factOf("751010", "school-absence", "2025-H2"))?.blank).toBe("not-applicable");
  });
  it("expects nothing of a school before it was there", async () => {
    expect(await factOf("740001", "school-absence", "2024-H2")).toBeUndefined();
  });
  it("gives every row one row", async () => {
    const {count} = await engine.one<{count: number}>(
      "SELECT count(*) AS count FROM (SELECT indicator, version, unit, period, category FROM disclosed GROUP BY ALL HAVING count(*) > 1)"
    );
    expect(count).toBe(0);
  });
});

describe("expectedPeriods(versions, first, last, newest)", () => {
  const [older, newer] = [version(1, null), version(2, "2022/23")];
  const expected = expectedPeriods([older, newer], school("2021/22"), school("2023/24"), parsePeriod("2025-H2"));
  it("runs from the first period with figures to the one in progress", () => {
    expect(expected.map(({period}) => period)).toEqual(["2021/22", "2022/23", "2023/24", "2024/25", "2025/26"]);
  });
  it("knows the version that was in force in each", () => {
    expect(expected.map(({version: number}) => number)).toEqual([1, 2, 2, 2, 2]);
  });
  it("tells what has ended, and what is due after its lag", () => {
    expect(expected.map(({complete}) => complete)).toEqual([true, true, true, true, false]);
    const slow = expectedPeriods(
      [{...newer, lagMonths: 12}],
      school("2023/24"),
      school("2023/24"),
      parsePeriod("2025-H2")
    );
    expect(slow.map(({due}) => due)).toEqual([true, false, false]);
  });
});

describe("compare(engine)", () => {
  it("sums the neighbours that are shown and says how many they are", async () => {
    const neighbours = groups.find(({id}) => id === "neighbours-746")!;
    expect(neighbours.members).toContain("751");
    const fact = await factOf("neighbours-746", "school-absence", "2025-H2");
    expect(fact).toMatchObject({blank: "not-reported", members: 2, expected: neighbours.members.length});
  });
  it("calls a group exempt only when all of it is", async () => {
    const partly = await factOf("neighbours-727", "school-absence", "2025-H2");
    expect(partly).toMatchObject({blank: "not-reported", members: 1, expected: 3});
  });
  it("gives the figure when at least half of the members are shown", async () => {
    const own = await factOf("751", "population", "2025");
    expect(own?.blank).toBeNull();
    const fact = await factOf("6-byerne", "population", "2025");
    expect(fact).toMatchObject({blank: null, members: 6, expected: 6, denominator: 1});
    expect(fact!.value).toBe(6000 + 101 + 751 + 461 + 851 + 561 + 730);
  });
  it("has no neighbours for an island, and says so", () => {
    const island = groups.find(({id}) => id === "neighbours-400")!;
    expect(island.members).toEqual([]);
    expect(island.basis).toMatch(/ingen landegrænse/);
  });
  it("finds ten similar municipalities with their distances, nearest first", () => {
    const similar = groups.find(({id}) => id === "similar-461")!;
    expect(similar.members).toHaveLength(10);
    expect(similar.distances.map(({distance}) => distance)).toEqual(
      similar.distances.map(({distance}) => distance).toSorted((a, b) => a - b)
    );
    expect(similar.variables.map(({indicator}) => indicator)).toContain("population");
  });
  it("gives no group value of a rate that others have published", async () => {
    expect((await factOf("6-byerne", "employment-rate", "2025"))?.blank).toBe("not-applicable");
  });
  it("calls a group hidden when members that are hidden are why too few are shown", async () => {
    const cell = "indicator = 'school-absence' AND period = '2025-H2' AND category = ''";
    await engine.run(`
      DELETE FROM disclosed WHERE unit IN (SELECT "group" FROM group_member);
      UPDATE disclosed SET blank = 'hidden' WHERE blank IS NOT NULL AND ${cell} AND unit IN (SELECT member FROM group_member WHERE "group" = 'neighbours-727')`);
    await compare(engine);
    expect((await factOf("neighbours-727", "school-absence", "2025-H2"))?.blank).toBe("hidden");
  });
});

describe("discloseFindings(engine, rules)", () => {
  it("keeps a finding of supervision without its small count, and no finding of few persons who were heard", async () => {
    const rows = await engine.rows<{finding: string; count: number; quote: string | null}>(
      'SELECT finding, "count", quote FROM disclosed_observation ORDER BY finding'
    );
    expect(rows).toEqual([
      {finding: "a tilsyn", count: 0, quote: null},
      {finding: "c elevråd", count: 12, quote: "Vi vil gerne høres."},
      {finding: "d elevråd", count: 12, quote: null},
      {finding: null, count: 0, quote: null}
    ]);
    const [hidden] = await engine.rows("SELECT * FROM disclosed_observation WHERE finding IS NULL");
    expect(hidden).toMatchObject({theme: "calm", source: "", assessment: "", quality: "", observed_on: ""});
  });
});

function school(text: string) {
  return parsePeriod(text);
}

function version(number: number, validFrom: string | null): Indicator {
  const base = fixtureIndicators.find(({id}) => id === "wellbeing-general")!;
  return {
    ...base,
    version: number,
    validFrom: validFrom === null ? null : parsePeriod(validFrom),
    standards: ["wellbeing"]
  };
}
