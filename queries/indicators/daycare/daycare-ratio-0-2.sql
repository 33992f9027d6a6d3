-- reference: D01
-- version: 1
-- valid-from: none
-- title: Normering, 0-2 år
-- title-english: Children per adult, 0–2 years
-- description: Fuldtidsbørn på 0-2 år pr. fuldtidsansat pædagogisk medarbejder i kalenderåret. Opgøres efter barnets alder, ikke stuen.
-- numerator: Indskrevne børn i aldersgruppen omregnet til fuldtid og helår: gennemsnittet af årets to halvår.
-- denominator: Pædagogisk personale omregnet til fuldtid: ledere (vægt 0,85), pædagoger, assistenter, medhjælpere, studerende og støttepædagoger. Personale uden aldersgruppe fordeles efter børnenes fuldtidsenheder.
-- exclusions: Stillinger betalt af statens pulje til sociale normeringer, administration og teknisk service. Der fratrækkes ikke for sygdom, ferie og åbningstid.
-- area: daycare
-- quality: structure
-- measure: ratio
-- measure-label: børn pr. voksen
-- measure-label-english: children per adult
-- scale: 1
-- decimals: 1
-- better: lower
-- target: 3
-- target-text: Lovens minimumsnormering: højst 3 børn pr. voksen som kommunens årsgennemsnit.
-- group: ratio-of-sums
-- kinds: nation, region, municipality, area, daycare
-- standards: children, staffing
-- period-kind: year
-- dimension: none
-- totals: sum
-- counts: both
-- bounds: none
-- interval: none
-- sensitivity: ordinary
-- purpose: At følge, om der er voksne nok til børnene, og om kommunen overholder lovens minimumsnormering.
-- source: Danmarks Statistik (BOERN3 for kommuner, BOERN7 for institutioner). Danmarks Statistik henfører personalet efter regnskabet og fordeler fælles personale anderledes; tallene kan derfor afvige lidt. Normeringen beskriver ikke, hvor mange voksne der er på stuen time for time.
-- readable-difference: 0.4
-- readable-difference-municipality: 0.1
-- lag-months: 10
-- question: Er der institutioner, hvor de mindste børn har markant færre voksne end i resten af kommunen, og hvad er grunden?

WITH enrolled AS (
  SELECT
    unit,
    period,
    sum(full_time) AS children,
    sum(full_time) FILTER (age_group = '0-2') AS young,
    sum(full_time) FILTER (age_group = '3-5') AS old,
    count(*) FILTER (age_group = '0-2') AS young_persons,
    count(*) FILTER (age_group = '3-5') AS old_persons
  FROM children
  GROUP BY ALL
),
employed AS (
  SELECT
    unit,
    period,
    age_group,
    sum(full_time_equivalents * CASE position WHEN 'leader' THEN 0.85 ELSE 1 END) AS adults
  FROM staffing
  WHERE NOT norm_funded AND position IN ('leader', 'pedagogue', 'assistant', 'helper', 'student', 'support')
  GROUP BY ALL
),
year_of_children AS (
  SELECT
    unit,
    calendar_year(period) AS year,
    sum(young) / 2 AS children,
    sum(children) / 2 AS all_children,
    max(young_persons) AS persons
  FROM enrolled
  GROUP BY ALL
),
year_of_adults AS (
  SELECT
    unit,
    calendar_year(period) AS year,
    coalesce(sum(adults) FILTER (age_group = '0-2'), 0) / 2 AS own,
    coalesce(sum(adults) FILTER (age_group IS NULL), 0) / 2 AS shared
  FROM employed
  GROUP BY ALL
)
SELECT
  unit,
  year AS period,
  children AS numerator,
  coalesce(own + shared * children / nullif(all_children, 0), 0) AS denominator,
  persons
FROM year_of_children
LEFT JOIN year_of_adults USING (unit, year)
WHERE children > 0
