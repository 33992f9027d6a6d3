/** Where a series does not compare with what came before, besides the breaks that a new version of a definition makes. */
import type {Indicator} from "../model.ts";
import {type PeriodId, parsePeriod} from "../period.ts";
import type {SeriesBreak} from "../release.ts";

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
    text: "Danmarks Statistik ændrede opgørelsen af beskæftigelsen fra 2009.",
    textEnglish: "Statistics Denmark changed how employment is measured from 2009."
  },
  ...["daycare-ratio-0-2", "daycare-ratio-3-5"].map((indicator) => ({
    indicator,
    period: year("2022"),
    text: "Normeringen beregnes fra 2022 med ledere vægtet 0,85 og pr. institution.",
    textEnglish: "From 2022 the ratio weights leaders by 0.85 and is computed per institution."
  })),
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
export function seriesBreaksOf(indicators: readonly Indicator[]): readonly SeriesBreak[] {
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
  return [...listed.filter(({indicator}) => known.has(indicator)), ...changed];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function year(text: string): PeriodId {
  return parsePeriod(text);
}
