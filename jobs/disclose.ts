/** Table `disclosed`: of `total`, what readers may see; the rest of it as a typed blank without a number. */
import type {Engine} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";
import {auditDisclosure} from "./disclosure-audit.ts";
import {type CellBlock, type CellColumn, shown} from "./disclosure-equations.ts";
import {type DisclosureRules, disclosureRules, isPrimary} from "./disclosure-rules.ts";
import {createIndicatorRules} from "./indicator-rules.ts";
import {publishedInterval} from "./interval-sql.ts";
import {linkedCells, ownCells} from "./linked-cells.ts";
import {type Progress, silentProgress} from "./progress.ts";
import {protect} from "./protect.ts";
import {withhold} from "./withhold.ts";

export interface DiscloseRequest {
  readonly indicators: readonly Indicator[];
  readonly rules?: DisclosureRules;
  readonly progress?: Progress;
}

/**
 * Needs the tables of `computeFacts`. Throws where a pattern does not pass the audit: then there is no release.
 */
export async function disclose(engine: Engine, request: DiscloseRequest): Promise<void> {
  const {indicators, rules = disclosureRules, progress = silentProgress} = request;
  await createIndicatorRules(engine, indicators, rules);
  await withhold(engine, rules);
  await engine.run(`${ownCells}\n${protectedCells}`);
  const columns = await readColumns(engine, indicators);
  const periods = await engine.rows<{period: string}>("SELECT DISTINCT period FROM cell ORDER BY period");
  progress.start("Beskytter små tal", periods.length);
  for (const [index, {period}] of periods.entries()) {
    await hideCells(engine, await hiddenCells(engine, period, columns, rules));
    progress.advance(index + 1);
  }
  progress.finish();
  await hideLinked(engine, indicators, rules);
  await engine.run(disclosedTable);
}

/** Cells that take part in protection, numbered; `source` is the row of `total`, or NULL for an own part of a linked cell. */
const protectedCells = `
  CREATE OR REPLACE TEMP TABLE cell AS
  SELECT row_number() OVER ()::INTEGER AS id, * FROM (
    SELECT total.rowid AS source, family, indicator, version, unit, period, category, numerator, denominator, persons
    FROM total JOIN indicator_rule USING (indicator, version)
    WHERE protected AND NOT linked
    UNION ALL
    SELECT NULL, family, indicator, version, unit, period, category, numerator, denominator, persons
    FROM own_cell JOIN indicator_rule USING (indicator, version)
    WHERE protected
    ORDER BY period, family, indicator, version, category, unit
  );
  CREATE OR REPLACE TEMP TABLE unit_number AS
  SELECT unit, (row_number() OVER (ORDER BY unit) - 1)::INTEGER AS number FROM (SELECT DISTINCT unit FROM closure);
  CREATE OR REPLACE TEMP TABLE column_number AS
  SELECT family, indicator, version, category, (row_number() OVER (ORDER BY family, indicator, version, category) - 1)::INTEGER AS number
  FROM (SELECT DISTINCT family, indicator, version, category FROM cell);
  CREATE OR REPLACE TEMP TABLE hidden_cell (id INTEGER);`;

interface NumberedColumn extends CellColumn {
  readonly family: string;
}

async function readColumns(engine: Engine, indicators: readonly Indicator[]): Promise<readonly NumberedColumn[]> {
  const rows = await engine.rows<{family: string; indicator: string; version: number; category: string}>(
    "SELECT family, indicator, version, category FROM column_number ORDER BY number"
  );
  return rows.map(({family, indicator: id, version, category}) => {
    const indicator = indicators.find((each) => each.id === id && each.version === version);
    if (!indicator) throw new Error(`facts of an unknown indicator: ${id}@${version}`);
    return {family, indicator, category};
  });
}

/** The ids of the hidden cells of one period, family by family. */
async function hiddenCells(
  engine: Engine,
  period: string,
  columns: readonly NumberedColumn[],
  rules: DisclosureRules
): Promise<readonly number[]> {
  const parents = await readParents(engine, period);
  const cells = (await engine.columns(
    `SELECT cell.id, unit_number.number AS unit, column_number.number AS "column",
       numerator, denominator, persons::DOUBLE AS persons
     FROM cell
     JOIN unit_number USING (unit)
     JOIN column_number USING (family, indicator, version, category)
     WHERE period = $1
     ORDER BY cell.id`,
    [period]
  )) as Readonly<Record<"id" | "unit" | "column" | "numerator" | "denominator" | "persons", readonly number[]>>;
  const hidden: number[] = [];
  for (let from = 0; from < cells.id.length; ) {
    const {family} = columns[cells.column[from]!]!;
    let to = from;
    while (to < cells.id.length && columns[cells.column[to]!]!.family === family) to++;
    const block = blockOf(cells, from, to, parents, columns);
    const statuses = protect(block, rules);
    const exposed = auditDisclosure(block, statuses, rules);
    if (exposed.length > 0) throw new Error(`the audit found ${exposed.length} exposed cells: ${family} ${period}`);
    for (const [index, status] of statuses.entries()) if (status !== shown) hidden.push(cells.id[from + index]!);
    from = to;
  }
  return hidden;
}

async function readParents(engine: Engine, period: string): Promise<Int32Array> {
  const [{count}, rows] = await Promise.all([
    engine.one<{count: number}>("SELECT count(*) AS count FROM unit_number"),
    engine.columns(
      `WITH here AS (SELECT unit, ancestor FROM closure WHERE period = $1),
       depth AS (SELECT unit, count(*) AS depth FROM here GROUP BY unit)
       SELECT child.number AS unit, arg_max(above.number, depth) AS parent
       FROM here
       JOIN depth ON depth.unit = here.ancestor
       JOIN unit_number AS child ON child.unit = here.unit
       JOIN unit_number AS above ON above.unit = here.ancestor
       WHERE here.unit <> here.ancestor
       GROUP BY ALL`,
      [period]
    )
  ]);
  const parents = new Int32Array(count).fill(-1);
  const {unit = [], parent = []} = rows as Readonly<Record<string, readonly number[]>>;
  for (const [index, child] of unit.entries()) parents[child] = parent[index]!;
  return parents;
}

function blockOf(
  cells: Readonly<Record<"unit" | "column" | "numerator" | "denominator" | "persons", readonly number[]>>,
  from: number,
  to: number,
  parents: Int32Array,
  columns: readonly CellColumn[]
): CellBlock {
  const first = cells.column[from]!;
  const last = cells.column.slice(from, to).reduce((a, b) => Math.max(a, b), first);
  return {
    columns: columns.slice(first, last + 1),
    parents,
    unit: Int32Array.from(cells.unit.slice(from, to)),
    column: Int32Array.from(cells.column.slice(from, to), (column) => column - first),
    numerator: Float64Array.from(cells.numerator.slice(from, to)),
    denominator: Float64Array.from(cells.denominator.slice(from, to)),
    persons: Float64Array.from(cells.persons.slice(from, to))
  };
}

async function hideCells(engine: Engine, ids: readonly number[]): Promise<void> {
  const appender = await engine.connection.createAppender("hidden_cell");
  for (const id of ids) {
    appender.appendInteger(id);
    appender.endRow();
  }
  appender.closeSync();
}

/** A linked cell is shown only if all that it joins is shown, and by its own size. */
async function hideLinked(engine: Engine, indicators: readonly Indicator[], rules: DisclosureRules): Promise<void> {
  await engine.run(linkedCells);
  const find = new Map(indicators.map((indicator) => [`${indicator.id}@${indicator.version}`, indicator]));
  const cells = await engine.rows<{
    source: number;
    indicator: string;
    version: number;
    numerator: number;
    denominator: number;
    persons: number;
  }>("SELECT source, indicator, version, numerator, denominator, persons FROM linked_cell WHERE NOT hidden");
  const small = cells.filter((cell) => isPrimary(cell, find.get(`${cell.indicator}@${cell.version}`)!, rules.minimum));
  if (small.length > 0)
    await engine.run(
      `UPDATE linked_cell SET hidden = true WHERE source IN (${small.map(({source}) => source).join(", ")})`
    );
}

const disclosedTable = `
  CREATE OR REPLACE TEMP TABLE hidden_source AS
  SELECT source FROM hidden_cell JOIN cell USING (id) WHERE source IS NOT NULL
  UNION ALL SELECT source FROM linked_cell WHERE hidden;

  CREATE OR REPLACE TABLE disclosed AS
  WITH judged AS (
    SELECT total.*, numerator / nullif(denominator, 0) * scale AS value,
      CASE WHEN hidden_source.source IS NOT NULL THEN 'hidden'
        WHEN denominator IS NULL OR denominator = 0 OR numerator IS NULL THEN 'not-applicable' END AS blank,
      ${publishedInterval("total", "indicator_rule")}
    FROM total
    JOIN indicator_rule USING (indicator, version)
    LEFT JOIN hidden_source ON hidden_source.source = total.rowid
  )
  SELECT indicator, version, unit, period, category,
    ${["value", "numerator", "denominator", "persons", "low", "high"].map((name) => `CASE WHEN blank IS NULL THEN ${name} END AS ${name}`).join(", ")},
    blank, linked, members, expected
  FROM judged;`;
