/** Blocks of cells out of the tables `cell`, `closure` and `unit_version`: all that is linked stands in one block. */
import {type Engine, quoteText} from "../../queries/engine.ts";
import type {Indicator} from "../../queries/model.ts";
import type {CellBlock, CellColumn} from "./block.ts";
import {type DisclosureRules, isYearly} from "./rules.ts";

export interface ReadBlock {
  readonly id: string;
  readonly block: CellBlock;
  /** Per cell: its id in the table `cell`, or -1. */
  readonly ids: Int32Array;
  /** Per cell: 1 where the ledger has it hidden, and where its own manager was told it. */
  readonly hidden: Uint8Array;
  readonly handed: Uint8Array;
}

/**
 * Table `cell`: those that take part in protection, numbered; `source` is the row of `total`, or NULL for an own part of a
 * linked cell. A family whose identities reach over half-years is one block per year.
 */
export async function createCells(engine: Engine, rules: DisclosureRules): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE path AS
    SELECT unit, period, sum(md5_number_lower(ancestor) % 1000000007)::BIGINT AS path
    FROM closure WHERE ancestor_kind <> 'class' GROUP BY ALL;
    CREATE OR REPLACE TEMP TABLE cell AS
    SELECT row_number() OVER ()::INTEGER AS id, counted.*, path, coalesce(by_hand, false) AS by_hand FROM (
      SELECT total.rowid AS source, ${blockName(rules)} AS block,
        indicator, version, unit, period, category, numerator, denominator, persons, yy
      FROM total JOIN indicator_rule USING (indicator, version)
      WHERE protected AND NOT linked
      UNION ALL
      SELECT NULL, ${blockName(rules)},
        indicator, version, unit, period, category, numerator, denominator, persons, NULL
      FROM own_cell JOIN indicator_rule USING (indicator, version)
      WHERE protected
      ORDER BY block, period, indicator, version, category, unit
    ) AS counted
    LEFT JOIN path USING (unit, period)
    LEFT JOIN by_hand USING (indicator, unit, period);
    CREATE OR REPLACE TEMP TABLE unit_number AS
    SELECT unit, (row_number() OVER (ORDER BY unit) - 1)::INTEGER AS number, any_value(kind) AS kind
    FROM (SELECT DISTINCT unit, arg_max(ancestor_kind, period) AS kind FROM closure WHERE unit = ancestor GROUP BY unit)
    GROUP BY unit;`);
}

/** SQL: the block of a row that has `family` and `period`, see `spanOf`. */
export function blockName({families}: DisclosureRules): string {
  const yearly = families.filter(isYearly).map(({id}) => quoteText(id));
  return `family || ' ' || if(family IN (${yearly.join(", ") || "NULL"}), left(period, 4), period)`;
}

export async function readBlockIds(engine: Engine): Promise<readonly string[]> {
  return (await engine.rows<{block: string}>("SELECT DISTINCT block FROM cell ORDER BY block")).map(({block}) => block);
}

/** Who is part of whom, for all blocks. */
export interface Places {
  readonly tops: Uint8Array;
  /** Period → per unit: its direct parent, or -1. */
  readonly parents: ReadonlyMap<string, Int32Array>;
}

export async function readPlaces(engine: Engine): Promise<Places> {
  const {top = []} = (await engine.columns(
    "SELECT (kind IN ('nation', 'region', 'municipality'))::INTEGER AS top FROM unit_number ORDER BY number"
  )) as Readonly<Record<string, readonly number[]>>;
  const rows = (await engine.columns(`
    WITH here AS (SELECT unit, ancestor, period FROM closure WHERE ancestor_kind <> 'class'),
    depth AS (SELECT unit, period, count(*) AS depth FROM here GROUP BY ALL)
    SELECT here.period, child.number AS unit, arg_max(above.number, depth) AS parent
    FROM here
    JOIN depth ON depth.unit = here.ancestor AND depth.period = here.period
    JOIN unit_number AS child ON child.unit = here.unit
    JOIN unit_number AS above ON above.unit = here.ancestor
    WHERE here.unit <> here.ancestor
    GROUP BY ALL`)) as {
    readonly period: readonly string[];
    readonly unit: readonly number[];
    readonly parent: readonly number[];
  };
  const parents = new Map<string, Int32Array>();
  for (const [index, period] of (rows.period ?? []).entries()) {
    if (!parents.has(period)) parents.set(period, new Int32Array(top.length).fill(-1));
    parents.get(period)![rows.unit[index]!] = rows.parent[index]!;
  }
  return {tops: Uint8Array.from(top), parents};
}

/** One block of `cell`, or as it was in an edition of the `ledger`. */
export async function readBlock(
  engine: Engine,
  id: string,
  indicators: readonly Indicator[],
  places: Places,
  edition: number | null = null
): Promise<ReadBlock> {
  const source: CellSource<"id" | "hidden" | "handed"> =
    edition === null
      ? {from: "cell", where: "true", more: {id: "id", hidden: "0", handed: "0"}}
      : {from: "ledger", where: `edition = ${edition}`, more: {id: "-1", hidden: "hidden", handed: "handed"}};
  const {block, more} = await readCells(engine, id, indicators, places, source);
  return {
    id,
    block,
    ids: Int32Array.from(more.id),
    hidden: Uint8Array.from(more.hidden),
    handed: Uint8Array.from(more.handed)
  };
}

export interface CellSource<Name extends string> {
  /** A table like `cell`, and which of its rows. */
  readonly from: string;
  readonly where: string;
  /** What else to read of each cell: a whole number, or whether. */
  readonly more: Readonly<Record<Name, string>>;
}

/** The cells of one block by column and unit. Needs `unit_number`. */
export async function readCells<Name extends string>(
  engine: Engine,
  id: string,
  indicators: readonly Indicator[],
  places: Places,
  {from, where, more}: CellSource<Name>
): Promise<{readonly block: CellBlock; readonly more: Readonly<Record<Name, readonly number[]>>}> {
  const source = `FROM ${from} JOIN unit_number USING (unit) WHERE block = $1 AND ${where}`;
  const extra = Object.entries<string>(more).map(([name, sql]) => `(${sql})::INTEGER AS ${name}`);
  const cells = (await engine.columns(
    `SELECT ${extra.join(", ")}, number AS unit, (dense_rank() OVER (ORDER BY ${columnKey}) - 1)::INTEGER AS "column",
       numerator, denominator, persons::DOUBLE AS persons, coalesce(yy, 'nan'::DOUBLE) AS squares
     ${source} ORDER BY ${columnKey}, unit`,
    [id]
  )) as Readonly<Record<Name | CellFields, readonly number[]>>;
  const named = await engine.rows<ColumnName>(`SELECT DISTINCT ${columnKey} ${source} ORDER BY ${columnKey}`, [id]);
  const block = {
    columns: named.map((each) => columnOf(each, indicators, places)),
    tops: places.tops,
    unit: Int32Array.from(cells.unit),
    column: Int32Array.from(cells.column),
    numerator: Float64Array.from(cells.numerator),
    denominator: Float64Array.from(cells.denominator),
    persons: Float64Array.from(cells.persons),
    squares: Float64Array.from(cells.squares)
  };
  return {block, more: cells};
}

const columnKey = "period, indicator, version, category";

interface ColumnName {
  readonly period: string;
  readonly indicator: string;
  readonly version: number;
  readonly category: string;
}

type CellFields = "unit" | "column" | "numerator" | "denominator" | "persons" | "squares";

function columnOf(
  {indicator: name, version, period, category}: ColumnName,
  indicators: readonly Indicator[],
  {tops, parents}: Places
): CellColumn {
  const indicator = indicators.find((each) => each.id === name && each.version === version);
  if (!indicator) throw new Error(`facts of an unknown indicator: ${name}@${version}`);
  return {indicator, period, category, parents: parents.get(period) ?? new Int32Array(tops.length).fill(-1)};
}
