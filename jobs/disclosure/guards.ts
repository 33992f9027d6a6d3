import {type CellBlock, countsOf, indicatorOf} from "./block.ts";
import {type Guard, guardsByHand, guardsOf, type Limits} from "./primary.ts";

/** What must be kept of a cell: by its size, or since somebody has hidden it by hand. */
export function guardsAt(block: CellBlock, cell: number, limits: Limits): readonly Guard[] {
  const indicator = indicatorOf(block, cell);
  const guards = guardsOf(countsOf(block, cell), indicator, limits);
  if (!block.byHand?.has(cell)) return guards;
  const kept = new Set(guards.map(({amount}) => amount));
  return [...guards, ...guardsByHand(indicator, limits).filter(({amount}) => !kept.has(amount))];
}
