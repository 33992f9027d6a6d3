import {autumnOf} from "./calendar.ts";
import {presentChildren} from "./children.ts";
import {presentPupils} from "./pupils.ts";

/** One invited parent per child in day care, per second pupil, and by size in leisure offers. */
export function selectParents(year: number): string {
  const t = autumnOf(year);
  return `
    SELECT municipality, '${year}' AS period, unit_now AS unit, pseudonym('f1', bits || '|' || ${year}) AS respondent, answered,
      if(answered, greatest(1, least(5, round(4.28 + 0.01 * ${year - 2023} + mood + 0.78 * bell(part(chance, 1)))))::INT, NULL) AS satisfaction
    FROM (
      SELECT *, part(chance, 0) < 0.6 - 0.05 * hard + 0.03 * way_two AS answered
      FROM (
        SELECT *, seeded('parent|' || bits || '|' || ${year}) AS chance
        FROM (
          SELECT municipality, unit_now, bits, hard, way_two, 0.12 - 0.05 * hard + 0.13 * way_three + 0.02 * way_trend * ${year - 2023} AS mood
          FROM ${presentChildren(t)}
          UNION ALL
          SELECT municipality, unit_now, bits, 0, 0, -0.1 + 0.9 * (wellbeing / 4) + ${year - 2023} * wellbeing_trend
          FROM ${presentPupils(t)}
          WHERE (bits & 1) = 0
          UNION ALL
          SELECT municipality, if(${t} >= coalesce(transition.t, 99), to_unit, unit), seeded('member|' || unit || '|' || i), hard, way_two,
            0.02 - 0.05 * hard + 0.14 * way_three + 0.02 * way_trend * ${year - 2023}
          FROM (SELECT *, unnest(range(if(detailed, size, least(size, 40))::BIGINT)) AS i FROM base WHERE kind = 'leisure') AS member
          LEFT JOIN transition ON transition.from_unit = member.unit
        )
      )
    )`;
}
