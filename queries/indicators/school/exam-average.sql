-- reference: F17
-- version: 1
-- valid-from: none
-- title: Karaktergennemsnit, 9. klasse
-- title-english: Exam average, grade 9
-- description: Gennemsnit af elevernes gennemsnit i de otte obligatoriske prøver i 9. klasse.
-- numerator: Summen af elevernes gennemsnit over de otte prøver.
-- denominator: Elever med karakter i alle otte prøver.
-- exclusions: Specialklasser, modtageklasser, privatister og elever, der mangler en eller flere prøver.
-- area: school
-- quality: result
-- measure: mean
-- measure-label: på 7-trinsskalaen
-- measure-label-english: on the 7-point scale
-- scale: 1
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
-- counts: scores
-- bounds: -3..12
-- interval: ratio
-- sensitivity: ordinary
-- purpose: At følge det faglige resultat af skolegangen.
-- source: Børne- og Undervisningsministeriet. Ministeriet medregner fra 2021/22 det praktisk-musiske valgfag, som ikke indgår her. I 2019/20-2021/22 blev karaktererne påvirket af særlige regler under covid-19.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 3
-- question: Hvad ligger bag udviklingen, når elevernes baggrund tages med?

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
  sum(mean) AS numerator,
  count(*) AS denominator,
  count(*) AS persons,
  sum(mean * mean) AS yy,
  sum(mean) AS xy,
  count(*) AS xx
FROM pupil
WHERE ordinary AND taken = 8
GROUP BY ALL
