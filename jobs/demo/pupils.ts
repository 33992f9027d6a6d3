import type {Engine} from "../../queries/engine.ts";
import {halfYears, isSpring, schoolStart} from "./calendar.ts";

/** Size of the cohorts that started school in 2011–2025 against the mean, as births in Denmark went six years earlier. */
const cohortSizes = [1.06, 1.07, 1.05, 1.07, 1.03, 1.04, 0.97, 0.95, 0.92, 0.935, 0.955, 1.01, 1.01, 1.01, 1.005];

/**
 * Table `pupil`: every pupil who is at a school in the eleven half-years, with what lasts: the class, the school years
 * attended, the tendency to absence, ability and wellbeing. Ordered by school, year and number; every select keeps that order.
 */
export async function createPupils(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE TABLE cohort AS
    SELECT
      base.*,
      muni.way_absence, muni.way_wellbeing, muni.way_grade,
      start::INT AS start,
      base.size < 80 AS joint,
      part(bits, 1) < 0.4 AND base.size > 250 AS has_special,
      part(bits, 2) < 0.08 AND base.size > 250 AS has_reception,
      part(bits, 3) < 0.12 AND base.size > 350 AS has_small,
      greatest(2, round(if(base.detailed, base.size / 10, least(base.size / 10, 22))
        * (ARRAY[${cohortSizes.join(", ")}])[start - 2010]
        * (1 + 0.07 * bell(part(seeded('cohort|' || unit || start), 0)) + 0.006 * way_trend * (start - 2018))))::INT AS persons
    FROM (
      SELECT base.*, seeded('school|' || unit) AS bits FROM base WHERE kind = 'school'
    ) AS base
    JOIN muni ON muni.code = base.municipality,
    unnest(range(2011, 2026)) AS years(start);

    CREATE TABLE pupil AS
    WITH counted AS (
      SELECT *, if(persons <= 30, 1, ceil((persons - if(has_small, 8, 0)) / 30.0)::INT) AS classes FROM cohort
    ), person AS (
      SELECT
        counted.* EXCLUDE (bits), i::INT AS i, if(has_small AND i < 8, classes, i % classes)::INT AS place,
        seeded('pupil|' || unit || start || '|' || i) AS bits,
        seeded('person|' || unit || start || '|' || i) AS more
      FROM counted, unnest(range(persons)) AS numbers(i)
    )
    SELECT
      municipality,
      person.unit,
      transition.to_unit AS unit_after,
      coalesce(transition.t, 99) AS change_at,
      start,
      i,
      pseudonym('p1', person.unit || start || '|' || i) AS pupil,
      bits,
      CASE WHEN (more & 1023) < 524 THEN 'M' ELSE 'K' END AS sex,
      CASE WHEN has_special AND part(bits, 3) < 0.06 THEN 'special'
        WHEN has_reception AND part(bits, 3) > 0.975 THEN 'reception' ELSE 'normal' END AS class_type,
      joint,
      if(size > 850, chr(65 + i % 2), '') AS special_letter,
      chr(65 + place) AS letter,
      chr(65 + if(rank_in_merger = 2, 6, 0) + place) AS letter_after,
      CASE WHEN part(more, 1) < 0.09 THEN 1 + floor(part(more, 1) * 100)::INT ELSE 0 END AS first_grade,
      CASE WHEN part(more, 1) > 0.91 THEN 8 - floor((1 - part(more, 1)) * 80)::INT ELSE 9 END AS last_grade,
      ${lasting}
    FROM person
    LEFT JOIN (SELECT *, row_number() OVER (PARTITION BY to_unit ORDER BY from_unit) AS rank_in_merger FROM transition) AS transition
      ON transition.from_unit = person.unit
    ORDER BY municipality, person.unit, start, i;
  `);
}

const lasting = `
  part(more, 2) < 0.2 * exp(0.2 * hard + 0.12 * way_one) AS often_absent,
  0.13 * hard + 0.07 * way_one + way_absence + 0.3 * bell(part(bits, 0)) AS absence,
  0.02 * way_trend AS absence_trend,
  -0.68 * hard + 0.38 * way_two - 0.1 * way_one + way_grade + 2.45 * bell(part(bits, 1)) AS ability,
  -0.1 * hard + 0.115 * way_three - 0.04 * way_one + way_wellbeing + 0.5 * bell(part(bits, 2)) AS wellbeing,
  0.08 * way_one - 0.06 * hard AS calm,
  0.012 * way_trend AS wellbeing_trend`;

/** Pupils present in half-year `t`, with the unit, grade and class of that half-year. */
export function presentPupils(t: number): string {
  const year = schoolStart(t);
  const letter = `if(${t} >= change_at, letter_after, letter)`;
  return `(
    SELECT
      *,
      '${halfYears[t]}' AS period,
      if(${t} >= change_at, unit_after, unit) AS unit_now,
      ${year} - start AS grade,
      CASE class_type
        WHEN 'special' THEN 'S' || (1 + ((${year} - start) >= 4)::INT + ((${year} - start) >= 7)::INT) || special_letter
        WHEN 'reception' THEN 'M1'
        ELSE if(joint, ((${year} - start) // 2 * 2) || '-' || ((${year} - start) // 2 * 2 + 1), (${year} - start)::VARCHAR) || ${letter}
      END AS class
    FROM pupil
    WHERE start BETWEEN ${year - 9} AND ${year}
      AND ${year} - start BETWEEN first_grade AND last_grade
      AND NOT ${awayThisHalf(t, year)}
  )`;
}

/** Half of those who come or leave do so between the two halves of a school year. */
function awayThisHalf(t: number, year: number): string {
  return isSpring(t)
    ? `(${year} - start = last_grade AND last_grade < 9 AND (bits & 4) = 4)`
    : `(${year} - start = first_grade AND first_grade > 0 AND (bits & 8) = 8)`;
}

export function selectPupils(t: number): string {
  return `
    SELECT municipality, period, unit_now AS unit, pupil, class, grade::INT AS grade, class_type,
      class_type = 'normal' AND NOT joint AS age_divided, sex
    FROM ${presentPupils(t)}`;
}
