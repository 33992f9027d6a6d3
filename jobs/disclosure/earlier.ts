/**
 * What earlier releases were made of beside the one that is being made: an outsider keeps all of them, so that a new one may
 * not tell by its difference from any what they hid.
 */
import {type Engine, quoteText} from "../../queries/engine.ts";
import type {Indicator} from "../../queries/model.ts";
import type {DisclosureRules} from "./rules.ts";

const key = "block, indicator, version, unit, period, category, own";

/** The order of adding may leave a trace in the last digit. */
const trace = 1e-4;
const alike = (field: string) => `abs(now.${field} - ledger.${field}) < ${trace}`;

/** That two rows tell the same about the same persons in the same place. */
const same = `now.id IS NOT NULL AND ${alike("numerator")} AND now.persons = ledger.persons AND now.path = ledger.path
  AND ${alike("denominator")} AND (now.yy IS NULL AND ledger.yy IS NULL OR coalesce(${alike("yy")}, false))`;

const noLedger = `
  SELECT 0 AS edition, *, source IS NULL AS own, NULL::DOUBLE AS xy, NULL::DOUBLE AS xx, NULL::INTEGER AS members,
    NULL::INTEGER AS expected, false AS hidden, false AS handed
  FROM cell WHERE false`;

/** Table `ledger`: of the releases, newest first, whatever differs from what a newer one was made of. */
export async function readLedgers(engine: Engine, paths: readonly string[]): Promise<void> {
  const read = paths.map((path, place) => `SELECT ${place + 1} AS edition, * FROM read_parquet(${quoteText(path)})`);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE ledger AS ${read.length > 0 ? read.join(" UNION ALL BY NAME ") : noLedger};
    CREATE OR REPLACE TEMP TABLE edition AS
    WITH telling AS (
      SELECT block, edition, count(*) AS cells, sum(hash(
        indicator, version, unit, period, category, own, hidden, handed, by_hand, path, persons,
        round(numerator, 3), round(denominator, 3))) AS mark
      FROM ledger GROUP BY ALL
    )
    SELECT block, min(edition) AS edition FROM telling GROUP BY block, cells, mark;
    DELETE FROM ledger WHERE (block, edition) NOT IN (SELECT (block, edition) FROM edition);`);
}

/**
 * Table `earlier_cell` beside `cell`: what the newest release was made of, and whether it is the same. Table `told_cell`: cells
 * that are the same as in some release, and what the newest of these did with them.
 */
export async function compareWithLedgers(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE now AS SELECT *, source IS NULL AS own FROM cell;
    CREATE OR REPLACE TEMP TABLE earlier_cell AS
    SELECT ${key}, now.id, ledger.hidden, ledger.handed,
      coalesce(ledger.by_hand, false) AS was_by_hand, coalesce(now.by_hand, false) AS by_hand,
      coalesce(${same}, false) AS same
    FROM now FULL JOIN (FROM ledger WHERE edition = 1) AS ledger USING (${key});
    CREATE OR REPLACE TEMP TABLE told_cell AS
    SELECT block, now.id, arg_min(ledger.hidden, edition) AS hidden, bool_or(NOT ledger.hidden) AS told
    FROM now JOIN ledger USING (${key}) WHERE ${same} GROUP BY ALL;`);
}

/** Blocks in which nothing has changed. */
export async function unchangedBlocks(engine: Engine): Promise<ReadonlySet<string>> {
  const rows = await engine.rows<{block: string}>(
    "SELECT block FROM earlier_cell GROUP BY block HAVING bool_and(same AND by_hand = was_by_hand) ORDER BY block"
  );
  return new Set(rows.map(({block}) => block));
}

/**
 * Table `small_change`: cells that some release showed and that have changed by fewer persons than the minimum, so that the two
 * figures together would tell of these few.
 */
export async function findSmallChanges(
  engine: Engine,
  indicators: readonly Indicator[],
  {minimum}: DisclosureRules
): Promise<void> {
  const isSmall = (amount: string) => `abs(${amount}) BETWEEN ${trace} AND ${minimum - trace}`;
  const kinds = indicators.map(({id, version, counts}) => `(${quoteText(id)}, ${version}, ${quoteText(counts)})`);
  const more = (field: string) => `coalesce(now.${field}, 0) - coalesce(ledger.${field}, 0) AS more_${field}`;
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE small_change AS
    WITH kind_of (indicator, version, counts) AS (VALUES ${kinds.join(", ")}),
    top AS (SELECT DISTINCT id AS unit FROM unit_version WHERE kind IN ('nation', 'region', 'municipality')),
    change AS (
      SELECT ${key}, now.id, ${["numerator", "denominator", "persons"].map(more).join(", ")}
      FROM ledger LEFT JOIN now USING (${key})
      WHERE NOT hidden AND NOT coalesce(${same}, false)
    )
    SELECT DISTINCT change.block, change.id, unit IN (SELECT unit FROM top) AS top
    FROM change JOIN kind_of USING (indicator, version)
    WHERE ${isSmall("more_persons")}
      OR counts IN ('persons', 'both') AND ${isSmall("more_numerator")}
      OR counts = 'both' AND ${isSmall("more_denominator")}
      OR counts = 'persons' AND ${isSmall("(more_denominator - more_numerator)")}`);
}

/**
 * A correction that would show in a municipality's figure as fewer than the minimum waits: the block's cells are put back to
 * what they were in the newest release. Gives the blocks; where there are any, `cell` has to be made anew.
 */
export async function holdBack(engine: Engine): Promise<readonly string[]> {
  const rows = await engine.rows<{block: string}>("SELECT DISTINCT block FROM small_change WHERE top ORDER BY block");
  if (rows.length === 0) return [];
  const held = rows.map(({block}) => quoteText(block)).join(", ");
  await engine.run(`
    DELETE FROM total WHERE rowid IN (SELECT source FROM cell WHERE block IN (${held}));
    DELETE FROM own_cell WHERE (indicator, version, unit, period, category) IN
      (SELECT (indicator, version, unit, period, category) FROM cell WHERE source IS NULL AND block IN (${held}));
    INSERT INTO total BY NAME
    SELECT indicator, version, unit, period, category, numerator, denominator, persons, yy, xy, xx, false AS linked, members, expected
    FROM ledger WHERE edition = 1 AND NOT own AND block IN (${held});
    INSERT INTO own_cell BY NAME
    SELECT indicator, version, unit, period, category, numerator, denominator, persons
    FROM ledger WHERE edition = 1 AND own AND block IN (${held});`);
  return rows.map(({block}) => block);
}
