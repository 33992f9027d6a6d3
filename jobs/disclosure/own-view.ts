/**
 * What a unit's own manager may see of what is hidden for all others: figures of three persons and more, as long as nobody
 * thereby comes nearer to another unit, nor to what is smaller in the own one.
 */
import {Attack, type Component, openSolver} from "./attack.ts";
import {componentsOf, type Part} from "./audit.ts";
import {knowledgeOf} from "./audit-equations.ts";
import {type CellBlock, shown} from "./block.ts";
import {guardsAt} from "./guards.ts";
import {type Earlier, handedBefore} from "./joint.ts";
import {kinOf, Managers} from "./managers.ts";
import type {DisclosureRules} from "./rules.ts";

export interface Told {
  /** The new cells and then those of earlier releases. */
  readonly block: CellBlock;
  readonly statuses: Uint8Array;
  readonly earlier: Earlier | undefined;
  /** How many of the cells are new. */
  readonly cells: number;
}

/** The hidden cells that their own managers may see. */
export async function ownCellsOf(told: Told, rules: DisclosureRules): Promise<readonly number[]> {
  const {block, statuses, cells} = told;
  const isLeaf = leavesOf(block);
  const own: DisclosureRules = {...rules, minimum: rules.ownMinimum, width: rules.ownMinimum};
  const offered = new Set<number>();
  for (let cell = 0; cell < cells; cell++)
    if (statuses[cell] !== shown && isLeaf(block.unit[cell]!) && guardsAt(block, cell, own).length === 0)
      offered.add(cell);
  if (offered.size === 0) return [];
  const view = new View(told, offered, own, await openSolver());
  for (const part of componentsOf(knowledgeOf(block, statuses, rules))) {
    view.spareOthers(part);
    view.spareOwn(part);
  }
  return [...offered];
}

/** Takes back offered cells, component by component. */
class View {
  readonly #block: CellBlock;
  readonly #offered: Set<number>;
  readonly #rules: DisclosureRules;
  readonly #highs: Awaited<ReturnType<typeof openSolver>>;
  readonly #kin: (a: number, b: number) => boolean;
  readonly #before: ReadonlySet<number>;

  constructor(
    {block, earlier, cells}: Told,
    offered: Set<number>,
    rules: DisclosureRules,
    highs: Awaited<ReturnType<typeof openSolver>>
  ) {
    this.#block = block;
    this.#offered = offered;
    this.#rules = rules;
    this.#highs = highs;
    this.#kin = kinOf(block);
    this.#before = earlier ? handedBefore(cells, earlier) : new Set();
  }

  /** Whoever would know another unit by all of the own one is told nothing; of sensitive matters the audit has made sure. */
  spareOthers({component, targets}: Part): void {
    const asked = new Set(component.unit.filter((_, amount) => this.#offered.has(component.cell[amount]!)));
    if (asked.size === 0) return;
    const managers = new Managers(component, {kin: this.#kin, highs: this.#highs, whole: false});
    const doubts = new Map<number, Part["targets"][number][]>();
    for (const each of targets)
      if (!each.target.sensitive)
        for (const manager of managers.suspects(each.amount, each.target.managerWidth))
          if (asked.has(manager)) doubts.set(manager, [...(doubts.get(manager) ?? []), each]);
    for (const [manager, list] of doubts) {
      const attack = managers.attackBy(manager);
      const knows = list.some(({target, amount}) => !attack.isSafe(amount, target.managerWidth));
      attack.close();
      if (knows) for (const cell of this.#offeredOf(component, manager)) this.#offered.delete(cell);
    }
  }

  /** Where the own unit has something smaller, cells are told one by one, as long as they leave it uncertain. */
  spareOwn({component, targets}: Part): void {
    const small = targets.filter(({target}) =>
      guardsAt(this.#block, target.cell, this.#rules).some(({amount}) => amount === target.amount)
    );
    for (const [unit, kept] of Map.groupBy(small, ({target}) => this.#block.unit[target.cell]!)) {
      const told = new Set([...this.#before].filter((cell) => this.#block.unit[cell] === unit));
      for (const cell of this.#offeredOf(component, unit)) {
        told.add(cell);
        if (
          this.#isSafe(
            component,
            told,
            kept.map(({amount}) => amount)
          )
        )
          continue;
        told.delete(cell);
        this.#offered.delete(cell);
      }
    }
  }

  #isSafe(component: Component, told: ReadonlySet<number>, amounts: readonly number[]): boolean {
    const teller = -1;
    const unit = component.unit.map((each, amount) => (told.has(component.cell[amount]!) ? teller : each));
    const attack = new Attack({...component, unit}, this.#highs, {known: new Set([teller])});
    const safe = amounts.every((amount) => attack.isSafe(amount, this.#rules.width));
    attack.close();
    return safe;
  }

  #offeredOf({unit, cell}: Component, of: number): readonly number[] {
    const own = cell.filter((each, amount) => unit[amount] === of && this.#offered.has(each));
    return [...new Set(own)].sort((a, b) => a - b);
  }
}

/** Whether nothing lies below a unit. */
function leavesOf({columns}: CellBlock): (unit: number) => boolean {
  const above = new Set(columns.flatMap(({parents}) => [...new Set(parents)]));
  return (unit) => !above.has(unit);
}
