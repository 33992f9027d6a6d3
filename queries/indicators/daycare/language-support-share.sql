-- reference: D09
-- version: 1
-- valid-from: none
-- title: Børn med behov for sprogindsats
-- title-english: Children who need language support
-- description: Sprogvurderede treårige, der er placeret i fokuseret eller særlig indsats, i procent af de sprogvurderede.
-- numerator: Sprogvurderede børn med fokuseret eller særlig indsats.
-- denominator: Sprogvurderede børn.
-- exclusions: Børn, der ikke er sprogvurderet.
-- area: daycare
-- quality: result
-- measure: share
-- measure-label: pct.
-- measure-label-english: per cent
-- scale: 100
-- decimals: 1
-- better: lower
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality, area, daycare
-- standards: language-assessments
-- period-kind: half-year
-- dimension: none
-- totals: sum
-- counts: persons
-- bounds: 0..100
-- interval: wilson
-- sensitivity: sensitive
-- purpose: At opdage sproglige behov tidligt i dagtilbuddet.
-- source: Sprogvurdering 3-6 hos kommunens leverandør; der findes ingen landsdækkende offentliggørelse. Kun børn med formodet behov skal vurderes, så tallet kan ikke læses uden dækningen og må ikke bruges til at rangordne.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 2
-- question: Hvad gør vi for de børn, der kommer i skole med for lidt sprog?

WITH assessments AS (
  SELECT
    unit,
    period,
    count(*) AS enrolled,
    count(*) FILTER (assessed) AS assessed,
    count(*) FILTER (assessed AND result IN ('focused', 'special')) AS supported
  FROM language_assessments
  GROUP BY ALL
)
SELECT unit, period, supported AS numerator, assessed AS denominator, assessed AS persons
FROM assessments
WHERE assessed > 0
