/**
 * Slices: small Arrow tables of disclosed facts, cut when a release is made. Pages are drawn from them on the server and,
 * with the same code, in the browser.
 */
import {tableFromIPC} from "@uwdata/flechette";
import type {DisclosedFact} from "../queries/model.ts";

/** What a slice is called within its release; also the end of its address. */
export type SliceKey = string;

/** Every figure of one unit or comparison group: all indicators, periods and categories. */
export const unitSlice = (unit: string): SliceKey => `unit/${unit}`;
/** One indicator for every municipality, region and the nation, in all periods; no categories. */
export const countrySlice = (indicator: string): SliceKey => `indicator/${indicator}`;
/** One indicator for a municipality and its areas and institutions, in all periods; no classes, no categories. */
export const homeSlice = (indicator: string, municipality: string): SliceKey =>
  `indicator/${indicator}/${municipality}`;
/** Every indicator for every municipality, region and the nation, in the newest period that most municipalities have. */
export const newestSlice: SliceKey = "newest";
/** JSON: what pages know besides figures (see `world.ts`). */
export const catalogueSlice: SliceKey = "catalogue";
/** JSON: the units of one municipality. */
export const placesSlice = (municipality: string): SliceKey => `places/${municipality}`;

export const sliceColumns = [
  "indicator",
  "version",
  "unit",
  "period",
  "category",
  "value",
  "numerator",
  "denominator",
  "persons",
  "low",
  "high",
  "blank",
  "linked",
  "members",
  "expected"
] as const satisfies readonly (keyof DisclosedFact)[];

/** The facts of an Arrow slice, in its own order. Throws on bytes that are no such table. */
export function factsOfSlice(bytes: Uint8Array): readonly DisclosedFact[] {
  const table = tableFromIPC(bytes);
  const columns = sliceColumns.map((name) => {
    const column = table.getChild(name);
    if (!column) throw new Error(`not a slice: no column ${name}`);
    return column.toArray() as ArrayLike<unknown>;
  });
  return Array.from({length: table.numRows}, (_, row) => factAt(columns, row));
}

function factAt(columns: readonly ArrayLike<unknown>[], row: number): DisclosedFact {
  const fact: Record<string, unknown> = {};
  for (const [index, name] of sliceColumns.entries()) fact[name] = columns[index]![row] ?? null;
  return fact as unknown as DisclosedFact;
}

/** The facts that a page asked for, by slice; a slice that the release does not have is empty. */
export interface Slices {
  facts(key: SliceKey): readonly DisclosedFact[];
}
