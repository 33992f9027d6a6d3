/** Attacker A1: the managers of all other units, each of whom knows their own unit's amounts. */
import type {Highs} from "highs";
import {Attack, type Component} from "./attack.ts";
import type {CellBlock} from "./block.ts";
import {findMove} from "./moves.ts";

interface Setting {
  /** Whether two units are the same or one is a part of the other. */
  readonly kin: (a: number, b: number) => boolean;
  readonly highs: Highs;
  readonly whole: boolean;
}

export class Managers {
  readonly #component: Component;
  readonly #setting: Setting;
  programs = 0;

  constructor(component: Component, setting: Setting) {
    this.#component = component;
    this.#setting = setting;
  }

  isSafe(amount: number, width: number): boolean {
    for (const manager of this.suspects(amount, width)) {
      const attack = this.attackBy(manager);
      const safe = attack.isSafe(amount, width);
      this.programs += attack.programs;
      attack.close();
      if (!safe) return false;
    }
    return true;
  }

  /**
   * Managers who may come nearer to the amount than `width`: two ways to be wrong that have no other unit in common leave no
   * manager certain, and neither does one that leaves the manager's own unit alone.
   */
  *suspects(amount: number, width: number): Generator<number, void> {
    const first = this.#touched(amount, width, new Set());
    const common = first && this.#touched(amount, width, first) ? [] : (first ?? this.#others(amount));
    for (const manager of common) if (!first || !this.#touched(amount, width, new Set([manager]))) yield manager;
  }

  attackBy(manager: number): Attack {
    const {highs, whole} = this.#setting;
    return new Attack(this.#component, highs, {known: new Set([manager]), whole});
  }

  /** Which other units a move of the amount touches; those of its own line know it anyhow. */
  #touched(amount: number, by: number, blocked: ReadonlySet<number>): ReadonlySet<number> | undefined {
    const move = findMove(this.#component, amount, by, blocked);
    return move && this.#strangers(amount, move.keys());
  }

  #others(amount: number): ReadonlySet<number> {
    return this.#strangers(amount, this.#component.unit.keys());
  }

  #strangers(amount: number, amounts: Iterable<number>): ReadonlySet<number> {
    const {unit} = this.#component;
    const {kin} = this.#setting;
    return new Set([...amounts].map((each) => unit[each]!).filter((each) => !kin(each, unit[amount]!)));
  }
}

/** Whether two units are the same or one is a part of the other, in any period. */
export function kinOf({columns}: CellBlock): (a: number, b: number) => boolean {
  const trees = [...new Set(columns.map(({parents}) => parents))];
  const isAbove = (above: number, unit: number) =>
    trees.some((parents) => {
      let each = unit;
      while (each >= 0 && each !== above) each = parents[each]!;
      return each === above;
    });
  return (a, b) => isAbove(a, b) || isAbove(b, a);
}
