import {describe, expect, it} from "vitest";
import {frequencies} from "../jobs/bench/known-table.ts";
import {type Counts, guardsOf, isPrimary, primaryRules} from "../jobs/disclosure/primary.ts";
import {disclosureRules, type ProtectedIndicator} from "../jobs/disclosure/rules.ts";

const share: ProtectedIndicator = {...frequencies, id: "share", measure: "share", scale: 100};
const events: ProtectedIndicator = {...share, counts: "events"};
const sensitive: ProtectedIndicator = {...share, sensitivity: "sensitive"};
const mean: ProtectedIndicator = {...share, counts: "scores", measure: "mean", scale: 1, bounds: [1, 5]};

describe("isPrimary(cell, indicator, minimum)", () => {
  const cases: readonly (readonly [string, ProtectedIndicator, readonly [number, number, number], boolean])[] = [
    ["hides fewer than five persons", events, [40, 300, 4], true],
    ["shows five persons", events, [40, 300, 5], false],
    ["hides a numerator of 4", share, [4, 30, 30], true],
    ["shows a numerator of 5", share, [5, 30, 30], false],
    ["hides a complement of 4", share, [26, 30, 30], true],
    ["shows a complement of 5", share, [25, 30, 30], false],
    ["shows none of an ordinary matter", share, [0, 30, 30], false],
    ["shows everybody in an ordinary matter", share, [30, 30, 30], false],
    ["hides none of a sensitive matter", sensitive, [0, 30, 30], true],
    ["hides everybody in a sensitive matter", sensitive, [30, 30, 30], true],
    ["does not look at the numerator of events", events, [2, 3000, 30], false],
    ["hides a ratio of four adults' children", {...share, counts: "both"}, [14, 4.2, 14], true],
    ["shows a ratio of enough on both sides", {...share, counts: "both"}, [14, 5.2, 14], false],
    ["hides a mean that says what everybody answered", mean, [148, 30, 30], true],
    ["hides a mean at the low end", mean, [32, 30, 30], true],
    ["shows a mean one answer's range from the end", mean, [34, 30, 30], false],
    ["shows a mean away from the ends", mean, [110, 30, 30], false],
    ["hides a small number of persons counted", frequencies, [4, 1, 4], true],
    ["never hides published statistics", {...share, counts: "none", sensitivity: "open"}, [3, 1, 2], false],
    ["has nothing to hide where there is nobody", share, [0, 0, 0], false]
  ];
  it.each(cases)("%s", (_, indicator, [numerator, denominator, persons], expected) => {
    expect(isPrimary({numerator, denominator, persons}, indicator, 5)).toBe(expected);
  });
  it("says what each rule is about, in the order of the study", () => {
    expect(primaryRules.map(({id}) => id)).toEqual(["P1", "P2", "P3"]);
  });
});

describe("guardsOf(cell, indicator, limits)", () => {
  it("keeps the small side of a share, and not the large one", () => {
    const guards = guardsOf({numerator: 3, denominator: 40, persons: 40}, share, disclosureRules);
    expect(guards.map(({amount, width}) => [amount, width])).toEqual([["numerator", 5]]);
  });
  it("keeps the days of few persons too, where other figures could tell them", () => {
    const guards = guardsOf({numerator: 12, denominator: 300, persons: 3}, events, disclosureRules);
    expect(guards.map(({amount}) => amount)).toEqual(["persons", "numerator"]);
  });
  it("keeps a sum that two make up (handbook: 50,000 + 49,000 of 100,000), which a (1, 90) rule calls safe", () => {
    const cell = sumOf([50_000, 49_000, 400, 300, 200, 100]);
    expect(guardsOf(cell, events, disclosureRules).map(({rule}) => rule)).toEqual(["P3"]);
  });
  it("asks for at least the protection level of the handbook's example 4 (330 = 300 + 20 + 10)", () => {
    const [guard] = guardsOf({...sumOf([300, 20, 10]), persons: 5}, events, disclosureRules);
    expect(guard!.upTo).toBeGreaterThan(352.94);
  });
  it("keeps no sum that the p % rule would let be shown with certainty", () => {
    for (const parts of [
      [40, 30, 20, 10, 5],
      [50, 20, 20, 10, 10],
      [10, 10, 10, 10, 10]
    ])
      expect(guardsOf(sumOf(parts), events, disclosureRules)).toEqual([]);
  });
  it("never lets a sum be shown that breaks the p % rule", () => {
    for (let largest = 1; largest <= 100; largest++)
      for (let second = 1; second <= largest; second++) {
        const rest = Math.floor(0.149 * largest);
        const parts = [largest, second, ...Array.from({length: 4}, () => rest / 4)];
        expect(guardsOf(sumOf(parts), events, disclosureRules).length, parts.join()).toBeGreaterThan(0);
      }
  });
});

function sumOf(parts: readonly number[]): Counts {
  const numerator = parts.reduce((sum, part) => sum + part, 0);
  const squares = parts.reduce((sum, part) => sum + part ** 2, 0);
  return {numerator, denominator: numerator * 20, persons: parts.length, squares};
}
