import {formatDate, formatNumber} from "../../dashboards/format.ts";
import {hiddenPartOf} from "../../dashboards/hidden-share.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {listed, textOf} from "../../dashboards/text.ts";
import type {DisclosedFact, Indicator} from "../../queries/model.ts";
import {comparePeriods, halfYearsOf, latestWithin, periodLabel} from "../../queries/period.ts";
import {findStandard} from "../../queries/standards/index.ts";
import type {PackageFacts} from "./facts.ts";
import type {TableView} from "./views.ts";

export interface QualityView {
  readonly coverage: TableView | null;
  readonly hidden: string;
  /** Of the units below, by their kind: how much, never where; null where there are none. */
  readonly hiddenBelow: TableView | null;
  /** Says that the unit's series joins merged or split units, else null. */
  readonly linked: string | null;
  readonly breaks: readonly string[];
  readonly absent: readonly string[];
}

/** What the package is built on: deliveries, hidden figures (how many and why, never where), and breaks. */
export function qualityView(
  given: PackageFacts,
  indicators: readonly Indicator[],
  facts: readonly DisclosedFact[]
): QualityView {
  const {language} = given;
  const hidden = facts.filter(({blank}) => blank === "hidden").length;
  return {
    coverage: coverageTable(given, indicators),
    hidden: textOf(language).dataQuality.hidden(hidden, facts.length),
    hiddenBelow: hiddenTable(given),
    linked: facts.some(({linked, unit}) => linked && unit === given.unit.id)
      ? textOf(language).dataQuality.linked
      : null,
    breaks: breakLines(given, indicators),
    absent: absentLines(given, facts)
  };
}

function hiddenTable({below, facts, language}: PackageFacts): TableView | null {
  const {dataQuality: text, kindsPlural} = textOf(language);
  const kinds = [...Map.groupBy(below, ({kind}) => kind)].map(([kind, units]) => {
    const own = units.flatMap(({id}) => facts.of(id)).filter(({blank}) => blank === null || blank === "hidden");
    return {kind, all: own.length, hidden: own.filter(({blank}) => blank === "hidden").length};
  });
  const known = kinds.filter(({all}) => all > 0);
  if (known.length === 0) return null;
  return {
    caption: text.hiddenCaption,
    isTight: true,
    head: [{text: text.hiddenKind, isText: true}, {text: text.hiddenAll}, {text: text.hiddenPart, isText: true}],
    rows: known.map(({kind, all, hidden}) => ({
      head: kindsPlural[kind],
      cells: [{text: formatNumber(all, 0, language)}, {text: hiddenText(hidden, all, language), isText: true}]
    })),
    note: text.hiddenNote
  };
}

function hiddenText(hidden: number, all: number, language: "da" | "en"): string {
  const {hiddenNone, hiddenWords, hiddenShare} = textOf(language).dataQuality;
  const part = hiddenPartOf(hidden, all, language);
  if (!part) return hiddenNone;
  const word = hiddenWords[part.level];
  return part.share === null ? word : hiddenShare(word, part.share);
}

function coverageTable(given: PackageFacts, indicators: readonly Indicator[]): TableView | null {
  const {language, period} = given;
  const text = textOf(language).dataQuality;
  const needed = new Set(indicators.flatMap(({standards}) => standards.map((each) => each.split("@")[0]!)));
  needed.add("observations");
  const latest = new Map<string, PackageFacts["coverage"][number]>();
  for (const each of given.coverage) {
    const seen = latest.get(each.standard);
    if (!needed.has(each.standard) || comparePeriods(each.period, period) > 0) continue;
    if (!seen || comparePeriods(each.period, seen.period) > 0) latest.set(each.standard, each);
  }
  if (latest.size === 0) return null;
  return {
    caption: text.coverageCaption,
    isTight: true,
    head: [
      {text: text.standard, isText: true},
      {text: textOf(language).figure.period, isText: true},
      {text: text.state, isText: true},
      {text: text.received, isText: true},
      {text: text.rows}
    ],
    rows: [...latest.values()]
      .map((each) => ({
        head: standardTitle(each.standard, language),
        cells: [
          {text: periodLabel(each.period, language), isText: true},
          {text: text.states[each.state], isText: true},
          {text: each.receivedAt ? formatDate(each.receivedAt, language) : "–", isText: true},
          {text: each.rows > 0 ? formatNumber(each.rows, 0, language) : "–"}
        ]
      }))
      .toSorted((a, b) => a.head.localeCompare(b.head, "da"))
  };
}

function standardTitle(id: string, language: "da" | "en"): string {
  const standard = findStandard(id);
  return standard ? (language === "da" ? standard.title : standard.titleEnglish) : id;
}

/** Half-years that the municipality did not deliver, in words; one line per standard. */
function absentLines(given: PackageFacts, facts: readonly DisclosedFact[]): readonly string[] {
  const {language} = given;
  const text = textOf(language).dataQuality;
  const shown = new Set(facts.flatMap(({period}) => halfYearsIn(period)));
  const lines = new Map<string, string[]>();
  for (const each of given.coverage.toSorted((a, b) => comparePeriods(a.period, b.period))) {
    if (each.state === "arrived" || !shown.has(each.period)) continue;
    const key = `${standardTitle(each.standard, language)}: ${text.states[each.state]}`;
    const periods = lines.get(key) ?? [];
    lines.set(key, [...periods, periodLabel(each.period, language)]);
  }
  return [...lines].map(([key, periods]) => `${key} (${[...new Set(periods)].join(", ")}).`).sort();
}

function halfYearsIn(period: DisclosedFact["period"]): readonly string[] {
  return [period, ...halfYearsOf(period)];
}

/** One line per break; indicators that share it stand together. */
function breakLines(given: PackageFacts, indicators: readonly Indicator[]): readonly string[] {
  const {language, period} = given;
  const lines = indicators.flatMap((indicator) =>
    given.breaks
      .filter((each) => each.indicator === indicator.id)
      .filter((each) => comparePeriods(each.period, latestWithin(period, indicator.periodKind)) <= 0)
      .map((each) => ({title: titleOf(indicator, language), text: language === "da" ? each.text : each.textEnglish}))
  );
  return [...Map.groupBy(lines, ({text}) => text)].map(
    ([text, each]) => `${listed([...new Set(each.map(({title}) => title))], textOf(language).and)}: ${text}`
  );
}
