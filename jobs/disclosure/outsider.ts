/**
 * Attacker A4: a stranger with a release's files and nothing else, who subtracts what is shown, tries linear programs over the
 * rest and looks for amounts that can only be small.
 */
import {join} from "node:path";
import {Engine} from "../../queries/engine.ts";
import {type Progress, silentProgress} from "../progress.ts";
import {Attack, type Bounds, openSolver} from "./attack.ts";
import {componentsOf} from "./audit.ts";
import {allRelations, type Relation, Table} from "./audit-sides.ts";
import {indicatorOf} from "./block.ts";
import type {Amount} from "./primary.ts";
import {openPublished, type PublishedBlock, publishedBlockIds, readPublished} from "./published.ts";
import {type DisclosureRules, disclosureRules} from "./rules.ts";
import {type Knowledge, type Target, Unknowns} from "./unknowns.ts";

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
  const knowledge = readingOf(published, rules);
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
function readingOf({block, hidden, linked}: PublishedBlock, rules: DisclosureRules): Knowledge {
  const isUnknown = (cell: number) => hidden[cell] === 1 || linked[cell] === 1;
  const unknowns = new Unknowns(block, isUnknown);
  for (const [cell, isHidden] of hidden.entries())
    if (isHidden === 1 && linked[cell] === 0)
      for (const amount of secretsOf(indicatorOf(block, cell))) unknowns.targetAny(cell, amount, rules);
  const relations = [...allRelations(new Table(block), rules)];
  const isOpen = ({sides}: Relation) => sides.some(([, cell]) => isUnknown(cell));
  const reasons = new Map<string, {held: number; failed: number}>();
  for (const relation of relations) {
    if (isOpen(relation)) continue;
    const known = reasons.get(relation.reason()) ?? {held: 0, failed: 0};
    reasons.set(relation.reason(), known);
    if (Math.abs(unknowns.sumOf(relation.sides)) < 1e-3) known.held++;
    else known.failed++;
  }
  for (const relation of relations) {
    const known = isOpen(relation) ? reasons.get(relation.reason()) : undefined;
    if (!known || known.failed * 100 >= known.held) continue;
    const told = relation.sides.filter(([, cell]) => !isUnknown(cell));
    unknowns.equate(relation.sides, -unknowns.sumOf(told));
  }
  return unknowns;
}

function secretsOf({counts, measure}: ReturnType<typeof indicatorOf>): readonly Amount[] {
  if (measure === "count") return ["persons"];
  if (counts === "persons") return ["persons", "numerator", "complement"];
  return counts === "both" ? ["persons", "numerator", "denominator"] : ["persons"];
}
