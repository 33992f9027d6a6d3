/** One measured figure. `ratio` is value against floor in the same run; `target` bounds the ratio in the direction of `better`. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The floor's own figure, measured in the same run, in the same unit; null where the figure stands alone. */
  readonly floor: number | null;
  readonly ratio: number | null;
  readonly target: string;
  readonly met: boolean;
}
