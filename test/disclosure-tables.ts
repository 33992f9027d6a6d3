/** Small tables for the tests of disclosure control: a tree of units times categories, every total included. */
import fc from "fast-check";
import {blockOfCounts, frequencies} from "../jobs/bench/known-table.ts";
import {type CellBlock, secondary, shown} from "../jobs/disclosure/block.ts";
import type {DisclosureRules, ProtectedIndicator} from "../jobs/disclosure/rules.ts";

export const plainRules: DisclosureRules = {
  id: "test",
  minimum: 5,
  width: 5,
  managerWidth: 3,
  ownMinimum: 3,
  families: [],
  withheldKinds: [],
  coarseBreakdowns: [],
  uncounted: []
};

export interface SmallTable {
  readonly block: CellBlock;
  /** Per cell: the atoms (a leaf unit in a leaf category) that it is the sum of. */
  readonly atoms: readonly ReadonlySet<number>[];
  readonly names: readonly string[];
}

/** `counts[leaf][category]`; `parents` lists every unit, leaves last; `names` may name units and categories. */
export function tableOf(
  parents: readonly number[],
  counts: readonly (readonly number[])[],
  indicator: ProtectedIndicator = frequencies,
  names: {readonly units?: readonly string[]; readonly categories?: readonly string[]} = {}
): SmallTable {
  const width = counts[0]!.length;
  const first = parents.length - counts.length;
  const categories = counts[0]!.map((_, index) => names.categories?.[index] ?? `c${index}`);
  const block = blockOfCounts(parents, counts, indicator, categories);
  const cells = [...block.unit].map((unit, cell) => ({unit, column: block.column[cell]!}));
  return {
    block,
    atoms: cells.map(({unit, column}) => {
      const leaves = [...counts.keys()].filter((leaf) => isBelow(parents, first + leaf, unit));
      const own = [...categories.keys()].filter((index) => column === 0 || column === index + 1);
      return new Set(leaves.flatMap((leaf) => own.map((category) => leaf * width + category)));
    }),
    names: cells.map(({unit, column}) => `${names.units?.[unit] ?? unit}.${block.columns[column]!.category}`)
  };
}

function isBelow(parents: readonly number[], unit: number, ancestor: number): boolean {
  for (let each = unit; each >= 0; each = parents[each]!) if (each === ancestor) return true;
  return false;
}

/** By rational elimination over the atoms: is the cell a linear combination of the shown cells? Slow and independent. */
export function isDetermined({atoms}: SmallTable, statuses: Uint8Array, cell: number): boolean {
  const size = Math.max(...atoms.flatMap((set) => [...set])) + 1;
  const vectorOf = (set: ReadonlySet<number>) => Array.from({length: size}, (_, atom) => (set.has(atom) ? 1n : 0n));
  const basis: bigint[][] = [];
  const reduce = (vector: bigint[]) => {
    for (const row of basis) {
      const pivot = row.findIndex((value) => value !== 0n);
      if (vector[pivot] === 0n) continue;
      const [a, b] = [row[pivot]!, vector[pivot]!];
      vector = vector.map((value, index) => value * a - row[index]! * b);
    }
    return vector;
  };
  atoms.forEach((set, index) => {
    if (statuses[index] !== shown) return;
    const rest = reduce(vectorOf(set));
    if (rest.some((value) => value !== 0n)) basis.push(rest);
  });
  return reduce(vectorOf(atoms[cell]!)).every((value) => value === 0n);
}

/** The same counts as shares of the persons of each unit: every category repeats the unit's denominator. */
export function asShares({block, ...table}: SmallTable, indicator: ProtectedIndicator): SmallTable {
  const persons = new Map<number, number>();
  for (const [cell, unit] of block.unit.entries())
    if (block.columns[block.column[cell]!]!.category === "") persons.set(unit, block.persons[cell]!);
  const whole = Float64Array.from(block.unit, (unit) => persons.get(unit)!);
  const columns = block.columns.map((column) => ({...column, indicator}));
  const first = block.column.map((column) => (column === 0 ? 1 : 0));
  const numerator = block.numerator.map((count, cell) => (first[cell] ? block.numerator[cell + 1]! : count));
  return {...table, block: {...block, columns, numerator, denominator: whole, persons: whole}};
}

interface TableShape {
  readonly leaves: number;
  readonly categories: number;
  readonly middle: number;
  readonly counts: fc.Arbitrary<number>;
}

/** A nation, up to `middle` municipalities, two to `leaves` leaves, one to `categories` categories. */
export function smallTablesOf({leaves, categories, middle, counts}: TableShape): fc.Arbitrary<SmallTable> {
  return fc
    .record({
      leaves: fc.integer({min: 2, max: leaves}),
      categories: fc.integer({min: 1, max: categories}),
      middle: fc.integer({min: 0, max: middle}),
      counts: fc.array(counts, {minLength: leaves * categories, maxLength: leaves * categories})
    })
    .map((shape) => {
      const parents = [
        -1,
        ...Array.from({length: shape.middle}, () => 0),
        ...Array.from({length: shape.leaves}, (_, leaf) => (shape.middle > 0 ? 1 + (leaf % shape.middle) : 0))
      ];
      const rows = Array.from({length: shape.leaves}, (_, leaf) =>
        shape.counts.slice(leaf * shape.categories, (leaf + 1) * shape.categories)
      );
      return tableOf(parents, rows);
    });
}

/** Up to 12 atoms. */
export const smallTables = smallTablesOf({
  leaves: 4,
  categories: 3,
  middle: 2,
  counts: fc.oneof(fc.integer({min: 0, max: 8}), fc.integer({min: 0, max: 60}))
});

export function hiddenNames(names: readonly string[], statuses: Uint8Array): readonly string[] {
  return names.filter((_, cell) => statuses[cell] !== shown);
}

export function statusesOf(names: readonly string[], hidden: readonly string[]): Uint8Array {
  return Uint8Array.from(names, (name) => (hidden.includes(name) ? secondary : shown));
}
