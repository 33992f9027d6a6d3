-- reference: F21
-- version: 1
-- valid-from: none
-- title: Prøvefrekvens, 9. klasse
-- title-english: Exam frequency, grade 9
-- description: Andelen af elever i 9. klasse, der har aflagt alle otte obligatoriske prøver.
-- numerator: Elever med karakter i alle otte prøver.
-- denominator: Elever i 9. klasse.
-- exclusions: Elever i specialklasser og modtageklasser, som i karaktergennemsnittet.
-- area: school
-- quality: result
-- measure: share
-- measure-label: pct.
-- measure-label-english: per cent
-- scale: 100
-- decimals: 1
-- better: higher
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality, area, school
-- standards: grades
-- period-kind: school-year
-- dimension: none
-- totals: sum
-- counts: persons
-- bounds: 0..100
-- interval: wilson
-- sensitivity: ordinary
-- purpose: At se, om karaktergennemsnittet dækker alle elever.
-- source: Børne- og Undervisningsministeriet. Ministeriet opgør også frekvensen med specialklasser; den er lavere.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 3
-- question: Hvem går ikke til prøve, og er det et valg, der er truffet sammen med eleven?

WITH pupil AS (
  SELECT
    unit,
    period,
    pupil,
    bool_and(class_type = 'normal') AS ordinary,
    count(grade_value) AS taken,
    count(grade_value) FILTER (subject LIKE 'danish-%') AS taken_danish,
    count(grade_value) FILTER (subject LIKE 'maths-%') AS taken_maths,
    avg(grade_value) AS mean,
    avg(grade_value) FILTER (subject LIKE 'danish-%') AS danish,
    avg(grade_value) FILTER (subject LIKE 'maths-%') AS maths
  FROM grades
  GROUP BY unit, period, pupil
)
SELECT
  unit,
  period,
  count(*) FILTER (taken = 8) AS numerator,
  count(*) AS denominator,
  count(*) AS persons
FROM pupil
WHERE ordinary
GROUP BY ALL
