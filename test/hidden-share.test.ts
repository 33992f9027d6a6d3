import {describe, expect, it} from "vitest";
import type {DisclosedFact, Unit} from "../queries/model.ts";
import {indexFacts, type PackageFacts} from "../templates/context/facts.ts";
import {qualityView} from "../templates/context/quality.ts";

function shareOf(below: readonly {readonly id: string; readonly kind: string}[], facts: readonly string[]) {
  const of = facts.map((text, place) => {
    const [unit, blank] = text.split(" ");
    return {
      unit,
      indicator: `i${place}`,
      category: "",
      period: "2025",
      blank: blank ?? null
    } as unknown as DisclosedFact;
  });
  const given = {
    language: "da",
    below: below as unknown as readonly Unit[],
    facts: indexFacts(of),
    coverage: [],
    breaks: []
  };
  return qualityView(given as unknown as PackageFacts, [], []).hiddenBelow;
}

const many = (text: string, count: number) => Array.from({length: count}, () => text);

describe("qualityView(given, indicators, facts)", () => {
  it("says of each kind of unit how much is hidden, and names no unit", () => {
    const table = shareOf(
      [
        {id: "a", kind: "school"},
        {id: "b", kind: "school"},
        {id: "c", kind: "daycare"}
      ],
      [...many("a", 90), ...many("b hidden", 10), ...many("c not-reported", 3), ...many("c", 100)]
    )!;
    const rows = table.rows.map(({head, cells}) => [head, ...cells.map(({text}) => text)]);
    expect(rows).toEqual([
      ["skoler", "100", "nogle (10 pct.)"],
      ["dagtilbud", "100", "intet"]
    ]);
  });
  it("gives no share of few figures", () => {
    const [row] = shareOf([{id: "a", kind: "school"}], [...many("a", 3), "a hidden"])!.rows;
    expect(row!.cells[1]!.text).toBe("mange");
  });
  it("has nothing to say where no unit lies below", () => expect(shareOf([], ["a"])).toBeNull());
});
