/** A table with a published answer: how much more than it do we hide? */
import {type CellBlock, shown} from "../disclosure/block.ts";
import {patternOf} from "../disclosure/pattern.ts";
import {disclosureRules, type ProtectedIndicator} from "../disclosure/rules.ts";

/** Eight regions by four benefits, fictitious (Statistics Norway's z1); fewer than four are primary. */
export const benefits = [
  [11, 11, 55, 36],
  [7, 1, 29, 18],
  [5, 8, 35, 25],
  [13, 2, 17, 13],
  [9, 14, 63, 52],
  [12, 9, 24, 22],
  [6, 4, 22, 8],
  [9, 3, 38, 15]
] as const;
const fewest = 4;
/** GaussSuppression hides {B, D, H} × {arbeid, annet}. */
const publishedAnswer = 6;

export const frequencies: ProtectedIndicator = {
  id: "frequencies",
  version: 1,
  counts: "persons",
  sensitivity: "ordinary",
  bounds: null,
  scale: 1,
  measure: "count",
  totals: "sum"
};

/** Per cent more cells than in the published answer. */
export async function overSuppression(): Promise<number> {
  const regions = [-1, ...benefits.map(() => 0)];
  const block = blockOfCounts(regions, benefits, frequencies, ["annet", "arbeid", "soshjelp", "trygd"]);
  const {statuses} = await patternOf(block, {...disclosureRules, minimum: fewest, families: []});
  const hidden = statuses.filter((status) => status !== shown).length;
  return (hidden / publishedAnswer - 1) * 100;
}

/** `counts[leaf][category]`; `parents` lists every unit, leaves last. Unit by unit, each with its total first. */
export function blockOfCounts(
  parents: readonly number[],
  counts: readonly (readonly number[])[],
  indicator: ProtectedIndicator,
  categories: readonly string[]
): CellBlock {
  const rows = parents.map(() => ["", ...categories].map(() => 0));
  for (const [leaf, values] of counts.entries())
    for (let unit = parents.length - counts.length + leaf; unit >= 0; unit = parents[unit]!)
      for (const [place, value] of values.entries()) {
        rows[unit]![0]! += value;
        rows[unit]![place + 1]! += value;
      }
  const sums = Float64Array.from(rows.flat());
  return {
    columns: ["", ...categories].map((category) => ({
      indicator,
      category,
      period: "2025",
      parents: Int32Array.from(parents)
    })),
    tops: new Uint8Array(parents.length),
    unit: Int32Array.from(rows.flatMap((row, unit) => row.map(() => unit))),
    column: Int32Array.from(rows.flatMap((row) => row.map((_, column) => column))),
    numerator: sums,
    denominator: new Float64Array(sums.length).fill(1),
    persons: sums,
    squares: new Float64Array(sums.length).fill(Number.NaN)
  };
}
