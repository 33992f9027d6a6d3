import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {intervalColumns, intervalMacros, publishedInterval} from "../jobs/interval-sql.ts";
import {Engine} from "../queries/engine.ts";
import {intervalOf, ratioInterval, studentQuantile, wilson} from "../queries/intervals.ts";

describe("wilson(count, total)", () => {
  it("gives the published values for 10 of 50 and for 0 and 10 of 10", () => {
    expect(rounded(wilson(10, 50))).toEqual([0.1124, 0.3304]);
    expect(rounded(wilson(0, 10))).toEqual([0, 0.2775]);
    expect(rounded(wilson(10, 10))).toEqual([0.7225, 1]);
  });
  it("gives none where there is no share", () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(11, 10)).toBeNull();
  });
});

describe("ratioInterval(sums)", () => {
  it("is Student's interval of a mean when every denominator is 1", () => {
    const scores = [2, 3, 4, 5, 6];
    const sums = {numerator: 20, denominator: 5, persons: 5, yy: 90, xy: 20, xx: 5};
    const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - 4) ** 2, 0) / 4);
    const reach = 2.776 * (deviation / Math.sqrt(5));
    expect(rounded(ratioInterval(sums), 1)).toEqual([4 - reach, 4 + reach].map((value) => Number(value.toFixed(1))));
  });
  it("gives none for one person, and none without the sums", () => {
    expect(ratioInterval({numerator: 3, denominator: 1, persons: 1, yy: 9, xy: 3, xx: 1})).toBeNull();
    expect(ratioInterval({numerator: 3, denominator: 9, persons: 9, yy: null, xy: null, xx: null})).toBeNull();
  });
  it("has no width when everybody is alike", () => {
    const sums = {numerator: 30, denominator: 10, persons: 10, yy: 90, xy: 30, xx: 10};
    expect(ratioInterval(sums)).toEqual([3, 3]);
  });
});

describe("studentQuantile(freedom)", () => {
  it("is within 1 per cent of the table", () => {
    for (const [freedom, value] of [
      [1, 12.706],
      [4, 2.776],
      [9, 2.262],
      [30, 2.042],
      [1000, 1.962]
    ] as const)
      expect(Math.abs(studentQuantile(freedom) / value - 1)).toBeLessThan(0.01);
  });
});

describe("intervalColumns(cells, rules)", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.open({threads: 1});
    await engine.run(intervalMacros);
  });
  afterAll(() => engine.close());

  it("computes in SQL what intervalOf computes", async () => {
    const cases = [
      {interval: "wilson", scale: 100, bounds: [0, 100], sums: [10, 50, 50, null, null, null]},
      {interval: "wilson", scale: 100, bounds: [0, 100], sums: [50, 50, 50, null, null, null]},
      {interval: "wilson", scale: 100, bounds: [0, 100], sums: [0, 7, 7, null, null, null]},
      {interval: "ratio", scale: 1, bounds: [1, 5], sums: [20, 5, 5, 90, 20, 5]},
      {interval: "ratio", scale: 1, bounds: [-3, 12], sums: [12, 6, 6, 100, 12, 6]},
      {interval: "ratio", scale: 100, bounds: null, sums: [30, 900, 12, 110, 2300, 68000]},
      {interval: "ratio", scale: 100, bounds: null, sums: [30, 900, 1, 110, 2300, 68000]},
      {interval: "none", scale: 1, bounds: null, sums: [30, 900, 12, 110, 2300, 68000]}
    ] as const;
    for (const {interval, scale, bounds, sums} of cases) {
      const [numerator, denominator, persons, yy, xy, xx] = sums;
      const text = [...sums, scale, ...(bounds ?? [null, null])].map((value) => `${value ?? "NULL"}::DOUBLE`);
      const names = ["numerator", "denominator", "persons", "yy", "xy", "xx", "scale", "lowest", "highest"];
      const row = await engine.one<{low: number | null; high: number | null}>(
        `SELECT ${intervalColumns("each", "each")} FROM (SELECT '${interval}' AS interval, ${names.map((name, index) => `${text[index]} AS ${name}`).join(", ")}) AS each`
      );
      const expected = intervalOf({numerator, denominator, persons, yy, xy, xx}, {interval, scale, bounds});
      if (expected === null) expect(row).toEqual({low: null, high: null});
      else {
        expect(row.low).toBeCloseTo(expected[0], 9);
        expect(row.high).toBeCloseTo(expected[1], 9);
      }
    }
  });
});

describe("publishedInterval(cells, rules)", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.open({threads: 1});
    await engine.run(intervalMacros);
  });
  afterAll(() => engine.close());
  const published = (interval: string, persons: number, sum: number, squares: number) =>
    engine.one<{low: number; high: number}>(`SELECT ${publishedInterval("each", "each")} FROM (
      SELECT '${interval}' AS interval, ${sum}.0 AS numerator, ${persons}.0 AS denominator, ${persons}.0 AS persons,
        ${squares}.0 AS yy, ${sum}.0 AS xy, ${persons}.0 AS xx, 1 AS scale, 1 AS lowest, 5 AS highest, 1 AS decimals) AS each`);

  it("tells nothing of how few have answered, only what their number and mean allow", async () => {
    const agreed = await published("answers", 14, 56, 14 * 16);
    const divided = await published("answers", 14, 56, 2 * 1 + 9 * 16 + 3 * 25 + 9);
    expect(agreed).toEqual(divided);
    expect(agreed).toEqual({low: 2.9, high: 5});
  });
  it("rounds outwards: to printed decimals under a hundred persons, to one more above", async () => {
    expect(await published("ratio", 50, 180, 700)).toEqual({low: 3.3, high: 3.9});
    const many = await published("ratio", 5000, 18000, 70000);
    expect(many).toEqual({low: 3.57, high: 3.63});
  });
});

function rounded(interval: readonly number[] | null, decimals = 4): readonly number[] {
  return interval!.map((value) => Number(value.toFixed(decimals)));
}
