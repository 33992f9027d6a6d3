import {schoolYearText, springOf} from "./calendar.ts";
import {presentPupils} from "./pupils.ts";

/** Subject, its level before the pupil's own, and how much its grades scatter. */
const subjects = [
  ["danish-reading", 6.5, 2.2],
  ["danish-spelling", 6.6, 2.1],
  ["danish-writing", 6.7, 2.1],
  ["danish-oral", 8.1, 2.4],
  ["maths-without", 7.4, 2.6],
  ["maths-with", 6.6, 2.6],
  ["english-oral", 8.2, 2.4],
  ["science-oral", 7.1, 2.4]
] as const;
const yearly = [0.45, 0.35, 0, -0.05, 0.05];

/** Eight rows per pupil in grade 9; an exam that was not taken has no grade. */
export function selectGrades(start: number): string {
  const levels = subjects.map(([, level, scatter], index) => {
    const chance = `part(${index < 4 ? "c0" : "c1"}, ${index % 4})`;
    return `if(missing_all OR (missing_some AND part(c2, ${index % 4}) < 0.4), NULL, ${onScale(`${level} + level + ${scatter} * bell(${chance})`)})`;
  });
  return `
    SELECT municipality, '${schoolYearText(start)}' AS period, unit_now AS unit, pupil,
      unnest([${subjects.map(([subject]) => `'${subject}'`).join(", ")}]) AS subject,
      unnest([${levels.join(",\n        ")}]) AS grade_value,
      class_type, sex
    FROM (
      SELECT
        *,
        ability + 0.2 + ${yearly[start - 2020]} + if(sex = 'K', 0.3, -0.3) - if(often_absent, 1.3, -0.25) - if(class_type = 'normal', 0, 2.5) AS level,
        part(c2, 0) < if(class_type = 'normal', 0.015, 0.35) AS missing_all,
        part(c2, 1) < if(often_absent, 0.2, 0.03) AS missing_some
      FROM (
        SELECT *, seeded('g0|' || bits) AS c0, seeded('g1|' || bits) AS c1, seeded('g2|' || bits) AS c2
        FROM ${presentPupils(springOf(start))}
        WHERE grade = 9
      )
    )`;
}

function onScale(level: string): string {
  const steps = [
    [-1.2, -3],
    [1.3, 0],
    [3.3, 2],
    [5.6, 4],
    [8.6, 7],
    [11.1, 10]
  ] as const;
  return `CASE ${steps.map(([limit, grade]) => `WHEN ${level} < ${limit} THEN ${grade}`).join(" ")} ELSE 12 END`;
}
