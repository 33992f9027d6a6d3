/** Table `total`: the fine facts summed upwards; never a mean of means unless the definition says so. */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";

/** Needs `fine`, `closure`, `unit_version`. Sums are rounded to a millionth, so that the order of adding leaves no trace. */
export async function createTotals(engine: Engine, indicators: readonly Indicator[]): Promise<void> {
  await engine.run(`
    ${definitions(indicators)}
    ${summed}
    ${meansOfMembers}
    ${members}
    ${total}`);
}

function definitions(indicators: readonly Indicator[]): string {
  const rows = indicators.flatMap(({id, version, group, measure, totals, dimension, kinds}) =>
    kinds.map(
      (kind) =>
        `(${quoteText(id)}, ${version}, ${quoteText(kind)}, ${quoteText(group)}, ${measure === "count"},
         ${dimension !== null && totals === "sum"})`
    )
  );
  return `
    CREATE OR REPLACE TEMP TABLE scope (
      indicator VARCHAR, version INTEGER, kind VARCHAR, grouping VARCHAR, counted BOOLEAN, sums_categories BOOLEAN
    );
    ${rows.length > 0 ? `INSERT INTO scope VALUES ${rows.join(", ")};` : ""}`;
}

const sums = `
  sum(numerator) AS numerator, sum(denominator) AS denominator, sum(persons)::BIGINT AS persons,
  sum(yy) AS yy, sum(xy) AS xy, sum(xx) AS xx`;

/** The category \`\` of an indicator whose categories add up; a class is shown as a whole only. */
const summed = `
  CREATE OR REPLACE TEMP TABLE summed AS
  WITH raised AS (
    SELECT indicator, version, ancestor AS unit, kind, period, category, any_value(grouping) AS grouping,
      any_value(counted) AS counted, any_value(sums_categories) AS sums_categories, ${sums}
    FROM fine
    JOIN closure USING (unit, period)
    JOIN scope USING (indicator, version)
    WHERE scope.kind = ancestor_kind AND (grouping <> 'published' OR ancestor = unit)
    GROUP BY ALL
  ),
  whole AS (
    SELECT indicator, version, unit, kind, period, '' AS category, any_value(grouping) AS grouping,
      any_value(counted) AS counted, any_value(sums_categories) AS sums_categories, ${sums}
    FROM raised
    WHERE sums_categories
    GROUP BY ALL
  )
  SELECT * EXCLUDE (sums_categories) FROM raised
  WHERE NOT (sums_categories AND category = '') AND NOT (kind = 'class' AND category <> '')
  UNION ALL
  SELECT * EXCLUDE (sums_categories) FROM whole;`;

/** Above the municipality: the sum of the municipalities' own values over their number. */
const meansOfMembers = `
  CREATE OR REPLACE TEMP TABLE mean AS
  SELECT indicator, version, ancestor AS unit, period, category,
    sum(numerator / denominator) AS numerator, count(*)::DOUBLE AS denominator
  FROM summed
  JOIN closure USING (unit, period)
  WHERE grouping = 'mean-of-members' AND kind = 'municipality' AND ancestor_kind IN ('region', 'nation')
  GROUP BY ALL;`;

/** For regions and the nation: municipalities with data, and how many there are. */
const members = `
  CREATE OR REPLACE TEMP TABLE member AS
  WITH present AS (
    SELECT DISTINCT indicator, version, period, ancestor AS unit
    FROM fine JOIN closure USING (unit, period)
    WHERE ancestor_kind = 'municipality'
  )
  SELECT indicator, version, period, ancestor AS unit, count(*)::INTEGER AS members
  FROM present JOIN closure USING (unit, period)
  WHERE ancestor_kind IN ('region', 'nation')
  GROUP BY ALL;

  CREATE OR REPLACE TEMP TABLE expected AS
  SELECT region.id AS unit, count(*)::INTEGER AS expected
  FROM unit_version AS municipality
  JOIN unit_version AS region ON region.id = municipality.parent OR region.kind = 'nation'
  WHERE municipality.kind = 'municipality'
  GROUP BY ALL;`;

const total = `
  CREATE OR REPLACE TABLE total AS
  SELECT
    summed.indicator,
    summed.version,
    summed.unit,
    summed.period,
    summed.category,
    round(coalesce(mean.numerator, summed.numerator), 6) AS numerator,
    CASE WHEN counted OR grouping = 'published' THEN 1 ELSE round(coalesce(mean.denominator, summed.denominator), 6) END
      AS denominator,
    summed.persons,
    CASE WHEN mean.unit IS NULL THEN round(yy, 6) END AS yy,
    CASE WHEN mean.unit IS NULL THEN round(xy, 6) END AS xy,
    CASE WHEN mean.unit IS NULL THEN round(xx, 6) END AS xx,
    false AS linked,
    CASE WHEN kind NOT IN ('region', 'nation') THEN 1 WHEN grouping = 'published' THEN expected ELSE members END
      AS members,
    CASE WHEN kind NOT IN ('region', 'nation') THEN 1 ELSE expected END AS expected
  FROM summed
  LEFT JOIN mean USING (indicator, version, unit, period, category)
  LEFT JOIN member USING (indicator, version, unit, period)
  LEFT JOIN expected USING (unit);
  DROP TABLE scope;
  DROP TABLE summed;
  DROP TABLE mean;
  DROP TABLE member;
  DROP TABLE expected;`;
