/**
 * What an outsider knows of what is hidden, rebuilt from the released table, its units and its definitions: the auditor's own
 * reading, which shares nothing with the protector but the table and the primary rules.
 */

import {allRelations, Table} from "./audit-sides.ts";
import {type CellBlock, indicatorOf, shown} from "./block.ts";
import {guardsAt} from "./guards.ts";
import type {DisclosureRules} from "./rules.ts";
import {type Knowledge, Unknowns} from "./unknowns.ts";

/** Amounts that differ by less are the same. */
const tolerance = 1e-4;

/** `everything`: each hidden cell is a target by its first amount, whether it is small or not. */
export function knowledgeOf(
  block: CellBlock,
  statuses: Uint8Array,
  rules: DisclosureRules,
  {everything = false}: {readonly everything?: boolean} = {}
): Knowledge {
  const isHidden = (cell: number) => statuses[cell] !== shown;
  const unknowns = new Unknowns(block, isHidden);
  const table = new Table(block);
  for (const [cell, column] of block.column.entries())
    if (!everything) addTargets(unknowns, block, cell, isHidden(cell), rules);
    else if (isHidden(cell)) unknowns.targetAny(cell, table.amounts[column]![0]!, rules);
  for (const {sides} of allRelations(table, rules)) {
    const isOpen = sides.some(([, cell]) => isHidden(cell));
    if (!isOpen || Math.abs(unknowns.sumOf(sides)) > tolerance) continue;
    unknowns.equate(sides);
  }
  return unknowns;
}

function addTargets(unknowns: Unknowns, block: CellBlock, cell: number, hidden: boolean, rules: DisclosureRules): void {
  const guards = guardsAt(block, cell, rules);
  if (!hidden && guards.length > 0) unknowns.open.push(cell);
  const sensitive = indicatorOf(block, cell).sensitivity === "sensitive";
  if (hidden) for (const guard of guards) unknowns.target(cell, guard, sensitive);
}
