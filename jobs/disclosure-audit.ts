/**
 * The audit: is a hidden primary cell a linear combination of what is shown? Shown cells are constants to the attacker, so only
 * the hidden part of each equation counts. Sparse elimination modulo a prime, exact in doubles, per connected component.
 */
import {type CellBlock, type Equation, equationsOf, primary, primaryCells, shown} from "./disclosure-equations.ts";
import type {DisclosureRules} from "./disclosure-rules.ts";

const prime = 67_108_859;
type SparseRow = Map<number, number>;

/** The primary cells that are shown or that can be computed exactly from the shown ones; none: the pattern holds. */
export function auditDisclosure(block: CellBlock, statuses: Uint8Array, rules: DisclosureRules): readonly number[] {
  const primaries = primaryCells(block, rules);
  const open: number[] = [];
  for (let cell = 0; cell < primaries.length; cell++)
    if (primaries[cell] === primary && statuses[cell] === shown) open.push(cell);
  return [...open, ...exposedCells(equationsOf(block, rules), statuses, (cell) => primaries[cell] === primary)];
}

/** The hidden cells for which `matters` that the equations determine. */
export function exposedCells(
  equations: readonly Equation[],
  statuses: Uint8Array,
  matters: (cell: number) => boolean
): readonly number[] {
  const rows = equations.flatMap(({cells}) => {
    const row: SparseRow = new Map();
    cells.forEach((cell, place) => {
      if (statuses[cell] !== shown) row.set(cell, place === 0 ? prime - 1 : 1);
    });
    return row.size > 0 ? [row] : [];
  });
  return determined(componentRows(rows, matters), matters);
}

/** Only rows that can reach a cell that matters after the cells that stand in one row only were used up. */
function componentRows(rows: readonly SparseRow[], matters: (cell: number) => boolean): readonly SparseRow[] {
  const uses = new Map<number, Set<SparseRow>>();
  for (const row of rows) for (const cell of row.keys()) addUse(uses, cell, row);
  const kept = new Set(rows);
  const lonely = [...uses].filter(([cell, used]) => used.size === 1 && !matters(cell)).map(([cell]) => cell);
  for (let cell = lonely.pop(); cell !== undefined; cell = lonely.pop()) {
    const used = uses.get(cell)!;
    if (used.size !== 1) continue;
    const [row] = used;
    kept.delete(row!);
    for (const other of row!.keys()) {
      const rest = uses.get(other)!;
      rest.delete(row!);
      if (rest.size === 1 && !matters(other)) lonely.push(other);
    }
  }
  return [...kept];
}

/**
 * The cells that matter are eliminated last: what is left after the others are gone is all that is known about them, and
 * reduced fully it holds a row with one cell exactly where that cell is determined.
 */
function determined(rows: readonly SparseRow[], matters: (cell: number) => boolean): readonly number[] {
  const uses = new Map<number, Set<SparseRow>>();
  const live = new Set(rows);
  for (const row of rows) for (const cell of row.keys()) addUse(uses, cell, row);
  const others = [...uses.keys()].filter((cell) => !matters(cell));
  for (const cell of others.sort((a, b) => uses.get(a)!.size - uses.get(b)!.size)) {
    const pivot = shortest(uses.get(cell)!);
    if (!pivot) continue;
    for (const row of [...uses.get(cell)!]) if (row !== pivot) subtract(row, pivot, cell, uses);
    for (const each of pivot.keys()) uses.get(each)!.delete(pivot);
    live.delete(pivot);
  }
  const done = new Set<SparseRow>();
  for (const cell of uses.keys()) {
    if (!matters(cell)) continue;
    const pivot = shortest(new Set([...uses.get(cell)!].filter((row) => !done.has(row))));
    if (!pivot) continue;
    for (const row of [...uses.get(cell)!]) if (row !== pivot) subtract(row, pivot, cell, uses);
    done.add(pivot);
  }
  return [...live].flatMap((row) => (row.size === 1 ? [...row.keys()] : []));
}

function addUse(uses: Map<number, Set<SparseRow>>, cell: number, row: SparseRow): void {
  const known = uses.get(cell);
  if (known) known.add(row);
  else uses.set(cell, new Set([row]));
}

function shortest(rows: ReadonlySet<SparseRow>): SparseRow | undefined {
  let best: SparseRow | undefined;
  for (const row of rows) if (!best || row.size < best.size) best = row;
  return best;
}

/** Takes so much of `pivot` from `row` that `cell` is gone. */
function subtract(row: SparseRow, pivot: SparseRow, cell: number, uses: Map<number, Set<SparseRow>>): void {
  const factor = (row.get(cell)! * inverse(pivot.get(cell)!)) % prime;
  for (const [each, value] of pivot) {
    const next = ((row.get(each) ?? 0) + (prime - ((factor * value) % prime))) % prime;
    if (next === 0) {
      row.delete(each);
      uses.get(each)!.delete(row);
    } else {
      row.set(each, next);
      uses.get(each)!.add(row);
    }
  }
}

function inverse(value: number): number {
  let [power, base, result] = [prime - 2, value, 1];
  while (power > 0) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
    power = Math.floor(power / 2);
  }
  return result;
}
