-- reference: F01
-- version: 1
-- valid-from: none
-- title: Elever
-- title-english: Pupils
-- description: Elever i folkeskolens 0.-10. klasse, opgjort 5. september (2. halvår) og 5. februar (1. halvår).
-- numerator: Indskrevne elever på opgørelsesdagen.
-- denominator: Ingen; tallet er et antal.
-- exclusions: Ingen.
-- area: school
-- quality: structure
-- measure: count
-- measure-label: elever
-- measure-label-english: pupils
-- scale: 1
-- decimals: 0
-- better: context
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality, area, school, class
-- standards: pupils
-- period-kind: half-year
-- dimension: none
-- totals: sum
-- counts: events
-- bounds: none
-- interval: none
-- sensitivity: open
-- purpose: Ramme for skolens drift og nævner for andre nøgletal.
-- source: Børne- og Undervisningsministeriet opgør elevtal pr. 5. september, Danmarks Statistik pr. 1. oktober; tallene er derfor ikke ens.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 2
-- question: Passer skolestrukturen til de elevtal, vi kan se komme?

WITH classes AS (
  SELECT
    unit,
    period,
    class,
    count(*) AS pupils,
    bool_and(class_type = 'normal' AND age_divided) AS ordinary
  FROM pupils
  GROUP BY ALL
)
SELECT
  unit || '-' || class AS unit,
  period,
  pupils AS numerator,
  1 AS denominator,
  pupils AS persons
FROM classes
