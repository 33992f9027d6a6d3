import type {Engine} from "../../queries/engine.ts";
import {quoteText} from "../../queries/engine.ts";
import {municipalityFacts} from "../../queries/reference/municipality-facts.ts";

/** First year of the new count of disposable income; the series breaks here. */
export const incomeBreak = 2023;

/**
 * Table `published`: what a statistics authority would have published about the municipalities, the regions and the
 * nation, each with the publisher's own figure (weighted, never a plain mean). Population 2021 and area are real.
 */
export async function createStatistics(engine: Engine): Promise<void> {
  const facts = municipalityFacts.map(
    ({code, region, population2020, population2021, area}) =>
      `(${quoteText(code)}, ${quoteText(region)}, ${population2020}, ${population2021}, ${area}::DOUBLE)`
  );
  await engine.run(`
    CREATE TABLE fact AS
    SELECT *, muni.hard, ln(muni.density + 5) AS town, seeded('statistics|' || listed.code) AS bits
    FROM (VALUES ${facts.join(", ")}) AS listed(code, region, population2020, population2021, area)
    JOIN muni USING (code);

    CREATE TABLE living AS
    SELECT code, region, year::INT AS year, hard, town, bits, area,
      round(population2021 * exp(greatest(-0.015, least(0.02, ln(population2021 / population2020)))
        * (1 - pow(0.85, year - 2021)) / (1 - 0.85)))::BIGINT AS population
    FROM fact, unnest(range(2021, 2026)) AS years(year);

    ${municipalFigures}
    ${publishedFigures}
  `);
}

const municipalFigures = `
  CREATE TABLE aged AS
  SELECT code, region, year, category, round(population * share / sum(share) OVER (PARTITION BY code, year))::BIGINT AS persons
  FROM (
    SELECT living.*, age.category,
      age.share * exp(age.town * (living.town - 5) + age.hard * living.hard + 0.03 * bell(part(seeded('age|' || code || age.category), 0))
        + age.yearly * (year - 2021)) AS share
    FROM living, (VALUES
      ('0-5', 0.064, 0.05, -0.04, 0.002), ('6-16', 0.128, -0.01, -0.05, -0.012), ('17-25', 0.112, 0.10, 0.02, -0.006),
      ('26-66', 0.533, 0.015, -0.01, 0.001), ('67+', 0.163, -0.08, 0.06, 0.016)
    ) AS age(category, share, town, hard, yearly)
  );

  CREATE TABLE rated AS
  SELECT *,
    76.2 - 2.1 * hard + 0.4 * bell(part(bits, 0)) + (ARRAY[-1.5, 0.6, 0.9, 0.8, 1.2])[year - 2020] + 0.15 * (year - 2021) AS employment,
    (238000 - 17500 * hard + 4200 * bell(part(bits, 1)) + 3800 * (town - 5)) * pow(1.032, year - 2021)
      * if(year >= ${incomeBreak}, 1.034, 1) AS income
  FROM living;`;

const areasOf = (table: string, select: string, group: string) => `
  SELECT code AS municipality, ${select} FROM ${table} GROUP BY code${group}
  UNION ALL SELECT region, ${select} FROM ${table} GROUP BY region${group}
  UNION ALL SELECT '000', ${select} FROM ${table} GROUP BY ALL`;

const publishedFigures = `
  CREATE TABLE published AS
  SELECT 'population' AS indicator, municipality, year::VARCHAR AS period, NULL::VARCHAR AS category, value::DOUBLE AS value,
    'personer' AS measure, 'Demonstrationsdata efter Danmarks Statistik, FOLK1A; fremskrevet fra 2021' AS source
  FROM (${areasOf("living", "year, sum(population) AS value", ", year")})
  UNION ALL
  SELECT 'population-by-age', municipality, year::VARCHAR, category, value, 'personer',
    'Demonstrationsdata i form som Danmarks Statistik, FOLK1A'
  FROM (${areasOf("aged", "year, category, sum(persons) AS value", ", year, category")})
  UNION ALL
  SELECT 'employment-rate', municipality, year::VARCHAR, NULL, round(value, 1), 'pct.',
    'Demonstrationsdata i form som Danmarks Statistik, RAS200'
  FROM (${areasOf("rated", "year, sum(round(employment, 2)::DECIMAL(9, 2) * population)::DOUBLE / sum(population) AS value", ", year")})
  WHERE year <= 2024
  UNION ALL
  SELECT 'disposable-income', municipality, year::VARCHAR, NULL, round(value / 100) * 100, 'kr.',
    'Demonstrationsdata i form som Danmarks Statistik, INDKP101'
      || if(year >= ${incomeBreak}, '; ny opgørelse fra ${incomeBreak}', '')
  FROM (${areasOf("rated", "year, sum(round(income)::BIGINT * population)::DOUBLE / sum(population) AS value", ", year")})
  WHERE year <= 2024
  UNION ALL
  SELECT 'area', municipality, year::VARCHAR, NULL, value, 'km²', 'Danmarks Statistik, ARE207 (2019); uændret i demonstrationen'
  FROM (${areasOf("living", "year, sum(area::DECIMAL(9, 1))::DOUBLE AS value", ", year")});`;

export function selectPublished(where: string): string {
  return `SELECT * FROM published WHERE ${where} ORDER BY indicator, period, municipality, category`;
}
