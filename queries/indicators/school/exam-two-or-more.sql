-- reference: F20
-- version: 1
-- valid-from: none
-- title: Mindst 2 i dansk og matematik
-- title-english: At least 2 in Danish and maths
-- description: Andelen af elever i 9. klasse med et gennemsnit på mindst 2 i både dansk og matematik ved de obligatoriske prøver.
-- numerator: Elever med mindst 2 i gennemsnit i dansk (fire prøver) og i matematik (to prøver).
-- denominator: Elever med karakter i alle prøver i dansk og matematik.
-- exclusions: Specialklasser, modtageklasser og elever, der mangler en prøve i dansk eller matematik.
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
-- sensitivity: sensitive
-- purpose: At følge, hvor mange unge der har grundlaget for en ungdomsuddannelse.
-- source: Børne- og Undervisningsministeriet. Andre opgørelser tæller elever uden alle prøver som ikke bestået og får derfor lavere tal.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 3
-- question: Hvad tilbyder vi de unge, der forlader skolen uden 2 i dansk og matematik?

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
  count(*) FILTER (danish >= 2 AND maths >= 2) AS numerator,
  count(*) AS denominator,
  count(*) AS persons
FROM pupil
WHERE ordinary AND taken_danish = 4 AND taken_maths = 2
GROUP BY ALL
