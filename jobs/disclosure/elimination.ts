/**
 * Eager Gaussian elimination modulo a prime, exact in doubles: what is left of every variable when those that are known are
 * taken out of it. A variable that nothing is left of is implied by what is known.
 */
export const prime = 67_108_859;

export type SparseRow = Map<number, number>;

/** Variables `0 … count - 1`; each starts as unknown and unrelated to the others. */
export class Elimination {
  readonly #rows: SparseRow[];
  readonly #uses: Set<number>[];

  constructor(count: number) {
    this.#rows = Array.from({length: count}, (_, variable) => new Map([[variable, 1]]));
    this.#uses = Array.from({length: count}, (_, variable) => new Set([variable]));
  }

  /** What is not known of a variable, as a combination of others; empty: all is known. */
  rest(variable: number): SparseRow {
    return this.#rows[variable]!;
  }

  /** The variables of which something left involves `unknown`. */
  usersOf(unknown: number): ReadonlySet<number> {
    return this.#uses[unknown]!;
  }

  /** Makes `total` the sum of `parts`. */
  relate(total: number, parts: readonly number[]): void {
    const row: SparseRow = new Map(this.#rows[total]);
    for (const part of parts) addTo(row, this.#rows[part]!, prime - 1);
    if (row.size > 0) this.#eliminate(row, row.has(total) ? total : this.#rarest(row));
  }

  /** Makes `variable` known. */
  know(variable: number): void {
    const row = this.#rows[variable]!;
    if (row.size > 0) this.#eliminate(new Map(row), this.#rarest(row));
  }

  #rarest(row: SparseRow): number {
    let best = -1;
    for (const unknown of row.keys())
      if (best < 0 || this.#uses[unknown]!.size < this.#uses[best]!.size) best = unknown;
    return best;
  }

  #eliminate(pivotRow: SparseRow, pivot: number): void {
    const scale = inverse(pivotRow.get(pivot)!);
    for (const variable of [...this.#uses[pivot]!]) {
      const row = this.#rows[variable]!;
      const factor = prime - ((row.get(pivot)! * scale) % prime);
      for (const [unknown, value] of pivotRow) {
        const next = ((row.get(unknown) ?? 0) + factor * value) % prime;
        if (next === 0) {
          row.delete(unknown);
          this.#uses[unknown]!.delete(variable);
        } else {
          row.set(unknown, next);
          this.#uses[unknown]!.add(variable);
        }
      }
    }
  }
}

/** What can be made of some rows. */
export class Span {
  readonly #basis: (readonly [pivot: number, row: SparseRow])[] = [];

  constructor(rows: readonly SparseRow[]) {
    for (const row of rows) {
      const rest = this.#reduce(row);
      const [pivot] = rest.keys();
      if (pivot !== undefined) this.#basis.push([pivot, rest]);
    }
  }

  has(row: SparseRow): boolean {
    return this.#reduce(row).size === 0;
  }

  #reduce(row: SparseRow): SparseRow {
    const rest = new Map(row);
    for (const [pivot, other] of this.#basis) clear(rest, other, pivot);
    return rest;
  }
}

function clear(row: SparseRow, other: SparseRow, pivot: number): void {
  const value = row.get(pivot);
  if (value !== undefined) addTo(row, other, prime - ((value * inverse(other.get(pivot)!)) % prime));
}

function addTo(row: SparseRow, other: SparseRow, factor: number): void {
  for (const [unknown, value] of other) {
    const next = ((row.get(unknown) ?? 0) + factor * value) % prime;
    if (next === 0) row.delete(unknown);
    else row.set(unknown, next);
  }
}

function inverse(value: number): number {
  if (value === 1) return 1;
  if (value === prime - 1) return prime - 1;
  let [power, base, result] = [prime - 2, value, 1];
  while (power > 0) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
    power = Math.floor(power / 2);
  }
  return result;
}
