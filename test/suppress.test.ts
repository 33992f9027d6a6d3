import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {frequencies} from "../jobs/bench/known-table.ts";
import {primary, secondary, shown} from "../jobs/disclosure/block.ts";
import {patternOf} from "../jobs/disclosure/pattern.ts";
import {Protector} from "../jobs/disclosure/protect.ts";
import {disclosureRules} from "../jobs/disclosure/rules.ts";
import {suppress} from "../jobs/disclosure/suppress.ts";
import {hiddenNames, isDetermined, plainRules, smallTables, tableOf} from "./disclosure-tables.ts";
import {z1} from "./known-tables.ts";

describe("suppress(task)", () => {
  it("hides the last candidate that would give a guarded variable away", () => {
    const task = {variables: 4, sums: [[0, 1, 2, 3]], guarded: [1], known: [], candidates: [[0], [2], [3]]};
    expect(suppress(task)).toEqual({hidden: [false, false, true], conflicts: []});
  });
  it("sees what two variables of one candidate tell together", () => {
    const task = {variables: 3, sums: [[0, 1, 2]], guarded: [0], known: [], candidates: [[1, 2]]};
    expect(suppress(task).hidden).toEqual([true]);
  });
  it("reports a known variable that is a guarded one", () => {
    const task = {variables: 2, sums: [[0, 1]], guarded: [1], known: [0], candidates: []};
    expect(suppress(task).conflicts).toEqual([0]);
  });
  it("hides four cells of ages by country where the young of Portugal are kept, as is published", () => {
    const cells = [5, 2, 0, 6, 3, 4];
    const sums = [
      [6, 0, 1, 2],
      [7, 3, 4, 5],
      [8, 0, 3],
      [9, 1, 4],
      [10, 2, 5],
      [11, 6, 7],
      [11, 8, 9, 10]
    ];
    const bySize = [...cells.keys()].filter((cell) => cell !== 2).sort((a, b) => cells[b]! - cells[a]!);
    const candidates = [11, 6, 7, 8, 9, 10, ...bySize].map((cell) => [cell]);
    const {hidden} = suppress({variables: 12, sums, guarded: [2], known: [], candidates});
    expect(
      candidates
        .filter((_, place) => hidden[place])
        .flat()
        .toSorted()
    ).toEqual([1, 4, 5]);
  });
});

describe("patternOf(block, rules)", () => {
  it("hides nothing where nothing is small", async () => {
    const {block} = tableOf(
      [-1, 0, 0],
      [
        [10, 20],
        [30, 40]
      ]
    );
    expect((await patternOf(block, plainRules)).statuses.every((each) => each === shown)).toBe(true);
  });
  it("hides the smallest sibling that is enough, never the total when a sibling is there", async () => {
    const {block, names} = tableOf([-1, 0, 0, 0], [[3], [60], [20]]);
    expect(hiddenNames(names, (await patternOf(block, plainRules)).statuses)).toEqual(["1.", "1.c0", "3.", "3.c0"]);
  });
  it("hides the total where no sibling is left", async () => {
    const {block, names} = tableOf([-1, 0, 1], [[3]]);
    expect(hiddenNames(names, (await patternOf(block, plainRules)).statuses)).toEqual(names);
  });
  it("hides so many that the hidden ones are not few together", async () => {
    const {block, names} = tableOf([-1, 0, 0, 0, 0], [[1], [2], [60], [70]]);
    const {statuses} = await patternOf(block, plainRules);
    expect(hiddenNames(names, statuses).filter((name) => name.endsWith("."))).toEqual(["1.", "2.", "3."]);
  });
  it("hides a third unit of a sensitive matter, for the second one's manager", async () => {
    const {block, names} = tableOf([-1, 0, 0, 0, 0], [[3], [60], [20], [30]], {
      ...frequencies,
      sensitivity: "sensitive"
    });
    const {statuses} = await patternOf(block, plainRules);
    expect(hiddenNames(names, statuses).filter((name) => name.endsWith("."))).toEqual(["1.", "3.", "4."]);
  });
  it("hides a unit in every indicator that counts the same persons", async () => {
    const {block, names} = absenceTable();
    const hidden = hiddenNames(names, (await patternOf(block, disclosureRules)).statuses);
    expect(hidden).toEqual([
      "small school-absence",
      "small school-absence-sick",
      "middle school-absence",
      "middle school-absence-sick"
    ]);
  });
  it("overrules what it showed above where a municipality's only school is small", async () => {
    const {block, names} = tableOf([-1, 0, 0, 0, 1, 2, 2, 3], [[3], [30], [40], [80]]);
    block.tops.set([1, 1, 1, 1]);
    const hidden = hiddenNames(names, (await patternOf(block, plainRules)).statuses);
    expect(hidden.filter((name) => name.endsWith("."))).toEqual(["1.", "2.", "4.", "5."]);
  });
  it("says the same twice", async () => {
    const {block} = tableOf(
      [-1, 0, 0, 0],
      [
        [3, 9],
        [6, 4],
        [20, 0]
      ]
    );
    expect(await patternOf(block, plainRules)).toEqual(await patternOf(block, plainRules));
  });
  it("leaves no primary cell that is a linear combination of shown cells (12 atoms, brute force)", () => {
    fc.assert(
      fc.property(smallTables, (table) => {
        const statuses = new Protector(table.block, plainRules).statuses();
        for (const [cell, status] of statuses.entries())
          if (status === primary) expect(isDetermined(table, statuses, cell)).toBe(false);
      }),
      {numRuns: 300}
    );
  });
  it("hides the six cells that are published for z1", async () => {
    const {block, names} = z1;
    const {statuses} = await patternOf(block, {...plainRules, minimum: 4});
    expect(hiddenNames(names, statuses)).toEqual(["B.annet", "B.arbeid", "D.annet", "D.arbeid", "H.annet", "H.arbeid"]);
    expect([...statuses].filter((status) => status === secondary)).toHaveLength(3);
  });
});

/** A municipality with three schools; the numerators are days, the persons the same in both indicators. */
function absenceTable() {
  const persons = [333, 3, 130, 200];
  const units = ["municipality", "small", "middle", "large"];
  const events = {...frequencies, counts: "events", measure: "share"} as const;
  const columns = ["school-absence", "school-absence-sick"].map((id) => ({
    indicator: {...events, id},
    category: "",
    period: "2025-H1",
    parents: Int32Array.from([-1, 0, 0, 0])
  }));
  const cells = units.flatMap((_, unit) => columns.map((_, column) => ({unit, column})));
  const counts = Float64Array.from(cells, ({unit}) => persons[unit]!);
  const block = {
    columns,
    tops: Uint8Array.from([1, 0, 0, 0]),
    unit: Int32Array.from(cells, ({unit}) => unit),
    column: Int32Array.from(cells, ({column}) => column),
    numerator: counts.map((count) => count * 4),
    denominator: counts.map((count) => count * 90),
    persons: counts,
    squares: counts.map(() => Number.NaN)
  };
  return {block, names: cells.map(({unit, column}) => `${units[unit]} ${columns[column]!.indicator.id}`)};
}
