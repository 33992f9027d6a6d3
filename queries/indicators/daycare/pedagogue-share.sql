-- reference: D05
-- version: 1
-- valid-from: none
-- title: Andel pædagoger
-- title-english: Share of pedagogues
-- description: Fuldtidsansatte med pædagoguddannelse i procent af alt pædagogisk personale i dagtilbud.
-- numerator: Pædagogisk personale med pædagoguddannelse, omregnet til fuldtid.
-- denominator: Alt pædagogisk personale i dagtilbud, omregnet til fuldtid.
-- exclusions: Administration og teknisk service. Ledere indgår med deres uddannelse.
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
-- purpose: At følge, om børnene møder uddannede pædagoger.
-- source: Danmarks Statistik (BOERN1), der opgør andelen pr. år og kommune; her opgøres den pr. halvår og institution af kommunens egne stillinger.
-- readable-difference: 6
-- readable-difference-municipality: 1
-- lag-months: 2
-- question: Hvor er det sværest at rekruttere pædagoger, og hvad gør vi ved det?

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
  coalesce(pedagogues, 0) AS numerator,
  everybody AS denominator,
  persons
FROM staff
WHERE everybody > 0
  AND unit IN (SELECT unit FROM units WHERE kind = 'daycare')
