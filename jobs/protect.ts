/**
 * Which cells of a block are hidden. A pure function: primary rules, then so many more that no equation over what is shown
 * gives a hidden one away, then the audit, which decides.
 */
import {exposedCells} from "./disclosure-audit.ts";
import {
  type CellBlock,
  countsOf,
  type Equation,
  equationsOf,
  indicatorOf,
  primary,
  primaryCells,
  secondary,
  shown
} from "./disclosure-equations.ts";
import {type DisclosureRules, hidesUnit, isPrimary, type ProtectedIndicator} from "./disclosure-rules.ts";
import {unitBlockOf} from "./disclosure-units.ts";

/** Status per cell: `shown`, `primary` or `secondary`. Throws where no pattern passes the audit. */
export function protect(block: CellBlock, rules: DisclosureRules): Uint8Array {
  const statuses = primaryCells(block, rules);
  hideUnits(block, statuses, rules);
  protectCells(block, statuses, rules);
  return statuses;
}

/** A unit with too few persons is hidden in every column that counts the same persons, and so are those that protect it. */
function hideUnits(block: CellBlock, statuses: Uint8Array, rules: DisclosureRules): void {
  const {minimum, families} = rules;
  for (const {units, leaders, followers} of unitBlockOf(block, families)) {
    const small = Uint8Array.from(units.unit, () => shown);
    for (const [row, cells] of leaders.entries())
      if (cells.some((cell) => hidesUnit(countsOf(block, cell), indicatorOf(block, cell), minimum)))
        small[row] = primary;
    if (!small.includes(primary)) continue;
    const reasons = small.slice();
    protectPattern(units, small, equationsOf(units, rules), rules, reasons);
    for (let row = 0; row < small.length; row++) {
      if (small[row] === shown) continue;
      for (const cell of [...leaders[row]!, ...followers[row]!])
        if (statuses[cell] === shown) statuses[cell] = secondary;
    }
  }
}

function protectCells(block: CellBlock, statuses: Uint8Array, rules: DisclosureRules): void {
  if (!statuses.some((status) => status !== shown)) return;
  protectPattern(block, statuses, equationsOf(block, rules), rules, primaryCells(block, rules));
}

/** Hides further until every equation is safe and the audit finds nothing. */
function protectPattern(
  block: CellBlock,
  statuses: Uint8Array,
  equations: readonly Equation[],
  rules: DisclosureRules,
  primaries: Uint8Array
): void {
  const byCell = equationsByCell(block, equations);
  const pattern: Pattern = {block, statuses, byCell, rules};
  complete(pattern, equations);
  const matters = (cell: number) => primaries[cell] === primary;
  for (let exposed = exposedCells(equations, statuses, matters); exposed.length > 0; ) {
    for (const cell of exposed) complete(pattern, repair(pattern, cell));
    exposed = exposedCells(equations, statuses, matters);
  }
}

interface Pattern {
  readonly block: CellBlock;
  readonly statuses: Uint8Array;
  readonly byCell: readonly (readonly Equation[])[];
  readonly rules: DisclosureRules;
}

function equationsByCell(block: CellBlock, equations: readonly Equation[]): readonly (readonly Equation[])[] {
  const byCell: Equation[][] = Array.from(block.unit, () => []);
  for (const equation of equations) for (const cell of equation.cells) byCell[cell]!.push(equation);
  return byCell;
}

/** To a fixed point: no equation with exactly one hidden cell, none whose hidden cells together would have to be hidden. */
function complete(pattern: Pattern, start: readonly Equation[]): void {
  const queue = [...start];
  for (let equation = queue.pop(); equation; equation = queue.pop())
    while (isUnsafe(pattern, equation)) {
      const cell = candidateOf(pattern, equation);
      if (cell === undefined) break;
      pattern.statuses[cell] = secondary;
      queue.push(...pattern.byCell[cell]!.filter((other) => other !== equation));
    }
}

function isUnsafe({block, statuses, rules}: Pattern, {kind, cells}: Equation): boolean {
  const hidden = cells.filter((cell) => statuses[cell] !== shown);
  if (hidden.length < 2) return hidden.length === 1;
  if (kind === "versions" || statuses[cells[0]!] !== shown) return false;
  const indicator = indicatorOf(block, hidden[0]!);
  return isPrimary(jointCounts(block, kind, hidden), indicator, rules.minimum) && addsUp(indicator, kind);
}

/** Categories of days or scores repeat the same persons; their sum tells of nobody in particular. */
function addsUp({counts}: ProtectedIndicator, kind: Equation["kind"]): boolean {
  return kind === "units" || counts === "persons";
}

/** What subtraction tells of the hidden parts together. Categories are parts of the same persons; units are different ones. */
function jointCounts(block: CellBlock, kind: Equation["kind"], hidden: readonly number[]) {
  const joint = {numerator: 0, denominator: 0, persons: 0};
  for (const cell of hidden) {
    const {numerator, denominator, persons} = countsOf(block, cell);
    joint.numerator += numerator;
    joint.denominator = kind === "units" ? joint.denominator + denominator : Math.max(joint.denominator, denominator);
    joint.persons = kind === "units" ? joint.persons + persons : Math.max(joint.persons, persons);
  }
  return joint;
}

/** The cell that costs least: a part before the total, no new open equation, large enough to protect, then the smallest. */
function candidateOf({block, statuses, byCell, rules}: Pattern, equation: Equation): number | undefined {
  let best: number | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const [place, cell] of equation.cells.entries()) {
    if (statuses[cell] !== shown) continue;
    const opened = byCell[cell]!.filter(
      (other) => other !== equation && other.cells.every((each) => statuses[each] === shown)
    ).length;
    const size = sizeOf(block, cell);
    const cost = (place === 0 ? 1e15 : 0) + (size < rules.minimum ? 1e12 : 0) + opened * 1e9 + Math.min(size, 1e9 - 1);
    if (cost < lowest) [best, lowest] = [cell, cost];
  }
  return best;
}

function sizeOf(block: CellBlock, cell: number): number {
  const {numerator, denominator, persons} = countsOf(block, cell);
  if (indicatorOf(block, cell).counts !== "persons") return persons;
  return denominator > 0 ? Math.min(numerator, denominator - numerator) : numerator;
}

/** Hides one more cell near an exposed one and gives the equations to look at again. */
function repair(pattern: Pattern, exposed: number): readonly Equation[] {
  const seen = new Set<Equation>();
  let ring: readonly Equation[] = pattern.byCell[exposed]!;
  while (ring.length > 0) {
    for (const equation of ring) {
      const cell = candidateOf(pattern, equation);
      if (cell === undefined) continue;
      pattern.statuses[cell] = secondary;
      return pattern.byCell[cell]!;
    }
    for (const equation of ring) seen.add(equation);
    const next = new Set(ring.flatMap(({cells}) => cells.flatMap((cell) => pattern.byCell[cell]!)));
    ring = [...next].filter((equation) => !seen.has(equation));
  }
  throw new Error(`no disclosure pattern passes the audit: ${indicatorOf(pattern.block, exposed).id}`);
}
