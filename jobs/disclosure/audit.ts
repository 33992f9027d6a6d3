/** The audit of a pattern: what each kind of attacker can come to, by code that shares nothing with the protector's. */
import {Attack, type Bounds, type Component, openSolver} from "./attack.ts";
import {knowledgeOf} from "./audit-equations.ts";
import type {CellBlock} from "./block.ts";
import {kinOf, Managers} from "./managers.ts";
import type {DisclosureRules} from "./rules.ts";
import type {Equation, Knowledge, Target} from "./unknowns.ts";

/** `A0` knows what is public; `A1` is a unit's own manager; `open`: a primary cell is shown. */
export interface Exposure {
  readonly cell: number;
  readonly attacker: "open" | "A0" | "A1";
  readonly bounds: Bounds | null;
  /** Hidden cells of the same unit that tell of it too. */
  readonly linked: readonly number[];
}

export interface Audit {
  readonly exposures: readonly Exposure[];
  /** What was looked at and what it took. */
  readonly targets: number;
  readonly components: number;
  readonly programs: number;
}

export interface AuditOptions {
  /** Bounds by mixed-integer programs too: slower, and never more optimistic. */
  readonly whole?: boolean;
}

/** No exposures: nobody comes nearer to a hidden primary cell than the rules allow. */
export async function audit(
  block: CellBlock,
  statuses: Uint8Array,
  rules: DisclosureRules,
  {whole = false}: AuditOptions = {}
): Promise<Audit> {
  const highs = await openSolver();
  const knowledge = knowledgeOf(block, statuses, rules);
  const exposures: Exposure[] = knowledge.open.map((cell) => ({
    cell,
    attacker: "open",
    bounds: null,
    linked: []
  }));
  const parts = componentsOf(knowledge);
  const kin = kinOf(block);
  let programs = 0;
  for (const {component, targets} of parts) {
    const outsider = new Attack(component, highs, {whole});
    for (const {target, amount} of targets) {
      if (!outsider.isSafe(amount, target.width, target.upTo))
        exposures.push({
          cell: target.cell,
          attacker: "A0",
          bounds: outsider.boundsOf(amount),
          linked: linkedTo(component, amount)
        });
    }
    programs += outsider.programs;
    outsider.close();
    const managers = new Managers(component, {kin, highs, whole});
    for (const {target, amount} of targets)
      if (target.sensitive && !managers.isSafe(amount, target.managerWidth))
        exposures.push({cell: target.cell, attacker: "A1", bounds: null, linked: linkedTo(component, amount)});
    programs += managers.programs;
  }
  return {exposures, targets: knowledge.targets.length, components: parts.length, programs};
}

/** Cells of the same unit in the same component. */
function linkedTo({unit, cell}: Component, amount: number): readonly number[] {
  return [...new Set(unit.flatMap((each, other) => (each === unit[amount] ? [cell[other]!] : [])))];
}

/** What the public can come to about each hidden cell: exact bounds of its first amount. */
export async function boundsOfHidden(
  block: CellBlock,
  statuses: Uint8Array,
  rules: DisclosureRules,
  {whole = false}: AuditOptions = {}
): Promise<ReadonlyMap<number, Bounds>> {
  const highs = await openSolver();
  const knowledge = knowledgeOf(block, statuses, rules, {everything: true});
  const bounds = new Map<number, Bounds>();
  for (const {component, targets} of componentsOf(knowledge)) {
    const attack = new Attack(component, highs, {whole});
    for (const {target, amount} of targets) bounds.set(target.cell, attack.boundsOf(amount));
    attack.close();
  }
  return bounds;
}

export interface Part {
  readonly component: Component;
  readonly targets: readonly {readonly target: Target; readonly amount: number}[];
}

/** Connected components that hold a target. */
export function componentsOf({truth, unit, cell, equations, targets}: Knowledge): readonly Part[] {
  const root = Int32Array.from(truth, (_, unknown) => unknown);
  const find = (unknown: number): number => {
    let top = unknown;
    while (root[top] !== top) top = root[top]!;
    for (let each = unknown; root[each] !== top; ) [each, root[each]] = [root[each]!, top];
    return top;
  };
  for (const {unknowns} of equations) for (const unknown of unknowns) root[find(unknown)] = find(unknowns[0]!);
  const wanted = Map.groupBy(targets, ({unknown}) => find(unknown));
  const members = Map.groupBy(truth.keys(), find);
  const related = Map.groupBy(equations, ({unknowns}) => find(unknowns[0]!));
  return [...wanted].map(([top, own]) => {
    const unknowns = members.get(top)!;
    const number = new Map(unknowns.map((unknown, index) => [unknown, index]));
    return {
      component: componentOf(unknowns, number, related.get(top) ?? [], {truth, unit, cell}),
      targets: own.map((target) => ({target, amount: number.get(target.unknown)!}))
    };
  });
}

function componentOf(
  unknowns: readonly number[],
  number: ReadonlyMap<number, number>,
  equations: readonly Equation[],
  {truth, unit, cell}: Pick<Knowledge, "truth" | "unit" | "cell">
): Component {
  const uses: number[][] = unknowns.map(() => []);
  for (const [index, equation] of equations.entries())
    for (const unknown of equation.unknowns) uses[number.get(unknown)!]!.push(index);
  return {
    truth: unknowns.map((unknown) => truth[unknown]!),
    unit: unknowns.map((unknown) => unit[unknown]!),
    cell: unknowns.map((unknown) => cell[unknown]!),
    equations: equations.map((each) => ({
      ...each,
      unknowns: each.unknowns.map((unknown) => number.get(unknown)!)
    })),
    uses
  };
}
