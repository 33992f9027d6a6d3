/** Unknown amounts of a table, and what is known of them together. */
import type {Side} from "./audit-sides.ts";
import {type CellBlock, countsOf, indicatorOf} from "./block.ts";
import {type Amount, amountOf, amounts, type Guard} from "./primary.ts";
import type {DisclosureRules} from "./rules.ts";

/** Unknown amounts `0 … truth.length - 1`, none negative. */
export interface Knowledge {
  readonly truth: readonly number[];
  /** Index of the unit that each is about. */
  readonly unit: readonly number[];
  /** The cell that tells each. */
  readonly cell: readonly number[];
  /** Each: over its unknowns, the sum of coefficient times amount is known (it is that of the truth). */
  readonly equations: readonly Equation[];
  readonly targets: readonly Target[];
  /** Primary cells that are shown. */
  readonly open: readonly number[];
}

export interface Equation {
  readonly unknowns: readonly number[];
  readonly coefficients: readonly number[];
  /** Where the truth is not known: what the sum is. */
  readonly sum?: number;
}

export interface Target extends Guard {
  readonly unknown: number;
  readonly cell: number;
  readonly sensitive: boolean;
}

/** Numbers unknown amounts as they are met. */
export class Unknowns implements Knowledge {
  readonly truth: number[] = [];
  readonly unit: number[] = [];
  readonly cell: number[] = [];
  readonly equations: Equation[] = [];
  readonly targets: Target[] = [];
  readonly open: number[] = [];
  readonly #block: CellBlock;
  readonly #isUnknown: (cell: number) => boolean;
  readonly #numbers: Int32Array;

  constructor(block: CellBlock, isUnknown: (cell: number) => boolean) {
    this.#block = block;
    this.#isUnknown = isUnknown;
    this.#numbers = new Int32Array(block.unit.length * amounts.length).fill(-1);
  }

  target(cell: number, guard: Guard, sensitive: boolean): void {
    this.targets.push({...guard, unknown: this.#numberOf(cell, guard.amount), cell, sensitive});
  }

  /** An amount of a hidden cell, whether it is small or not. */
  targetAny(cell: number, amount: Amount, {width, managerWidth}: DisclosureRules): void {
    this.target(cell, {rule: "P1", amount, width, managerWidth, upTo: 0}, false);
  }

  /** What the sides come to together by the block's numbers. */
  sumOf(sides: readonly Side[]): number {
    let sum = 0;
    for (const [coefficient, cell, amount] of sides) sum += coefficient * this.#amountOf(cell, amount);
    return sum;
  }

  /** Says that the sides cancel; `sum`: what those that are unknown come to, where the block does not have it. */
  equate(sides: readonly Side[], sum?: number): void {
    const unknown = sides.filter(([, cell]) => this.#isUnknown(cell));
    this.equations.push({
      unknowns: unknown.map(([, cell, amount]) => this.#numberOf(cell, amount)),
      coefficients: unknown.map(([coefficient]) => coefficient),
      ...(sum === undefined ? {} : {sum})
    });
  }

  #amountOf(cell: number, amount: Amount): number {
    return amountOf(countsOf(this.#block, cell), amount, indicatorOf(this.#block, cell));
  }

  #numberOf(cell: number, amount: Amount): number {
    const key = cell * amounts.length + amounts.indexOf(amount);
    const known = this.#numbers[key]!;
    if (known >= 0) return known;
    this.#numbers[key] = this.truth.length;
    this.unit.push(this.#block.unit[cell]!);
    this.cell.push(cell);
    return this.truth.push(this.#amountOf(cell, amount)) - 1;
  }
}
