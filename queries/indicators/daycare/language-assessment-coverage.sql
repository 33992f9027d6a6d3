-- reference: D10
-- version: 1
-- valid-from: none
-- title: Sprogvurderingsdækning
-- title-english: Language assessment coverage
-- description: Andelen af treårige i dagtilbud, der er sprogvurderet i halvåret.
-- numerator: Treårige børn, der er sprogvurderet.
-- denominator: Treårige børn indskrevet i dagtilbud.
-- exclusions: Ingen.
-- area: daycare
-- quality: process
-- measure: share
-- measure-label: pct.
-- measure-label-english: per cent
-- scale: 100
-- decimals: 1
-- better: context
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
-- sensitivity: ordinary
-- purpose: Baggrund for at læse sprogvurderingernes resultat.
-- source: Sprogvurdering 3-6 hos kommunens leverandør; der findes ingen landsdækkende offentliggørelse.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 2
-- question: Sprogvurderer vi alle treårige eller kun dem, vi allerede er bekymrede for, og er det et bevidst valg?

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
SELECT unit, period, assessed AS numerator, enrolled AS denominator, enrolled AS persons
FROM assessments
