import {highlightsOf, nothingStandsOut, type Reading} from "../../dashboards/sentences.ts";
import {type Text, textOf} from "../../dashboards/text.ts";
import {type DisclosedFact, type Indicator, type Language, qualities} from "../../queries/model.ts";
import type {Choice} from "../../queries/packages/data-package.ts";
import {choicesFor} from "../../queries/packages/data-package.ts";
import {periodLabel} from "../../queries/period.ts";
import {agreementViews} from "./agreements.ts";
import {definitionViews} from "./definitions.ts";
import {distributionView} from "./distribution.ts";
import {type ErratumView, erratumView} from "./erratum.ts";
import type {IssueMark, PackageFacts} from "./facts.ts";
import {figureView} from "./figures.ts";
import {findingsOf} from "./findings.ts";
import {freshnessTable} from "./freshness.ts";
import {type QualityView, qualityView} from "./quality.ts";
import {readingOf} from "./series.ts";
import {type SimilarView, similarView} from "./similar.ts";
import {spreadViews} from "./spread.ts";
import {comparisonTable, developmentTables} from "./tables.ts";
import type {
  AgreementView,
  ChapterView,
  DefinitionView,
  Draw,
  FigureView,
  SpreadView,
  StandsOutView,
  TableView
} from "./views.ts";

/** A report's whole view model. Every template draws from this one shape; an edition leaves out what it does not show. */
export interface Report {
  readonly language: Language;
  readonly text: Text;
  readonly title: string;
  readonly edition: {readonly id: string; readonly title: string; readonly audience: string};
  readonly unit: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly area: string | null;
    readonly municipality: string | null;
  };
  readonly period: string;
  readonly issue: IssueMark;
  /** What a correction opens with; null where it corrects nothing. */
  readonly erratum: ErratumView | null;
  readonly standsOut: StandsOutView;
  /** Every figure block of the chapters, in the package's order. */
  readonly figures: readonly FigureView[];
  readonly chapters: readonly ChapterView[];
  readonly development: readonly TableView[];
  readonly comparison: TableView | null;
  readonly spread: readonly SpreadView[];
  readonly similar: SimilarView | null;
  readonly freshness: TableView;
  readonly agreements: readonly AgreementView[];
  readonly quality: QualityView;
  readonly definitions: readonly DefinitionView[];
}

interface Chosen extends Choice {
  readonly definition: Indicator;
  readonly reading: Reading;
}

/** Facts → view model; pure given `draw`. */
export function reportOf(given: PackageFacts, draw: Draw): Report {
  const {dataPackage, language, unit, municipality, area, period} = given;
  const text = textOf(language);
  const chosen = choicesFor(dataPackage, unit.kind, given.indicators)
    .map((choice): Chosen => ({...choice, reading: readingOf(given, choice.definition)}))
    .filter(({reading}) => reading.series.length > 0);
  const readings = chosen.filter(({form}) => form !== "distribution").map(({reading}) => reading);
  const indicators = chosen.map(({definition}) => definition);
  const name = unitName(given);
  const chapters = qualities.map((quality) => chapter(given, quality, chosen, draw));
  return {
    language,
    text,
    title: `${name}: ${text.editions[dataPackage.id]}, ${periodLabel(period, language)}`,
    edition: {id: dataPackage.id, title: text.editions[dataPackage.id], audience: text.audiences[dataPackage.id]},
    unit: {
      id: unit.id,
      name,
      kind: text.kinds[unit.kind],
      area: area && area.id !== unit.id ? area.name : null,
      municipality: unit.id === municipality.id ? null : municipalityName(municipality.name, language)
    },
    period: periodLabel(period, language),
    issue: given.issue,
    erratum: given.issue.erratum ? erratumView(given.issue.erratum, unit.id, language) : null,
    standsOut: standsOut(given, readings),
    figures: chapters.flatMap(({figures}) => figures),
    chapters,
    development: developmentTables(given, readings),
    comparison: comparisonTable(
      given,
      chosen.filter(({form}) => form === "figure").map(({reading}) => reading),
      text.comparison.caption
    ),
    spread: spreadViews(
      given,
      chosen.filter(({form}) => form === "figure").map(({definition}) => definition),
      draw
    ),
    similar: similarView(given),
    freshness: freshnessTable(given, indicators),
    agreements: agreementViews(given),
    quality: qualityView(given, indicators, shownFacts(chosen.map(({reading}) => reading))),
    definitions: definitionViews(indicators, language)
  };
}

function standsOut(given: PackageFacts, readings: readonly Reading[]): StandsOutView {
  const {language} = given;
  const highlights = highlightsOf(readings, language, 6);
  return {
    figures: highlights.map(({title, when, why}) => ({title, when, why})),
    nothing: highlights.length === 0 ? nothingStandsOut(readings, language) : null,
    findings: findingsOf(given, null, given.dataPackage.standingOut)
  };
}

function chapter(
  given: PackageFacts,
  quality: (typeof qualities)[number],
  chosen: readonly Chosen[],
  draw: Draw
): ChapterView {
  const text = textOf(given.language);
  const own = chosen.filter(({reading}) => reading.indicator.quality === quality);
  const rows = own.filter(({form}) => form === "row").map(({reading}) => reading);
  return {
    id: quality,
    ...text.qualities[quality],
    figures: own.flatMap(({form, reading}) =>
      form === "row"
        ? []
        : ((form === "figure" ? figureView(given, reading, draw) : distributionView(given, reading, draw)) ?? [])
    ),
    table: comparisonTable(given, rows, text.chapter.moreFigures),
    findings: findingsOf(given, quality, given.dataPackage.findings[quality])
  };
}

function shownFacts(readings: readonly Reading[]): readonly DisclosedFact[] {
  return readings.flatMap(({series, comparators}) => [
    ...series,
    ...comparators.flatMap(({fact}) => (fact ? [fact] : []))
  ]);
}

function unitName({unit, language}: PackageFacts): string {
  return unit.kind === "municipality" ? municipalityName(unit.name, language) : unit.name;
}

/** `Aarhus Kommune`; two municipalities call themselves otherwise. */
export function municipalityName(name: string, language: Language): string {
  if (/kommune$/i.test(name)) return name;
  if (language === "en") return `${name} Municipality`;
  const own: Record<string, string> = {København: "Københavns Kommune", Bornholm: "Bornholms Regionskommune"};
  return own[name] ?? `${name} Kommune`;
}
