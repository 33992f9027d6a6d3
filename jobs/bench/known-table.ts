/** A table with a published answer: how much more than it do we hide? */
import {type CellBlock, shown} from "../disclosure/block.ts";
import {patternOf} from "../disclosure/pattern.ts";
import {disclosureRules, type ProtectedIndicator} from "../disclosure/rules.ts";

/** Eight regions by four benefits, fictitious (Statistics Norway's z1); fewer than four are primary. */
const counts = [
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

const frequencies: ProtectedIndicator = {
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
  const {statuses} = await patternOf(knownBlock(), {...disclosureRules, minimum: fewest, families: []});
  const hidden = statuses.filter((status) => status !== shown).length;
  return (hidden / publishedAnswer - 1) * 100;
}

/** Regions below their total, benefits beside theirs. */
function knownBlock(): CellBlock {
  const parents = Int32Array.from([-1, ...counts.map(() => 0)]);
  const categories = ["", ...counts[0].map((_, place) => String(place))];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const inner = counts.map((row) => [sum(row), ...row]);
  const rows = [categories.map((_, column) => sum(inner.map((row) => row[column]!))), ...inner];
  const values = Float64Array.from(rows.flat());
  return {
    columns: categories.map((category) => ({indicator: frequencies, category, period: "2025", parents})),
    tops: new Uint8Array(rows.length),
    unit: Int32Array.from(rows.flatMap((row, unit) => row.map(() => unit))),
    column: Int32Array.from(rows.flatMap((row) => row.map((_, column) => column))),
    numerator: values,
    denominator: new Float64Array(values.length).fill(1),
    persons: values,
    squares: new Float64Array(values.length).fill(Number.NaN)
  };
}
