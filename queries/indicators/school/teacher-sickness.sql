-- reference: F28
-- version: 1
-- valid-from: none
-- title: Sygefravær, lærere
-- title-english: Sickness absence, teachers
-- description: Sygedage i procent af mulige arbejdsdage for lærere og børnehaveklasseledere i folkeskolen i halvåret.
-- numerator: Dage med egen sygdom eller arbejdsskade.
-- denominator: Mulige arbejdsdage.
-- exclusions: Pædagoger, ledere og øvrigt personale på skolen. Barns sygdom, barsel og ferie.
-- area: school
-- quality: structure
-- measure: share
-- measure-label: pct.
-- measure-label-english: per cent
-- scale: 100
-- decimals: 1
-- better: lower
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality
-- standards: staff-absence, units
-- period-kind: half-year
-- dimension: none
-- totals: sum
-- counts: events
-- bounds: 0..100
-- interval: ratio
-- sensitivity: sensitive
-- purpose: At følge arbejdsmiljø og stabilitet i undervisningen; aldrig den enkelte medarbejder.
-- source: FLIS (nøgletal 569) opgør det samme af løndata på funktion 03.22.01 pr. måned; her af kommunens eget udtræk pr. halvår.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 2
-- question: Hvordan sikrer vi kvalificerede vikarer dér, hvor lærerne er mest syge?

WITH employees AS (
  SELECT
    unit,
    period,
    employee,
    position IN ('teacher', 'kindergarten-teacher') AS teaching,
    position IN ('leader', 'pedagogue', 'assistant', 'helper', 'student', 'support') AS pedagogical,
    sum(sick_days) AS sick,
    sum(active_days) AS active,
    sum(full_time_equivalents) AS employed
  FROM staff_absence
  GROUP BY ALL
),
persons AS (
  SELECT unit, period, employee, sum(sick) AS sick, sum(active) AS active
  FROM employees
  WHERE teaching
    AND unit IN (SELECT unit FROM units WHERE kind = 'school')
  GROUP BY ALL
  HAVING sum(employees.active) > 0
)
SELECT
  unit,
  period,
  sum(sick) AS numerator,
  sum(active) AS denominator,
  count(*) AS persons,
  sum(sick * sick) AS yy,
  sum(sick * active) AS xy,
  sum(active * active) AS xx
FROM persons
GROUP BY ALL
