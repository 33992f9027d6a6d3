/**
 * Facts whose rows are gone. Before rows are deleted, what was counted of them is put aside in `facts/`: counts of the lowest
 * units, not protected, so only `jobs` read them. Where any row that a figure is made of is gone, the counts that were put
 * aside stand in for it, never what can be computed of the rest.
 */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";
import {findStandard} from "../queries/standards/index.ts";

/** A part of a delivery that was current when its rows were deleted. */
export interface ExpiredPart {
  readonly standard: string;
  readonly municipality: string;
  readonly period: string;
}

export interface KeptFacts {
  readonly expired: readonly ExpiredPart[];
  /** Oldest first: the newest file that has a period of a municipality counts. */
  readonly paths: readonly string[];
}

export const keptColumns = `indicator, version, unit, period, category, numerator, denominator, persons, yy, xy, xx`;

/** Needs `raw_fact` and `unit_version`; changes `raw_fact`. `periods`: the only ones wanted. */
export async function restoreKept(
  engine: Engine,
  indicators: readonly Indicator[],
  {expired, paths}: KeptFacts,
  periods?: readonly string[]
): Promise<void> {
  if (expired.length === 0) return;
  await createGoneCells(engine, indicators, expired);
  await engine.run(deletePartial);
  if (paths.length > 0) await engine.run(insertKept(paths, periods));
  await engine.run("DROP TABLE gone_cell");
}

/** `gone_cell`: the figures of municipalities that can no longer be computed whole. Needs the macros of periods. */
export async function createGoneCells(
  engine: Engine,
  indicators: readonly Indicator[],
  parts: readonly ExpiredPart[]
): Promise<void> {
  const uses = indicators.flatMap(({id, version, standards, periodKind}) =>
    standards
      .filter((standard) => findStandard(standard)?.periodKind !== "any" && standard !== "units")
      .map((standard) => `(${quoteText(id)}, ${version}, ${quoteText(periodKind)}, ${quoteText(standard)})`)
  );
  const gone = parts.map(
    ({standard, municipality, period}) => `(${[standard, municipality, period].map(quoteText).join(", ")})`
  );
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE gone_part (standard VARCHAR, municipality VARCHAR, period VARCHAR);
    ${gone.length > 0 ? `INSERT INTO gone_part VALUES ${gone.join(", ")};` : ""}
    CREATE OR REPLACE TEMP TABLE gone_use (indicator VARCHAR, version INTEGER, kind VARCHAR, standard VARCHAR);
    ${uses.length > 0 ? `INSERT INTO gone_use VALUES ${uses.join(", ")};` : ""}
    CREATE OR REPLACE TEMP TABLE gone_cell AS
    SELECT DISTINCT indicator, version, municipality,
      CASE WHEN period NOT LIKE '____-H_' THEN period
        WHEN kind = 'school-year' THEN school_year(period) WHEN kind = 'year' THEN calendar_year(period)
        ELSE period END AS period
    FROM gone_part JOIN gone_use USING (standard);
    DROP TABLE gone_part;
    DROP TABLE gone_use;`);
}

/** Classes are not among the units yet: a class's municipality is that of its school, whose id its own begins with. */
const deletePartial = `
  CREATE OR REPLACE TEMP TABLE raw_home AS
  WITH known AS (SELECT id, any_value(municipality) AS municipality FROM unit_version GROUP BY id),
  raw AS (SELECT DISTINCT unit FROM raw_fact WHERE period IN (SELECT period FROM gone_cell))
  SELECT unit, municipality FROM raw JOIN known ON known.id = raw.unit
  UNION ALL
  SELECT unit, arg_max(known.municipality, place)
  FROM raw, unnest(range(1, length(unit))) AS cut(place)
  JOIN known ON known.id = left(unit, place) AND substr(unit, place + 1, 1) = '-'
  WHERE unit NOT IN (SELECT id FROM known)
  GROUP BY unit;

  DELETE FROM raw_fact USING raw_home, gone_cell
  WHERE raw_home.unit = raw_fact.unit AND gone_cell.municipality = raw_home.municipality
    AND gone_cell.indicator = raw_fact.indicator AND gone_cell.version = raw_fact.version
    AND gone_cell.period = raw_fact.period;
  DROP TABLE raw_home;`;

function insertKept(paths: readonly string[], periods?: readonly string[]): string {
  const files = paths.map((path, order) => `SELECT *, ${order} AS file FROM read_parquet(${quoteText(path)})`);
  const wanted = periods ? `WHERE period IN (${periods.map(quoteText).join(", ") || "NULL"})` : "";
  return `
    INSERT INTO raw_fact BY NAME
    SELECT ${keptColumns}
    FROM (${files.join("\nUNION ALL BY NAME\n")})
    JOIN gone_cell USING (indicator, version, municipality, period)
    ${wanted}
    QUALIFY file = max(file) OVER (PARTITION BY indicator, version, municipality, period);`;
}
