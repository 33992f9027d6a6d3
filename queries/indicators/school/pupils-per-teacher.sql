-- reference: F03
-- version: 1
-- valid-from: none
-- title: Elever pr. lærer
-- title-english: Pupils per teacher
-- description: Elever pr. fuldtidsansat lærer eller børnehaveklasseleder på skolen i halvåret.
-- numerator: Indskrevne elever på opgørelsesdagen.
-- denominator: Lærere og børnehaveklasseledere omregnet til fuldtid.
-- exclusions: Pædagoger, ledere og øvrigt personale. Ingen korrektion for specialklasser.
-- area: school
-- quality: structure
-- measure: ratio
-- measure-label: elever pr. lærer
-- measure-label-english: pupils per teacher
-- scale: 1
-- decimals: 1
-- better: context
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality, area, school
-- standards: pupils, staffing
-- period-kind: half-year
-- dimension: none
-- totals: sum
-- counts: both
-- bounds: none
-- interval: none
-- sensitivity: open
-- purpose: At se lærerressourcen i forhold til elevtallet.
-- source: Børne- og Undervisningsministeriet opgør elever pr. lærerårsværk pr. skoleår; her pr. halvår af kommunens egne stillinger.
-- readable-difference: 0.5
-- readable-difference-municipality: 0.2
-- lag-months: 2
-- question: Hvor har lærerne flest elever, og er det dér, eleverne har mest brug for dem?

WITH classes AS (
  SELECT
    unit,
    period,
    class,
    count(*) AS pupils,
    bool_and(class_type = 'normal' AND age_divided) AS ordinary
  FROM pupils
  GROUP BY ALL
),
counted AS (
  SELECT unit, period, sum(pupils) AS pupils FROM classes GROUP BY ALL
),
employed AS (
  SELECT unit, period, sum(full_time_equivalents) AS teachers
  FROM staffing
  WHERE position IN ('teacher', 'kindergarten-teacher')
  GROUP BY ALL
)
SELECT unit, period, pupils AS numerator, coalesce(teachers, 0) AS denominator, pupils AS persons
FROM counted
LEFT JOIN employed USING (unit, period)
