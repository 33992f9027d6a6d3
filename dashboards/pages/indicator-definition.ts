/** The definition sheet of one indicator. */
import {findClassification} from "../../queries/classifications/index.ts";
import type {Indicator, IndicatorId, Language} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {capital} from "../first-letter.ts";
import {formatValue, measureOf} from "../format.ts";
import {indicatorHref, standardHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {listed, sentenceOf, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {fact} from "./fact.ts";
import {differenceSize} from "./indicator-amount.ts";
import {changesModel} from "./indicator-changes.ts";

export interface DefinitionState {
  readonly language: Language;
  readonly indicator: Indicator;
  /** Every version of the indicator. */
  readonly versions: readonly Indicator[];
  readonly standardTitles: ReadonlyMap<string, string>;
  /** Every indicator, to find those on the same standards. */
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
}

export function definitionModel(state: DefinitionState) {
  const {language, indicator, standardTitles} = state;
  return {
    foreign: language !== "da",
    description: indicator.description,
    facts: factsOf(indicator, language),
    source: indicator.source || null,
    standards: indicator.standards.map((text) => {
      const id = idOf(text);
      return {href: standardHref(language, id), label: standardTitles.get(id) ?? id};
    }),
    sharing: sharingOf(state),
    versions: versionsOf(state)
  };
}

function versionsOf({language, indicator, versions}: DefinitionState) {
  const t = webTextOf(language).indicator;
  const ordered = versions.toSorted((a, b) => b.version - a.version);
  return ordered.map((each, index) => {
    const {version, validFrom, sha256, sql, description} = each;
    const before = ordered[index + 1];
    return {
      label: validFrom ? t.versionLine(version, periodLabel(validFrom, language)) : t.versionFirst(version),
      description: version === indicator.version ? null : description,
      sha256,
      sql: sql.trim(),
      changes: before ? changesModel(before, each, language) : null
    };
  });
}

/** The others that are computed from the same extracts, by name. */
function sharingOf({language, indicator, indicators}: DefinitionState) {
  const own = new Set(indicator.standards.map(idOf).filter((id) => id !== "units"));
  return [...indicators.values()]
    .filter(({id, standards}) => id !== indicator.id && standards.some((standard) => own.has(idOf(standard))))
    .map((each) => ({href: indicatorHref(language, each.id), label: titleOf(each, language)}))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
}

function idOf(standard: string): string {
  return standard.replace(/@\d+$/, "");
}

function factsOf(indicator: Indicator, language: Language) {
  const t = webTextOf(language);
  const {numerator, denominator, exclusions, group, kinds, periodKind, lagMonths, target, dimension} = indicator;
  const {kindsPlural, definitions} = textOf(language);
  const facts: readonly (readonly [string, string])[] = [
    [t.indicator.numerator, numerator],
    [t.indicator.denominator, denominator],
    [t.indicator.exclusions, exclusions],
    [t.indicator.averaging, definitions.groupings[group]],
    [t.indicator.unit, measureOf(indicator, language)],
    [t.indicator.direction, t.indicator.directions[indicator.better]],
    [
      t.indicator.target,
      target === null
        ? ""
        : [formatValue(target, indicator, language), indicator.targetText].filter(Boolean).join(" – ")
    ],
    [t.indicator.readable, readableText(indicator, language)],
    [t.indicator.quality, t.indicators.qualities[indicator.quality]],
    [
      t.indicator.kinds,
      kinds
        .filter((kind) => kind !== "nation")
        .map((kind) => kindsPlural[kind])
        .join(", ")
    ],
    [t.indicator.frequency, `${t.indicator.frequencies[periodKind]}, ${t.indicator.lag(lagMonths)}`],
    [t.indicator.category, dimension ? (findClassification(dimension)?.title ?? dimension) : ""],
    [t.indicator.purpose, indicator.purpose],
    [t.indicator.sensitivity, t.indicator.sensitivities[indicator.sensitivity]],
    [t.indicator.reference, indicator.reference]
  ];
  return facts.filter(([, value]) => value).map(([term, value]) => fact(term, capital(value)));
}

/** From which difference on two figures may be called different, for institutions and for municipalities. */
function readableText(indicator: Indicator, language: Language): string {
  const {indicator: t} = webTextOf(language);
  const {readableDifference, readableDifferenceMunicipality} = indicator;
  const parts = [
    readableDifference === null ? "" : t.readableInstitution(differenceSize(readableDifference, indicator, language)),
    readableDifferenceMunicipality === null
      ? ""
      : t.readableMunicipality(differenceSize(readableDifferenceMunicipality, indicator, language))
  ].filter(Boolean);
  return parts.length === 0 ? "" : `${capital(sentenceOf(listed(parts, textOf(language).and)))} ${t.readableNote}`;
}
