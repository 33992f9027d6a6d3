/** A block in the order of the hierarchy: the municipalities and all above them first, then each municipality's inside. */
import type {CellBlock} from "./block.ts";
import type {Candidate} from "./candidates.ts";
import type {Variables} from "./variables.ts";

/** What is decided in one go: the municipalities and all above them, or all inside one municipality. */
export interface Region {
  readonly units: ReadonlySet<number>;
  readonly variables: readonly number[];
  /** Variable → its place in `variables`. */
  readonly number: ReadonlyMap<number, number>;
  readonly sums: readonly (readonly number[])[];
  readonly candidates: ReadonlySet<number>;
  /** The municipality's own candidates. */
  readonly edge: readonly number[];
}

/** The top first. Without municipalities there is one region. */
export function regionsOf(block: CellBlock, variables: Variables, candidates: readonly Candidate[]): readonly Region[] {
  const homes = homesOf(block);
  const tops = new Set([...block.tops.keys()].filter((unit) => block.tops[unit] === 1));
  const units = new Map<number, Set<number>>();
  for (const [unit, home] of homes.entries()) {
    if (home === unit) continue;
    if (!units.has(home)) units.set(home, new Set([home]));
    units.get(home)!.add(unit);
  }
  const top = regionOf(tops, variables, candidates, () => false);
  const below = [...units].map(([home, inside]) =>
    regionOf(inside, variables, candidates, (unit) => unit === home && home >= 0)
  );
  return [top, ...below];
}

function regionOf(
  units: ReadonlySet<number>,
  {unit, sums}: Variables,
  candidates: readonly Candidate[],
  isEdge: (unit: number) => boolean
): Region {
  const variables = [...unit.keys()].filter((variable) => units.has(unit[variable]!));
  const number = new Map(variables.map((variable, index) => [variable, index]));
  const inside = [...candidates.keys()].filter((candidate) => units.has(candidates[candidate]!.unit));
  return {
    units,
    variables,
    number,
    sums: sums.map((each) => each.variables).filter((each) => each.every((variable) => number.has(variable))),
    candidates: new Set(inside),
    edge: inside.filter((candidate) => isEdge(candidates[candidate]!.unit))
  };
}

/** Per unit: itself where it is at the top, else the first above it that is, or -1. */
function homesOf({tops, columns}: CellBlock): Int32Array {
  const homes = new Int32Array(tops.length).fill(-1);
  for (let unit = 0; unit < tops.length; unit++)
    for (const {parents} of columns) {
      let above = unit;
      while (above >= 0 && tops[above] !== 1) above = parents[above]!;
      if (above < 0) continue;
      homes[unit] = above;
      break;
    }
  return homes;
}

export function depthsOf({tops, columns}: CellBlock): Int32Array {
  const depths = new Int32Array(tops.length);
  for (let unit = 0; unit < tops.length; unit++)
    for (const {parents} of columns) {
      let depth = 0;
      for (let above = parents[unit]!; above >= 0; above = parents[above]!) depth++;
      depths[unit] = Math.max(depths[unit]!, depth);
    }
  return depths;
}
