import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Engine} from "../queries/engine.ts";
import {type Computed, numerators as numeratorsOf, openComputed, totalOf as totalIn} from "./compute-lake.ts";

let lake: Computed;
let engine: Engine;

beforeAll(async () => {
  lake = await openComputed();
  engine = lake.engine;
}, 60_000);
afterAll(() => lake.close());

const totalOf = (indicator: string, unit: string, period: string, category = "", from = engine) =>
  totalIn(from, indicator, unit, period, category);
const numerators = (indicator: string, units: readonly string[], period: string) =>
  numeratorsOf(engine, indicator, units, period);

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
  it("stand once in years from before today's municipalities were made", async () => {
    expect(await numerators("disposable-income", ["751"], "2004")).toEqual([261_528]);
    expect(await numerators("population", ["751", "082", "000"], "2004")).toEqual([228_123, 311_123, 311_123]);
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
    expect(await totalOf("daycare-ratio-3-5", "751", "2024")).toMatchObject({numerator: 70, denominator: 14});
    expect(await totalOf("daycare-ratio-3-5", "751", "2025")).toBeUndefined();
    const without = await lake.again({
      files: lake.files.filter((file) => !(file.standard === "staffing" && file.period === "2024-H1"))
    });
    expect(await totalOf("daycare-ratio-3-5", "751", "2024", "", without)).toBeUndefined();
    expect(await totalOf("daycare-ratio-3-5", "751", "2023", "", without)).toBeDefined();
    without.close();
  });
});
