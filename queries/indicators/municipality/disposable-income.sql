-- reference: K06
-- version: 1
-- valid-from: none
-- title: Disponibel indkomst
-- title-english: Disposable income
-- description: Gennemsnitlig disponibel indkomst pr. person, som Danmarks Statistik har offentliggjort den.
-- numerator: Det offentliggjorte gennemsnit.
-- denominator: Ingen; gennemsnittet er beregnet af udgiveren.
-- exclusions: Ingen.
-- area: municipality
-- quality: structure
-- measure: amount
-- measure-label: kr.
-- measure-label-english: DKK
-- scale: 1
-- decimals: 0
-- better: context
-- target: none
-- target-text: none
-- group: published
-- kinds: nation, region, municipality
-- standards: published-statistics
-- period-kind: year
-- dimension: none
-- totals: sum
-- counts: none
-- bounds: none
-- interval: none
-- sensitivity: open
-- purpose: Rammevilkår og sammenligning af kommuner med lignende vilkår.
-- source: Danmarks Statistik (INDKP107), der har databrud mellem 2015 og 2016. Tallet for region og hele landet er udgiverens eget, aldrig et gennemsnit af kommuner.
-- readable-difference: none
-- readable-difference-municipality: none
-- lag-months: 11
-- question: Er der økonomiske barrierer for, at alle børn kan tage del i fællesskabet?

SELECT
  municipality AS unit,
  left(period, 4) AS period,
  max(value) AS numerator,
  1 AS denominator,
  0 AS persons
FROM published_statistics
WHERE indicator = 'disposable-income' AND coalesce(category, '') = '' AND value IS NOT NULL AND length(period) = 4
GROUP BY ALL
