/**
 * The ledger: what earlier releases were made of, hidden cells included, so that a new one does not tell by its difference what
 * they hid. Stays inside `jobs`, one file per release.
 */
import {chmod, mkdir, stat} from "node:fs/promises";
import {dirname, join} from "node:path";
import {storesOf} from "../../queries/config.ts";
import {type Engine, quoteText} from "../../queries/engine.ts";
import type {Indicator} from "../../queries/model.ts";
import type {DisclosureRules} from "./rules.ts";

/** Patterns of other rules promised less and are not built upon. */
export function ledgerPath(dataDir: string, {id}: DisclosureRules, release: string): string {
  return join(storesOf(dataDir).disclosure, id, `${release}.parquet`);
}

/** The ledger of the newest of these releases that has one. */
export async function findLedger(
  dataDir: string,
  rules: DisclosureRules,
  releases: readonly {readonly id: string}[]
): Promise<string | null> {
  for (const {id} of releases) {
    const path = ledgerPath(dataDir, rules, id);
    if (await stat(path).catch(() => null)) return path;
  }
  return null;
}

/** Needs the tables of `protectCells`. */
export async function writeLedger(engine: Engine, path: string): Promise<void> {
  await mkdir(dirname(path), {recursive: true, mode: 0o700});
  await engine.run(`
    COPY (
      SELECT cell.* EXCLUDE (id, source), cell.source IS NULL AS own, xy, xx, members, expected,
        hidden_cell.id IS NOT NULL AS hidden
      FROM cell
      LEFT JOIN total ON total.rowid = cell.source
      LEFT JOIN hidden_cell ON hidden_cell.id = cell.id
      ORDER BY cell.id
    ) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`);
  await chmod(path, 0o600);
}

const key = "block, indicator, version, unit, period, category, own";

/** The order of adding may leave a trace in the last digit. */
const trace = 1e-4;
const alike = (field: string) => `abs(now.${field} - ledger.${field}) < ${trace}`;

/** Table `earlier_cell` beside `cell`: what stood there, and whether it is the same; none without a ledger. */
export async function compareWithLedger(engine: Engine, path: string | null): Promise<void> {
  const cells = `SELECT *, source IS NULL AS own FROM cell`;
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE ledger AS
    ${path === null ? `SELECT *, NULL::DOUBLE AS xy, NULL::DOUBLE AS xx, NULL::INTEGER AS members, NULL::INTEGER AS expected, false AS hidden FROM (${cells}) WHERE false` : `FROM read_parquet(${quoteText(path)})`};
    CREATE OR REPLACE TEMP TABLE earlier_cell AS
    SELECT ${key}, now.id, ledger.hidden, ledger.block IS NOT NULL AS stood,
      now.id IS NOT NULL AND ledger.block IS NOT NULL AND ${alike("numerator")}
        AND now.persons = ledger.persons AND now.path = ledger.path
        AND ${alike("denominator")} AND (now.yy IS NULL AND ledger.yy IS NULL OR coalesce(${alike("yy")}, false)) AS same,
      coalesce(now.numerator, 0) - coalesce(ledger.numerator, 0) AS more_numerator,
      coalesce(now.denominator, 0) - coalesce(ledger.denominator, 0) AS more_denominator,
      coalesce(now.persons, 0) - coalesce(ledger.persons, 0) AS more_persons
    FROM (${cells}) AS now FULL JOIN ledger USING (${key});`);
}

/** Blocks in which nothing has changed. */
export async function unchangedBlocks(engine: Engine): Promise<ReadonlySet<string>> {
  const rows = await engine.rows<{block: string}>(
    "SELECT block FROM earlier_cell GROUP BY block HAVING bool_and(same) ORDER BY block"
  );
  return new Set(rows.map(({block}) => block));
}

/**
 * Table `small_change`: shown cells that have changed by fewer persons than the minimum, so that the two figures together
 * would tell of these few.
 */
export async function findSmallChanges(
  engine: Engine,
  indicators: readonly Indicator[],
  {minimum}: DisclosureRules
): Promise<void> {
  const isSmall = (amount: string) => `abs(${amount}) BETWEEN ${trace} AND ${minimum - trace}`;
  const kinds = indicators.map(({id, version, counts}) => `(${quoteText(id)}, ${version}, ${quoteText(counts)})`);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE small_change AS
    WITH kind_of (indicator, version, counts) AS (VALUES ${kinds.join(", ")}),
    top AS (SELECT DISTINCT id AS unit FROM unit_version WHERE kind IN ('nation', 'region', 'municipality'))
    SELECT earlier_cell.block, earlier_cell.id, unit IN (SELECT unit FROM top) AS top
    FROM earlier_cell JOIN kind_of USING (indicator, version)
    WHERE stood AND NOT hidden AND NOT same
      AND (${isSmall("more_persons")}
        OR counts IN ('persons', 'both') AND ${isSmall("more_numerator")}
        OR counts = 'both' AND ${isSmall("more_denominator")}
        OR counts = 'persons' AND ${isSmall("(more_denominator - more_numerator)")})`);
}

/**
 * A correction that would show in a municipality's figure as fewer than the minimum waits: the block's cells are put back to
 * what they were. Gives the blocks; where there are any, `cell` has to be made anew.
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
    FROM ledger WHERE NOT own AND block IN (${held});
    INSERT INTO own_cell BY NAME
    SELECT indicator, version, unit, period, category, numerator, denominator, persons
    FROM ledger WHERE own AND block IN (${held});`);
  return rows.map(({block}) => block);
}
