/** Everything behind one figure: what it was counted from, by which definition, from which extracts. */
import {findClassification, labelOf} from "../../queries/classifications/index.ts";
import type {Coverage, DisclosedFact, Indicator, Language, ReleaseManifest} from "../../queries/model.ts";
import {comparePeriods, periodLabel} from "../../queries/period.ts";
import {explainBlank, formatDate, formatInterval, formatMembers, formatNumber, formatValue} from "../format.ts";
import {factHref, hrefOf, indicatorHref, unitHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {extractsModel} from "./number-extracts.ts";

export interface NumberState {
  readonly language: Language;
  /** The version that the figure follows. */
  readonly indicator: Indicator;
  /** A unit, or a group that figures are totalled for. */
  readonly place: {readonly id: string; readonly name: string; readonly isUnit: boolean};
  /** The municipalities that the figure is of. */
  readonly members: readonly string[];
  readonly fact: DisclosedFact;
  /** Of the same indicator, place and category. */
  readonly series: readonly DisclosedFact[];
  /** Of these municipalities, in all periods. */
  readonly coverage: readonly Coverage[];
  readonly manifest: ReleaseManifest;
  readonly standardTitles: ReadonlyMap<string, string>;
  /** Whether the reader may open what a municipality has delivered. */
  readonly opens: (municipality: string) => boolean;
}

export function numberModel(state: NumberState) {
  const {language, indicator, place, fact} = state;
  const t = webTextOf(language);
  const unit = place.isUnit ? place.id : null;
  return {
    heading: titleOf(indicator, language),
    trail: {
      links: [
        {href: hrefOf(language, "/noegletal"), label: t.indicators.title},
        {href: indicatorHref(language, indicator.id, {unit}), label: titleOf(indicator, language)}
      ],
      here: `${place.name}, ${periodLabel(fact.period, language)}`
    },
    now: {
      place: place.name,
      href: place.isUnit ? unitHref(language, place.id) : null,
      period: periodLabel(fact.period, language),
      category: categoryLabel(fact, indicator, language),
      value: formatValue(fact, indicator, language),
      blank: fact.blank !== null,
      note: noteOf(state)
    },
    facts: factsOf(state),
    extracts: extractsModel(state),
    qualityHref: hrefOf(language, "/datakvalitet"),
    form: {
      action: hrefOf(language, "/fejl"),
      figure: factHref("da", fact),
      text: "",
      contact: "",
      problem: null
    }
  };
}

export function categoryLabel({category}: DisclosedFact, {dimension}: Indicator, language: Language): string {
  if (!category) return "";
  return dimension && findClassification(dimension) ? labelOf(dimension, category, language) : category;
}

interface Row {
  readonly term: string;
  readonly value: string;
  readonly href?: string | null;
  readonly code?: boolean;
  readonly note?: string | null;
}

function factsOf(state: NumberState) {
  const {language, indicator, fact, manifest} = state;
  const {number: t} = webTextOf(language);
  const {groupings} = textOf(language).definitions;
  const category = categoryLabel(fact, indicator, language);
  const rows: readonly (Row | null)[] = [
    fact.blank === null ? null : {term: t.why, value: explainBlank(fact.blank, language)},
    ...countedRows(state),
    indicator.dimension ? {term: t.category, value: category || t.allCategories} : null,
    {term: t.grouping, value: groupings[indicator.group]},
    fact.expected > 1 ? {term: t.members, value: formatMembers(fact.members, fact.expected, language)} : null,
    fact.linked ? {term: t.linked, value: t.linkedNote} : null,
    {
      term: t.definition,
      value: t.version(indicator.id, indicator.version),
      href: `${indicatorHref(language, indicator.id)}#definition`,
      note: indicator.description
    },
    {term: t.sum256, value: indicator.sha256, code: true},
    previousRow(state),
    {term: t.release, value: manifest.id, note: formatDate(manifest.createdAt, language)}
  ];
  return rows
    .filter((row) => row !== null)
    .map(({term, value, href = null, code = false, note = null}) => ({term, value, href, code, note}));
}

function countedRows(state: NumberState): readonly Row[] {
  const {language, indicator, fact} = state;
  if (fact.blank !== null) return [];
  const {number: t} = webTextOf(language);
  const interval = intervalText(state);
  const sum = sumText(state);
  const count = (value: number | null) => (value === null ? t.uncounted : countText(value, language));
  return [
    {term: t.numerator, value: count(fact.numerator), note: indicator.numerator},
    {term: t.denominator, value: count(fact.denominator), note: indicator.denominator},
    ...(sum ? [{term: t.sum, value: sum}] : []),
    {
      term: t.persons,
      value: fact.persons === null ? t.uncounted : formatNumber(fact.persons, 0, language),
      note: t.personsNote
    },
    ...(interval ? [{term: t.interval, value: interval, note: t.intervals[indicator.interval] || null}] : [])
  ];
}

/** Only where the figure is what the two counts give. */
function sumText({language, indicator, fact}: NumberState): string {
  if (fact.blank !== null || fact.numerator === null || !fact.denominator) return "";
  const {scale} = indicator;
  const value = (fact.numerator / fact.denominator) * scale;
  if (Math.abs(value - fact.value) > 1e-6 * Math.max(1, Math.abs(value))) return "";
  const [above, below] = [fact.numerator, fact.denominator].map((count) => countText(count, language));
  const times = scale === 1 ? "" : ` × ${formatNumber(scale, 0, language)}`;
  return `${above} / ${below}${times} = ${formatValue(fact, indicator, language)}`;
}

function noteOf(state: NumberState): string {
  const {fact, language} = state;
  if (fact.blank !== null) return explainBlank(fact.blank, language);
  const interval = intervalText(state);
  return interval ? webTextOf(language).unit.interval(interval) : "";
}

function intervalText({language, indicator, fact}: NumberState): string {
  return formatInterval(fact.low, fact.high, indicator, language);
}

function countText(count: number, language: Language): string {
  const decimals = [0, 1, 2].find((each) => Math.abs(count - Number(count.toFixed(each))) < 1e-6) ?? 2;
  return formatNumber(count, decimals, language);
}

function previousRow({language, indicator, fact, series}: NumberState): Row | null {
  const before = series
    .filter(({period}) => comparePeriods(period, fact.period) < 0)
    .toSorted((a, b) => comparePeriods(b.period, a.period))[0];
  if (!before) return null;
  const {number: t} = webTextOf(language);
  const value = `${periodLabel(before.period, language)}: ${formatValue(before, indicator, language)}`;
  return {term: t.previous, value, href: factHref(language, before)};
}
