import {schoolYearText, springOf} from "./calendar.ts";
import {presentPupils} from "./pupils.ts";

/** Mean of each of the 29 items before a school's and a pupil's own: social, academic, support, calm. */
const itemMeans = [
  4.15, 4.3, 3.85, 4.0, 4.35, 4.2, 3.7, 4.05, 4.25, 3.8, 3.75, 3.9, 3.6, 3.45, 3.8, 3.7, 3.55, 3.85, 3.2, 3.0, 3.35,
  2.95, 3.25, 3.1, 3.3, 3.4, 3.55, 3.25, 3.7
] as const;

/** Change from year to year in all items: the school years 2020/21 to 2024/25. */
const yearly = [0.07, 0.03, -0.02, -0.02, 0.01];

/** One row per pupil in the survey of the school year that began in `start`. */
export function selectWellbeing(start: number): string {
  const items = itemMeans.map((_, index) => `${itemOf(index)} AS item_${number(index)}`);
  return `
    SELECT municipality, '${schoolYearText(start)}' AS period, unit_now AS unit, respondent AS pupil, grade::INT AS grade,
      answered, ${items.join(",\n      ")}
    FROM (
      SELECT
        *,
        wellbeing + ${start - 2022} * wellbeing_trend + ${yearly[start - 2020]} - 0.035 * (grade - 6.5) AS mood,
        answered AND grade >= 4 AS rated,
${[0, 1, 2, 3].map((n) => `CASE WHEN answered AND grade >= 4 THEN seeded('w${n}|' || chance) END AS c${n}`).join(", ")}
      FROM (
        SELECT *, part(chance, 0) < 0.895 - 0.02 * (often_absent::INT) * 5 AS answered, pseudonym('p2', bits || '|' || ${start}) AS respondent
        FROM (SELECT *, seeded('wellbeing|' || bits || '|' || ${start}) AS chance FROM ${presentPupils(springOf(start))} WHERE grade <= 9)
      )
    )`;
}

/** Eight bits of chance per item; about one answer in fifty is left out. */
function itemOf(index: number): string {
  const bits = `((c${Math.floor(index / 8)} >> ${(index % 8) * 8}) & 255)`;
  const extra = index >= 25 ? " + calm" : "";
  return `CASE WHEN rated AND ${bits} > 4 THEN greatest(1, least(5, round(${itemMeans[index]} - 0.05 + mood${extra} + 0.95 * bell((${bits} + 0.5) / 256))))::INT END`;
}

function number(index: number): string {
  return String(index + 1).padStart(2, "0");
}
