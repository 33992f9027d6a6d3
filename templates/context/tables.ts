import {formatInterval, formatMembers, formatNumber, formatValue, measureOf} from "../../dashboards/format.ts";
import {type ComparatorKind, isComparable, type Reading, relationOf, titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {type PeriodId, periodShortLabel} from "../../queries/period.ts";
import type {PackageFacts} from "./facts.ts";
import {comparatorUnit} from "./series.ts";
import type {CellView, TableView} from "./views.ts";

/** The figures that a chapter shows as rows: value, uncertainty, the comparison and last year. */
export function comparisonTable(given: PackageFacts, readings: readonly Reading[], caption: string): TableView | null {
  const {language, dataPackage} = given;
  const text = textOf(language);
  const kinds = dataPackage.comparators.filter((kind) => comparatorUnit(given, kind) !== null);
  const shown = readings.filter(({series}) => series.length > 0);
  if (shown.length === 0) return null;
  return {
    caption,
    isTight: true,
    head: [
      {text: text.development.indicator, isText: true},
      {text: text.own[given.unit.kind]},
      {text: text.comparison.interval},
      ...kinds.map((kind) => ({text: comparatorHead(shown, kind, language)}))
    ],
    rows: shown.map((reading) => ({
      head: headOf(reading.indicator, language),
      cells: [
        valueCell(reading.series.at(-1), reading.indicator, language),
        {text: intervalText(reading.series.at(-1)!, reading.indicator, language)},
        ...kinds.map((kind) => comparatorCell(reading, kind, language))
      ]
    })),
    note: text.comparison.note
  };
}

/** Every figure over the periods of its own kind; one table per kind of period. */
export function developmentTables(given: PackageFacts, readings: readonly Reading[]): readonly TableView[] {
  const {language, dataPackage} = given;
  const text = textOf(language);
  return (["half-year", "school-year", "year"] as const).flatMap((kind) => {
    const own = readings.filter(({indicator, series}) => indicator.periodKind === kind && series.length > 0);
    const periods = [...new Set(own.flatMap(({series}) => series.map(({period}) => period)))]
      .sort()
      .slice(-dataPackage.periods[kind]);
    if (own.length === 0) return [];
    return [
      {
        caption: text.development.captions[kind],
        head: [
          {text: text.development.indicator, isText: true},
          ...periods.map((period) => ({text: periodShortLabel(period, language)}))
        ],
        rows: own.map((reading) => ({
          head: headOf(reading.indicator, language),
          cells: periods.map((period) => periodCell(reading, period, language))
        })),
        ...(own.some(({series}) => series.some(({linked, period}) => linked && periods.includes(period)))
          ? {note: text.development.linkedNote}
          : {})
      }
    ];
  });
}

/** A period's figure, with a mark before it where the series breaks, and one after it where it joins units. */
function periodCell({indicator, series, breaks}: Reading, period: PeriodId, language: Language): CellView {
  const {breakSign, linkedMark} = textOf(language).development;
  const fact = series.find((each) => each.period === period);
  const before = breaks.some((each) => each.period === period) ? `${breakSign} ` : "";
  return {text: `${before}${valueCell(fact, indicator, language).text}${fact?.linked ? linkedMark : ""}`};
}

/** `Elevfravær, pct.` */
function headOf(indicator: Indicator, language: Language): string {
  const [title, measure] = [titleOf(indicator, language), measureOf(indicator, language)];
  return title.toLowerCase().includes(measure.toLowerCase()) ? title : `${title}, ${measure}`;
}

/** `Lignende (10)`: how many there should be stands once; a cell says when fewer have a figure. */
function comparatorHead(readings: readonly Reading[], kind: ComparatorKind, language: Language): string {
  const expected = readings.flatMap(
    ({comparators}) => comparators.find((each) => each.kind === kind)?.fact?.expected ?? []
  );
  const most = Math.max(1, ...expected);
  const name = textOf(language).shortComparators[kind];
  return most > 1 ? `${name} (${most})` : name;
}

/** The number alone, since the measure stands with the row; a blank in words. */
export function valueCell(fact: DisclosedFact | undefined, indicator: Indicator, language: Language): CellView {
  if (!fact) return {text: textOf(language).development.noCell};
  if (fact.blank !== null) return {text: formatValue(fact, indicator, language)};
  return {text: formatNumber(fact.value, indicator.decimals, language)};
}

function intervalText(fact: DisclosedFact, indicator: Indicator, language: Language): string {
  if (fact.blank !== null) return "–";
  return (
    formatInterval(fact.low, fact.high, {...indicator, measureLabel: "", measureLabelEnglish: ""}, language) || "–"
  );
}

function comparatorCell({indicator, series, comparators}: Reading, kind: string, language: Language): CellView {
  const own = series.at(-1);
  const fact = comparators.find((each) => each.kind === kind)?.fact;
  if (!isComparable(indicator) || !fact) return {text: "–"};
  const cell = valueCell(fact, indicator, language);
  const members = fact.members < fact.expected ? {small: formatMembers(fact.members, fact.expected, language)} : {};
  if (fact.blank !== null) return {...cell, ...members};
  const sign = textOf(language).comparison.signs[relationOf(own, fact, indicator)];
  return {...cell, ...members, text: `${cell.text}${sign ? `\u00a0${sign}` : ""}`};
}
