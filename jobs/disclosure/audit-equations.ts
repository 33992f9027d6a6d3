/**
 * What an outsider knows of what is hidden, rebuilt from the released table, its units and its definitions: the auditor's own
 * reading, which shares nothing with the protector but the table and the primary rules.
 */

import {allRelations, type Side, Table} from "./audit-sides.ts";
import {type CellBlock, countsOf, indicatorOf, shown} from "./block.ts";
import {guardsAt} from "./guards.ts";
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

/** Amounts that differ by less are the same. */
const tolerance = 1e-4;

/** `everything`: each hidden cell is a target by its first amount, whether it is small or not. */
export function knowledgeOf(
  block: CellBlock,
  statuses: Uint8Array,
  rules: DisclosureRules,
  {everything = false}: {readonly everything?: boolean} = {}
): Knowledge {
  const ledger = new Unknowns(block, statuses);
  const table = new Table(block);
  if (everything) ledger.addEverything(rules, table);
  else ledger.addTargets(rules);
  for (const {sides} of allRelations(table, rules)) ledger.equate(sides);
  return ledger;
}

/** Collects what is hidden and what is known of it. */
class Unknowns implements Knowledge {
  readonly truth: number[] = [];
  readonly unit: number[] = [];
  readonly cell: number[] = [];
  readonly equations: Equation[] = [];
  readonly targets: Target[] = [];
  readonly open: number[] = [];
  readonly #block: CellBlock;
  readonly #statuses: Uint8Array;
  readonly #numbers: Int32Array;

  constructor(block: CellBlock, statuses: Uint8Array) {
    this.#block = block;
    this.#statuses = statuses;
    this.#numbers = new Int32Array(block.unit.length * amounts.length).fill(-1);
  }

  addTargets(rules: DisclosureRules): void {
    for (let cell = 0; cell < this.#block.unit.length; cell++) {
      const guards = guardsAt(this.#block, cell, rules);
      if (guards.length > 0 && this.#statuses[cell] === shown) this.open.push(cell);
      if (this.#statuses[cell] === shown) continue;
      const sensitive = indicatorOf(this.#block, cell).sensitivity === "sensitive";
      for (const guard of guards)
        this.targets.push({...guard, unknown: this.#numberOf(cell, guard.amount), cell, sensitive});
    }
  }

  addEverything({width, managerWidth}: DisclosureRules, table: Table): void {
    for (const [cell, column] of this.#block.column.entries()) {
      if (this.#statuses[cell] === shown) continue;
      const [amount] = table.amounts[column]!;
      const guard = {rule: "P1", amount: amount!, width, managerWidth, upTo: 0} as const;
      this.targets.push({...guard, unknown: this.#numberOf(cell, amount!), cell, sensitive: false});
    }
  }

  /** Says that the sides cancel, where they do and something in them is hidden. */
  equate(sides: readonly Side[]): void {
    const hidden = sides.filter(([, cell]) => this.#statuses[cell] !== shown);
    if (hidden.length === 0) return;
    let rest = 0;
    for (const [coefficient, cell, amount] of sides) rest += coefficient * this.#amountOf(cell, amount);
    if (Math.abs(rest) > tolerance) return;
    this.equations.push({
      unknowns: hidden.map(([, cell, amount]) => this.#numberOf(cell, amount)),
      coefficients: hidden.map(([coefficient]) => coefficient)
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
