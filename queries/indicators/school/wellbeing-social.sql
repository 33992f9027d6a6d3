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
-- readable-difference-municipality: none
-- lag-months: 0
-- question: Hvad gør vi for de børn, der ikke oplever at høre til?

WITH scores AS (
  SELECT
    unit,
    period,
    grade,
    CASE WHEN list_count(general) >= 15 THEN list_avg(general) END AS general,
    CASE WHEN list_count(social) >= 5 THEN list_avg(social) END AS social,
    CASE WHEN list_count(academic) >= 4 THEN list_avg(academic) END AS academic,
    CASE WHEN list_count(support) >= 4 THEN list_avg(support) END AS support,
    CASE WHEN list_count(calm) >= 2 THEN list_avg(calm) END AS calm
  FROM (
    SELECT
      unit,
      period,
      grade,
      [
        item_01, item_02, item_03, item_04, item_05, item_06, item_07, item_08,
        item_09, item_10, item_11, item_12, item_13, item_14, item_15, item_16,
        item_17, item_18, item_19, item_20, item_21, item_22, item_23, item_24,
        item_25, item_26, item_27, item_28, item_29
      ] AS general,
      [
        item_01, item_02, item_03, item_04, item_05, item_06, item_07, item_08,
        item_09, item_10
      ] AS social,
      [item_11, item_12, item_13, item_14, item_15, item_16, item_17, item_18] AS academic,
      [item_19, item_20, item_21, item_22, item_23, item_24, item_25] AS support,
      [item_26, item_27, item_28, item_29] AS calm
    FROM wellbeing
    WHERE answered AND grade BETWEEN 4 AND 9
  )
)
SELECT
  unit,
  period,
  sum(social) AS numerator,
  count(social) AS denominator,
  count(social) AS persons,
  sum(social * social) AS yy,
  sum(social) AS xy,
  count(social) AS xx
FROM scores
WHERE social IS NOT NULL
GROUP BY ALL
