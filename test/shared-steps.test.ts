import {describe, expect, it} from "vitest";
import {planShared, splitSteps} from "../jobs/shared-steps.ts";
import {readCatalogue} from "../queries/catalogue.ts";
import type {Indicator} from "../queries/model.ts";

describe("splitSteps(query)", () => {
  it("gives the named steps and what follows them", () => {
    const {steps, main} = splitSteps("WITH a AS (\n  SELECT 1 AS x\n),\nb AS (SELECT x FROM a)\nSELECT x FROM b");
    expect(steps).toEqual([
      {name: "a", sql: "SELECT 1 AS x", alone: true},
      {name: "b", sql: "SELECT x FROM a", alone: false}
    ]);
    expect(main).toBe("SELECT x FROM b");
  });
  it("passes over parentheses in texts and comments", () => {
    const {steps, main} = splitSteps("WITH a AS (\n  SELECT ')' AS x, 'it''s (' AS y -- not here )\n) SELECT 1");
    expect(steps.map(({name}) => name)).toEqual(["a"]);
    expect(main).toBe("SELECT 1");
  });
  it("leaves a query without steps as it is", () => {
    expect(splitSteps("SELECT 1")).toEqual({steps: [], main: "SELECT 1"});
  });
  it("refuses what it cannot read", () => {
    expect(() => splitSteps("WITH a AS (SELECT (1 FROM b")).toThrow("a parenthesis is never closed");
    expect(() => splitSteps("WITH RECURSIVE a AS (SELECT 1) SELECT 1")).toThrow("not a named step");
  });
});

describe("planShared(indicators)", () => {
  const of = (id: string, sql: string) => ({id, sql}) as Indicator;
  it("takes a step that several queries share once, just before the first, and drops it after the last", () => {
    const step = "WITH a AS (SELECT 1 AS x)";
    const plan = planShared([
      of("one", `${step} SELECT x FROM a`),
      of("two", "SELECT 2"),
      of("three", `${step} SELECT x + 1 FROM a`)
    ]);
    expect(plan.map(({indicator}) => indicator.id)).toEqual(["one", "three", "two"]);
    expect(plan.map(({make}) => make.length)).toEqual([1, 0, 0]);
    expect(plan.map(({drop}) => drop.length)).toEqual([0, 1, 0]);
    expect(plan[1]!.sql).toContain(`FROM ${plan[0]!.make[0]!.table}`);
  });
  it("never shares a step that reads another step", () => {
    const query = (x: number) => `WITH a AS (SELECT ${x} AS x), b AS (SELECT x FROM a) SELECT x FROM b`;
    expect(planShared([of("one", query(1)), of("two", query(2))]).flatMap(({make}) => make)).toEqual([]);
  });
  it("reads absence once for its five indicators", async () => {
    const plan = planShared((await readCatalogue()).indicators);
    const tables = plan.flatMap(({make}) => make).filter(({sql}) => sql.includes("FROM absence"));
    expect(tables).toHaveLength(1);
    expect(plan.filter(({sql}) => sql.includes(tables[0]!.table))).toHaveLength(5);
  });
});
