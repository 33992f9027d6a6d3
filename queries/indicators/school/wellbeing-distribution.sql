-- reference: F14
-- version: 1
-- valid-from: none
-- title: Trivsel fordelt på intervaller
-- title-english: Wellbeing by interval
-- description: Elever i 4.-9. klasse fordelt efter generel trivsel i fire intervaller. Det samlede tal er alle elever, der indgår: 100 procent.
-- numerator: Elever med et tal i intervallet; i det samlede tal alle.
-- denominator: Elever i 4.-9. klasse, der har besvaret mindst 15 af de 29 spørgsmål.
-- exclusions: Elever i 0.-3. klasse og elever med for få svar. Vises aldrig pr. klasse.
-- area: school
-- quality: result
-- measure: share
-- measure-label: pct.
-- measure-label-english: per cent
-- scale: 100
-- decimals: 1
-- better: context
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality, area, school
-- standards: wellbeing
-- period-kind: school-year
-- dimension: wellbeing-intervals
-- totals: own
-- counts: persons
-- bounds: 0..100
-- interval: wilson
-- sensitivity: ordinary
-- purpose: At se, om et uændret gennemsnit dækker over flere elever, der har det svært. Må kun bruges til statistik.
-- source: Børne- og Undervisningsministeriets nationale trivselsmåling med ministeriets fire intervaller. En elevs tal rundes til én decimal, før det placeres.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 0
-- question: Hvor mange børn har lav trivsel, og hvordan når vi dem uden at udpege dem?

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
),
counted AS (
  SELECT
    unit,
    period,
    count(*) AS pupils,
    count(*) FILTER (round(general, 1) <= 2) AS lowest,
    count(*) FILTER (round(general, 1) > 2 AND round(general, 1) <= 3) AS low,
    count(*) FILTER (round(general, 1) > 3 AND round(general, 1) <= 4) AS high,
    count(*) FILTER (round(general, 1) > 4) AS highest
  FROM scores
  WHERE general IS NOT NULL
  GROUP BY ALL
)
SELECT
  unit,
  period,
  unnest(['', '1.0-2.0', '2.1-3.0', '3.1-4.0', '4.1-5.0']) AS category,
  unnest([pupils, lowest, low, high, highest]) AS numerator,
  pupils AS denominator,
  pupils AS persons
FROM counted
