-- reference: O03
-- version: 1
-- valid-from: none
-- title: Sygedage pr. fuldtidsansat
-- title-english: Sick days per full-time employee
-- description: Sygedage pr. fuldtidsansat i kalenderåret for alt personale i skoler, dagtilbud og fritidstilbud.
-- numerator: Dage med egen sygdom eller arbejdsskade i året.
-- denominator: Fuldtidsansatte i gennemsnit over årets to halvår.
-- exclusions: Barns sygdom, barsel og ferie. Personale uden for institutionerne.
-- area: staff
-- quality: structure
-- measure: ratio
-- measure-label: dage pr. fuldtidsansat
-- measure-label-english: days per full-time employee
-- scale: 1
-- decimals: 1
-- better: lower
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality, area, school, daycare, leisure
-- standards: staff-absence
-- period-kind: year
-- dimension: none
-- totals: sum
-- counts: events
-- bounds: none
-- interval: ratio
-- sensitivity: sensitive
-- purpose: At følge arbejdsmiljøet på tværs af områder; aldrig den enkelte medarbejder.
-- source: Kommunernes og Regionernes Løndatakontor opgør fraværsdagsværk pr. fuldtidsansat for hele kommunen; her kun for enheder på børne- og ungeområdet.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 3
-- question: Hvor ville færre sygedage gøre den største forskel for børnene?

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
  SELECT
    unit,
    calendar_year(period) AS year,
    employee,
    sum(sick) AS sick,
    sum(employed) / 2 AS employed
  FROM employees
  GROUP BY ALL
  HAVING sum(employees.employed) > 0
)
SELECT
  unit,
  year AS period,
  sum(sick) AS numerator,
  sum(employed) AS denominator,
  count(*) AS persons,
  sum(sick * sick) AS yy,
  sum(sick * employed) AS xy,
  sum(employed * employed) AS xx
FROM persons
GROUP BY ALL
