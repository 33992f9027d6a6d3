/** One indicator: the newest figure in words, its development, the municipalities side by side, and its definition. */
import type {DisclosedFact} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {explainBlank, formatInterval, formatValue} from "../format.ts";
import {type Comparator, figureSentence, levelSentence, titleOf, trendAlt} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {definitionModel} from "./indicator-definition.ts";
import {categoriesModel, cellOf, stripModel} from "./indicator-parts.ts";
import type {IndicatorState, Line} from "./indicator-state.ts";
import {hrefOf, indicatorHref, unitHref} from "./link.ts";
import {isWhole} from "./newest.ts";
import {placeName} from "./places.ts";

export function indicatorModel(state: IndicatorState) {
  const {language, indicator, place, lines} = state;
  const t = webTextOf(language);
  const last = lines[0]?.series.at(-1);
  const whole = last !== undefined && isWhole(indicator, last);
  return {
    heading: titleOf(indicator, language),
    list: {href: hrefOf(language, "/noegletal"), label: t.indicators.title},
    area: t.indicators.areas[indicator.area],
    areaId: indicator.area,
    action: indicatorHref(language, indicator.id),
    choose: chooseModel(state),
    place: {label: placeName(place, language), href: unitHref(language, place.id)},
    now: last && !whole ? nowModel(last, state) : null,
    whole,
    trend: whole ? null : trendModel(state),
    strip: whole ? null : stripModel(state),
    categories: categoriesModel(state),
    question: indicator.question || null,
    foreign: language !== "da",
    definition: definitionModel(state)
  };
}

function chooseModel({language, place, municipalities}: IndicatorState): Choice {
  const t = webTextOf(language).indicator;
  const chosen = place.kind === "municipality" ? place.id : place.municipality;
  return choicesOf(
    "kommune",
    t.municipality,
    chosen,
    t.everywhere,
    municipalities.map(({id, name}) => [id, name])
  );
}

function nowModel(last: DisclosedFact, {language, indicator}: IndicatorState) {
  const interval = formatInterval(last.low, last.high, indicator, language);
  return {
    value: formatValue(last, indicator, language),
    blank: last.blank !== null,
    period: periodLabel(last.period, language),
    note:
      last.blank === null
        ? interval
          ? webTextOf(language).unit.interval(interval)
          : ""
        : explainBlank(last.blank, language)
  };
}

function trendModel(state: IndicatorState) {
  const {language, indicator, lines, breaks, drawings} = state;
  const [own, ...others] = lines;
  if (!own || !drawings.trend || own.series.length === 0) return null;
  const last = own.series.at(-1)!;
  const comparators = others.flatMap(({role, series}): readonly Comparator[] => {
    const fact = series.find(({period}) => period === last.period);
    return role === "own" ? [] : [{kind: role, fact}];
  });
  const texts = breaks.map(({period, text, textEnglish}) => ({period, text: language === "da" ? text : textEnglish}));
  return {
    drawing: drawings.trend,
    alt: trendAlt(own.series, indicator, language),
    finding: [
      levelSentence(last, indicator, language),
      figureSentence(own.series, comparators, texts, indicator, language)
    ]
      .filter((sentence, index, all) => sentence && !(index === 1 && all[0]!.includes(sentence)))
      .join(" "),
    breaks: texts.map(({period, text}) => `${periodLabel(period, language)}: ${text}`),
    heads: lines.map(({name}) => name),
    rows: periodsOf(lines).map((period) => ({
      period: periodLabel(period, language),
      cells: lines.map(({series}) =>
        cellOf(
          series.find((fact) => fact.period === period),
          state
        )
      )
    }))
  };
}

function periodsOf(lines: readonly Line[]): readonly PeriodId[] {
  return [...new Set(lines.flatMap(({series}) => series.map(({period}) => period)))].sort().reverse();
}
