import {describe, expect, it} from "vitest";
import {neighboursOf} from "../jobs/groups.ts";
import {indistinguishable} from "../queries/comparison.ts";
import type {MunicipalityCode} from "../queries/model.ts";
import {mostSimilar} from "../queries/similarity.ts";

describe("indistinguishable(a, b, readableDifference)", () => {
  const fact = (value: number, low: number | null = null, high: number | null = null) => ({value, low, high});
  it("is true when the intervals overlap", () => {
    expect(indistinguishable(fact(6, 5, 7), fact(7.5, 6.5, 8.5))).toBe(true);
    expect(indistinguishable(fact(6, 5, 7), fact(9, 8, 10))).toBe(false);
  });
  it("takes a figure without an interval as exact", () => {
    expect(indistinguishable(fact(6, 5, 7), fact(6.5))).toBe(true);
    expect(indistinguishable(fact(6), fact(6.5))).toBe(false);
  });
  it("is true below the publisher's readable difference", () => {
    expect(indistinguishable(fact(4.1), fact(4.4), 0.6)).toBe(true);
    expect(indistinguishable(fact(4.1), fact(4.7), 0.6)).toBe(false);
  });
  it("is true when one of them is not shown", () => {
    expect(indistinguishable({value: null, low: null, high: null}, fact(3))).toBe(true);
  });
  it("is symmetric", () => {
    expect(indistinguishable(fact(9, 8, 10), fact(6, 5, 7))).toBe(false);
  });
});

describe("mostSimilar(structures, weights, count)", () => {
  const structures = [
    ["101", 10, 1],
    ["147", 11, 1],
    ["151", 20, 1],
    ["153", 10.5, 9]
  ].map(([municipality, ...values]) => ({municipality: municipality as MunicipalityCode, values: values as number[]}));
  it("puts the nearest first and never the municipality itself", () => {
    expect(
      mostSimilar(structures, [1, 1], 2)
        .get("101" as MunicipalityCode)
        ?.map(({member}) => member)
    ).toEqual(["147", "153"]);
  });
  it("follows the weights", () => {
    expect(mostSimilar(structures, [1, 0], 1).get("101" as MunicipalityCode)?.[0]?.member).toBe("153");
  });
  it("gives a variable without variation no say", () => {
    const flat = structures.map(({municipality, values}) => ({municipality, values: [values[0]!, 7]}));
    expect(mostSimilar(flat, [1, 1], 1).get("151" as MunicipalityCode)?.[0]?.member).toBe("147");
  });
});

describe("neighboursOf(municipality)", () => {
  it("names those that share a land border, from both sides", () => {
    expect(neighboursOf("751" as MunicipalityCode).members).toContain("746");
    expect(neighboursOf("746" as MunicipalityCode).members).toContain("751");
  });
});
