-- reference: T03
-- version: 1
-- valid-from: none
-- title: Andel pædagoger, fritid
-- title-english: Share of pedagogues, leisure
-- description: Fuldtidsansatte med pædagoguddannelse i procent af alt pædagogisk personale i fritidstilbud.
-- numerator: Pædagogisk personale med pædagoguddannelse, omregnet til fuldtid.
-- denominator: Alt pædagogisk personale i fritidstilbud, omregnet til fuldtid.
-- exclusions: Administration og teknisk service. Ledere indgår med deres uddannelse.
-- area: leisure
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
-- kinds: nation, region, municipality, area, leisure
-- standards: staffing, units
-- period-kind: half-year
-- dimension: none
-- totals: sum
-- counts: persons
-- bounds: 0..100
-- interval: none
-- sensitivity: ordinary
-- purpose: At følge, om børn og unge møder uddannede pædagoger i fritiden.
-- source: Danmarks Statistik, Børnepasning efter skolestart, der opgør personalet en dag i oktober og advarer om, at tid på skole og SFO kan være svær at skille ad.
-- readable-difference: 9
-- readable-difference-municipality: 2
-- lag-months: 2
-- question: Har fritidstilbuddene de fagligheder, som de unge har brug for?

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
  AND unit IN (SELECT unit FROM units WHERE kind = 'leisure')
