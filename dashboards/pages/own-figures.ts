/** Figures that only the unit's own manager may see, newest first. */
import {labelOf} from "../../queries/classifications/index.ts";
import {
  type DisclosedFact,
  type Indicator,
  type IndicatorId,
  type Language,
  qualities,
  type Unit
} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatInterval, formatNumber, formatValue, measureOf} from "../format.ts";
import {indicatorHref, unitHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {placeName} from "./places.ts";

export interface OwnFiguresState {
  readonly language: Language;
  readonly unit: Unit;
  /** Null: there is no such file of the release. */
  readonly facts: readonly DisclosedFact[] | null;
  readonly reader: {readonly indicators: ReadonlyMap<IndicatorId, Indicator>};
}

export function ownFiguresModel(state: OwnFiguresState) {
  const {language, unit, facts} = state;
  const t = webTextOf(language).ownFigures;
  const shown = (facts ?? []).filter((fact) => fact.blank === null);
  return {
    heading: t.title(placeName(unit, language)),
    back: {href: unitHref(language, unit.id), label: placeName(unit, language)},
    count: shown.length > 0 ? t.count(shown.length) : facts === null ? t.missing : t.none,
    qualities: qualities.flatMap((id) => {
      const cards = cardsOf(shown, id, state);
      return cards.length > 0 ? [{id, title: textOf(language).qualities[id].title, cards}] : [];
    })
  };
}

function cardsOf(facts: readonly DisclosedFact[], quality: Indicator["quality"], {language, reader}: OwnFiguresState) {
  const byIndicator = Map.groupBy(facts, ({indicator}) => indicator);
  return [...byIndicator].flatMap(([id, own]) => {
    const indicator = reader.indicators.get(id);
    if (indicator?.quality !== quality) return [];
    const rows = own.toSorted((a, b) =>
      a.period < b.period ? 1 : a.period > b.period ? -1 : a.category < b.category ? -1 : 1
    );
    return [
      {
        id,
        title: titleOf(indicator, language),
        measure: measureOf(indicator, language),
        href: indicatorHref(language, id),
        rows: rows.map((fact) => rowOf(fact, indicator, language))
      }
    ];
  });
}

function rowOf(fact: DisclosedFact, indicator: Indicator, language: Language) {
  const {dimension} = indicator;
  const {low, high, category, persons, period} = fact;
  return {
    period: periodLabel(period, language),
    category: category !== "" && dimension ? labelOf(dimension, category, language) : "",
    value: formatValue(fact, {...indicator, measureLabel: "", measureLabelEnglish: ""}, language).trim(),
    interval: formatInterval(low, high, {...indicator, measureLabel: "", measureLabelEnglish: ""}, language),
    persons: persons === null ? "–" : formatNumber(persons, 0, language)
  };
}
