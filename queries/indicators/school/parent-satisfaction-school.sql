-- reference: F27
-- version: 1
-- valid-from: none
-- title: Forældretilfredshed, skolen
-- title-english: Parent satisfaction, school
-- description: Gennemsnit af forældrenes samlede tilfredshed med skolen på en skala fra 1 til 5, hvor 5 er mest tilfreds.
-- numerator: Summen af svarene 1-5.
-- denominator: Antal gyldige svar.
-- exclusions: Inviterede, der ikke har svaret.
-- area: school
-- quality: result
-- measure: mean
-- measure-label: på skalaen 1-5
-- measure-label-english: on the scale 1–5
-- scale: 1
-- decimals: 1
-- better: higher
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality, area, school
-- standards: parent-survey, units
-- period-kind: year
-- dimension: none
-- totals: sum
-- counts: scores
-- bounds: 1..5
-- interval: answers
-- sensitivity: ordinary
-- purpose: At høre forældrenes samlede vurdering og følge udviklingen.
-- source: Brugertilfredshedsundersøgelserne (BTU) fra Indenrigs- og Sundhedsministeriet. Forskelle mellem skoler under 0,5 bør ikke tolkes, og der bør være mindst 150 svar.
-- readable-difference: 0.5
-- readable-difference-municipality: none
-- lag-months: 3
-- question: Hvad siger forældrene, når skolebestyrelserne spørger til det, der ligger bag tallet?

WITH survey AS (
  SELECT
    unit,
    period,
    count(*) AS invited,
    count(*) FILTER (answered) AS answered,
    count(satisfaction) AS ratings,
    sum(satisfaction) AS total,
    sum(satisfaction * satisfaction) AS squares
  FROM parent_survey
  GROUP BY ALL
)
SELECT
  unit,
  period,
  total AS numerator,
  ratings AS denominator,
  ratings AS persons,
  squares AS yy,
  total AS xy,
  ratings AS xx
FROM survey
WHERE ratings > 0
  AND unit IN (SELECT unit FROM units WHERE kind = 'school')
