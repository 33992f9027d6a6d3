/** The pattern of one block: protected, audited, repaired and audited again until nobody comes too near to anything. */
import {type AuditOptions, audit, type Exposure} from "./audit.ts";
import {type CellBlock, indicatorOf, shown} from "./block.ts";
import {sizeOf} from "./candidates.ts";
import {guardsAt} from "./guards.ts";
import {type Earlier, jointOf, jointStatuses, nowOf} from "./joint.ts";
import {Protector} from "./protect.ts";
import type {DisclosureRules} from "./rules.ts";

const mostRounds = 60;

export interface Pattern {
  readonly statuses: Uint8Array;
  readonly rounds: number;
  readonly targets: number;
  readonly programs: number;
}

export interface PatternRequest extends AuditOptions {
  /** What earlier releases show of the same, where anything differs from them. */
  readonly earlier?: Earlier;
}

/** Throws where no pattern passes the audit: then there is no release. */
export async function patternOf(
  block: CellBlock,
  rules: DisclosureRules,
  {earlier, ...options}: PatternRequest = {}
): Promise<Pattern> {
  if (!earlier && !hasPrimary(block, rules))
    return {statuses: new Uint8Array(block.unit.length), rounds: 0, targets: 0, programs: 0};
  const protector = new Protector(block, rules, earlier?.shown);
  protector.hide(earlier?.hidden ?? []);
  const joint = jointOf(block, earlier);
  let programs = 0;
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const statuses = protector.statuses();
    const result = await audit(joint, jointStatuses(statuses, earlier), rules, options);
    programs += result.programs;
    if (result.exposures.length === 0) return {statuses, rounds, targets: result.targets, programs};
    const here = earlier ? result.exposures.map((exposure) => nowOf(exposure, block, joint)) : result.exposures;
    protector.hide(remediesFor(block, statuses, here, rules));
  }
  throw new Error(
    `no disclosure pattern passes the audit: ${block.columns[0]!.indicator.id} ${block.columns[0]!.period}`
  );
}

function hasPrimary(block: CellBlock, rules: DisclosureRules): boolean {
  return block.unit.some((_, cell) => guardsAt(block, cell, rules).length > 0);
}

/**
 * The repair ladder: a sibling where fewest are hidden of what the unit tells, else the unit above, else a sibling of that, and
 * so on upwards; else another column of the unit. One remedy at each place before all is looked at again.
 */
function remediesFor(
  block: CellBlock,
  statuses: Uint8Array,
  exposures: readonly Exposure[],
  rules: DisclosureRules
): readonly number[] {
  const relatives = new Relatives(block);
  const remedied = new Set<string>();
  const chosen = new Set<number>();
  for (const {cell, linked} of exposures) {
    const hiddenBeside = (each: number) =>
      relatives.siblingsOf(each).filter((other) => statuses[other] !== shown).length;
    const narrow = [...new Set([...linked, cell])].sort((a, b) => hiddenBeside(a) - hiddenBeside(b));
    const remedy =
      narrow.map((each) => beside(block, statuses, each, relatives, rules)).find((each) => each !== undefined) ??
      above(statuses, cell, relatives) ??
      relatives.columnsOf(cell).find((each) => statuses[each] === shown);
    if (remedy === undefined) throw new Error(`nothing is left to hide beside ${indicatorOf(block, cell).id}`);
    const place = `${block.column[remedy]} ${relatives.parentOf(remedy)}`;
    if (!remedied.has(place)) chosen.add(remedy);
    remedied.add(place);
  }
  return [...chosen];
}

/** The smallest shown sibling that is large enough, else the largest. */
function beside(
  block: CellBlock,
  statuses: Uint8Array,
  cell: number,
  relatives: Relatives,
  {width}: DisclosureRules
): number | undefined {
  const open = relatives
    .siblingsOf(cell)
    .filter((sibling) => statuses[sibling] === shown)
    .map((sibling) => ({sibling, size: sizeOf(block, sibling)}))
    .sort((a, b) => a.size - b.size);
  return (open.find(({size}) => size >= width) ?? open.at(-1))?.sibling;
}

/** The nearest shown unit upwards, or a shown sibling of one on the way. */
function above(statuses: Uint8Array, cell: number, relatives: Relatives): number | undefined {
  for (let here = relatives.parentOf(cell); here >= 0; here = relatives.parentOf(here)) {
    if (statuses[here] === shown) return here;
    const open = relatives.siblingsOf(here).find((sibling) => statuses[sibling] === shown);
    if (open !== undefined) return open;
  }
  return undefined;
}

/** Who is beside and above a cell in its own column. */
class Relatives {
  readonly #block: CellBlock;
  readonly #cellAt: readonly Int32Array[];
  readonly #children = new Map<number, number[]>();

  constructor(block: CellBlock) {
    this.#block = block;
    this.#cellAt = block.columns.map(() => new Int32Array(block.tops.length).fill(-1));
    for (const [cell, column] of block.column.entries()) this.#cellAt[column]![block.unit[cell]!] = cell;
    for (let cell = 0; cell < block.unit.length; cell++) {
      const above = this.parentOf(cell);
      if (above >= 0) this.#children.get(above)?.push(cell) ?? this.#children.set(above, [cell]);
    }
  }

  parentOf(cell: number): number {
    const column = this.#block.column[cell]!;
    const {parents} = this.#block.columns[column]!;
    let above = parents[this.#block.unit[cell]!]!;
    while (above >= 0 && this.#cellAt[column]![above]! < 0) above = parents[above]!;
    return above < 0 ? -1 : this.#cellAt[column]![above]!;
  }

  siblingsOf(cell: number): readonly number[] {
    return (this.#children.get(this.parentOf(cell)) ?? []).filter((each) => each !== cell);
  }

  /** The unit's cells in other columns. */
  columnsOf(cell: number): readonly number[] {
    return this.#cellAt.map((cells) => cells[this.#block.unit[cell]!]!).filter((each) => each >= 0 && each !== cell);
  }
}
