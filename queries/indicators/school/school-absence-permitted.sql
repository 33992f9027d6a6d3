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
-- readable-difference-municipality: none
-- lag-months: 2
-- question: Har skolerne en fælles linje for, hvornår der gives fri?

WITH pupil AS (
  SELECT
    unit,
    period,
    hash(pupil) AS pupil, -- half the memory of the pseudonym, and never shown
    min(class) AS class,
    min(grade) AS grade,
    max(school_days) AS days,
    sum(days_absent) AS absent,
    coalesce(sum(days_absent) FILTER (absence_type = 'sick'), 0) AS sick,
    coalesce(sum(days_absent) FILTER (absence_type = 'permitted'), 0) AS permitted,
    coalesce(sum(days_absent) FILTER (absence_type = 'unlawful'), 0) AS unlawful
  FROM absence
  GROUP BY unit, period, hash(pupil)
)
SELECT
  unit,
  period,
  sum(permitted) AS numerator,
  sum(days) AS denominator,
  count(*) AS persons,
  sum(permitted * permitted) AS yy,
  sum(permitted * days) AS xy,
  sum(days * days) AS xx
FROM pupil
WHERE days > 0
GROUP BY ALL
