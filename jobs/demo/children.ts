import type {Engine} from "../../queries/engine.ts";
import {halfYears} from "./calendar.ts";

/**
 * Table `child`: every child enrolled in the eleven half-years. A child's age is counted in half-years: enrolled from
 * 2 (one year old) to 11; 2–5 is the age group 0-2, 6–11 is 3-5, 6 and 7 are the three-year-olds.
 */
export async function createChildren(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE TABLE child AS
    WITH cohort AS (
      SELECT *, seeded('children|' || unit || '|' || born) AS cohort_bits
      FROM base, unnest(range(-11, 9)) AS births(born)
      WHERE kind = 'daycare'
    ), counted AS (
      SELECT *, greatest(1, round(if(detailed, size, least(size, 40))
        / CASE ages WHEN 'both' THEN 10 WHEN 'young' THEN 7 ELSE 8 END
        * (1 + 0.12 * bell(part(cohort_bits, 0)) - 0.004 * (born + 4))))::INT AS persons
      FROM cohort
    ), person AS (
      SELECT *, seeded('child|' || unit || born || '|' || i) AS bits
      FROM counted, unnest(range(persons)) AS numbers(i)
    )
    SELECT
      municipality,
      person.unit,
      transition.to_unit AS unit_after,
      coalesce(transition.t, 99) AS change_at,
      born::INT AS born,
      i::INT AS i,
      ages,
      pseudonym('b1', person.unit || born || '|' || i) AS child,
      bits,
      CASE WHEN (bits & 1023) < 524 THEN 'M' ELSE 'K' END AS sex,
      hard,
      way_one,
      way_two,
      way_three,
      way_trend,
      if(ages = 'old', 6, 2) + if(part(bits, 1) < 0.25, 1, 0) AS first_age,
      if(ages = 'young', 5, 11) - if(part(bits, 1) > 0.88, 1, 0) AS last_age,
      0.42 * hard + 0.35 * way_one + bell(part(bits, 2)) AS language_need
    FROM person
    LEFT JOIN transition ON transition.from_unit = person.unit
      AND part(bits, 3) >= transition.low AND part(bits, 3) < transition.high
    ORDER BY municipality, person.unit, born, i;
  `);
}

export function presentChildren(t: number): string {
  return `(
    SELECT *, '${halfYears[t]}' AS period, if(${t} >= change_at, unit_after, unit) AS unit_now, ${t} - born AS age
    FROM child
    WHERE ${t} - born BETWEEN first_age AND last_age
  )`;
}

export function selectChildren(t: number): string {
  return `
    SELECT municipality, period, unit_now AS unit, child, if(age <= 5, '0-2', '3-5') AS age_group,
      CASE
        WHEN age = first_age THEN round(0.5 + 0.5 * part(chance, 0), 2)
        WHEN part(chance, 0) < 0.08 THEN 0.75
        ELSE 1.0
      END AS full_time,
      sex
    FROM (SELECT *, seeded('enrolled|' || bits || '|' || ${t}) AS chance FROM ${presentChildren(t)})`;
}

/** One row per three-year-old; about three of four are assessed. */
export function selectLanguage(t: number): string {
  return `
    SELECT municipality, period, unit_now AS unit, child, assessed,
      CASE WHEN NOT assessed THEN NULL
        WHEN need > 1.7 THEN 'special' WHEN need > 0.82 THEN 'focused' ELSE 'general' END AS result,
      sex
    FROM (
      SELECT
        *,
        part(chance, 0) < least(0.98, 0.76 + 0.07 * way_two + 0.006 * ${t - 5}) AS assessed,
        language_need + 0.35 * bell(part(chance, 1)) + if(sex = 'M', 0.15, -0.15) + 0.012 * ${t - 5} AS need
      FROM (SELECT *, seeded('language|' || bits || '|' || ${t}) AS chance FROM ${presentChildren(t)} WHERE age IN (6, 7))
    )`;
}
