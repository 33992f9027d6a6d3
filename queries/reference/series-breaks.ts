/** Where a series does not compare with what came before, besides the breaks that a new version of a definition makes. */
import type {Indicator} from "../model.ts";
import {type PeriodId, parsePeriod} from "../period.ts";
import type {SeriesBreak} from "../release.ts";

/** The demonstration's own break in a series that a statistics authority would have published. */
const demonstrated: SeriesBreak = {
  indicator: "disposable-income",
  period: year("2023"),
  text: "Demonstrationsdata: udgiverens opgørelse er ændret fra 2023.",
  textEnglish: "Demonstration data: the publisher's way of counting changed in 2023."
};

const listed: readonly SeriesBreak[] = [
  {
    indicator: "disposable-income",
    period: year("2016"),
    text: "Danmarks Statistik ændrede opgørelsen af indkomst mellem 2015 og 2016.",
    textEnglish: "Statistics Denmark changed how income is measured between 2015 and 2016."
  },
  {
    indicator: "employment-rate",
    period: year("2009"),
    text: "Danmarks Statistik har databrud i opgørelsen af beskæftigelsen i 2009.",
    textEnglish: "Statistics Denmark has a break in the count of employment in 2009."
  },
  ...["school-absence", "school-absence-sick", "school-absence-permitted", "school-absence-unlawful"].map(
    (indicator) => ({
      indicator,
      period: parsePeriod("2022-H1"),
      text: "Til og med 2021 er fraværet påvirket af covid-19.",
      textEnglish: "Up to and including 2021 absence is affected by covid-19."
    })
  ),
  ...["exam-average", "exam-two-or-more"].map((indicator) => ({
    indicator,
    period: parsePeriod("2022/23"),
    text: "Til og med 2021/22 blev prøverne holdt efter særlige regler på grund af covid-19.",
    textEnglish: "Up to and including 2021/22 exams were held under special covid-19 rules."
  }))
];

/** The listed breaks and those of definitions: one where a newer version takes over. */
export function seriesBreaksOf(indicators: readonly Indicator[], demonstration = false): readonly SeriesBreak[] {
  const known = new Set(indicators.map(({id}) => id));
  const changed = indicators.flatMap(({id, version, validFrom, exclusions}) =>
    version > 1 && validFrom
      ? [
          {
            indicator: id,
            period: validFrom,
            text: `Definitionen er ændret (version ${version}). Der ses nu bort fra: ${lowerFirst(exclusions)}`,
            textEnglish: `The definition has changed (version ${version}).`
          }
        ]
      : []
  );
  const given = demonstration ? [...listed, demonstrated] : listed;
  return [...given.filter(({indicator}) => known.has(indicator)), ...changed];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function year(text: string): PeriodId {
  return parsePeriod(text);
}
