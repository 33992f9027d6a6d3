import {type Engine, quoteText} from "../../queries/engine.ts";

/**
 * Table `base`: every institution with its size, its conditions (`hard`) and its own lasting ways (`way_*`).
 * Ids are given over the whole nation before municipalities outside the focus are thinned, so they are the same in every scale.
 */
export async function createInstitutions(engine: Engine, only?: readonly string[]): Promise<void> {
  await engine.run(`
    CREATE TABLE area AS
    SELECT
      code || '-O' || n AS unit,
      code AS municipality,
      n::INT AS n,
      ['Nord', 'Syd', 'Øst', 'Vest', 'Midt', 'Nordvest', 'Sydvest', 'Nordøst'][n] AS direction,
      0.35 * bell(part(seeded('area|' || code || n), 0)) AS hard
    FROM muni, unnest(range(1, areas + 1)) AS numbers(n)
    ORDER BY unit;

    CREATE TABLE raw AS
    SELECT *, seeded('institution|' || kind || code || n) AS bits, seeded('ways|' || kind || code || n) AS ways
    FROM (
      SELECT 'school' AS kind, code, n, schools AS count, areas, detailed, density, population, muni.hard
      FROM muni, unnest(range(1, schools + 1)) AS numbers(n)
      UNION ALL SELECT 'daycare', code, n, daycare, areas, detailed, density, population, muni.hard
      FROM muni, unnest(range(1, daycare + 1)) AS numbers(n)
      UNION ALL SELECT 'leisure', code, n, leisure, areas, detailed, density, population, muni.hard
      FROM muni, unnest(range(1, leisure + 1)) AS numbers(n)
    );
    ${weights}
    ${named}
    ${base}
    ${only ? `DELETE FROM base WHERE municipality NOT IN (${only.map(quoteText).join(", ")});` : ""}
  `);
}

const weights = `
  CREATE TABLE weighed AS
  SELECT
    *,
    CASE
      WHEN NOT detailed THEN 1
      WHEN kind = 'school' AND part(bits, 1) < greatest(0.035, least(0.22, 15 / density)) THEN 0.06 + 0.1 * part(bits, 2)
      WHEN kind = 'daycare' AND part(bits, 1) < 0.035 THEN 0.13 + 0.07 * part(bits, 2)
      ELSE exp(0.32 * bell(part(bits, 0)))
    END AS weight,
    CASE WHEN part(bits, 3) < 0.16 THEN 'young' WHEN part(bits, 3) < 0.36 THEN 'old' ELSE 'both' END AS ages
  FROM raw;`;

const named = `
  CREATE TABLE chosen_name AS
  SELECT 'school' AS kind, code, row_number() OVER (PARTITION BY code ORDER BY seeded('name|' || code || name)) AS n,
    '' AS ages, name
  FROM muni, school_name
  UNION ALL
  SELECT 'leisure', code, row_number() OVER (PARTITION BY code ORDER BY seeded('name|' || code || name)), '', name
  FROM muni, leisure_name
  UNION ALL
  SELECT 'daycare', code, row_number() OVER (PARTITION BY code, ages ORDER BY turn, seeded('name|' || code || name)), ages, name
  FROM (
    SELECT code, ages, name,
      row_number() OVER (PARTITION BY code, word ORDER BY seeded('turn|' || code || name)) AS turn
    FROM muni, daycare_name
  );`;

const base = `
  CREATE TABLE base AS
  WITH numbered AS (
    SELECT
      *,
      CASE kind
        WHEN 'school' THEN code || lpad(n::VARCHAR, 3, '0')
        ELSE upper(left(if(weighed.kind = 'leisure', 'f', 'g'), 1))
          || lpad((row_number() OVER (PARTITION BY kind ORDER BY code, n))::VARCHAR, 5, '0')
      END AS unit,
      weight / avg(weight::DECIMAL(12, 6)) OVER (PARTITION BY kind, code) AS share,
      row_number() OVER (PARTITION BY kind, code, if(kind = 'daycare', ages, '') ORDER BY n) AS name_number
    FROM weighed
  )
  SELECT
    numbered.kind AS kind,
    numbered.unit,
    numbered.code AS municipality,
    coalesce(area.unit, numbered.code) AS parent,
    numbered.n::INT AS n,
    chosen_name.name,
    numbered.ages,
    numbered.detailed,
    CASE
      WHEN numbered.kind = 'school' THEN 'municipal'
      WHEN part(ways, 3) < 0.07 THEN 'private'
      WHEN part(ways, 3) < 0.2 THEN 'self-governing'
      ELSE 'municipal'
    END AS ownership,
    share * population / count * CASE numbered.kind WHEN 'school' THEN 0.11 WHEN 'daycare' THEN 0.0503 ELSE 0.026 END AS size,
    numbered.hard + coalesce(area.hard, 0)
      + if(detailed, 0.55, 0.15) * bell(part(seeded('hard|' || numbered.unit), 0)) AS hard,
    if(detailed, 1, 0.3) * bell(part(ways, 0)) AS way_one,
    if(detailed, 1, 0.3) * bell(part(ways, 1)) AS way_two,
    if(detailed, 1, 0.3) * bell(part(ways, 2)) AS way_three,
    if(detailed, 1, 0.3) * bell(part(seeded('trend|' || numbered.unit), 0)) AS way_trend,
    make_date((1974 + floor(38 * part(bits, 1)))::INT, if(numbered.kind = 'school', 8, 1), 1) AS founded
  FROM numbered
  LEFT JOIN area
    ON numbered.detailed AND area.municipality = numbered.code AND area.n = 1 + (numbered.n - 1) * numbered.areas // numbered.count
  JOIN chosen_name
    ON chosen_name.kind = numbered.kind AND chosen_name.code = numbered.code AND chosen_name.n = name_number
    AND chosen_name.ages = if(numbered.kind = 'daycare', numbered.ages, '')
  WHERE numbered.detailed OR numbered.n <= CASE numbered.kind
    WHEN 'school' THEN if(population < 60000, 1, 2) WHEN 'daycare' THEN 3 ELSE 2 END
  ORDER BY kind, unit;`;
