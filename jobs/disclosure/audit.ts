/** The audit of a pattern: what each kind of attacker can come to, by code that shares nothing with the protector's. */
import {Attack, type Bounds, type Component, openSolver} from "./attack.ts";
import {type Equation, type Knowledge, knowledgeOf, type Target} from "./audit-equations.ts";
import type {CellBlock} from "./block.ts";
import {findMove} from "./moves.ts";
import type {DisclosureRules} from "./rules.ts";

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
  /** Bounds by mixed-integer programs too. */
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
    const managers = new Managers(component, kin, whole);
    for (const {target, amount} of targets)
      if (target.sensitive && !managers.isSafe(highs, amount, target.managerWidth))
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

/** The managers of all other units: each knows their own unit's amounts. */
class Managers {
  readonly #component: Component;
  readonly #kin: (a: number, b: number) => boolean;
  readonly #whole: boolean;
  programs = 0;

  constructor(component: Component, kin: (a: number, b: number) => boolean, whole: boolean) {
    this.#component = component;
    this.#kin = kin;
    this.#whole = whole;
  }

  /** Two ways to be wrong that have no other unit in common leave no manager certain; else each in common is asked. */
  isSafe(highs: Awaited<ReturnType<typeof openSolver>>, amount: number, width: number): boolean {
    const first = this.#touched(amount, width, new Set());
    const common = first && this.#touched(amount, width, first) ? [] : (first ?? this.#others(amount));
    for (const manager of common) {
      if (first && this.#touched(amount, width, new Set([manager]))) continue;
      const attack = new Attack(this.#component, highs, {known: new Set([manager]), whole: this.#whole});
      const safe = attack.isSafe(amount, width);
      this.programs += attack.programs;
      attack.close();
      if (!safe) return false;
    }
    return true;
  }

  /** Which other units a move of the amount touches; those of its own line know it anyhow. */
  #touched(amount: number, by: number, blocked: ReadonlySet<number>): ReadonlySet<number> | undefined {
    const move = findMove(this.#component, amount, by, blocked);
    return move && this.#strangers(amount, move.keys());
  }

  #others(amount: number): ReadonlySet<number> {
    return this.#strangers(amount, this.#component.unit.keys());
  }

  #strangers(amount: number, amounts: Iterable<number>): ReadonlySet<number> {
    const {unit} = this.#component;
    return new Set([...amounts].map((each) => unit[each]!).filter((each) => !this.#kin(each, unit[amount]!)));
  }
}

/** Whether two units are the same or one is a part of the other, in any period. */
function kinOf({columns}: CellBlock): (a: number, b: number) => boolean {
  const trees = [...new Set(columns.map(({parents}) => parents))];
  const isAbove = (above: number, unit: number) =>
    trees.some((parents) => {
      let each = unit;
      while (each >= 0 && each !== above) each = parents[each]!;
      return each === above;
    });
  return (a, b) => isAbove(a, b) || isAbove(b, a);
}
