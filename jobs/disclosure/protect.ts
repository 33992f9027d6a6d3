/**
 * Which cells of a block are hidden: primary rules, companions, then elimination over all that is left, first for the
 * municipalities and what is above them, then inside each. Pure; the audit decides whether it was enough.
 */
import {type CellBlock, primary, secondary, shown} from "./block.ts";
import {type Candidate, candidatesOf, inOrder} from "./candidates.ts";
import {type Companions, hideCompanions, isSensitiveCell} from "./companions.ts";
import {depthsOf, type Region, regionsOf} from "./regions.ts";
import type {DisclosureRules} from "./rules.ts";
import {suppress} from "./suppress.ts";
import {type VariableSum, type Variables, variablesOf} from "./variables.ts";

/** How often a municipality may overrule what was shown above it. */
const mostRounds = 20;

export class Protector {
  readonly #block: CellBlock;
  readonly #variables: Variables;
  readonly #candidates: readonly Candidate[];
  readonly #candidateOf: Int32Array;
  readonly #told: readonly (readonly number[])[];
  readonly #companions: Companions;
  #isGuarded: Uint8Array = new Uint8Array();
  readonly #forced: Uint8Array;
  readonly #regions: readonly Region[];
  /** Per unit. */
  readonly #regionsOf: readonly Region[][];
  readonly #plainSums: readonly VariableSum[];
  readonly #primaries: Uint8Array;
  readonly #results: Uint8Array;
  #stale: Set<Region>;

  /** `preferred`: cells that are shown before any others, since an earlier release has. */
  constructor(block: CellBlock, rules: DisclosureRules, preferred: ReadonlySet<number> = new Set()) {
    this.#block = block;
    this.#variables = variablesOf(block, rules);
    this.#candidates = candidatesOf(block, rules);
    this.#candidateOf = new Int32Array(block.unit.length);
    for (const [index, {cells}] of this.#candidates.entries())
      for (const cell of cells) this.#candidateOf[cell] = index;
    this.#told = this.#candidates.map(({cells}) => [...new Set(cells.flatMap((cell) => this.#variables.told[cell]!))]);
    const depth = depthsOf(block);
    this.#primaries = Uint8Array.from(this.#variables.guards, (guards) => (guards.length > 0 ? 1 : 0));
    this.#forced = new Uint8Array(this.#candidates.length);
    this.#results = new Uint8Array(this.#candidates.length);
    this.#companions = this.#companionsOf(rules);
    this.#plainSums = this.#variables.sums
      .filter(({kind}) => kind !== "linked")
      .sort((a, b) => depth[this.#variables.unit[b.variables[0]!]!]! - depth[this.#variables.unit[a.variables[0]!]!]!);
    this.#regions = regionsOf(
      block,
      this.#variables,
      this.#candidates,
      inOrder(block, this.#candidates, depth, rules, preferred)
    );
    this.#regionsOf = Array.from(block.tops, () => []);
    for (const region of this.#regions)
      for (const unit of new Set(region.candidates.map((candidate) => this.#candidates[candidate]!.unit)))
        this.#regionsOf[unit]!.push(region);
    this.#stale = new Set(this.#regions);
    for (const [cell, isPrimary] of this.#primaries.entries())
      if (isPrimary === 1) this.#force(this.#candidateOf[cell]!);
  }

  get variables(): Variables {
    return this.#variables;
  }

  /** Hides these cells from now on, with all that goes with them. */
  hide(cells: Iterable<number>): void {
    for (const cell of cells) this.#force(this.#candidateOf[cell]!);
  }

  #force(candidate: number): void {
    if (this.#forced[candidate] === 1) return;
    this.#forced[candidate] = 1;
    const {unit} = this.#candidates[candidate]!;
    for (const region of this.#regionsOf[unit]!) this.#stale.add(region);
  }

  /** Status per cell: `shown`, `primary` or `secondary`. */
  statuses(): Uint8Array {
    for (let round = 0; this.#stale.size > 0; round++) {
      if (round === mostRounds) throw new Error("no disclosure pattern agrees above and below the municipalities");
      this.#settle();
    }
    return Uint8Array.from(this.#block.unit, (_, cell) =>
      this.#results[this.#candidateOf[cell]!] === 0 ? shown : this.#primaries[cell] === 1 ? primary : secondary
    );
  }

  #settle(): void {
    const stale = this.#stale;
    this.#stale = new Set();
    this.#companions.hidden.set(this.#forced);
    for (const candidate of hideCompanions(this.#companions, this.#plainSums)) this.#force(candidate);
    for (const region of this.#stale) stale.add(region);
    this.#stale = new Set();
    const [top, ...below] = this.#regions;
    if (stale.has(top!)) {
      const before = this.#results.slice();
      this.#solve(top!);
      for (const region of below)
        if (region.edge.some((candidate) => before[candidate] !== this.#results[candidate])) stale.add(region);
    }
    for (const region of below) if (stale.has(region)) this.#solve(region);
  }

  /** Decides the candidates of one region; those of `edge` are decided above, and overruled where they give something away. */
  #solve({variables, sums, candidates, edge}: Region): void {
    const atEdge = new Set(edge);
    const hiddenEdge = edge.filter((candidate) => this.#results[candidate] === 1);
    const knownEdge = edge.filter((candidate) => this.#results[candidate] === 0);
    const own = candidates.filter((each) => !atEdge.has(each));
    for (const each of own) this.#results[each] = this.#forced[each]!;
    if (hiddenEdge.length === 0 && candidates.every((each) => this.#forced[each] === 0)) return;
    const open = own.filter((each) => this.#forced[each] === 0);
    const number = new Map(variables.map((variable, index) => [variable, index]));
    const local = (list: readonly number[]) => list.map((variable) => number.get(variable)!);
    const known = new Set(knownEdge.flatMap((candidate) => this.#told[candidate]!));
    const unknown = hiddenEdge
      .flatMap((candidate) => this.#told[candidate]!)
      .filter((variable) => !known.has(variable) && this.#serves(variable));
    const {hidden, conflicts} = suppress({
      variables: variables.length,
      sums: sums.map(local),
      guarded: [
        ...variables.flatMap((variable, index) => (this.#isGuarded[variable] === 1 ? [index] : [])),
        ...local(unknown)
      ],
      known: local([...known]),
      candidates: open.map((candidate) => local(this.#told[candidate]!))
    });
    for (const [index, candidate] of open.entries()) this.#results[candidate] = hidden[index] ? 1 : 0;
    const overruled = new Set(conflicts.map((index) => variables[index]!));
    for (const candidate of knownEdge)
      if (this.#told[candidate]!.some((variable) => overruled.has(variable))) this.#force(candidate);
    for (const candidate of candidates) this.#follow(candidate);
  }

  /** Whether anything that is kept depends on the variable's being unknown. */
  #serves(variable: number): boolean {
    const {isKept, partners} = this.#companions;
    return isKept[variable] === 1 || partners[variable]!.some((parts) => parts.some((each) => isKept[each] === 1));
  }

  /** A follower is hidden wherever its leader is. */
  #follow(candidate: number): void {
    const {leader} = this.#candidates[candidate]!;
    if (leader >= 0 && this.#results[leader] === 1 && this.#results[candidate] === 0) {
      this.#results[candidate] = 1;
      this.#force(candidate);
    }
  }

  #companionsOf(rules: DisclosureRules): Companions {
    const tellers: number[][] = this.#variables.value.map(() => []);
    for (const [candidate, variables] of this.#told.entries())
      for (const variable of variables) tellers[variable]!.push(candidate);
    const isGuarded = new Uint8Array(tellers.length);
    const isSensitive = new Uint8Array(tellers.length);
    for (const [cell, guards] of this.#variables.guards.entries())
      for (const {variable} of guards) {
        isGuarded[variable] = 1;
        if (isSensitiveCell(this.#block, cell)) isSensitive[variable] = 1;
      }
    for (const {kind, variables} of this.#variables.sums)
      if (kind === "linked" && variables.length === 2) shareGuards(isGuarded, isSensitive, variables);
    const partners: (readonly number[])[][] = tellers.map(() => []);
    for (const {kind, variables} of this.#variables.sums) {
      const parts = variables.slice(1);
      if (kind !== "linked") for (const part of parts) partners[part]!.push(parts);
    }
    const hidden = new Uint8Array(this.#candidates.length);
    this.#isGuarded = isGuarded;
    return {variables: this.#variables, rules, tellers, partners, hidden, isKept: isGuarded.slice(), isSensitive};
  }
}

/** What is the same by definition must be kept alike. */
function shareGuards(isGuarded: Uint8Array, isSensitive: Uint8Array, [a, b]: readonly number[]): void {
  for (const flags of [isGuarded, isSensitive]) flags[a!] = flags[b!] = flags[a!]! | flags[b!]!;
}
