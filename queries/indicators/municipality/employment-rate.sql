-- reference: K05
-- version: 1
-- valid-from: none
-- title: Beskæftigelsesfrekvens
-- title-english: Employment rate
-- description: Beskæftigede i procent af de 16-64-årige, som Danmarks Statistik har offentliggjort dem.
-- numerator: Den offentliggjorte andel.
-- denominator: Ingen; andelen er beregnet af udgiveren.
-- exclusions: Ingen.
-- area: municipality
-- quality: structure
-- measure: share
-- measure-label: pct.
-- measure-label-english: per cent
-- scale: 1
-- decimals: 1
-- better: context
-- target: none
-- target-text: none
-- group: published
-- kinds: nation, region, municipality
-- standards: published-statistics
-- period-kind: year
-- dimension: none
-- totals: sum
-- counts: none
-- bounds: 0..100
-- interval: none
-- sensitivity: open
-- purpose: Rammevilkår og sammenligning af kommuner med lignende vilkår.
-- source: Danmarks Statistik (RAS200). Tallet for region og hele landet er udgiverens eget, aldrig et gennemsnit af kommuner.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 12
-- question: Hvad betyder forældrenes tilknytning til arbejdsmarkedet for de børn, vi møder?

SELECT
  municipality AS unit,
  left(period, 4) AS period,
  max(value) AS numerator,
  1 AS denominator,
  0 AS persons
FROM published_statistics
WHERE indicator = 'employment-rate' AND coalesce(category, '') = '' AND value IS NOT NULL AND length(period) = 4
GROUP BY ALL
