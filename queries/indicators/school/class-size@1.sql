-- reference: F02
-- version: 1
-- valid-from: none
-- title: Klassekvotient
-- title-english: Pupils per class
-- description: Elever pr. klasse i fuldt årgangsdelte normalklasser på opgørelsesdagen.
-- numerator: Elever i fuldt årgangsdelte normalklasser.
-- denominator: De samme klasser.
-- exclusions: Specialklasser, modtageklasser, klasser på tværs af klassetrin og klasser med færre end 5 eller flere end 35 elever.
-- area: school
-- quality: structure
-- measure: ratio
-- measure-label: elever pr. klasse
-- measure-label-english: pupils per class
-- scale: 1
-- decimals: 1
-- better: context
-- target: none
-- target-text: none
-- group: ratio-of-sums
-- kinds: nation, region, municipality, area, school
-- standards: pupils
-- period-kind: half-year
-- dimension: none
-- totals: sum
-- counts: events
-- bounds: none
-- interval: none
-- sensitivity: open
-- purpose: At følge klassernes størrelse over tid og mellem skoler.
-- source: FLIS’ afgrænsning (5-35 elever). Børne- og Undervisningsministeriets databank medtager kun klasser med 10-35 elever og får derfor højere tal.
-- readable-difference: 1
-- readable-difference-municipality: 0.2
-- lag-months: 2
-- question: Hvor nærmer klasserne sig loftet, og hvor er de så små, at fagligt fællesskab og økonomi lider?

WITH classes AS (
  SELECT
    unit,
    period,
    class,
    count(*) AS pupils,
    bool_and(class_type = 'normal' AND age_divided) AS ordinary
  FROM pupils
  GROUP BY ALL
)
SELECT unit, period, sum(pupils) AS numerator, count(*) AS denominator, sum(pupils) AS persons
FROM classes
WHERE ordinary AND pupils BETWEEN 5 AND 35
GROUP BY ALL
