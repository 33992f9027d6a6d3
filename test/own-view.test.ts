import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {frequencies} from "../jobs/bench/known-table.ts";
import {secondary, shown} from "../jobs/disclosure/block.ts";
import type {Earlier} from "../jobs/disclosure/joint.ts";
import {jointOf, jointStatuses} from "../jobs/disclosure/joint.ts";
import {ownCellsOf} from "../jobs/disclosure/own-view.ts";
import {patternOf} from "../jobs/disclosure/pattern.ts";
import {tinyBounds, tinyTables} from "./brute-force.ts";
import {plainRules, type SmallTable, tableOf} from "./disclosure-tables.ts";

async function handed({block, names}: SmallTable, hidden?: readonly string[], earlier?: Earlier) {
  const statuses = hidden
    ? Uint8Array.from(names, (name) => (hidden.includes(name) ? secondary : 0))
    : (await patternOf(block, plainRules)).statuses;
  const told = {
    block: jointOf(block, earlier),
    statuses: jointStatuses(statuses, earlier),
    earlier,
    cells: block.unit.length
  };
  return (await ownCellsOf(told, plainRules)).map((cell) => names[cell]);
}

const sensitive = {...frequencies, sensitivity: "sensitive"} as const;
const units = (counts: readonly number[], indicator: typeof frequencies = frequencies) =>
  tableOf(
    [-1, ...counts.map(() => 0)],
    counts.map((count) => [count]),
    indicator
  );

/** Fewer than five persons in a unit that is not in the manager's line, or fewer than three in the own one. */
function isKept({block}: SmallTable, cell: number, manager: number): boolean {
  const unit = block.unit[cell]!;
  const persons = block.persons[cell]!;
  const isAbove = block.columns[0]!.parents.includes(unit);
  return persons > 0 && (unit === manager ? persons < 3 : !isAbove && persons < 5);
}

describe("ownCellsOf(told, rules)", () => {
  it("tells a manager of three persons in the own unit", async () => {
    expect(await handed(units([3, 60, 20]))).toEqual(["1.", "1.c0"]);
  });
  it("tells nobody of two", async () => {
    expect(await handed(units([2, 60, 20]))).toEqual([]);
  });
  it("does not tell the manager of the one unit that hides another", async () => {
    expect(await handed(units([3, 60, 20]))).not.toContain("3.");
    expect(await handed(units([3, 60, 20, 7]), ["1.", "1.c0", "3.", "3.c0", "4.", "4.c0"])).toContain("3.");
  });
  it("tells all where the audit has kept three units of a sensitive matter apart", async () => {
    expect(await handed(units([3, 60, 20, 30], sensitive))).toEqual(["1.", "1.c0", "3.", "3.c0", "4.", "4.c0"]);
  });
  it("tells nothing that what is smaller in the own unit could be computed from", async () => {
    const table = tableOf(
      [-1, 0, 0],
      [
        [10, 2],
        [30, 40]
      ]
    );
    expect(await handed(table, ["1.c0", "1.c1", "2.c0", "2.c1"])).not.toContain("1.c0");
  });
  it("tells of no municipality or area: whoever leads one sees more by another right", async () => {
    const table = tableOf([-1, 0, 0, 1, 1, 2, 2], [[3], [4], [40], [50]]);
    const all = table.names.filter((name) => !name.startsWith("0."));
    expect((await handed(table, all)).filter((name) => /^[12]\./.test(name!))).toEqual([]);
  });
  it("leaves every manager as uncertain of others, and of less than three in the own unit, as all tables are (brute force)", async () => {
    let managers = 0;
    await fc.assert(
      fc.asyncProperty(tinyTables, async ({table}) => {
        const {block} = table;
        const pattern = await patternOf(block, plainRules).catch(() => undefined);
        const isBounded = pattern?.statuses.every((status, cell) => status === shown || block.unit[cell] !== 0);
        if (!pattern || !isBounded) return;
        const told = {block, statuses: pattern.statuses, earlier: undefined, cells: block.unit.length};
        const offered = await ownCellsOf(told, plainRules);
        for (const manager of new Set(offered.map((cell) => block.unit[cell]!))) {
          managers++;
          const known = pattern.statuses.slice();
          for (const cell of offered) if (block.unit[cell] === manager) known[cell] = shown;
          for (const [cell, {low, high}] of tinyBounds(table, known))
            if (isKept(table, cell, manager)) expect(high - low, table.names[cell]).toBeGreaterThanOrEqual(3);
        }
      }),
      {numRuns: 150}
    );
    expect(managers).toBeGreaterThan(20);
  });
  it("remembers what managers have been told before", async () => {
    const [before, now] = [3, 3].map(() =>
      tableOf(
        [-1, 0, 0],
        [
          [10, 2],
          [30, 40]
        ]
      )
    ) as [SmallTable, SmallTable];
    const hidden = ["1.c0", "1.c1", "2.c0", "2.c1"];
    const edition = {
      block: before.block,
      statuses: Uint8Array.from(before.names, (name) => (hidden.includes(name) ? secondary : 0)),
      handed: new Set([before.names.indexOf("2.c0")])
    };
    const earlier = {editions: [edition], shown: new Set<number>(), hidden: []};
    expect(await handed(now, hidden, earlier)).not.toContain("1.c0");
  });
});
