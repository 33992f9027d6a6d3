/** The definition sheet of one indicator. */
import {findClassification} from "../../queries/classifications/index.ts";
import type {Indicator, Language} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatValue, measureOf} from "../format.ts";
import {standardHref} from "../link.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";

export interface DefinitionState {
  readonly language: Language;
  readonly indicator: Indicator;
  /** Every version of the indicator. */
  readonly versions: readonly Indicator[];
  readonly standardTitles: ReadonlyMap<string, string>;
}

export function definitionModel({language, indicator, versions, standardTitles}: DefinitionState) {
  const t = webTextOf(language).indicator;
  return {
    foreign: language !== "da",
    description: indicator.description,
    facts: factsOf(indicator, language),
    standards: indicator.standards.map((text) => {
      const id = text.replace(/@\d+$/, "");
      return {href: standardHref(language, id), label: standardTitles.get(id) ?? id};
    }),
    versions: versions
      .toSorted((a, b) => b.version - a.version)
      .map(({version, validFrom, sha256, sql, description}) => ({
        label: validFrom ? t.versionLine(version, periodLabel(validFrom, language)) : t.versionFirst(version),
        description: version === indicator.version ? null : description,
        sha256,
        sql: sql.trim()
      }))
  };
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
    [t.indicator.source, indicator.source],
    [t.indicator.reference, indicator.reference]
  ];
  return facts
    .filter(([, value]) => value)
    .map(([term, value]) => ({term, value, href: null, code: false, note: null}));
}
