-- reference: F04
-- version: 1
-- valid-from: none
-- title: Elevfravær
-- title-english: Pupil absence
-- description: Fraværsdage i procent af skoledage for elever på kommunens folkeskoler i halvåret: sygdom, fravær med tilladelse og ulovligt fravær.
-- numerator: Fraværsdage af alle tre typer; halve dage tæller 0,5.
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
-- kinds: nation, region, municipality, area, school, class
-- standards: absence
-- period-kind: half-year
-- dimension: grades-levels
-- totals: sum
-- counts: events
-- bounds: 0..100
-- interval: ratio
-- sensitivity: ordinary
-- purpose: At opdage, om børn kommer for lidt i skole; aldrig til opfølgning på den enkelte elev.
-- source: Styrelsen for It og Læring offentliggør fravær pr. skoleår som et gennemsnit af elevernes andele, vægtet med måneder på skolen; her deles dage med dage pr. halvår. Fra 1. kvartal 2020 til og med 2021 er tallene påvirket af covid-19.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 2
-- question: Hvilke skoler har fået fraværet ned, og hvad gjorde de?

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
  unit || '-' || class AS unit,
  period,
  grade::VARCHAR AS category,
  sum(absent) AS numerator,
  sum(days) AS denominator,
  count(*) AS persons,
  sum(absent * absent) AS yy,
  sum(absent * days) AS xy,
  sum(days * days) AS xx
FROM pupil
WHERE days > 0
GROUP BY ALL
