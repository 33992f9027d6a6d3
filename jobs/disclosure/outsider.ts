/**
 * Attacker A4: a stranger with a release's files and nothing else, who subtracts what is shown, tries linear programs over the
 * rest and looks for amounts that can only be small.
 */
import {join} from "node:path";
import {Engine} from "../../queries/engine.ts";
import {type Progress, silentProgress} from "../progress.ts";
import {Attack, type Bounds, openSolver} from "./attack.ts";
import {componentsOf} from "./audit.ts";
import type {Equation, Target} from "./audit-equations.ts";
import {allRelations, type Relation, Table} from "./audit-sides.ts";
import {indicatorOf} from "./block.ts";
import {type Amount, amountOf, amounts} from "./primary.ts";
import {openPublished, type PublishedBlock, publishedBlockIds, readPublished} from "./published.ts";
import {type DisclosureRules, disclosureRules} from "./rules.ts";

/** Something hidden that can only be of fewer persons than the minimum. */
export interface Finding extends Bounds {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly category: string;
  readonly amount: Amount;
}

export interface OutsiderReport {
  /** Hidden amounts that were tried. */
  readonly tried: number;
  /** Of them, in parts of the release that the stranger's reading of it makes no sense of. */
  readonly unread: number;
  readonly findings: readonly Finding[];
}

export interface OutsiderOptions {
  readonly rules?: DisclosureRules;
  /** Another file of the same cells than the release's own. */
  readonly facts?: string;
  /** By mixed-integer programs too: slower, and never blinder. */
  readonly whole?: boolean;
  readonly progress?: Progress;
}

export async function attackRelease(
  folder: string,
  {
    rules = disclosureRules,
    facts = join(folder, "facts.parquet"),
    whole = false,
    progress = silentProgress
  }: OutsiderOptions = {}
): Promise<OutsiderReport> {
  const engine = await Engine.open();
  try {
    const published = await openPublished(engine, folder, facts, rules);
    const ids = await publishedBlockIds(engine);
    const findings: Finding[] = [];
    let [tried, unread] = [0, 0];
    progress.start("Angriber frigivelsen", ids.length);
    for (const [index, id] of ids.entries()) {
      const report = await attackBlock(await readPublished(engine, id, published), rules, whole);
      tried += report.tried;
      unread += report.unread;
      findings.push(...report.findings);
      progress.advance(index + 1);
    }
    progress.finish();
    return {tried, unread, findings};
  } finally {
    engine.close();
  }
}

async function attackBlock(published: PublishedBlock, rules: DisclosureRules, whole: boolean): Promise<OutsiderReport> {
  const highs = await openSolver();
  const findings: Finding[] = [];
  const knowledge = new Reading(published, rules);
  let unread = 0;
  for (const {component, targets} of componentsOf(knowledge)) {
    const blind = new Attack(component, highs);
    const table = blind.anyTable();
    blind.close();
    if (!table) unread += targets.length;
    else {
      const attack = new Attack({...component, truth: table}, highs, {whole});
      for (const {target, amount} of targets)
        if (!attack.isSafe(amount, rules.minimum))
          findings.push(...smallOf(published, target, attack.boundsOf(amount), rules));
      attack.close();
    }
  }
  return {tried: knowledge.targets.length, unread, findings};
}

/** Certain to be fewer than the minimum, and not just none where none is nobody's secret. */
function smallOf(
  {block, units}: PublishedBlock,
  {cell, amount}: Target,
  bounds: Bounds,
  rules: DisclosureRules
): readonly Finding[] {
  const {indicator, period, category} = block.columns[block.column[cell]!]!;
  const noSecret = amount !== "persons" && indicator.sensitivity !== "sensitive" && bounds.low < 1e-6;
  if (bounds.high >= rules.minimum - 1e-6 || noSecret) return [];
  const [low, high] = [bounds.low, bounds.high].map(withoutTrace) as [number, number];
  return [{indicator: indicator.id, unit: units[block.unit[cell]!]!, period, category, amount, low, high}];
}

/** What was allowed for rounding in the sums is no part of what was found. */
function withoutTrace(bound: number): number {
  return Math.round(bound * 100) / 100;
}

/** What is hidden and what the shown figures say of it; what holds wherever all of it is shown is taken to hold everywhere. */
class Reading {
  readonly truth: number[] = [];
  readonly unit: number[] = [];
  readonly cell: number[] = [];
  readonly equations: Equation[] = [];
  readonly targets: Target[] = [];
  readonly open: readonly number[] = [];
  readonly #published: PublishedBlock;
  readonly #numbers = new Map<number, number>();

  constructor(published: PublishedBlock, rules: DisclosureRules) {
    this.#published = published;
    const {block, hidden, linked} = published;
    for (const [cell, isHidden] of hidden.entries())
      if (isHidden === 1 && linked[cell] === 0)
        for (const amount of secretsOf(indicatorOf(block, cell))) this.#target(cell, amount, rules);
    const relations = [...allRelations(new Table(block), rules)];
    const broken = new Map<string, {held: number; failed: number}>();
    for (const relation of relations) {
      if (this.#isOpen(relation)) continue;
      const known = broken.get(relation.reason()) ?? {held: 0, failed: 0};
      broken.set(relation.reason(), known);
      if (Math.abs(this.#sumOf(relation)) < 1e-3) known.held++;
      else known.failed++;
    }
    for (const relation of relations) {
      const known = this.#isOpen(relation) ? broken.get(relation.reason()) : undefined;
      if (known && known.failed * 100 < known.held) this.#equate(relation);
    }
  }

  #isUnknown(cell: number): boolean {
    return this.#published.hidden[cell] === 1 || this.#published.linked[cell] === 1;
  }

  #isOpen({sides}: Relation): boolean {
    return sides.some(([, cell]) => this.#isUnknown(cell));
  }

  #sumOf({sides}: Relation): number {
    const {block} = this.#published;
    return sides.reduce((sum, [coefficient, cell, amount]) => {
      if (this.#isUnknown(cell)) return sum;
      const [numerator, denominator, persons] = [
        block.numerator[cell]!,
        block.denominator[cell]!,
        block.persons[cell]!
      ];
      return sum + coefficient * amountOf({numerator, denominator, persons}, amount, indicatorOf(block, cell));
    }, 0);
  }

  #equate(relation: Relation): void {
    const unknown = relation.sides.filter(([, cell]) => this.#isUnknown(cell));
    this.equations.push({
      unknowns: unknown.map(([, cell, amount]) => this.#numberOf(cell, amount)),
      coefficients: unknown.map(([coefficient]) => coefficient),
      sum: -this.#sumOf(relation)
    });
  }

  #target(cell: number, amount: Amount, {width, managerWidth}: DisclosureRules): void {
    const unknown = this.#numberOf(cell, amount);
    this.targets.push({rule: "P1", amount, width, managerWidth, upTo: 0, unknown, cell, sensitive: false});
  }

  #numberOf(cell: number, amount: Amount): number {
    const key = cell * amounts.length + amounts.indexOf(amount);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.truth.length);
    this.unit.push(this.#published.block.unit[cell]!);
    this.cell.push(cell);
    return this.truth.push(0) - 1;
  }
}

function secretsOf({counts, measure}: ReturnType<typeof indicatorOf>): readonly Amount[] {
  if (measure === "count") return ["persons"];
  if (counts === "persons") return ["persons", "numerator", "complement"];
  return counts === "both" ? ["persons", "numerator", "denominator"] : ["persons"];
}
