-- reference: K01
-- version: 1
-- valid-from: none
-- title: Befolkning
-- title-english: Population
-- description: Indbyggere 1. januar, også fordelt på aldersgrupper.
-- numerator: Indbyggere med bopæl i kommunen 1. januar.
-- denominator: Ingen; tallet er et antal.
-- exclusions: Christiansø, der ikke er en kommune.
-- area: municipality
-- quality: structure
-- measure: count
-- measure-label: indbyggere
-- measure-label-english: inhabitants
-- scale: 1
-- decimals: 0
-- better: context
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality
-- standards: published-statistics
-- period-kind: year
-- dimension: population-ages
-- totals: own
-- counts: none
-- bounds: none
-- interval: none
-- sensitivity: open
-- purpose: Ramme for kommunens opgaver.
-- source: Danmarks Statistik (FOLK1A). Hele landet er her summen af de 98 kommuner; Danmarks Statistiks eget tal er omkring 90 personer højere, fordi Christiansø tæller med.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 0
-- question: Hvor vokser og falder befolkningen, og følger vores institutioner med?

WITH counted AS (
  SELECT
    municipality AS unit,
    left(period, 4) AS period,
    coalesce(category, '') AS category,
    max(value) AS value
  FROM published_statistics
  WHERE municipality >= '101'
    AND (length(period) = 4 OR period LIKE '%-Q1')
    AND (
      (indicator = 'population' AND coalesce(category, '') = '')
      OR (indicator = 'population-by-age' AND category <> '')
    )
  GROUP BY ALL
),
uncounted AS (
  SELECT unit, period, sum(value) AS value
  FROM counted
  GROUP BY ALL
  HAVING count(*) FILTER (category = '') = 0
),
everything AS (
  SELECT unit, period, category, value FROM counted
  UNION ALL
  SELECT unit, period, '', value FROM uncounted
)
SELECT unit, period, category, value AS numerator, 1 AS denominator, value::BIGINT AS persons
FROM everything
WHERE value IS NOT NULL
