-- reference: D08
-- version: 1
-- valid-from: none
-- title: Sygefravær, pædagogisk personale
-- title-english: Sickness absence, pedagogical staff
-- description: Sygedage i procent af mulige arbejdsdage for pædagogisk personale i dagtilbud i halvåret.
-- numerator: Dage med egen sygdom eller arbejdsskade.
-- denominator: Mulige arbejdsdage.
-- exclusions: Barns sygdom, barsel og ferie. Ansatte uden mulige arbejdsdage i halvåret.
-- area: daycare
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
-- kinds: nation, region, municipality, area, daycare
-- standards: staff-absence, units
-- period-kind: half-year
-- dimension: none
-- totals: sum
-- counts: events
-- bounds: 0..100
-- interval: ratio
-- sensitivity: sensitive
-- purpose: At følge arbejdsmiljø og kontinuitet for børnene; aldrig den enkelte medarbejder.
-- source: Kommunernes og Regionernes Løndatakontor og FLIS opgør sygefravær af løndata pr. måned; her af kommunens eget udtræk pr. halvår. Halvår sammenlignes med samme halvår året før, da sygdom følger årstiden.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 2
-- question: Hvor i kommunen er sygefraværet vedvarende højt, og hvilken støtte får lederne?

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
  WHERE pedagogical
    AND unit IN (SELECT unit FROM units WHERE kind = 'daycare')
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
