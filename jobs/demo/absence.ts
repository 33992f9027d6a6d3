import {isSpring} from "./calendar.ts";
import {presentPupils} from "./pupils.ts";

/** Sickness by half-year: winters are heavier, and the epidemic lies over the first years. */
const sickness = [1.22, 1.08, 1.34, 1.36, 1.05, 1.16, 0.95, 1.1, 0.93, 1.08, 0.91];
const permission = [0.7, 0.8, 1.0, 1.0, 1.05, 1.05, 1.05, 1.05, 1.08, 1.08, 1.1];
const unlawful = [0.95, 1.0, 0.9, 1.0, 1.0, 1.05, 1.05, 1.1, 1.1, 1.12, 1.15];

/** Three rows per pupil, in the pupils' order. */
export function selectAbsence(t: number): string {
  const days = isSpring(t) ? 111 : 89;
  return `
    SELECT municipality, period, unit_now AS unit, pupil, class, grade::INT AS grade,
      unnest(['sick', 'permitted', 'unlawful']) AS absence_type,
      unnest([sick, permitted, unlawful]) AS days_absent,
      school_days
    FROM (
      SELECT
        *,
        least(0.6 * school_days, floor(2 * school_days * sick_rate + part(chance, 3)) / 2) AS sick,
        least(0.2 * school_days, floor(2 * school_days * permitted_rate + part(chance, 3)) / 2) AS permitted,
        least(0.2 * school_days, floor(2 * school_days * unlawful_rate + part(chance, 3)) / 2) AS unlawful
      FROM (
        SELECT
          *,
          if((chance & 63) = 0, ${Math.round(days / 2)}, ${days}) AS school_days,
          0.0245 * ${sickness[t]} * exp(absence + ${t - 5} * absence_trend + 0.4 * bell(part(chance, 0)) - 0.12
            + 0.012 * (grade - 5) * (grade - 5) - 0.09 + if(often_absent, 1.15, 0)) AS sick_rate,
          0.0116 * ${permission[t]} * exp(0.6 * absence + 0.85 * bell(part(chance, 1)) - 0.3
            + if(often_absent, 0.9, 0)) AS permitted_rate,
          0.0021 * ${unlawful[t]} * exp(1.5 * absence + 0.9 * bell(part(chance, 2)) - 0.45 + 0.14 * (grade - 4)
            + if(often_absent, 2.1, 0)) AS unlawful_rate
        FROM (SELECT *, seeded('absence|' || bits || '|' || ${t}) AS chance FROM ${presentPupils(t)})
      )
    )`;
}
