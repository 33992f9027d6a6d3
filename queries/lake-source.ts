/** Which Parquet files, and which parts of them, make up the current rows of a standard. Pure SQL text; nothing runs here. */
import type {LakeFile} from "./registry/deliveries.ts";
import {quoteName, quoteText} from "./sql.ts";
import type {Standard} from "./standards/standard.ts";

export type LakePart = Pick<LakeFile, "municipality" | "period" | "slice">;

/** A delivery's file; `only` names the parts that are wanted of it, null all of it. */
export interface LakeSource {
  readonly path: string;
  readonly only: readonly LakePart[] | null;
}

/** One source per file. A file of which newer deliveries have replaced a part is read for the rest of its parts. */
export function sourcesOf(files: readonly LakeFile[]): readonly LakeSource[] {
  const byPath = Map.groupBy(files, ({path}) => path);
  return [...byPath].map(([path, parts]) => ({
    path,
    only: parts.length === parts[0]!.parts ? null : parts.map(partOf)
  }));
}

function partOf({municipality, period, slice}: LakePart): LakePart {
  return {municipality, period, slice};
}

/** What follows FROM; at least one source. */
export function readSources({slice}: Standard, sources: readonly LakeSource[]): string {
  const whole = sources.filter(({only}) => only === null).map(({path}) => path);
  const parted = sources.flatMap(({path, only}) =>
    only ? [`FROM ${reader([path])} WHERE ${within(only, slice)}`] : []
  );
  if (parted.length === 0) return reader(whole);
  const selects = [...(whole.length > 0 ? [`FROM ${reader(whole)}`] : []), ...parted];
  return `(${selects.map((select) => `(${select})`).join(" UNION ALL BY NAME ")})`;
}

function reader(paths: readonly string[]): string {
  return `read_parquet([${paths.map(quoteText).join(", ")}], union_by_name = true, hive_partitioning = false)`;
}

/** The first conditions say less than the last, but the reader can leave row groups out by them. */
function within(parts: readonly LakePart[], slice: string | undefined): string {
  const rows = parts.map((part) => [part.municipality, part.period, ...(slice ? [part.slice] : [])]);
  const columns = ["municipality", "period", ...(slice ? [slice] : [])];
  const bounds = columns.map((column, index) => among(column, new Set(rows.map((row) => row[index]!))));
  return [...bounds, matching(columns, rows)].join(" AND ");
}

/** Values of the first column that go with the same values of the others are named together. */
function matching([column, ...others]: readonly string[], rows: readonly (readonly string[])[]): string {
  const byValue = Map.groupBy(rows, ([value]) => value!);
  if (others.length === 0) return among(column!, byValue.keys());
  const rests = [...byValue].map(([value, same]) => ({
    value,
    rest: matching(
      others,
      same.map((row) => row.slice(1))
    )
  }));
  const byRest = Map.groupBy(rests, ({rest}) => rest);
  const cases = [...byRest].map(
    ([rest, same]) =>
      `(${among(
        column!,
        same.map(({value}) => value)
      )} AND ${rest})`
  );
  return `(${cases.join(" OR ")})`;
}

function among(column: string, values: Iterable<string>): string {
  return `${quoteName(column)} IN (${[...values].sort().map(quoteText).join(", ")})`;
}
