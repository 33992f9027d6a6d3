/** Other tables that agree with all that is known, found by moving few amounts: a bounded search, no proof where it fails. */
import type {Component} from "./attack.ts";

/** Amount → by how much it is moved; every equation still holds and no amount becomes negative. */
export type Move = ReadonlyMap<number, number>;

const tolerance = 1e-7;
const mostSteps = 250;
const mostTried = 6;

/** A move of `amount` by `by` that moves nothing of the units in `blocked`. */
export function findMove(
  component: Component,
  amount: number,
  by: number,
  blocked: ReadonlySet<number>
): Move | undefined {
  const search = new Search(component, blocked);
  return component.truth[amount]! + by >= -tolerance && search.moves(amount, by) ? search.move : undefined;
}

class Search {
  readonly move = new Map<number, number>();
  readonly #component: Component;
  readonly #blocked: ReadonlySet<number>;
  /** Equation → by how much it is off. */
  readonly #off = new Map<number, number>();
  #steps = 0;

  constructor(component: Component, blocked: ReadonlySet<number>) {
    this.#component = component;
    this.#blocked = blocked;
  }

  moves(amount: number, by: number): boolean {
    if (this.#steps++ > mostSteps) return false;
    this.#shift(amount, by);
    this.move.set(amount, by);
    if (this.#settle()) return true;
    this.move.delete(amount);
    this.#shift(amount, -by);
    return false;
  }

  #settle(): boolean {
    const equation = this.#smallestOff();
    if (equation === undefined) return true;
    for (const [amount, by] of this.#remedies(equation)) if (this.moves(amount, by)) return true;
    return false;
  }

  #shift(amount: number, by: number): void {
    for (const equation of this.#component.uses[amount]!) {
      const off = (this.#off.get(equation) ?? 0) + by * this.#coefficient(equation, amount);
      if (Math.abs(off) < tolerance) this.#off.delete(equation);
      else this.#off.set(equation, off);
    }
  }

  #coefficient(equation: number, amount: number): number {
    const {unknowns, coefficients} = this.#component.equations[equation]!;
    return coefficients[unknowns.indexOf(amount)]!;
  }

  #smallestOff(): number | undefined {
    let best: number | undefined;
    const sizeOf = (equation: number) => this.#component.equations[equation]!.unknowns.length;
    for (const equation of this.#off.keys()) if (best === undefined || sizeOf(equation) < sizeOf(best)) best = equation;
    return best;
  }

  /** Amounts that set the equation right, those first that set others right too. */
  #remedies(equation: number): readonly (readonly [number, number])[] {
    const {truth, unit, equations, uses} = this.#component;
    const {unknowns, coefficients} = equations[equation]!;
    const off = this.#off.get(equation)!;
    const found: (readonly [number, number, number])[] = [];
    for (const [place, amount] of unknowns.entries()) {
      const wanted = -off / coefficients[place]!;
      const by = Math.max(wanted, -truth[amount]!);
      if (this.move.has(amount) || this.#blocked.has(unit[amount]!) || Math.abs(by) < tolerance) continue;
      let score = by > wanted + tolerance ? -3 : 0;
      for (const other of uses[amount]!) {
        const there = this.#off.get(other);
        if (there === undefined) score--;
        else if (Math.abs(there + by * this.#coefficient(other, amount)) < tolerance) score++;
        else if (other !== equation) score -= 2;
      }
      found.push([amount, by, score]);
    }
    found.sort((a, b) => b[2] - a[2] || truth[b[0]]! - truth[a[0]]!);
    return found.slice(0, mostTried).map(([amount, by]) => [amount, by]);
  }
}
