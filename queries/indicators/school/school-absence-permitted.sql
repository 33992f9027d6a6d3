-- reference: F06
-- version: 1
-- valid-from: none
-- title: Elevfravær med tilladelse
-- title-english: Pupil absence, permitted
-- description: Fraværsdage med skolens tilladelse (ekstraordinær frihed) i procent af skoledage for elever på kommunens folkeskoler i halvåret.
-- numerator: Fraværsdage med skolens tilladelse (ekstraordinær frihed).
-- denominator: Elevernes skoledage på skolen.
-- exclusions: Elever uden skoledage i halvåret.
-- area: school
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
-- kinds: nation, region, municipality, area, school
-- standards: absence
-- period-kind: half-year
-- dimension: none
-- totals: sum
-- counts: events
-- bounds: 0..100
-- interval: ratio
-- sensitivity: ordinary
-- purpose: At skelne mellem fraværets årsager; aldrig til opfølgning på den enkelte elev.
-- source: Styrelsen for It og Læring offentliggør fravær pr. skoleår som et gennemsnit af elevernes andele, vægtet med måneder på skolen; her deles dage med dage pr. halvår. Fra 1. kvartal 2020 til og med 2021 er tallene påvirket af covid-19.
-- readable-difference: none
-- lag-months: 2
-- question: Har skolerne en fælles linje for, hvornår der gives fri?

SELECT
  unit,
  period,
  sum(days_absent) AS numerator,
  sum(school_days) AS denominator,
  count(*) AS persons,
  sum(days_absent * days_absent) AS yy,
  sum(days_absent * school_days) AS xy,
  sum(school_days * school_days) AS xx
FROM absence
WHERE absence_type = 'permitted' AND school_days > 0
GROUP BY ALL
