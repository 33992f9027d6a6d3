import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {auditDisclosure, exposedCells} from "../jobs/disclosure-audit.ts";
import {equationsOf, primary, primaryCells, secondary, shown} from "../jobs/disclosure-equations.ts";
import {protect} from "../jobs/protect.ts";
import {
  frequencies,
  hiddenNames,
  isDetermined,
  plainRules,
  type SmallTable,
  smallTables,
  statusesOf,
  tableOf
} from "./disclosure-tables.ts";

describe("auditDisclosure(block, statuses, rules)", () => {
  it("agrees with brute force on every hidden cell when one secondary cell is shown after all", () => {
    let found = 0;
    fc.assert(
      fc.property(smallTables, fc.nat(), (table, pick) => {
        const statuses = protect(table.block, plainRules);
        const hidden = [...statuses.keys()].filter((cell) => statuses[cell] === secondary);
        if (hidden.length === 0) return;
        statuses[hidden[pick % hidden.length]!] = shown;
        const primaries = primaryCells(table.block, plainRules);
        const expected = [...primaries.keys()].filter(
          (cell) => primaries[cell] === primary && isDetermined(table, statuses, cell)
        );
        expect([...auditDisclosure(table.block, statuses, plainRules)].sort((a, b) => a - b)).toEqual(expected);
        found += expected.length > 0 ? 1 : 0;
      }),
      {numRuns: 600}
    );
    expect(found).toBeGreaterThan(50);
  });
  it("finds a cell that every row and column seems to protect", () => {
    const {block, names} = sdcTableProblem();
    const statuses = statusesOf(names, ["w.a", "w.b", "w.c", "x.a", "x.c", "y.b", "y.d", "z.b", "z.d"]);
    const equations = equationsOf(block, plainRules);
    expect(exposedCells(equations, statuses, () => true).map((cell) => names[cell])).toEqual(["w.b"]);
    statuses[names.indexOf("x.b")] = secondary;
    expect(exposedCells(equations, statuses, () => true)).toEqual([]);
  });
  it("names a primary cell that is shown", () => {
    const {block} = tableOf([-1, 0, 0], [[3], [50]]);
    expect(auditDisclosure(block, new Uint8Array(block.unit.length), plainRules).length).toBeGreaterThan(0);
  });
});

/** A published 4 × 4 example whose pattern looks safe and is not (problemdata of an R package for table protection). */
function sdcTableProblem(): SmallTable {
  return tableOf(
    [-1, 0, 0, 0, 0],
    [
      [30, 47, 64, 89],
      [90, 124, 5, 31],
      [92, 100, 59, 85],
      [800, 991, 651, 685]
    ],
    frequencies,
    {
      units: ["total", "w", "x", "y", "z"],
      categories: ["a", "b", "c", "d"]
    }
  );
}

/** Eight regions by four benefits, fictitious (Statistics Norway's z1); at most 3 are primary, and 0 is not among them. */
const regions = ["A", "B", "C", "D", "E", "F", "G", "H"];
const benefits = [
  [11, 11, 55, 36],
  [7, 1, 29, 18],
  [5, 8, 35, 25],
  [13, 2, 17, 13],
  [9, 14, 63, 52],
  [12, 9, 24, 22],
  [6, 4, 22, 8],
  [9, 3, 38, 15]
];

describe("protect(z1)", () => {
  const rules = {...plainRules, minimum: 4};
  const table = tableOf([-1, ...regions.map(() => 0)], benefits, frequencies, {
    units: ["Total", ...regions],
    categories: ["annet", "arbeid", "soshjelp", "trygd"]
  });
  it("hides the three primary cells and no more than four others", () => {
    const statuses = protect(table.block, rules);
    const hidden = hiddenNames(table.names, statuses);
    expect(hidden).toEqual(expect.arrayContaining(["B.arbeid", "D.arbeid", "H.arbeid"]));
    expect(hidden.length).toBeLessThanOrEqual(7);
    for (const cell of table.names.keys())
      if (statuses[cell] === primary) expect(isDetermined(table, statuses, cell)).toBe(false);
  });
  it("finds the published pattern safe, and unsafe with any of its secondary cells shown", () => {
    const published = ["B", "D", "H"].flatMap((region) => [`${region}.arbeid`, `${region}.annet`]);
    expect(auditDisclosure(table.block, statusesOf(table.names, published), rules)).toEqual([]);
    for (const name of published.filter((each) => each.endsWith("annet")))
      expect(
        auditDisclosure(
          table.block,
          statusesOf(
            table.names,
            published.filter((each) => each !== name)
          ),
          rules
        ).length
      ).toBeGreaterThan(0);
  });
  const path = fileURLToPath(new URL("../../shared/data/sdc-known-answers/z1.csv", import.meta.url));
  it.skipIf(!existsSync(path))(
    "holds the numbers of the shared known answer (skipped where ../shared is absent)",
    () => {
      const rows = readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.replaceAll('"', "").split(","));
      for (const [region, benefit, count] of rows)
        expect(table.block.numerator[table.names.indexOf(`${region}.${benefit}`)]).toBe(Number(count));
    }
  );
});
