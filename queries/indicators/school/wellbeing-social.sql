-- reference: F10
-- version: 1
-- valid-from: none
-- title: Social trivsel
-- title-english: Social wellbeing
-- description: Gennemsnit af elevernes social trivsel: at høre til, tryghed, ensomhed og mobning i 4.-9. klasse på en skala fra 1 til 5, hvor 5 er bedst. En elevs tal er gennemsnittet af elevens svar på spørgsmål 1-10.
-- numerator: Summen af elevernes tal.
-- denominator: Elever, der har besvaret mindst 5 af de 10 spørgsmål.
-- exclusions: Elever i 0.-3. klasse, der får andre spørgsmål, og elever med for få svar. Vises aldrig pr. klasse.
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
-- standards: wellbeing
-- period-kind: school-year
-- dimension: none
-- totals: sum
-- counts: scores
-- bounds: 1..5
-- interval: ratio
-- sensitivity: sensitive
-- purpose: At følge trivslen på skole- og kommuneniveau. Må kun bruges til statistik, aldrig til opfølgning på den enkelte elev.
-- source: Børne- og Undervisningsministeriets nationale trivselsmåling, der besvares 20. januar - 20. marts. Ministeriet viser ikke resultater med færre end 5 svar. Før 2016 fandtes en svarmulighed færre, så ældre tal kan ikke sammenlignes.
-- readable-difference: none
-- lag-months: 0
-- question: Hvad gør vi for de børn, der ikke oplever at høre til?

WITH answers AS (
  SELECT
    unit,
    period,
    [item_01, item_02, item_03, item_04, item_05, item_06, item_07, item_08, item_09, item_10] AS items
  FROM wellbeing
  WHERE answered AND grade BETWEEN 4 AND 9
),
scores AS (
  SELECT * EXCLUDE (items), list_avg(items) AS score
  FROM answers
  WHERE list_count(items) >= 5
)
SELECT
  unit,
  period,
  sum(score) AS numerator,
  count(*) AS denominator,
  count(*) AS persons,
  sum(score * score) AS yy,
  sum(score) AS xy,
  count(*) AS xx
FROM scores
GROUP BY ALL
