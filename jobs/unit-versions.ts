/** Tables `unit_version` and `succession`: the organisation over time, from reference, deliveries and what is counted. */
import {type Engine, quoteText} from "../queries/engine.ts";
import {upperUnits} from "../queries/reference/units.ts";

/** Needs the lake's views. Of a version that several deliveries hold, the newest period's row counts. */
export async function createUnitVersions(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE unit_version (
      id VARCHAR, name VARCHAR, kind VARCHAR, parent VARCHAR, municipality VARCHAR, valid_from DATE, valid_to DATE
    );
    INSERT INTO unit_version VALUES ${upperUnits.map(rowOf).join(",\n")};
    INSERT INTO unit_version
    SELECT unit, name, kind, parent, municipality, valid_from, valid_to
    FROM units
    QUALIFY row_number() OVER (PARTITION BY unit, valid_from ORDER BY period DESC, municipality) = 1;

    CREATE OR REPLACE TABLE succession AS
    SELECT from_unit, to_unit, kind, share, date
    FROM unit_successions
    WHERE from_unit <> to_unit
    QUALIFY row_number() OVER (PARTITION BY from_unit, to_unit, date ORDER BY period DESC) = 1;`);
}

function rowOf({id, name, kind, parent, municipality, validFrom}: (typeof upperUnits)[number]): string {
  const texts = [id, name, kind, parent, municipality].map((value) => (value === null ? "NULL" : quoteText(value)));
  return `(${texts.join(", ")}, DATE '${validFrom}', NULL)`;
}

/**
 * Adds the classes that facts are about: `<school>-<class>`. A class lives from the first to the last half-year that counts
 * it; one that is counted in the newest half-year has no end.
 */
export async function addClasses(engine: Engine): Promise<void> {
  await engine.run(`
    INSERT INTO unit_version
    WITH counted AS (
      SELECT unit, min(period) AS first, max(period) AS last
      FROM raw_fact
      WHERE period LIKE '____-H_' AND unit NOT IN (SELECT id FROM unit_version)
      GROUP BY ALL
    ),
    school AS (
      SELECT counted.*, school.id, school.municipality
      FROM counted, unnest(range(1, length(unit))) AS cut(place)
      JOIN (SELECT DISTINCT id, municipality FROM unit_version WHERE kind = 'school') AS school
        ON school.id = left(unit, place) AND substr(unit, place + 1, 1) = '-'
      QUALIFY row_number() OVER (PARTITION BY unit ORDER BY place DESC) = 1
    )
    SELECT unit, substr(unit, length(id) + 2), 'class', id, municipality, half_year_start(first),
      CASE WHEN last < (SELECT max(last) FROM counted) THEN half_year_end(last) END
    FROM school`);
}
