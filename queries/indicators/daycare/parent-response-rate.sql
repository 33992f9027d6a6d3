-- reference: D13
-- version: 1
-- valid-from: none
-- title: Svarprocent, forældre, dagtilbud
-- title-english: Response rate, parents, day care
-- description: Andelen af inviterede forældre til børn i dagtilbud, der har besvaret tilfredshedsundersøgelsen.
-- numerator: Forældre, der har svaret.
-- denominator: Inviterede forældre.
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
-- standards: parent-survey, units
-- period-kind: year
-- dimension: none
-- totals: sum
-- counts: persons
-- bounds: 0..100
-- interval: wilson
-- sensitivity: open
-- purpose: At kunne vurdere, om tilfredsheden dækker forældrene bredt.
-- source: Brugertilfredshedsundersøgelserne (BTU) eller kommunens egen undersøgelse på samme spørgeramme.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 3
-- question: Hvilke forældre hører vi ikke fra?

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
SELECT unit, period, answered AS numerator, invited AS denominator, invited AS persons
FROM survey
WHERE unit IN (SELECT unit FROM units WHERE kind = 'daycare')
