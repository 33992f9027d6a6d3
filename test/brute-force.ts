/** Every whole table there is that agrees with what is shown: slow, independent, for tiny tables. */
import fc from "fast-check";
import {shown} from "../jobs/disclosure/block.ts";
import {type SmallTable, smallTablesOf} from "./disclosure-tables.ts";

export interface TinyTable {
  readonly table: SmallTable;
  readonly statuses: Uint8Array;
}

/** Up to six atoms of at most 7, and some cells hidden; the totals of the whole table are always shown. */
export const tinyTables: fc.Arbitrary<TinyTable> = fc
  .record({
    table: smallTablesOf({leaves: 3, categories: 2, middle: 1, counts: fc.integer({min: 0, max: 7})}),
    mask: fc.array(fc.boolean(), {minLength: 40, maxLength: 40})
  })
  .map(({table, mask}) => ({
    table,
    statuses: Uint8Array.from(table.block.unit, (unit, cell) => (unit === 0 ? 0 : mask[cell % mask.length] ? 1 : 0))
  }));

/** Bounds of every hidden cell over all non-negative whole tables with the shown cells as they are. */
export function tinyBounds(table: SmallTable, statuses: Uint8Array): ReadonlyMap<number, {low: number; high: number}> {
  const {atoms, block} = table;
  const size = Math.max(...atoms.flatMap((set) => [...set])) + 1;
  const bounds = new Map<number, {low: number; high: number}>();
  const limits = Array.from({length: size}, (_, atom) =>
    Math.min(
      ...atoms.flatMap((set, cell) => (statuses[cell] === shown && set.has(atom) ? [block.numerator[cell]!] : []))
    )
  );
  const left = Float64Array.from(block.numerator);
  const values = new Array<number>(size).fill(0);
  const visit = (atom: number) => {
    if (atom === size) {
      if (atoms.some((_, cell) => statuses[cell] === shown && left[cell] !== 0)) return;
      atoms.forEach((set, cell) => {
        if (statuses[cell] === shown) return;
        const sum = [...set].reduce((total, each) => total + values[each]!, 0);
        const known = bounds.get(cell) ?? {low: sum, high: sum};
        bounds.set(cell, {low: Math.min(known.low, sum), high: Math.max(known.high, sum)});
      });
      return;
    }
    const cells = atoms.flatMap((set, cell) => (statuses[cell] === shown && set.has(atom) ? [cell] : []));
    const most = Math.min(limits[atom]!, ...cells.map((cell) => left[cell]!));
    for (let value = 0; value <= most; value++) {
      values[atom] = value;
      for (const cell of cells) left[cell]! -= value;
      visit(atom + 1);
      for (const cell of cells) left[cell]! += value;
    }
    values[atom] = 0;
  };
  visit(0);
  return bounds;
}
