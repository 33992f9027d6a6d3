import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type ComputeRequest, computeFactsOf} from "../jobs/compute.ts";
import {type Catalogue, readCatalogue} from "../queries/catalogue.ts";
import {Engine} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";
import type {LakeFile} from "../queries/registry/deliveries.ts";
import {writeLake} from "./lake-fixture.ts";
import {absenceOf, childrenOf, published, pupilsOf, type Sizes, staffOf, successionRow, unitRow} from "./lake-rows.ts";

const halfYears = ["2023-H1", "2023-H2", "2024-H1", "2024-H2", "2025-H1"];
let dataDir: string;
let files: readonly LakeFile[];
let engine: Engine;
let catalogue: Catalogue;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-compute-"));
  catalogue = await readCatalogue();
  files = await writeLake(dataDir, lake());
  engine = await computed();
}, 60_000);
afterAll(async () => {
  engine.close();
  await rm(dataDir, {recursive: true, force: true});
});

/**
 * Aarhus 751 with two areas and three schools: 751001 moves from O1 to O2 on 2025-01-01; 751002 and 751003 become 751004 on
 * 2024-07-01; a day-care institution splits 60/40 and one of its parts gets a new number. Silkeborg 740 has one school and
 * lacks absence of 2024-H2; Skanderborg 746 has one school and delivers 2025-H1 only.
 */
function lake() {
  const units = [
    unitRow("751-O1", "area", "751"),
    unitRow("751-O2", "area", "751"),
    unitRow("751001", "school", "751-O1", "2010-01-01", "2024-12-31"),
    unitRow("751001", "school", "751-O2", "2025-01-01"),
    unitRow("751002", "school", "751-O1", "2010-01-01", "2024-06-30"),
    unitRow("751003", "school", "751-O2", "2010-01-01", "2024-06-30"),
    unitRow("751004", "school", "751-O1", "2024-07-01"),
    unitRow("G00001", "daycare", "751-O1", "2010-01-01", "2023-12-31"),
    unitRow("G00002", "daycare", "751-O1", "2024-01-01"),
    unitRow("G00003", "daycare", "751-O1", "2024-01-01", "2024-12-31"),
    unitRow("G00004", "daycare", "751-O9", "2025-01-01"),
    unitRow("740001", "school", "740"),
    unitRow("746001", "school", "746")
  ];
  const schools = (period: string): Sizes => {
    const merged: Sizes = period >= "2024-H2" ? {751004: 30} : {751002: 12, 751003: 18};
    const late: Sizes = period === "2025-H1" ? {746001: 10} : {};
    return {751001: 30, ...merged, 740001: 20, ...late};
  };
  const daycare = (period: string): Sizes =>
    period < "2024" ? {G00001: 50} : period < "2025" ? {G00002: 30, G00003: 20} : {G00002: 30, G00004: 20};
  return {
    units,
    "unit-successions": [
      successionRow("751002", "751004", "merged", 1, "2024-07-01"),
      successionRow("751003", "751004", "merged", 1, "2024-07-01"),
      successionRow("G00001", "G00002", "split", 0.6, "2024-01-01"),
      successionRow("G00001", "G00003", "split", 0.4, "2024-01-01"),
      successionRow("G00003", "G00004", "renamed", 1, "2025-01-01")
    ],
    pupils: halfYears.flatMap((period) => pupilsOf(period, schools(period))),
    absence: halfYears
      .flatMap((period) => absenceOf(period, schools(period)))
      .filter(({municipality, period}) => !(municipality === "740" && period === "2024-H2")),
    children: halfYears.flatMap((period) => childrenOf(period, daycare(period))),
    staffing: halfYears.flatMap((period) => staffOf(period, daycare(period))),
    "published-statistics": [
      published("employment-rate", "000", "2020", 74.5),
      published("employment-rate", "751", "2020", 76.2),
      published("employment-rate", "740", "2020", 78),
      published("population", "000", "2020", 5_822_763),
      published("population", "751", "2020", 349_983),
      published("population", "740", "2020", 94_026)
    ]
  };
}

async function computed(request: Partial<ComputeRequest> = {}): Promise<Engine> {
  const opened = await Engine.open({threads: 2});
  await computeFactsOf(opened, {catalogue, dataDir, files, ...request});
  return opened;
}

interface Total {
  readonly numerator: number;
  readonly denominator: number;
  readonly persons: number;
  readonly linked: boolean;
  readonly members: number;
  readonly expected: number;
}

async function totalOf(indicator: string, unit: string, period: string, category = "", from = engine) {
  const rows = await from.rows<Total>(
    `SELECT numerator, denominator, persons, linked, members, expected FROM total
     WHERE indicator = $1 AND unit = $2 AND period = $3 AND category = $4 AND version = (SELECT max(version) FROM total WHERE indicator = $1)`,
    [indicator, unit, period, category]
  );
  expect(rows.length).toBeLessThan(2);
  return rows[0];
}

async function numerators(indicator: string, units: readonly string[], period: string) {
  return Promise.all(units.map(async (unit) => (await totalOf(indicator, unit, period))?.numerator));
}

describe("computeFactsOf(engine, request): sums", () => {
  it("count a person once and sum upwards: class, school, area, municipality, region, nation", async () => {
    const units = ["751001-1A", "751001", "751-O1", "751-O2", "751", "082", "000"];
    expect(await numerators("pupils", units, "2024-H1")).toEqual([30, 30, 42, 18, 60, 80, 80]);
  });
  it("place a unit by the version that is valid at the period's end", async () => {
    expect(await numerators("pupils", ["751-O1", "751-O2"], "2024-H2")).toEqual([60, undefined]);
    expect(await numerators("pupils", ["751-O1", "751-O2"], "2025-H1")).toEqual([30, 30]);
  });
  it("put a unit whose area is unknown below its municipality", async () => {
    const rows = await engine.rows(
      "SELECT ancestor FROM closure WHERE unit = 'G00004' AND period = '2025-H1' ORDER BY ancestor"
    );
    expect(rows.map(({ancestor}) => ancestor)).toEqual(["000", "082", "751", "G00004"]);
  });
  it("are sums of numerators and denominators, never means of means", async () => {
    const region = await totalOf("class-size", "082", "2025-H1");
    expect(region).toMatchObject({numerator: 90, denominator: 4});
  });
  it("keep a count's denominator at 1", async () => {
    expect((await totalOf("pupils", "000", "2025-H1"))?.denominator).toBe(1);
  });
  it("say how many of the municipalities are behind a region's and the nation's figure", async () => {
    expect(await totalOf("pupils", "000", "2025-H1")).toMatchObject({members: 3, expected: 98});
    expect(await totalOf("pupils", "082", "2024-H1")).toMatchObject({members: 2, expected: 19});
    expect(await totalOf("pupils", "751", "2025-H1")).toMatchObject({members: 1, expected: 1});
  });
  it("give each category and their sum, but a class as a whole only", async () => {
    expect((await totalOf("school-absence", "751", "2025-H1", "1"))?.persons).toBe(60);
    expect((await totalOf("school-absence", "751", "2025-H1"))?.persons).toBe(60);
    expect((await totalOf("school-absence", "751001-1A", "2025-H1"))?.persons).toBe(30);
    expect(await totalOf("school-absence", "751001-1A", "2025-H1", "1")).toBeUndefined();
  });
  it("hold both versions of a definition", async () => {
    const rows = await engine.rows(
      "SELECT version, numerator, denominator FROM total WHERE indicator = 'class-size' AND unit = '751001' AND period = '2025-H1' ORDER BY version"
    );
    expect(rows).toEqual([
      {version: 1, numerator: 30, denominator: 1},
      {version: 2, numerator: 30, denominator: 1}
    ]);
  });
  it("stay inside the kinds that an indicator is released for", async () => {
    const rows = await engine.rows(
      "SELECT DISTINCT kind FROM total JOIN unit_version ON id = unit WHERE indicator = 'high-absence-share' ORDER BY kind"
    );
    expect(rows.map(({kind}) => kind)).toEqual(["area", "municipality", "nation", "region", "school"]);
  });
});

describe("computeFactsOf(engine, request): published statistics", () => {
  it("leave rates as the publisher gave them", async () => {
    expect((await totalOf("employment-rate", "000", "2020"))?.numerator).toBe(74.5);
    expect(await totalOf("employment-rate", "082", "2020")).toBeUndefined();
  });
  it("sum counts over municipalities only", async () => {
    expect(await numerators("population", ["751", "082", "000"], "2020")).toEqual([349_983, 444_009, 444_009]);
    expect(await totalOf("population", "000", "2020")).toMatchObject({members: 2, expected: 98, denominator: 1});
  });
});

describe("computeFactsOf(engine, request): completeness", () => {
  it("makes a school year only of both half-years", async () => {
    expect(await totalOf("high-absence-share", "751", "2023/24")).toBeDefined();
    expect(await totalOf("high-absence-share", "740001", "2023/24")).toBeDefined();
    expect(await totalOf("high-absence-share", "740001", "2024/25")).toBeUndefined();
    expect(await totalOf("high-absence-share", "746001", "2024/25")).toBeUndefined();
    expect(await totalOf("high-absence-share", "000", "2024/25")).toMatchObject({members: 1});
    expect(await totalOf("high-absence-share", "751", "2022/23")).toBeUndefined();
  });
  it("makes a year only of both half-years of every standard", async () => {
    expect(await totalOf("daycare-ratio-3-5", "751", "2024")).toMatchObject({numerator: 50, denominator: 10});
    expect(await totalOf("daycare-ratio-3-5", "751", "2025")).toBeUndefined();
    const without = await computed({
      files: files.filter((file) => !(file.standard === "staffing" && file.period === "2024-H1"))
    });
    expect(await totalOf("daycare-ratio-3-5", "751", "2024", "", without)).toBeUndefined();
    expect(await totalOf("daycare-ratio-3-5", "751", "2023", "", without)).toBeDefined();
    without.close();
  });
});

describe("computeFactsOf(engine, request): successions", () => {
  it("gives a merged school the past of both, marked as linked, and leaves theirs", async () => {
    expect(await totalOf("pupils", "751004", "2024-H1")).toMatchObject({
      numerator: 30,
      persons: 30,
      linked: true,
      members: 1
    });
    expect(await totalOf("pupils", "751004", "2024-H2")).toMatchObject({numerator: 30, linked: false});
    expect(await totalOf("pupils", "751002", "2024-H1")).toMatchObject({numerator: 12, linked: false});
    expect(await totalOf("class-size", "751004", "2024-H1")).toMatchObject({
      numerator: 30,
      denominator: 2,
      linked: true
    });
  });
  it("splits by shares, rounds persons down, and follows chains", async () => {
    expect(await totalOf("daycare-ratio-3-5", "G00002", "2023")).toMatchObject({
      numerator: 30,
      denominator: 6,
      persons: 30,
      linked: true
    });
    expect(await totalOf("daycare-ratio-3-5", "G00004", "2023")).toMatchObject({
      numerator: 20,
      denominator: 4,
      linked: true
    });
    expect(await totalOf("daycare-ratio-3-5", "G00004", "2024")).toMatchObject({
      numerator: 20,
      denominator: 4,
      linked: true
    });
  });
  it("never adds a linked figure to what is above", async () => {
    expect(await numerators("pupils", ["751-O1", "751"], "2024-H1")).toEqual([42, 60]);
    const [row] = await engine.rows(
      "SELECT count(*) AS n FROM total JOIN unit_version ON id = unit WHERE linked AND kind IN ('nation', 'region', 'municipality')"
    );
    expect(row).toEqual({n: 0});
  });
  it("links the squares too, so that a linked figure has its interval", async () => {
    const [row] = await engine.rows(
      "SELECT sum(xx) AS xx, bool_or(linked) AS linked FROM total WHERE indicator = 'school-absence' AND unit = '751004' AND period = '2024-H1' AND category = ''"
    );
    expect(row).toEqual({xx: 30 * 90 * 90, linked: true});
  });
});

describe("computeFactsOf(engine, request): coverage", () => {
  it("says what came, and why the rest did not", async () => {
    const other = await computed({
      exemptions: [
        {standard: "absence", municipality: "746", from: "2021-H2", to: "2024-H2", reason: "Velfærdsaftale"}
      ],
      rejections: [
        {
          standard: "absence",
          municipality: "740",
          period: "2024-H2",
          delivery: "d1",
          receivedAt: "2025-02-01T08:00:00Z"
        }
      ],
      receivedAt: new Map([["absence-751/2025-H1", "2025-08-01T08:00:00Z"]]),
      files: files.filter(
        ({standard, municipality, period}) => !(standard === "pupils" && municipality === "740" && period === "2025-H1")
      )
    });
    const state = async (standard: string, municipality: string, period: string) =>
      await other.one(
        "SELECT state, delivery, received_at FROM coverage WHERE standard = $1 AND municipality = $2 AND period = $3",
        [standard, municipality, period]
      );
    expect(await state("absence", "751", "2025-H1")).toMatchObject({
      state: "arrived",
      received_at: "2025-08-01T08:00:00Z"
    });
    expect(await state("absence", "740", "2024-H2")).toMatchObject({state: "rejected", delivery: "d1"});
    expect(await state("absence", "746", "2024-H2")).toMatchObject({state: "exempt"});
    expect(await state("absence", "101", "2024-H2")).toMatchObject({state: "missing"});
    expect(await state("pupils", "740", "2025-H1")).toMatchObject({state: "late"});
    other.close();
  });
});

describe("computeFactsOf(engine, request): the whole", () => {
  it("gives the same on every run", async () => {
    const again = await computed({files: files.toReversed()});
    const checksum = (from: Engine) =>
      from.one(
        "SELECT count(*) AS rows, md5(string_agg(total::VARCHAR, '\n' ORDER BY total::VARCHAR)) AS md5 FROM total"
      );
    expect(await checksum(again)).toEqual(await checksum(engine));
    again.close();
  });
  it("computes only wanted periods, with the same figures", async () => {
    const some = await computed({periods: ["2024-H1", "2023/24", "2024"]});
    const [{periods}] = (await some.rows(
      "SELECT list_sort(list(DISTINCT period)) AS periods FROM total WHERE NOT linked"
    )) as [{periods: {items: string[]} | string[]}];
    expect(periods).toEqual(["2023/24", "2024", "2024-H1"]);
    for (const period of ["2024-H1", "2023/24"])
      expect(await totalOf("high-absence-share", "751", period, "", some)).toEqual(
        await totalOf("high-absence-share", "751", period)
      );
    some.close();
  });
  it("computes nothing from an empty lake, without an error", async () => {
    const empty = await computed({files: []});
    expect(
      await empty.one("SELECT (SELECT count(*) FROM total) AS total, (SELECT count(*) FROM unit_version) AS units")
    ).toEqual({total: 0, units: 104});
    empty.close();
  });
  it("means of members are the municipalities' own values over their number", async () => {
    const indicator: Indicator = {
      ...catalogue.latest("class-size"),
      id: "mean-class-size",
      version: 1,
      group: "mean-of-members"
    };
    const other = await computed({
      catalogue: {indicators: [indicator], latest: () => indicator, find: () => indicator}
    });
    const nation = await totalOf("mean-class-size", "000", "2025-H1", "", other);
    expect(nation).toMatchObject({denominator: 3, members: 3});
    expect(nation!.numerator).toBeCloseTo(60 / 2 + 20 + 10, 6);
    expect(await totalOf("mean-class-size", "751", "2025-H1", "", other)).toMatchObject({
      numerator: 60,
      denominator: 2
    });
    other.close();
  });
});
