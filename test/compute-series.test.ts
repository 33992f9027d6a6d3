import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Engine} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";
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
  it("joins both sides of a change in the middle of a year, and counts persons once", async () => {
    const year = {numerator: 10, denominator: 2, persons: 10};
    expect(await totalOf("daycare-ratio-3-5", "G00006", "2024")).toMatchObject({...year, linked: true});
    expect(await totalOf("daycare-ratio-3-5", "G00005", "2024")).toMatchObject({
      numerator: 5,
      denominator: 1,
      linked: false
    });
  });
  it("adds those that it took in to the past of a unit that goes on under its own number", async () => {
    expect(await totalOf("daycare-ratio-3-5", "G00008", "2023")).toMatchObject({
      numerator: 15,
      denominator: 3,
      linked: true
    });
    expect(await totalOf("daycare-ratio-3-5", "G00008", "2024")).toMatchObject({numerator: 10, linked: false});
    expect(await totalOf("daycare-ratio-3-5", "751", "2023")).toMatchObject({numerator: 75, linked: false});
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
    const other = await lake.again({
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
      files: lake.files.filter(
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
    const again = await lake.again({files: lake.files.toReversed()});
    const checksum = (from: Engine) =>
      from.one(
        "SELECT count(*) AS rows, md5(string_agg(total::VARCHAR, '\n' ORDER BY total::VARCHAR)) AS md5 FROM total"
      );
    expect(await checksum(again)).toEqual(await checksum(engine));
    again.close();
  });
  it("computes only wanted periods, with the same figures", async () => {
    const some = await lake.again({periods: ["2024-H1", "2023/24", "2024"]});
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
    const empty = await lake.again({files: []});
    expect(
      await empty.one("SELECT (SELECT count(*) FROM total) AS total, (SELECT count(*) FROM unit_version) AS units")
    ).toEqual({total: 0, units: 104});
    empty.close();
  });
  it("means of members are the municipalities' own values over their number", async () => {
    const indicator: Indicator = {
      ...lake.catalogue.latest("class-size"),
      id: "mean-class-size",
      version: 1,
      group: "mean-of-members"
    };
    const other = await lake.again({
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
