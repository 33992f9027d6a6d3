/** Table `total`: the fine facts summed upwards; never a mean of means unless the definition says so. */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";

/** Needs `fine`, `closure`, `class_place`, `unit_version`. Sums are rounded to a millionth, so that the order of adding leaves no trace. */
export async function createTotals(engine: Engine, indicators: readonly Indicator[]): Promise<void> {
  await engine.run(`
    ${definitions(indicators)}
    ${summed}
    ${meansOfMembers}
    ${members}
    ${total}`);
}

function definitions(indicators: readonly Indicator[]): string {
  const rows = indicators.map(
    ({id, version, group, measure, totals, dimension}, index) =>
      `(${index}, ${quoteText(id)}, ${version}, ${quoteText(group)}, ${measure === "count"},
       ${dimension !== null && totals === "sum"})`
  );
  const kinds = indicators.flatMap((indicator, index) =>
    indicator.kinds.map((kind) => `(${index}, ${quoteText(kind)})`)
  );
  return `
    CREATE OR REPLACE TEMP TABLE definition (
      definition INTEGER, indicator VARCHAR, version INTEGER, grouping VARCHAR, counted BOOLEAN, adds_up BOOLEAN
    );
    CREATE OR REPLACE TEMP TABLE scope (definition INTEGER, kind VARCHAR);
    ${rows.length > 0 ? `INSERT INTO definition VALUES ${rows.join(", ")}; INSERT INTO scope VALUES ${kinds.join(", ")};` : ""}`;
}

const sums = `
  sum(numerator) AS numerator, sum(denominator) AS denominator, sum(persons)::BIGINT AS persons,
  sum(yy) AS yy, sum(xy) AS xy, sum(xx) AS xx`;

/**
 * First classes become schools, then schools and all else become what is above them. The whole (category empty) of an
 * indicator whose categories add up is their sum; a class is shown as a whole only.
 */
const summed = `
  CREATE OR REPLACE TEMP TABLE part AS
  SELECT definition, coalesce(school, unit) AS unit, period, category, ${sums}
  FROM fine
  JOIN definition USING (indicator, version)
  LEFT JOIN class_place USING (unit, period)
  GROUP BY ALL;

  CREATE OR REPLACE TEMP TABLE summed AS
  SELECT definition, ancestor AS unit, any_value(ancestor_kind) AS kind, period, category, ${sums}
  FROM part
  JOIN closure USING (unit, period)
  JOIN definition USING (definition)
  WHERE (grouping <> 'published' OR ancestor = unit)
    AND (definition, ancestor_kind) IN (SELECT (definition, kind) FROM scope)
  GROUP BY definition, ancestor, period, category;

  INSERT INTO summed
  SELECT definition, unit, any_value(kind), period, '', ${sums}
  FROM summed
  WHERE definition IN (SELECT definition FROM definition WHERE adds_up)
  GROUP BY definition, unit, period;

  INSERT INTO summed
  SELECT definition, unit, 'class', period, '', ${sums}
  FROM fine
  JOIN class_place USING (unit, period)
  JOIN definition USING (indicator, version)
  WHERE (adds_up OR category = '') AND definition IN (SELECT definition FROM scope WHERE kind = 'class')
  GROUP BY definition, unit, period;`;

/** Above the municipality: the sum of the municipalities' own values over their number. */
const meansOfMembers = `
  CREATE OR REPLACE TEMP TABLE mean AS
  SELECT definition, ancestor AS unit, period, category,
    sum(numerator / denominator) AS numerator, count(*)::DOUBLE AS denominator
  FROM summed
  JOIN closure USING (unit, period)
  WHERE definition IN (SELECT definition FROM definition WHERE grouping = 'mean-of-members')
    AND kind = 'municipality' AND ancestor_kind IN ('region', 'nation')
  GROUP BY ALL;`;

/** For regions and the nation: municipalities with data, and how many there are. */
const members = `
  CREATE OR REPLACE TEMP TABLE member AS
  WITH present AS (
    SELECT DISTINCT definition, period, ancestor AS unit
    FROM part JOIN closure USING (unit, period)
    WHERE ancestor_kind = 'municipality'
  )
  SELECT definition, period, ancestor AS unit, count(*)::INTEGER AS members
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
    indicator,
    version,
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
  JOIN definition USING (definition)
  LEFT JOIN mean USING (definition, unit, period, category)
  LEFT JOIN member USING (definition, unit, period)
  LEFT JOIN expected USING (unit);
  ${["definition", "scope", "part", "summed", "mean", "member", "expected"].map((name) => `DROP TABLE ${name};`).join("\n  ")}`;
