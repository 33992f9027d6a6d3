-- reference: F08
-- version: 1
-- valid-from: none
-- title: Elever med over 10 pct. fravær
-- title-english: Pupils with more than 10 per cent absence
-- description: Andelen af elever, der har været fraværende i mere end 10 procent af deres skoledage i skoleåret.
-- numerator: Elever med mere end 10 procent fravær af alle typer tilsammen.
-- denominator: Elever med skoledage på skolen i skoleåret.
-- exclusions: Elever uden skoledage. En elev, der skifter skole i årets løb, tæller på hver skole.
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
-- period-kind: school-year
-- dimension: none
-- totals: sum
-- counts: persons
-- bounds: 0..100
-- interval: wilson
-- sensitivity: sensitive
-- purpose: At følge, hvor mange børn der er i risiko for bekymrende fravær; aldrig til opfølgning på den enkelte elev.
-- source: Styrelsen for It og Læring opgør andelen pr. skoleår; her tæller en elev på hver skole, eleven har gået på.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 4
-- question: Hvor mange børn har et fravær, der burde føre til en plan, og har de alle en?

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
),
school_years AS (
  SELECT unit, school_year(period) AS school_year, pupil, sum(absent) AS absent, sum(days) AS days
  FROM pupil
  GROUP BY ALL
)
SELECT
  unit,
  school_year AS period,
  count(*) FILTER (absent > 0.1 * days) AS numerator,
  count(*) AS denominator,
  count(*) AS persons
FROM school_years
WHERE days > 0
GROUP BY ALL
