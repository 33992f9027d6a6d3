import {describe, expect, it} from "vitest";
import {frequencies} from "../jobs/bench/known-table.ts";
import {audit} from "../jobs/disclosure/audit.ts";
import {allRelations, Table} from "../jobs/disclosure/audit-sides.ts";
import {type CellBlock, shown} from "../jobs/disclosure/block.ts";
import {type Edition, jointOf, jointStatuses} from "../jobs/disclosure/joint.ts";
import type {DisclosureRules} from "../jobs/disclosure/rules.ts";
import {plainRules, statusesOf, tableOf} from "./disclosure-tables.ts";

const earlierOf = (...editions: readonly Omit<Edition, "handed">[]) => ({
  editions: editions.map((each) => ({...each, handed: new Set<number>()})),
  shown: new Set<number>(),
  hidden: []
});
const all = (block: CellBlock) => new Uint8Array(block.unit.length).fill(shown);

describe("jointOf(now, earlier)", () => {
  const first = tableOf([-1, 0, 0, 0], [[3], [60], [20]]);
  const hidden = statusesOf(first.names, ["1.", "1.c0", "3.", "3.c0"]);
  it("is as safe as its releases where they are the same", async () => {
    const earlier = earlierOf({block: first.block, statuses: hidden});
    const {exposures} = await audit(jointOf(first.block, earlier), jointStatuses(hidden, earlier), plainRules);
    expect(exposures).toEqual([]);
  });
  it("is not, where each hides something else of the same", async () => {
    const others = statusesOf(first.names, ["1.", "1.c0", "2.", "2.c0"]);
    const earlier = earlierOf({block: first.block, statuses: others});
    const {exposures} = await audit(jointOf(first.block, earlier), jointStatuses(hidden, earlier), plainRules);
    expect(exposures.length).toBeGreaterThan(0);
  });
  it("links two older releases by what they tell the same, though the new one tells something else", async () => {
    const now = tableOf([-1, 0, 0, 0], [[30], [61], [21]]);
    const older = [hidden, statusesOf(first.names, ["1.", "1.c0", "2.", "2.c0"])];
    const safe = earlierOf({block: first.block, statuses: older[0]!});
    const joint = (earlier: ReturnType<typeof earlierOf>) =>
      audit(jointOf(now.block, earlier), jointStatuses(all(now.block), earlier), plainRules);
    expect((await joint(safe)).exposures).toEqual([]);
    const both = earlierOf(...older.map((statuses) => ({block: first.block, statuses})));
    expect((await joint(both)).exposures.length).toBeGreaterThan(0);
  });
  it("reads what the definitions say of several indicators in each release by itself", () => {
    const rules: DisclosureRules = {
      ...plainRules,
      families: [
        {
          id: "pair",
          same: [],
          follow: [],
          members: ["a", "b"],
          identities: [{whole: ["a", "numerator"], parts: [["b", "numerator"]], over: "period"}]
        }
      ]
    };
    const {block} = tableOf([-1, 0], [[40]]);
    const pair = ["a", "b"].map((id) => ({...block.columns[0]!, indicator: {...frequencies, id}}));
    const two = {...block, columns: pair};
    const count = (each: CellBlock) =>
      [...allRelations(new Table(each), rules)].filter(({reason}) => reason() === "a numerator,b numerator").length;
    expect(count(two)).toBe(2);
    expect(count(jointOf(two, earlierOf({block: two, statuses: all(two)})))).toBe(4);
  });
});
