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
-- lag-months: 2
-- question: Hvad gør vi for de børn, der kommer i skole med for lidt sprog?

SELECT
  unit,
  period,
  count(*) FILTER (result IN ('focused', 'special')) AS numerator,
  count(*) AS denominator,
  count(*) AS persons
FROM language_assessments
WHERE assessed
GROUP BY ALL
