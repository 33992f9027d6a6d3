/** Table `fine`: every indicator counted once, at the lowest unit, where all it is made of has been delivered. */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";
import {findStandard} from "../queries/standards/index.ts";
import {type KeptFacts, restoreKept} from "./kept-facts.ts";
import {planShared, type SharedItem} from "./shared-steps.ts";
import {addClasses} from "./unit-versions.ts";

export interface FineWish {
  /** The only ones wanted; absent: all that can be made. */
  readonly periods?: readonly string[] | undefined;
  /** What stands in for rows that are deleted. */
  readonly kept?: KeptFacts;
}

/** Needs the lake's views, `unit_version` and `coverage`; adds the classes that are counted to `unit_version`. */
export async function createFineFacts(
  engine: Engine,
  indicators: readonly Indicator[],
  {periods, kept}: FineWish = {}
): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE raw_fact (
      indicator VARCHAR, version INTEGER, unit VARCHAR, period VARCHAR, category VARCHAR DEFAULT '',
      numerator DOUBLE, denominator DOUBLE, persons BIGINT, yy DOUBLE, xy DOUBLE, xx DOUBLE
    )`);
  for (const item of planShared(indicators)) {
    for (const {table, sql} of item.make) await engine.run(`CREATE TEMP TABLE ${table} AS ${sql}`);
    await engine.run(insertFacts(item, periods));
    for (const table of item.drop) await engine.run(`DROP TABLE ${table}`);
  }
  if (kept) await restoreKept(engine, indicators, kept, periods);
  await addClasses(engine);
  await engine.run(`${readiness(indicators)}\n${keepReady}`);
}

function insertFacts({indicator: {id, version}, sql}: SharedItem, periods?: readonly string[]): string {
  const wanted = periods ? `AND period IN (${periods.map(quoteText).join(", ") || "NULL"})` : "";
  return `
    INSERT INTO raw_fact BY NAME
    SELECT ${quoteText(id)} AS indicator, ${version} AS version, *
    FROM (${sql})
    WHERE denominator > 0 ${wanted}`;
}

/** Standards whose rows a figure counts: without the organisation and without what others have published. */
function owedStandards({standards}: Indicator): readonly string[] {
  return standards.filter((id) => id !== "units" && findStandard(id)?.periodKind !== "any");
}

/**
 * `complete`: the periods of each kind for which a municipality has delivered all of a standard. `ready`: those for which
 * it has delivered all that an indicator counts.
 */
function readiness(indicators: readonly Indicator[]): string {
  const needs = indicators.flatMap((indicator) =>
    owedStandards(indicator).map(
      (standard) =>
        `(${quoteText(indicator.id)}, ${indicator.version}, ${quoteText(indicator.periodKind)}, ${quoteText(standard)})`
    )
  );
  return `
    CREATE OR REPLACE TEMP TABLE complete AS
    WITH arrived AS (SELECT standard, municipality, period FROM coverage WHERE state = 'arrived')
    SELECT standard, municipality, 'half-year' AS kind, period FROM arrived WHERE period LIKE '____-H_'
    UNION ALL
    SELECT standard, municipality, 'school-year', school_year(period) FROM arrived WHERE period LIKE '____-H_'
    GROUP BY ALL HAVING count(*) = 2
    UNION ALL
    SELECT standard, municipality, 'year', calendar_year(period) FROM arrived WHERE period LIKE '____-H_'
    GROUP BY ALL HAVING count(*) = 2
    UNION ALL
    SELECT standard, municipality, if(contains(period, '/'), 'school-year', 'year'), period
    FROM arrived WHERE period NOT LIKE '____-%';

    CREATE OR REPLACE TEMP TABLE owing (indicator VARCHAR, version INTEGER, kind VARCHAR, standard VARCHAR);
    ${needs.length > 0 ? `INSERT INTO owing VALUES ${needs.join(", ")};` : ""}

    CREATE OR REPLACE TEMP TABLE ready AS
    WITH wanted AS (SELECT indicator, version, count(*) AS standards FROM owing GROUP BY ALL)
    SELECT indicator, version, municipality, period
    FROM owing
    JOIN complete USING (standard, kind)
    JOIN wanted USING (indicator, version)
    GROUP BY ALL
    HAVING count(*) = any_value(standards);`;
}

/** A figure whose municipality has not delivered everything it counts is no figure; what others published owes nothing. */
const keepReady = `
  CREATE OR REPLACE TABLE fine AS
  WITH home AS (
    SELECT id AS unit, any_value(municipality) AS municipality FROM unit_version GROUP BY ALL
  )
  SELECT raw_fact.*
  FROM raw_fact
  LEFT JOIN home USING (unit)
  WHERE (indicator, version) NOT IN (SELECT (indicator, version) FROM owing)
    OR EXISTS (
      FROM ready
      WHERE ready.indicator = raw_fact.indicator AND ready.version = raw_fact.version
        AND ready.municipality = home.municipality AND ready.period = raw_fact.period
    );
  DROP TABLE raw_fact;
  DROP TABLE complete;
  DROP TABLE owing;
  DROP TABLE ready;`;
