-- reference: K03
-- version: 1
-- valid-from: none
-- title: Andel 6-16-årige
-- title-english: Share aged 6–16
-- description: 6-16-årige i procent af befolkningen 1. januar.
-- numerator: 6-16-årige med bopæl i kommunen.
-- denominator: Alle indbyggere i kommunen.
-- exclusions: Christiansø, der ikke er en kommune.
-- area: municipality
-- quality: structure
-- measure: share
-- measure-label: pct.
-- measure-label-english: per cent
-- scale: 100
-- decimals: 1
-- better: context
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality
-- standards: published-statistics
-- period-kind: year
-- dimension: none
-- totals: sum
-- counts: none
-- bounds: 0..100
-- interval: none
-- sensitivity: open
-- purpose: Rammevilkår og sammenligning af kommuner med lignende befolkning.
-- source: Danmarks Statistik (FOLK1A). Hele landet er her summen af de 98 kommuner; Danmarks Statistiks eget tal er omkring 90 personer højere, fordi Christiansø tæller med.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 0
-- question: Passer skolernes kapacitet til de børn, der allerede er født?

SELECT
  municipality AS unit,
  left(period, 4) AS period,
  sum(value) FILTER (category = '6-16') AS numerator,
  sum(value) AS denominator,
  sum(value)::BIGINT AS persons
FROM published_statistics
WHERE indicator = 'population-by-age' AND category <> '' AND municipality >= '101'
  AND (length(period) = 4 OR period LIKE '%-Q1')
GROUP BY ALL
HAVING numerator IS NOT NULL
