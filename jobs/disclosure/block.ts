/** The cells of linked indicators as columns of numbers, and what is known of them. */
import type {ProtectedIndicator} from "./rules.ts";

export interface CellColumn {
  readonly indicator: ProtectedIndicator;
  readonly period: string;
  /** `` is the indicator's total over its categories. */
  readonly category: string;
  /** Per unit: index of its direct parent in the period, or -1. */
  readonly parents: Int32Array;
  /** Release that told it: 0, or nothing, for the one that is being made, then backwards in time. */
  readonly edition?: number;
}

/** Cell `i` is `(unit[i], column[i])`. A cell that is not there has nobody in it. */
export interface CellBlock {
  readonly columns: readonly CellColumn[];
  /** Per unit: 1 for a municipality and what is above it. */
  readonly tops: Uint8Array;
  readonly unit: Int32Array;
  readonly column: Int32Array;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  readonly persons: Float64Array;
  /** Sums of squares over persons, or NaN. */
  readonly squares: Float64Array;
  /** Cells that somebody has hidden by hand. */
  readonly byHand?: ReadonlySet<number>;
}

export const shown = 0;
export const primary = 1;
export const secondary = 2;

export function countsOf(block: CellBlock, cell: number) {
  const squares = block.squares[cell]!;
  return {
    numerator: block.numerator[cell]!,
    denominator: block.denominator[cell]!,
    persons: block.persons[cell]!,
    squares: Number.isNaN(squares) ? null : squares
  };
}

export function indicatorOf(block: CellBlock, cell: number): ProtectedIndicator {
  return block.columns[block.column[cell]!]!.indicator;
}
