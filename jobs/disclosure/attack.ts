/**
 * What an attacker comes to about hidden amounts that equations connect: two possible tables that differ enough in an amount
 * are the proof that it is safe. They are looked for by moving a few amounts, and where that fails by linear programs, whose
 * every solution counts for all amounts.
 */
import highsModule, {type Highs} from "highs";
import {findMove, type Move} from "./moves.ts";
import type {Equation} from "./unknowns.ts";

/** Amounts `0 … truth.length - 1`, none negative. */
export interface Component {
  readonly truth: readonly number[];
  /** Per amount: index of the unit that it is about. */
  readonly unit: readonly number[];
  /** Per amount: the cell that tells it. */
  readonly cell: readonly number[];
  readonly equations: readonly Equation[];
  /** Per amount: the equations it is in. */
  readonly uses: readonly (readonly number[])[];
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export interface AttackOptions {
  /** Units whose amounts the attacker knows. */
  readonly known?: ReadonlySet<number>;
  /** Whole amounts stay whole: mixed-integer programs, slower and never more optimistic. */
  readonly whole?: boolean;
}

/** The package declares its ES module as CommonJS. */
const loadHighs = highsModule as unknown as typeof highsModule.default;
let solver: Promise<Highs> | undefined;

export function openSolver(): Promise<Highs> {
  solver ??= loadHighs();
  return solver;
}

export class Attack {
  readonly #component: Component;
  readonly #known: ReadonlySet<number>;
  readonly #whole: boolean;
  readonly #highs: Highs;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  #model: ReturnType<Highs["createModel"]> | undefined;
  /** Programs that were solved. */
  programs = 0;

  constructor(component: Component, highs: Highs, {known = new Set(), whole = false}: AttackOptions = {}) {
    this.#component = component;
    this.#known = known;
    this.#whole = whole;
    this.#highs = highs;
    this.#low = Float64Array.from(component.truth);
    this.#high = Float64Array.from(component.truth);
  }

  /** Whether the amount may be so much more or less that its interval is `width` wide and reaches `upTo`. */
  isSafe(amount: number, width: number, upTo = 0): boolean {
    if (this.#component.uses[amount]!.length === 0 || this.#isWide(amount, width, upTo)) return true;
    const truth = this.#component.truth[amount]!;
    if (this.#tryMove(amount, Math.max(width, upTo - truth)) && this.#isWide(amount, width, upTo)) return true;
    if (truth >= width && this.#tryMove(amount, -width) && this.#isWide(amount, width, upTo)) return true;
    this.#solve(amount, "maximize");
    if (!this.#isWide(amount, width, upTo)) this.#solve(amount, "minimize");
    return this.#isWide(amount, width, upTo);
  }

  /** Some table that agrees with all equations; undefined: there is none. */
  anyTable(): readonly number[] | undefined {
    this.#model ??= this.#createModel();
    this.#model.run();
    const found = this.#model.getModelStatus() === this.#highs.constants.modelStatus.optimal;
    return found ? [...this.#model.getSolution().colValue].map((value) => Math.max(value, 0)) : undefined;
  }

  /** Exact bounds. */
  boundsOf(amount: number): Bounds {
    if (this.#component.uses[amount]!.length === 0) return {low: 0, high: Number.POSITIVE_INFINITY};
    this.#solve(amount, "maximize");
    this.#solve(amount, "minimize");
    return {low: this.#low[amount]!, high: this.#high[amount]!};
  }

  close(): void {
    this.#model?.dispose();
    this.#model = undefined;
  }

  #isWide(amount: number, width: number, upTo: number): boolean {
    return this.#high[amount]! - this.#low[amount]! >= width - slack && this.#high[amount]! >= upTo - slack;
  }

  #tryMove(amount: number, by: number): boolean {
    const move = findMove(this.#component, amount, by, this.#known);
    if (move) this.#witness(move);
    return move !== undefined;
  }

  #witness(move: Move): void {
    for (const [amount, by] of move) this.#widen(amount, this.#component.truth[amount]! + by);
  }

  #widen(amount: number, value: number): void {
    if (value < this.#low[amount]!) this.#low[amount] = value;
    if (value > this.#high[amount]!) this.#high[amount] = value;
  }

  #solve(amount: number, sense: "maximize" | "minimize"): void {
    this.#model ??= this.#createModel();
    const {constants} = this.#highs;
    this.#model.changeObjectiveSense(constants.objectiveSense[sense]);
    this.#model.changeColCost(amount, 1);
    this.#model.run();
    this.programs++;
    const status = this.#model.getModelStatus();
    if (status === constants.modelStatus.unbounded || status === constants.modelStatus.unboundedOrInfeasible) {
      this.#widen(amount, Number.POSITIVE_INFINITY);
    } else if (status === constants.modelStatus.optimal) {
      for (const [each, value] of this.#model.getSolution().colValue.entries()) this.#widen(each, value);
    } else throw new Error(`the audit's program has no solution: ${status}`);
    this.#model.changeColCost(amount, 0);
  }

  #createModel(): ReturnType<Highs["createModel"]> {
    const {truth, unit, equations} = this.#component;
    const isFixed = (amount: number) => this.#known.has(unit[amount]!);
    const starts = [0];
    for (const {unknowns} of equations) starts.push(starts.at(-1)! + unknowns.length);
    const sums = equations.map(
      ({unknowns, coefficients, sum}) =>
        sum ?? unknowns.reduce((total, unknown, place) => total + coefficients[place]! * truth[unknown]!, 0)
    );
    const model = this.#highs.createModel({
      numCols: truth.length,
      numRows: equations.length,
      colCost: new Float64Array(truth.length),
      colLower: truth.map((value, amount) => (isFixed(amount) ? value : 0)),
      colUpper: truth.map((value, amount) => (isFixed(amount) ? value : this.#highs.infinity)),
      rowLower: sums.map((sum, row) => sum - traceOf(equations[row]!)),
      rowUpper: sums.map((sum, row) => sum + traceOf(equations[row]!)),
      matrix: {
        format: "csr",
        numRows: equations.length,
        numCols: truth.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(equations.flatMap(({unknowns}) => unknowns)),
        values: Float64Array.from(equations.flatMap(({coefficients}) => coefficients))
      },
      ...(this.#whole ? {integrality: truth.map((value) => (Number.isInteger(value) ? 1 : 0))} : {})
    });
    model.options.set({output_flag: false});
    return model;
  }
}

/** Published sums of scores have been rounded, each by itself: taken by the letter they may have no solution. */
function traceOf({sum}: Equation): number {
  return sum === undefined ? 0 : 1e-4;
}

/** What rounding may take from a width. */
const slack = 1e-5;
