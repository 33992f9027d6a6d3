import {describe, expect, it} from "vitest";
import {intervalOf} from "../queries/intervals.ts";
import type {Blank, DisclosedFact, Indicator, UnitId} from "../queries/model.ts";
import {ownGroupFigure} from "../queries/own-group.ts";
import type {PeriodId} from "../queries/period.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";

const rule: Indicator = {...fixtureIndicators[0]!, interval: "wilson", scale: 100, decimals: 1, bounds: [0, 100]};
const cell = {
  indicator: rule.id,
  version: rule.version,
  period: "2025-H2" as PeriodId,
  category: "",
  linked: false,
  members: 1,
  expected: 1
};
function shown(unit: string, numerator: number, denominator: number, reach = 0): DisclosedFact {
  const value = (numerator / denominator) * rule.scale;
  const ends = reach > 0 ? {low: value - reach, high: value + reach} : {low: null, high: null};
  return {...cell, unit: unit as UnitId, value, numerator, denominator, persons: denominator, ...ends, blank: null};
}
function blank(unit: string, word: Blank): DisclosedFact {
  const nothing = {value: null, numerator: null, denominator: null, persons: null, low: null, high: null};
  return {...cell, unit: unit as UnitId, ...nothing, blank: word};
}
const figure = (facts: readonly DisclosedFact[], expected: number, changes: Partial<Indicator> = {}) =>
  ownGroupFigure("own-group" as UnitId, facts, expected, {...rule, ...changes});

describe("ownGroupFigure(id, facts, expected, rule)", () => {
  const [a, b] = [shown("101", 10, 100), shown("751", 90, 300)];

  it("divides the sum of numerators by the sum of denominators, never the mean of the members", () => {
    const fact = figure([a, b], 2)!;
    expect(fact).toMatchObject({value: 25, numerator: 100, denominator: 400, persons: 400, members: 2, expected: 2});
    expect([fact.low, fact.high]).toEqual(intervalOf({...fact, yy: null, xy: null, xx: null} as never, rule));
  });
  it("counts those that are shown and says of how many", () => {
    expect(figure([a, b, blank("461", "hidden")], 4)).toMatchObject({value: 25, members: 2, expected: 4, blank: null});
  });
  it("is hidden when too few are shown and one of them is hidden, else not reported", () => {
    expect(figure([a, blank("461", "hidden"), blank("751", "not-reported")], 3)?.blank).toBe("hidden");
    expect(figure([a, blank("461", "not-reported"), blank("751", "exempt")], 3)?.blank).toBe("not-reported");
    expect(figure([blank("461", "hidden")], 1)).toMatchObject({value: null, numerator: null, blank: "hidden"});
  });
  it("is exempt only when all are", () => {
    expect(figure([blank("461", "exempt"), blank("751", "exempt")], 2)?.blank).toBe("exempt");
  });
  it("does not total what others have published or what is a mean of members, but for counts", () => {
    for (const group of ["published", "mean-of-members"] as const)
      expect(figure([a, b], 2, {group})?.blank).toBe("not-applicable");
    const counts = [a, b].map((fact) => ({...fact, denominator: 1}) as DisclosedFact);
    expect(figure(counts, 2, {group: "published", measure: "count", scale: 1, interval: "none"})?.value).toBe(100);
  });
  it("joins the members' own uncertainty, and has none where one of them has none", () => {
    const joined = figure([shown("101", 10, 100, 2), shown("751", 90, 300, 2)], 2, {interval: "ratio"})!;
    expect(joined.low).toBeGreaterThan(23);
    expect(joined.high).toBeLessThan(27);
    expect(joined.low! < 25 && joined.high! > 25).toBe(true);
    expect(figure([shown("101", 10, 100, 2), b], 2, {interval: "ratio"})).toMatchObject({low: null, high: null});
  });
  it("leaves out members of another version of the definition", () => {
    expect(figure([a, {...b, version: 9}], 2)).toMatchObject({value: 10, members: 1, expected: 2});
  });
  it("has no figure where no member has a row", () => expect(figure([], 2)).toBeUndefined());
});
