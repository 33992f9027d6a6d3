/** What an attacker can subtract: the equations between the cells of one block. Pure. */
import {type DisclosureRules, isPrimary, type ProtectedIndicator} from "./disclosure-rules.ts";

export interface CellColumn {
  readonly indicator: ProtectedIndicator;
  /** `` is the indicator's total over its categories. */
  readonly category: string;
}

/** The cells of linked indicators in one period, as columns of numbers; cell `i` is `(unit[i], column[i])`. */
export interface CellBlock {
  readonly columns: readonly CellColumn[];
  /** Per unit: index of its direct parent, or -1. */
  readonly parents: Int32Array;
  readonly unit: Int32Array;
  readonly column: Int32Array;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  readonly persons: Float64Array;
}

export const equationKinds = ["units", "categories", "versions"] as const;
/** `cells[0]` is the sum of the others. */
export interface Equation {
  readonly kind: (typeof equationKinds)[number];
  readonly cells: readonly number[];
}

export const shown = 0;
export const primary = 1;
export const secondary = 2;

export function countsOf(block: CellBlock, cell: number) {
  return {
    numerator: block.numerator[cell]!,
    denominator: block.denominator[cell]!,
    persons: block.persons[cell]!
  };
}

export function indicatorOf(block: CellBlock, cell: number): ProtectedIndicator {
  return block.columns[block.column[cell]!]!.indicator;
}

export function primaryCells(block: CellBlock, {minimum}: DisclosureRules): Uint8Array {
  return Uint8Array.from(block.unit, (_, cell) =>
    isPrimary(countsOf(block, cell), indicatorOf(block, cell), minimum) ? primary : shown
  );
}

export function equationsOf(block: CellBlock, rules: DisclosureRules): readonly Equation[] {
  const at = cellFinder(block);
  return [...unitEquations(block, at), ...columnEquations(block, rules, at)];
}

type CellFinder = (unit: number, column: number) => number;

/** The cell of a unit in a column, or -1. */
function cellFinder(block: CellBlock): CellFinder {
  const width = block.columns.length;
  const table = new Int32Array(block.parents.length * width).fill(-1);
  for (let cell = 0; cell < block.unit.length; cell++) table[block.unit[cell]! * width + block.column[cell]!] = cell;
  return (unit, column) => table[unit * width + column]!;
}

/** A unit is the sum of the units whose nearest cell upwards is its own. */
function unitEquations(block: CellBlock, at: CellFinder): readonly Equation[] {
  const children = new Map<number, number[]>();
  for (let cell = 0; cell < block.unit.length; cell++) {
    let unit = block.parents[block.unit[cell]!]!;
    while (unit >= 0 && at(unit, block.column[cell]!) < 0) unit = block.parents[unit]!;
    if (unit < 0) continue;
    const total = at(unit, block.column[cell]!);
    const known = children.get(total);
    if (known) known.push(cell);
    else children.set(total, [total, cell]);
  }
  return [...children.values()].map((cells) => ({kind: "units", cells}));
}

/** Per unit: categories make up their total, linked indicators make up theirs, versions tell the same. */
function columnEquations(block: CellBlock, rules: DisclosureRules, at: CellFinder): readonly Equation[] {
  const relations = columnRelations(block.columns, rules);
  const equations: Equation[] = [];
  for (const {kind, columns} of relations)
    for (let unit = 0; unit < block.parents.length; unit++) {
      const total = at(unit, columns[0]!);
      if (total < 0) continue;
      const parts = columns
        .slice(1)
        .map((column) => at(unit, column))
        .filter((cell) => cell >= 0);
      if (parts.length > 0) equations.push({kind, cells: [total, ...parts]});
    }
  return equations;
}

interface ColumnRelation {
  readonly kind: "categories" | "versions";
  readonly columns: readonly number[];
}

function columnRelations(columns: readonly CellColumn[], {families}: DisclosureRules): readonly ColumnRelation[] {
  const relations: ColumnRelation[] = [];
  const indexed = columns.map((column, index) => ({...column, index}));
  const byIndicator = Map.groupBy(indexed, ({indicator}) => `${indicator.id}@${indicator.version}`);
  for (const group of byIndicator.values()) {
    const total = group.find(({category}) => category === "");
    const parts = group.filter(({category}) => category !== "");
    if (total && parts.length > 0)
      relations.push({kind: "categories", columns: [total, ...parts].map(({index}) => index)});
  }
  for (const group of Map.groupBy(indexed, ({indicator, category}) => `${indicator.id} ${category}`).values())
    for (let place = 1; place < group.length; place++)
      relations.push({kind: "versions", columns: [group[place - 1]!.index, group[place]!.index]});
  for (const {sum} of families) {
    if (!sum) continue;
    const find = (id: string) =>
      indexed.filter(({indicator, category}) => indicator.id === id && category === "").at(-1);
    const [total, ...parts] = [sum.total, ...sum.parts].map(find);
    if (total && parts.every((part) => part !== undefined))
      relations.push({kind: "categories", columns: [total, ...parts].map((column) => column!.index)});
  }
  return relations;
}
