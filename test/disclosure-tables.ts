/** Small tables for the tests of disclosure control: a tree of units times categories, every total included. */
import fc from "fast-check";
import {type CellBlock, type CellColumn, secondary, shown} from "../jobs/disclosure-equations.ts";
import type {DisclosureRules, ProtectedIndicator} from "../jobs/disclosure-rules.ts";

export const plainRules: DisclosureRules = {
  id: "test",
  minimum: 5,
  families: [],
  withheldKinds: [],
  coarseBreakdowns: []
};

export const frequencies: ProtectedIndicator = {
  id: "frequencies",
  version: 1,
  counts: "persons",
  sensitivity: "ordinary",
  bounds: null,
  scale: 1,
  measure: "count"
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
  const columns: CellColumn[] = ["", ...counts[0]!.map((_, index) => names.categories?.[index] ?? `c${index}`)].map(
    (category) => ({indicator, category})
  );
  const cells = parents.flatMap((_, unit) =>
    columns.map((_, column) => {
      const leaves = counts.map((_, leaf) => leaf).filter((leaf) => isBelow(parents, first + leaf, unit));
      const categories = counts[0]!.map((_, index) => index).filter((index) => column === 0 || column === index + 1);
      const atoms = leaves.flatMap((leaf) => categories.map((category) => leaf * width + category));
      const sum = leaves
        .flatMap((leaf) => categories.map((category) => counts[leaf]![category]!))
        .reduce((a, b) => a + b, 0);
      return {unit, column, atoms: new Set(atoms), sum};
    })
  );
  const sums = Float64Array.from(cells, ({sum}) => sum);
  return {
    block: {
      columns,
      parents: Int32Array.from(parents),
      unit: Int32Array.from(cells, ({unit}) => unit),
      column: Int32Array.from(cells, ({column}) => column),
      numerator: sums,
      denominator: new Float64Array(cells.length),
      persons: sums
    },
    atoms: cells.map(({atoms}) => atoms),
    names: cells.map(({unit, column}) => `${names.units?.[unit] ?? unit}.${columns[column]!.category}`)
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
  const columns = block.columns.map(({category}) => ({indicator, category}));
  const first = block.column.map((column) => (column === 0 ? 1 : 0));
  const numerator = block.numerator.map((count, cell) => (first[cell] ? block.numerator[cell + 1]! : count));
  return {...table, block: {...block, columns, numerator, denominator: whole, persons: whole}};
}

/** Up to 12 atoms: one nation, one or two municipalities, two to four leaves, one to three categories. */
export const smallTables: fc.Arbitrary<SmallTable> = fc
  .record({
    leaves: fc.integer({min: 2, max: 4}),
    categories: fc.integer({min: 1, max: 3}),
    middle: fc.integer({min: 0, max: 2}),
    counts: fc.array(fc.oneof(fc.integer({min: 0, max: 8}), fc.integer({min: 0, max: 60})), {
      minLength: 12,
      maxLength: 12
    })
  })
  .map(({leaves, categories, middle, counts}) => {
    const parents = [
      -1,
      ...Array.from({length: middle}, () => 0),
      ...Array.from({length: leaves}, (_, leaf) => (middle > 0 ? 1 + (leaf % middle) : 0))
    ];
    const table = Array.from({length: leaves}, (_, leaf) => counts.slice(leaf * categories, (leaf + 1) * categories));
    return tableOf(parents, table);
  });

export function hiddenNames(names: readonly string[], statuses: Uint8Array): readonly string[] {
  return names.filter((_, cell) => statuses[cell] !== shown);
}

export function statusesOf(names: readonly string[], hidden: readonly string[]): Uint8Array {
  return Uint8Array.from(names, (name) => (hidden.includes(name) ? secondary : shown));
}
