/** Figures that join units over a merger or a split give away what they join: the SQL that protection needs for them. */

/**
 * `lineage`: who a unit comes from over any number of steps. `own_cell`: the counts of a successor itself where `total`
 * shows only the linked figure; it stays a part of its area's sum, and so of the equations.
 */
export const ownCells = `
  CREATE OR REPLACE TEMP TABLE lineage AS
  WITH RECURSIVE back AS (
    SELECT to_unit AS unit, from_unit AS source, 1 AS depth FROM succession
    UNION ALL
    SELECT back.unit, succession.from_unit, depth + 1
    FROM back JOIN succession ON succession.to_unit = back.source
    WHERE depth < 10 AND succession.from_unit <> back.unit
  )
  SELECT DISTINCT unit, source FROM back;

  CREATE OR REPLACE TEMP TABLE own_cell AS
  WITH wanted AS (SELECT DISTINCT indicator, version, unit, period FROM total WHERE linked),
  counted AS (
    SELECT indicator, version, closure.ancestor AS unit, period, category,
      sum(numerator) AS numerator, sum(denominator) AS denominator, sum(persons)::BIGINT AS persons
    FROM fine
    JOIN closure USING (unit, period)
    WHERE EXISTS (
      FROM wanted
      WHERE wanted.indicator = fine.indicator AND wanted.version = fine.version
        AND wanted.unit = closure.ancestor AND wanted.period = fine.period
    )
    GROUP BY ALL
  )
  SELECT counted.* FROM counted
  JOIN indicator_rule USING (indicator, version)
  WHERE NOT (sums_categories AND category = '')
  UNION ALL
  SELECT indicator, version, unit, period, '', sum(numerator), sum(denominator), sum(persons)::BIGINT
  FROM counted JOIN indicator_rule USING (indicator, version)
  WHERE sums_categories
  GROUP BY ALL;`;

/** `linked_cell`: linked rows of `total`, hidden where the unit's own part or any part that it comes from is hidden. */
export const linkedCells = `
  CREATE OR REPLACE TEMP TABLE linked_cell AS
  WITH hidden AS (
    SELECT indicator, version, unit, period, category FROM hidden_cell JOIN cell USING (id)
  ),
  part AS (SELECT unit, source FROM lineage UNION SELECT unit, unit FROM lineage)
  SELECT total.rowid AS source, total.indicator, total.version, numerator, denominator, persons, yy AS squares,
    EXISTS (
      FROM part JOIN hidden ON hidden.unit = part.source
      WHERE part.unit = total.unit AND hidden.indicator = total.indicator AND hidden.version = total.version
        AND hidden.period = total.period AND hidden.category = total.category
    ) AS hidden
  FROM total
  JOIN indicator_rule USING (indicator, version)
  WHERE linked AND protected;`;
