-- reference: F11
-- version: 1
-- valid-from: none
-- title: Faglig trivsel
-- title-english: Academic wellbeing
-- description: Gennemsnit af elevernes faglig trivsel: elevens oplevelse af egne evner, koncentration og problemløsning i 4.-9. klasse på en skala fra 1 til 5, hvor 5 er bedst. En elevs tal er gennemsnittet af elevens svar på spørgsmål 11-18.
-- numerator: Summen af elevernes tal.
-- denominator: Elever, der har besvaret mindst 4 af de 8 spørgsmål.
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
-- question: Hvordan får flere elever oplevelsen af at lykkes fagligt?

WITH answers AS (
  SELECT
    unit,
    period,
    [item_11, item_12, item_13, item_14, item_15, item_16, item_17, item_18] AS items
  FROM wellbeing
  WHERE answered AND grade BETWEEN 4 AND 9
),
scores AS (
  SELECT * EXCLUDE (items), list_avg(items) AS score
  FROM answers
  WHERE list_count(items) >= 4
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
