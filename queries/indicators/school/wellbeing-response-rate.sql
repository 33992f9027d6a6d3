-- reference: F16
-- version: 1
-- valid-from: none
-- title: Svarprocent, trivselsmåling
-- title-english: Response rate, wellbeing survey
-- description: Andelen af elever i 0.-9. klasse, der har besvaret trivselsmålingen.
-- numerator: Elever, der har svaret.
-- denominator: Elever i 0.-9. klasse ved målingen.
-- exclusions: Ingen.
-- area: school
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
-- kinds: nation, region, municipality, area, school
-- standards: wellbeing
-- period-kind: school-year
-- dimension: none
-- totals: sum
-- counts: persons
-- bounds: 0..100
-- interval: wilson
-- sensitivity: ordinary
-- purpose: At kunne vurdere, om trivselstallene dækker eleverne bredt.
-- source: Styrelsen for It og Lærings opgørelse af svarprocent for den nationale trivselsmåling.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 0
-- question: Hvorfor svarer nogle elever ikke, og er det dem, vi helst ville høre fra?

SELECT
  unit,
  period,
  count(*) FILTER (answered) AS numerator,
  count(*) AS denominator,
  count(*) AS persons
FROM wellbeing
GROUP BY ALL
