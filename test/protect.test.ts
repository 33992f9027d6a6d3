import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {auditDisclosure} from "../jobs/disclosure-audit.ts";
import {countsOf, primary, primaryCells, secondary, shown} from "../jobs/disclosure-equations.ts";
import {disclosureRules, isPrimary, type ProtectedIndicator} from "../jobs/disclosure-rules.ts";
import {protect} from "../jobs/protect.ts";
import {
  asShares,
  frequencies,
  hiddenNames,
  isDetermined,
  plainRules,
  type SmallTable,
  smallTables,
  tableOf
} from "./disclosure-tables.ts";

const share: ProtectedIndicator = {...frequencies, id: "share", measure: "share", scale: 100};

describe("isPrimary(cell, indicator, minimum)", () => {
  const cases: readonly (readonly [string, ProtectedIndicator, readonly [number, number, number], boolean])[] = [
    ["hides fewer than five persons", {...share, counts: "events"}, [40, 300, 4], true],
    ["shows five persons", {...share, counts: "events"}, [40, 300, 5], false],
    ["hides a numerator from 1 to 4", share, [4, 30, 30], true],
    ["hides a complement from 1 to 4", share, [27, 30, 30], true],
    ["shows none of an ordinary matter", share, [0, 30, 30], false],
    ["hides none of a sensitive matter", {...share, sensitivity: "sensitive"}, [0, 30, 30], true],
    ["hides everybody in a sensitive matter", {...share, sensitivity: "sensitive"}, [30, 30, 30], true],
    ["does not look at the numerator of events", {...share, counts: "events"}, [2, 3000, 30], false],
    ["hides a ratio of four adults' children", {...share, counts: "both"}, [14, 4.2, 14], true],
    ["shows a ratio of enough on both sides", {...share, counts: "both"}, [14, 5.2, 14], false],
    ["hides a mean that says what everybody answered", mean(1, 5), [148, 30, 30], true],
    ["shows a mean away from the ends", mean(1, 5), [110, 30, 30], false],
    ["never hides published statistics", {...share, counts: "none", sensitivity: "open"}, [3, 1, 2], false],
    ["has nothing to hide where there is nobody", share, [0, 0, 0], false]
  ];
  it.each(cases)("%s", (_, indicator, [numerator, denominator, persons], expected) => {
    expect(isPrimary({numerator, denominator, persons}, indicator, 5)).toBe(expected);
  });
});

function mean(low: number, high: number): ProtectedIndicator {
  return {...share, counts: "scores", measure: "mean", scale: 1, bounds: [low, high]};
}

describe("protect(block, rules)", () => {
  it("hides nothing where nothing is small", () => {
    expect(
      [
        ...protect(
          tableOf(
            [-1, 0, 0],
            [
              [10, 20],
              [30, 40]
            ]
          ).block,
          plainRules
        )
      ].every((each) => each === shown)
    ).toBe(true);
  });
  it("hides the smallest sibling too, never the total when a sibling is there", () => {
    const {block, names} = tableOf([-1, 0, 0, 0], [[3], [60], [20]]);
    expect(hiddenNames(names, protect(block, plainRules))).toEqual(["1.", "1.c0", "3.", "3.c0"]);
  });
  it("hides the total where no sibling is left", () => {
    const {block, names} = tableOf([-1, 0, 1], [[3]]);
    expect(hiddenNames(names, protect(block, plainRules))).toEqual(names);
  });
  it("hides so many that the hidden ones are not few together", () => {
    const {block, names, atoms} = tableOf([-1, 0, 0, 0, 0], [[1], [2], [60], [70]]);
    const statuses = protect(block, plainRules);
    expect(hiddenNames(names, statuses).filter((name) => name.endsWith("."))).toEqual(["1.", "2.", "3."]);
    expect(atoms.length).toBe(10);
  });
  it("keeps a hidden unit hidden in every indicator that counts the same persons", () => {
    const {block, names} = absenceTable();
    const statuses = protect(block, disclosureRules);
    const hidden = hiddenNames(names, statuses);
    for (const id of ["school-absence", "school-absence-sick"])
      expect(hidden.filter((name) => name.endsWith(id))).toHaveLength(2);
    expect(hidden.map((name) => name.split(" ")[0])).toEqual(["small", "small", "middle", "middle"]);
    expect(auditDisclosure(block, statuses, disclosureRules)).toEqual([]);
  });
  it("says the same twice", () => {
    const {block} = tableOf(
      [-1, 0, 0, 0],
      [
        [3, 9],
        [6, 4],
        [20, 0]
      ]
    );
    expect(protect(block, plainRules)).toEqual(protect(block, plainRules));
  });
  it("leaves no primary cell that is a linear combination of shown cells (10 atoms, brute force)", () => {
    fc.assert(
      fc.property(smallTables, (table) => {
        const statuses = protect(table.block, plainRules);
        const primaries = primaryCells(table.block, plainRules);
        for (let cell = 0; cell < statuses.length; cell++)
          if (primaries[cell] === primary) {
            expect(statuses[cell]).not.toBe(shown);
            expect(isDetermined(table, statuses, cell)).toBe(false);
          }
      }),
      {numRuns: 400}
    );
  });
});

describe("protect(shares)", () => {
  it("hides a unit of few persons in every category, and shows its number of persons nowhere", () => {
    fc.assert(
      fc.property(smallTables, fc.constantFrom("ordinary", "sensitive"), (table, sensitivity) => {
        const {block} = asShares(table, {...share, sensitivity});
        const statuses = protect(block, plainRules);
        const persons = tableOf([...block.parents], personsOf(table));
        const shownUnits = new Set(
          [...statuses.keys()].filter((cell) => statuses[cell] === shown).map((cell) => block.unit[cell]!)
        );
        const unitStatuses = Uint8Array.from(persons.block.unit, (unit) => (shownUnits.has(unit) ? shown : secondary));
        for (const [cell, unit] of block.unit.entries()) {
          if (isPrimary(countsOf(block, cell), block.columns[0]!.indicator, 5)) expect(statuses[cell]).not.toBe(shown);
          if (block.persons[cell]! === 0 || block.persons[cell]! >= 5) continue;
          expect(shownUnits.has(unit)).toBe(false);
          expect(isDetermined(persons, unitStatuses, persons.block.unit.indexOf(unit))).toBe(false);
        }
        expect(auditDisclosure(block, statuses, plainRules)).toEqual([]);
      }),
      {numRuns: 400}
    );
  });
});

/** Persons of each leaf, as a table with one category. */
function personsOf({block}: SmallTable): readonly (readonly number[])[] {
  const inner = new Set(block.parents);
  return [...block.unit.keys()]
    .filter((cell) => block.column[cell] === 0 && !inner.has(block.unit[cell]!))
    .map((cell) => [block.persons[cell]!]);
}

/** A municipality with three schools; the numerators are days, the persons the same in both indicators. */
function absenceTable() {
  const persons = [333, 3, 130, 200];
  const units = ["municipality", "small", "middle", "large"];
  const events = {...share, counts: "events"} as const;
  const columns = ["school-absence", "school-absence-sick"].map((id) => ({indicator: {...events, id}, category: ""}));
  const cells = units.flatMap((_, unit) => columns.map((_, column) => ({unit, column})));
  const persons64 = Float64Array.from(cells, ({unit}) => persons[unit]!);
  const block = {
    columns,
    parents: Int32Array.from([-1, 0, 0, 0]),
    unit: Int32Array.from(cells, ({unit}) => unit),
    column: Int32Array.from(cells, ({column}) => column),
    numerator: persons64.map((count) => count * 4),
    denominator: persons64.map((count) => count * 90),
    persons: persons64
  };
  return {block, names: cells.map(({unit, column}) => `${units[unit]} ${columns[column]!.indicator.id}`)};
}
