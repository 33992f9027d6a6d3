-- reference: K07
-- version: 1
-- valid-from: none
-- title: Befolkningstæthed
-- title-english: Population density
-- description: Indbyggere pr. kvadratkilometer 1. januar.
-- numerator: Indbyggere 1. januar.
-- denominator: Kommunens areal i km², seneste opgørelse.
-- exclusions: Christiansø, der ikke er en kommune.
-- area: municipality
-- quality: structure
-- measure: ratio
-- measure-label: indbyggere pr. km²
-- measure-label-english: inhabitants per km²
-- scale: 1
-- decimals: 0
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
-- bounds: none
-- interval: none
-- sensitivity: open
-- purpose: Rammevilkår: afstande og mulighed for at samle tilbud.
-- source: Danmarks Statistik (FOLK1A og ARE207). noegletal.dk har brugt et andet areal for København og Frederiksberg i 2011-2013.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 0
-- question: Hvilken betydning har afstandene for vores skole- og dagtilbudsstruktur?

WITH area AS (
  SELECT municipality, max_by(value, period) AS km2
  FROM published_statistics
  WHERE indicator = 'area' AND value > 0
  GROUP BY ALL
),
counted AS (
  SELECT municipality, left(period, 4) AS period, max(value) AS persons
  FROM published_statistics
  WHERE indicator = 'population' AND coalesce(category, '') = '' AND municipality >= '101'
    AND value IS NOT NULL AND (length(period) = 4 OR period LIKE '%-Q1')
  GROUP BY ALL
)
SELECT municipality AS unit, period, persons AS numerator, km2 AS denominator, persons::BIGINT AS persons
FROM counted
JOIN area USING (municipality)
