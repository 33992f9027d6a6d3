/** A block seen as units: linked columns that count the same persons are hidden together, so they are one cell per unit. */
import type {CellBlock} from "./disclosure-equations.ts";
import type {LinkedFamily} from "./disclosure-rules.ts";

export interface UnitBlock {
  /** One cell per unit, with the fewest persons that any of its leading cells counts. */
  readonly units: CellBlock;
  /** Per cell of `units`: the totals that decide, and all cells that follow them, as cells of the original block. */
  readonly leaders: readonly (readonly number[])[];
  readonly followers: readonly (readonly number[])[];
}

/** One unit block per linked group: a family's `same` indicators, or an indicator of its own with all its versions. */
export function unitBlockOf(block: CellBlock, families: readonly LinkedFamily[]): readonly UnitBlock[] {
  const ids = [...new Set(block.columns.map(({indicator}) => indicator.id))];
  const same = families.map((family) => ({lead: new Set(family.same), follow: new Set(family.follow)}));
  const inFamily = same.filter(({lead}) => ids.some((id) => lead.has(id)));
  const alone = ids
    .filter((id) => !inFamily.some(({lead}) => lead.has(id)))
    .map((id) => ({lead: new Set([id]), follow: new Set<string>()}));
  return [...inFamily, ...alone].map(({lead, follow}) => groupOf(block, lead, follow));
}

function groupOf(block: CellBlock, lead: ReadonlySet<string>, follow: ReadonlySet<string>): UnitBlock {
  const rows = new Map<number, {readonly leaders: number[]; readonly followers: number[]}>();
  const lists = block.columns.map(({indicator, category}) =>
    lead.has(indicator.id) ? (category === "" ? "leaders" : "followers") : follow.has(indicator.id) ? "followers" : null
  );
  for (const [cell, unit] of block.unit.entries()) {
    const list = lists[block.column[cell]!];
    if (!list) continue;
    if (!rows.has(unit)) rows.set(unit, {leaders: [], followers: []});
    rows.get(unit)![list].push(cell);
  }
  const led = [...rows].filter(([, {leaders}]) => leaders.length > 0);
  return {
    units: rowsBlock(
      block,
      led.map(([unit]) => unit),
      led.map(([, {leaders}]) => Math.min(...leaders.map((cell) => block.persons[cell]!)))
    ),
    leaders: led.map(([, {leaders}]) => leaders),
    followers: led.map(([, {followers}]) => followers)
  };
}

function rowsBlock(block: CellBlock, units: readonly number[], persons: readonly number[]): CellBlock {
  const indicator = {
    id: block.columns[0]!.indicator.id,
    version: 1,
    counts: "events",
    sensitivity: "ordinary",
    bounds: null,
    scale: 1,
    measure: "ratio"
  } as const;
  return {
    columns: [{indicator, category: ""}],
    parents: block.parents,
    unit: Int32Array.from(units),
    column: new Int32Array(units.length),
    numerator: new Float64Array(units.length),
    denominator: Float64Array.from(persons),
    persons: Float64Array.from(persons)
  };
}
