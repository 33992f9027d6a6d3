/** What is shown or hidden together, in the order in which it may be shown: what matters most first. */
import {type CellBlock, countsOf, indicatorOf} from "./block.ts";
import {amountOf} from "./primary.ts";
import {type DisclosureRules, findFamily, spanOf} from "./rules.ts";

export interface Candidate {
  readonly cells: readonly number[];
  /** Index of the unit. */
  readonly unit: number;
  /** A candidate that this one is hidden with, or -1. */
  readonly leader: number;
}

/** Versions of one indicator, and indicators that count the same persons, in one unit, period and category. */
export function candidatesOf(block: CellBlock, rules: DisclosureRules): readonly Candidate[] {
  const cellsOf = new Map<string, number[]>();
  const keys = block.columns.map(({indicator, period, category}) => {
    const family = findFamily(indicator.id, rules);
    const own = family?.same.includes(indicator.id) && category === "" ? `${family.id}=` : indicator.id;
    const lead =
      family && family.same.length > 0 && (family.follow.includes(indicator.id) || category !== "")
        ? `${family.id}=`
        : null;
    const span = own.endsWith("=") ? spanOf(family, period) : period;
    const [, before] = family?.behind?.find(([follower]) => follower === indicator.id) ?? [];
    if (before) return {own: `${own} ${span} ${category}`, lead: `${before} ${period} `};
    return {own: `${own} ${span} ${category}`, lead: lead && `${lead} ${spanOf(family, period)} `};
  });
  const leads = new Map<string, string>();
  for (const [cell, column] of block.column.entries()) {
    const key = `${keys[column]!.own} ${block.unit[cell]}`;
    const known = cellsOf.get(key);
    if (known) known.push(cell);
    else cellsOf.set(key, [cell]);
    if (keys[column]!.lead) leads.set(key, `${keys[column]!.lead} ${block.unit[cell]}`);
  }
  const index = new Map([...cellsOf.keys()].map((key, place) => [key, place]));
  return [...cellsOf].map(([key, cells]) => ({
    cells,
    unit: block.unit[cells[0]!]!,
    leader: index.get(leads.get(key) ?? "") ?? -1
  }));
}

/** How much a cell could protect another: the smallest of what it tells. */
export function sizeOf(block: CellBlock, cell: number): number {
  const counts = countsOf(block, cell);
  const indicator = indicatorOf(block, cell);
  const of = (amount: "numerator" | "complement" | "denominator" | "persons") => amountOf(counts, amount, indicator);
  if (indicator.measure === "count") return of("numerator");
  if (indicator.counts === "persons") return Math.min(of("numerator"), of("complement"));
  if (indicator.counts === "both") return Math.min(of("numerator"), of("denominator"));
  return of("persons");
}

/**
 * What is known from before first; higher units, totals before their categories, leaders before followers; then what is too small to protect anything,
 * then the largest, so that what is left to be hidden is the smallest that serves.
 */
export function inOrder(
  block: CellBlock,
  candidates: readonly Candidate[],
  depth: Int32Array,
  {width}: DisclosureRules,
  preferred: ReadonlySet<number>
): readonly number[] {
  const rank = candidates.map(({cells, unit, leader}) => {
    const [cell] = cells;
    const size = Math.min(...cells.map((each) => sizeOf(block, each)));
    const category = block.columns[block.column[cell!]!]!.category === "" ? 0 : 1;
    const known = cells.every((each) => preferred.has(each)) ? 0 : 1;
    return [
      known,
      depth[unit]!,
      category,
      leadersAbove(candidates, leader),
      size < width ? 0 : 1,
      -size,
      cell!
    ] as const;
  });
  return candidates.map((_, index) => index).sort((a, b) => compare(rank[a]!, rank[b]!));
}

function leadersAbove(candidates: readonly Candidate[], leader: number): number {
  let count = 0;
  for (let each = leader; each >= 0; each = candidates[each]!.leader) count++;
  return count;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [place, value] of a.entries()) if (value !== b[place]) return value - b[place]!;
  return 0;
}
