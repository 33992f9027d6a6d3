import type {Engine} from "../../queries/engine.ts";
import {halfYears, isSpring} from "./calendar.ts";

/**
 * Table `slot`: every post of every institution. Who holds a post changes now and then; the number of posts follows the
 * institution's size, so that the ratio of children to adults lies near the law's and differs between institutions.
 */
export async function createStaff(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE TABLE need AS
    SELECT * REPLACE (greatest(if(role = 'leader', 1, 0), round(posts))::INT AS posts)
    FROM (SELECT *, ${posts} AS posts FROM base, ${roles})
    WHERE posts > 0.3;

    CREATE TABLE slot AS
    WITH post AS (
      SELECT need.*, i::INT AS i, seeded('slot|' || unit || role || coalesce(age_group, '') || i) AS bits
      FROM need, unnest(range(posts)) AS numbers(i)
    )
    SELECT post.* EXCLUDE (size, posts, name), transition.to_unit AS unit_after, coalesce(transition.t, 99) AS change_at
    FROM post
    LEFT JOIN transition ON transition.from_unit = post.unit
      AND part(post.bits, 0) >= transition.low AND part(post.bits, 0) < transition.high
    ORDER BY municipality, post.unit, role, age_group, i;
  `);
}

const enrolled = "if(detailed, size, least(size, 40)) * 0.93";
const young = `${enrolled} * CASE ages WHEN 'both' THEN 0.36 WHEN 'young' THEN 0.52 ELSE 0 END`;
const old = `${enrolled} * CASE ages WHEN 'both' THEN 0.57 WHEN 'old' THEN 0.72 ELSE 0 END`;
const schoolSize = "if(detailed, size, least(size, 190))";
const perPost = 0.87;

const roles = `(VALUES
  ('leader', NULL), ('pedagogical', '0-2'), ('pedagogical', '3-5'), ('teacher', NULL), ('kindergarten-teacher', NULL),
  ('school-pedagogue', NULL), ('administration', NULL), ('service', NULL), ('leisure', NULL)
) AS roles(role, age_group)`;

/** Posts by role; leaders of day care are shared out on the age groups when rows are made. */
const posts = `
  CASE
    WHEN role = 'leader' THEN if(kind = 'school', 1 + ${schoolSize} / 320, 1)
    WHEN kind = 'daycare' AND age_group = '0-2' THEN (${young}) / (3.24 * exp(0.05 * way_two + 0.02 * hard)) / ${perPost}
    WHEN kind = 'daycare' AND age_group = '3-5' THEN (${old}) / (6.3 * exp(0.06 * way_three + 0.02 * hard)) / ${perPost}
    WHEN kind = 'leisure' AND role = 'leisure' THEN if(detailed, size, least(size, 60)) / 13
    WHEN kind <> 'school' THEN 0
    WHEN role = 'teacher' THEN ${schoolSize} / 12.6 / 0.92
    WHEN role = 'kindergarten-teacher' THEN ${schoolSize} / 210
    WHEN role = 'school-pedagogue' THEN ${schoolSize} / 75
    WHEN role = 'administration' THEN ${schoolSize} / 330
    WHEN role = 'service' THEN ${schoolSize} / 280
    ELSE 0
  END`;

/** Holders of the posts in half-year `t`. */
function presentStaff(t: number): string {
  return `(
    SELECT
      *,
      if(${t} >= change_at, unit_after, unit) AS unit_now,
      CASE role
        WHEN 'pedagogical' THEN CASE
          WHEN mix < 0.5 + 0.05 * way_one - 0.02 * hard THEN 'pedagogue'
          WHEN mix < 0.67 THEN 'assistant'
          WHEN mix < 0.92 THEN 'helper'
          WHEN mix < 0.97 THEN 'student'
          ELSE 'support' END
        WHEN 'leisure' THEN if(mix < 0.5 + 0.06 * way_one, 'pedagogue', 'helper')
        WHEN 'school-pedagogue' THEN 'pedagogue'
        ELSE role
      END AS position,
      (${t} + (bits & 15)) // (5 + ((bits >> 4) & 15)) AS holder,
      pseudonym('a1', unit || role || coalesce(age_group, '') || i || '|' || ((${t} + (bits & 15)) // (5 + ((bits >> 4) & 15)))) AS employee
    FROM (SELECT *, part(bits, 1) AS mix FROM slot)
  )`;
}

const education = `
  CASE
    WHEN position IN ('pedagogue', 'support') THEN 'pedagogue'
    WHEN position = 'assistant' THEN 'assistant'
    WHEN position IN ('teacher', 'kindergarten-teacher') THEN if(part(bits, 3) < 0.91, 'teacher', 'none')
    WHEN position = 'leader' THEN if(kind = 'school', 'teacher', 'pedagogue')
    WHEN position = 'helper' AND part(bits, 3) < 0.2 THEN 'other-pedagogical'
    ELSE 'none'
  END`;

const fullTime = (t: number) => `round(CASE
    WHEN role = 'leader' THEN 1
    WHEN kind = 'school' THEN least(1, 0.8 + 0.24 * part(bits, 2))
    ELSE least(1, (0.74 + 0.26 * part(bits, 2)) * ${(0.96 + 0.008 * t).toFixed(3)})
  END, 2)`;

/** A leader of a day-care institution for both age groups is shared out on two rows. */
export function selectStaffing(t: number): string {
  const shared = "role = 'leader' AND kind = 'daycare' AND ages = 'both'";
  return `
    SELECT municipality, '${halfYears[t]}' AS period, unit_now AS unit, employee, position, ${education} AS education,
      unnest(CASE
        WHEN ${shared} THEN ['0-2', '3-5']
        WHEN role = 'leader' AND kind = 'daycare' THEN [if(ages = 'young', '0-2', '3-5')]
        ELSE [age_group]
      END) AS age_group,
      if(${shared}, 0.5, ${fullTime(t)}) AS full_time_equivalents,
      role = 'pedagogical' AND part(bits, 3) < 0.02 + 0.02 * greatest(0, hard) AS norm_funded
    FROM ${presentStaff(t)}`;
}

/** Most are ill for some days; a few for most of the half-year. */
export function selectStaffAbsence(t: number): string {
  const days = isSpring(t) ? 113 : 104;
  const season = [1.0, 0.95, 1.12, 1.22, 0.98, 1.08, 0.95, 1.06, 0.94, 1.05, 0.93][t];
  return `
    SELECT municipality, '${halfYears[t]}' AS period, unit_now AS unit, employee, position,
      least(active_days, floor(2 * active_days * rate + part(chance, 2)) / 2) AS sick_days,
      active_days,
      ${fullTime(t)} AS full_time_equivalents
    FROM (
      SELECT
        *,
        ${days}.0::DOUBLE AS active_days,
        if(part(chance, 1) < 0.045 * exp(0.1 * hard + 0.22 * way_three), 0.2 + 0.65 * part(chance, 3), 0)
          + 0.0335 * ${season} * exp(0.06 * hard + 0.13 * way_three + 0.08 * (kind = 'daycare')::INT
            + 0.035 * way_trend * ${t - 5} + 0.75 * bell(part(chance, 0)) - 0.28) AS rate
      FROM (SELECT *, seeded('illness|' || employee || '|' || ${t}) AS chance FROM ${presentStaff(t)})
    )`;
}
