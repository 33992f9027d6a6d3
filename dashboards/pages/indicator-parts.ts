/** The municipalities side by side, and the figure by category. */
import {findClassification, labelOf} from "../../queries/classifications/index.ts";
import type {DisclosedFact} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatInterval, formatMembers, formatValue} from "../format.ts";
import {distributionAlt, spreadAlt, spreadSentence} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {type IndicatorState, inOrder} from "./indicator-state.ts";
import {indicatorHref} from "./link.ts";

/** A figure in a table: its value or the word for its blank, and below it interval and coverage. */
export function cellOf(
  fact: DisclosedFact | undefined,
  {indicator, language}: Pick<IndicatorState, "indicator" | "language">
) {
  if (!fact) return {value: "–", note: "", blank: true};
  const bare = {...indicator, measureLabel: "", measureLabelEnglish: ""};
  const interval = formatInterval(fact.low, fact.high, bare, language);
  const members = fact.expected > 1 ? formatMembers(fact.members, fact.expected, language) : "";
  return {
    value: formatValue(fact, indicator, language),
    note: [interval, members].filter(Boolean).join(" · "),
    blank: fact.blank !== null
  };
}

export function stripModel(state: IndicatorState) {
  const {language, indicator, spread, units, drawings, place} = state;
  const period = spread[0]?.period;
  if (!drawings.strip || !period) return null;
  const chosen = place.kind === "municipality" ? (place.id as string) : place.municipality;
  const rows = spread
    .map((fact) => ({fact, name: units.get(fact.unit)?.name ?? fact.unit}))
    .toSorted((a, b) => a.name.localeCompare(b.name, "da"));
  const plural = textOf(language).kindsPlural.municipality;
  return {
    drawing: drawings.strip,
    period: periodLabel(period, language),
    finding: stripFinding(state, chosen),
    alt: spreadAlt(spread, indicator, language, plural),
    rows: rows.map(({fact, name}) => ({
      name,
      href: indicatorHref(language, indicator.id, {municipality: fact.unit}),
      own: (fact.unit as string) === chosen,
      ...cellOf(fact, state)
    }))
  };
}

function stripFinding(
  {language, indicator, spread, spreadWhole, units}: IndicatorState,
  chosen: string | null
): string {
  const {kindsPlural, whole} = textOf(language);
  const sentence = spreadSentence(
    spread,
    {name: whole.nation, fact: spreadWhole},
    kindsPlural.municipality,
    indicator,
    language
  );
  const own = spread.find(({unit}) => (unit as string) === chosen);
  const ownText = own
    ? webTextOf(language).indicator.stripOwn(
        units.get(own.unit)?.name ?? own.unit,
        formatValue(own, indicator, language)
      )
    : "";
  return [sentence, ownText.replace(/\.\.$/, ".")].filter(Boolean).join(" ");
}

export function categoriesModel(state: IndicatorState) {
  const {language, indicator, categories, drawings} = state;
  const {dimension} = indicator;
  const [own, ...others] = categories;
  if (!dimension || !own || own.series.length === 0) return null;
  const ordered = inOrder(own.series, dimension);
  const labelled = ordered.map((fact) => ({label: labelOf(dimension, fact.category, language), fact}));
  return {
    heading: webTextOf(language).indicator.categories(findClassification(dimension)?.title ?? dimension),
    period: periodLabel(own.series[0]!.period, language),
    drawing: drawings.categories,
    alt: distributionAlt(labelled, indicator, language),
    heads: categories.map(({name}) => name),
    rows: labelled.map(({label, fact}) => ({
      name: label,
      cells: [fact, ...others.map(({series}) => series.find(({category}) => category === fact.category))].map((each) =>
        cellOf(each, state)
      )
    }))
  };
}
