-- reference: D06
-- version: 1
-- valid-from: none
-- title: Andel pædagogisk uddannede
-- title-english: Share with a pedagogical education
-- description: Fuldtidsansatte pædagoger og pædagogiske assistenter efter uddannelse i procent af alt pædagogisk personale i dagtilbud.
-- numerator: Pædagogisk personale uddannet som pædagog eller pædagogisk assistent, omregnet til fuldtid.
-- denominator: Alt pædagogisk personale i dagtilbud, omregnet til fuldtid.
-- exclusions: Administration og teknisk service. Anden pædagogisk uddannelse tæller ikke med i tælleren.
-- area: daycare
-- quality: structure
-- measure: share
-- measure-label: pct.
-- measure-label-english: per cent
-- scale: 100
-- decimals: 1
-- better: higher
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality, area, daycare
-- standards: staffing, units
-- period-kind: half-year
-- dimension: none
-- totals: sum
-- counts: persons
-- bounds: 0..100
-- interval: none
-- sensitivity: ordinary
-- purpose: At se uddannelsesdækningen samlet, når assistenter varetager opgaver ved siden af pædagogerne.
-- source: Danmarks Statistik (BOERN1) og Dagtilbudsportalen, der opgør andelen pr. år; her opgøres den pr. halvår.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 2
-- question: Får medhjælpere uden uddannelse i vores dagtilbud et reelt tilbud om at tage en?

WITH staff AS (
  SELECT
    unit,
    period,
    sum(full_time_equivalents) AS everybody,
    sum(full_time_equivalents) FILTER (education = 'pedagogue') AS pedagogues,
    sum(full_time_equivalents) FILTER (education IN ('pedagogue', 'assistant')) AS educated,
    count(DISTINCT employee) AS persons
  FROM staffing
  WHERE position IN ('leader', 'pedagogue', 'assistant', 'helper', 'student', 'support')
  GROUP BY ALL
)
SELECT
  unit,
  period,
  coalesce(educated, 0) AS numerator,
  everybody AS denominator,
  persons
FROM staff
WHERE everybody > 0
  AND unit IN (SELECT unit FROM units WHERE kind = 'daycare')
