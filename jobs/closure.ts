/** Table `closure`: who is part of whom in each period, by the version of each unit that is valid at the period's end. */
import type {Engine} from "../queries/engine.ts";
import {endOf, parsePeriod, startOf} from "../queries/period.ts";

/** Needs `unit_version`, `fine` and `coverage`; adds the kind of the ancestor for those who sum, and `class_place`. */
export async function createClosure(engine: Engine): Promise<void> {
  await createPeriodSpans(engine);
  await engine.run(`${placements}\n${closure}\n${classes}`);
}

/** `period_span`: every period in sight with its first and last day. */
async function createPeriodSpans(engine: Engine): Promise<void> {
  const found = await engine.rows<{period: string}>(`
    SELECT period FROM fine UNION SELECT period FROM coverage
    UNION SELECT school_year(period) FROM coverage WHERE period LIKE '____-H_'
    UNION SELECT calendar_year(period) FROM coverage WHERE period LIKE '____-H_'
    ORDER BY period`);
  const spans = found.map(({period}) => {
    const id = parsePeriod(period);
    return `('${id}', DATE '${startOf(id)}', DATE '${endOf(id)}')`;
  });
  await engine.run(`
    CREATE OR REPLACE TABLE period_span (period VARCHAR, first_day DATE, last_day DATE);
    ${spans.length > 0 ? `INSERT INTO period_span VALUES ${spans.join(", ")};` : ""}`);
}

/**
 * A unit has a place in every period that it was valid for a day of, and in every period that has facts about it: then by
 * the version nearest to the period. Municipalities and what is above them have one in every period, since others publish
 * figures of today's municipalities from before they were made. A parent that is not known is replaced by the municipality.
 */
const placements = `
  CREATE OR REPLACE TEMP TABLE placed AS
  SELECT id AS unit, period, arg_max(struct_pack(parent, kind, municipality), valid_from) AS version
  FROM unit_version JOIN period_span ON valid_from <= last_day AND coalesce(valid_to, last_day) >= first_day
  WHERE kind <> 'class'
  GROUP BY ALL;

  INSERT INTO placed
  SELECT needed.unit, needed.period,
    arg_max(
      struct_pack(parent, kind, municipality),
      (valid_from <= last_day, if(valid_from <= last_day, epoch(valid_from), -epoch(valid_from)))
    )
  FROM (
    SELECT DISTINCT coalesce(parent, unit) AS unit, period
    FROM fine LEFT JOIN (SELECT id, parent FROM unit_version WHERE kind = 'class') AS class ON class.id = fine.unit
    UNION
    SELECT id, period FROM unit_version, period_span WHERE kind IN ('nation', 'region', 'municipality')
  ) AS needed
  JOIN period_span USING (period)
  JOIN unit_version ON unit_version.id = needed.unit AND unit_version.kind <> 'class'
  WHERE NOT EXISTS (FROM placed WHERE placed.unit = needed.unit AND placed.period = needed.period)
  GROUP BY ALL;

  CREATE OR REPLACE TEMP TABLE placement AS
  SELECT
    placed.unit,
    placed.period,
    placed.version.kind AS kind,
    CASE WHEN above.unit IS NULL THEN nullif(placed.version.municipality, placed.unit)
      ELSE placed.version.parent END AS parent
  FROM placed
  LEFT JOIN placed AS above ON above.unit = placed.version.parent AND above.period = placed.period;`;

const closure = `
  CREATE OR REPLACE TABLE closure AS
  WITH RECURSIVE upward AS (
    SELECT unit, period, unit AS ancestor, kind AS ancestor_kind, parent, 0 AS depth FROM placement
    UNION ALL
    SELECT upward.unit, upward.period, placement.unit, placement.kind, placement.parent, depth + 1
    FROM upward
    JOIN placement ON placement.unit = upward.parent AND placement.period = upward.period
    WHERE depth < 8
  )
  SELECT unit, period, ancestor, ancestor_kind FROM upward;
  DROP TABLE placed;
  DROP TABLE placement;`;

/** Classes are many and stand in one school for good: `class_place` says which, in the periods that count them. */
const classes = `
  CREATE OR REPLACE TABLE class_place AS
  SELECT DISTINCT fine.unit, fine.period, unit_version.parent AS school
  FROM fine JOIN unit_version ON unit_version.id = fine.unit AND unit_version.kind = 'class';

  INSERT INTO closure
  SELECT unit, period, unit, 'class' FROM class_place
  UNION ALL
  SELECT class_place.unit, class_place.period, closure.ancestor, closure.ancestor_kind
  FROM class_place JOIN closure ON closure.unit = class_place.school AND closure.period = class_place.period;`;
