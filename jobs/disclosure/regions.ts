/** A block in the order of the hierarchy: the municipalities and all above them first, then each municipality's inside. */
import type {CellBlock} from "./block.ts";
import type {Candidate} from "./candidates.ts";
import type {Variables} from "./variables.ts";

/** What is decided in one go: the municipalities and all above them, or all inside one municipality with itself. */
export interface Region {
  /** The municipality, or -1 for what has none above it, or -2 for the top. */
  readonly home: number;
  readonly variables: number[];
  readonly sums: (readonly number[])[];
  /** In the order in which they may be shown. */
  readonly candidates: number[];
  /** Of the candidates: the municipality's own, which the top has decided. */
  readonly edge: number[];
}

const topHome = -2;

/** The top first. `order` lists all candidates. */
export function regionsOf(
  block: CellBlock,
  {unit, sums}: Variables,
  candidates: readonly Candidate[],
  order: readonly number[]
): readonly Region[] {
  const homes = homesOf(block);
  const regions = new Map<number, Region>();
  const regionAt = (home: number): Region => {
    const known = regions.get(home);
    if (known) return known;
    const region: Region = {home, variables: [], sums: [], candidates: [], edge: []};
    regions.set(home, region);
    return region;
  };
  regionAt(topHome);
  for (const [each, home] of homes.entries()) if (home !== each) regionAt(home);
  const isTop = (each: number) => block.tops[each] === 1;
  for (const [variable, of] of unit.entries()) {
    regions.get(homes[of]!)?.variables.push(variable);
    if (isTop(of)) regionAt(topHome).variables.push(variable);
  }
  for (const candidate of order) {
    const of = candidates[candidate]!.unit;
    regions.get(homes[of]!)?.candidates.push(candidate);
    if (!isTop(of)) continue;
    regions.get(of)?.edge.push(candidate);
    regionAt(topHome).candidates.push(candidate);
  }
  for (const {variables} of sums) {
    const [home] = new Set(variables.map((variable) => homes[unit[variable]!]!));
    if (variables.every((variable) => isTop(unit[variable]!))) regionAt(topHome).sums.push(variables);
    if (variables.every((variable) => homes[unit[variable]!] === home)) regions.get(home!)?.sums.push(variables);
  }
  return [...regions.values()];
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
