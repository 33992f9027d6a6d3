/** Units that continue others get the others' past by shares, marked as linked; sums above them are as they were. */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";

/** Needs `total`, `succession`, `unit_version`, `period_span`. Adds rows to `total`. */
export async function linkSuccessors(engine: Engine, indicators: readonly Indicator[]): Promise<void> {
  const counts = indicators.filter(({measure}) => measure === "count").map(({id}) => quoteText(id));
  await engine.run(`${lineage}\n${inherited}\n${linkedOf(`inherited.indicator IN (${counts.join(", ") || "NULL"})`)}`);
}

/** Who a unit comes from, over any number of steps: the part of them, and the day before which they count. */
const lineage = `
  CREATE OR REPLACE TEMP TABLE lineage AS
  WITH RECURSIVE back AS (
    SELECT to_unit AS unit, from_unit AS source, share, date, 1 AS depth FROM succession
    UNION ALL
    SELECT back.unit, succession.from_unit, back.share * succession.share, least(back.date, succession.date), depth + 1
    FROM back JOIN succession ON succession.to_unit = back.source
    WHERE depth < 10 AND succession.from_unit <> back.unit
  )
  SELECT unit, source, sum(share) AS share, date FROM back GROUP BY ALL;`;

/** The sources' figures in periods that began before the change; the part of a count of persons is rounded down. */
const inherited = `
  CREATE OR REPLACE TEMP TABLE inherited AS
  SELECT indicator, version, lineage.unit, period, category,
    sum(share * numerator) AS numerator,
    sum(share * denominator) AS denominator,
    floor(sum(share * persons))::BIGINT AS persons,
    sum(share * yy) AS yy,
    sum(share * xy) AS xy,
    sum(share * xx) AS xx,
    bool_and(date > last_day) AS before
  FROM total
  JOIN period_span USING (period)
  JOIN lineage ON lineage.source = total.unit AND first_day < lineage.date
  GROUP BY ALL;`;

/**
 * A successor's own rows of that time are part of the linked figure. In the period of the change the same persons may
 * stand on both sides, so the larger number of persons counts.
 */
const linkedOf = (isCount: string) => `
  CREATE OR REPLACE TEMP TABLE linked AS
  SELECT inherited.indicator, inherited.version, inherited.unit, inherited.period, inherited.category,
    round(inherited.numerator + coalesce(own.numerator, 0), 6) AS numerator,
    CASE WHEN ${isCount} THEN 1
      ELSE round(inherited.denominator + coalesce(own.denominator, 0), 6) END AS denominator,
    CASE WHEN before THEN inherited.persons + coalesce(own.persons, 0)
      ELSE greatest(inherited.persons, coalesce(own.persons, 0)) END AS persons,
    round(inherited.yy + coalesce(own.yy, 0), 6) AS yy,
    round(inherited.xy + coalesce(own.xy, 0), 6) AS xy,
    round(inherited.xx + coalesce(own.xx, 0), 6) AS xx,
    true AS linked, 1 AS members, 1 AS expected
  FROM inherited
  LEFT JOIN total AS own USING (indicator, version, unit, period, category);

  DELETE FROM total USING linked
  WHERE total.indicator = linked.indicator AND total.version = linked.version AND total.unit = linked.unit
    AND total.period = linked.period AND total.category = linked.category;
  INSERT INTO total BY NAME SELECT * FROM linked;
  DROP TABLE lineage;
  DROP TABLE inherited;
  DROP TABLE linked;`;
