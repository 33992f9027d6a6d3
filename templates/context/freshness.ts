import {monthsBetween, nextFigure} from "../../dashboards/freshness.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import type {Indicator} from "../../queries/model.ts";
import {comparePeriods, endOf, periodLabel} from "../../queries/period.ts";
import type {PackageFacts} from "./facts.ts";
import {ownSeries} from "./series.ts";
import type {TableView} from "./views.ts";

/** Age of every figure at the end of the package's half-year, and when the next one can be expected. */
export function freshnessTable(given: PackageFacts, indicators: readonly Indicator[]): TableView {
  const {language} = given;
  const text = textOf(language).freshness;
  const rows = indicators.flatMap((indicator) => {
    const newest = ownSeries(given, indicator).findLast(({blank}) => blank === null || blank === "hidden");
    if (!newest) return [];
    const age = monthsBetween(endOf(newest.period), endOf(given.period));
    const {period: next, expected} = nextFigure(newest.period, indicator);
    return [{indicator, newest, age, next, expected}];
  });
  return {
    caption: text.caption,
    isTight: true,
    head: [
      {text: text.indicator, isText: true},
      {text: text.latest, isText: true},
      {text: text.age, isText: true},
      {text: text.next, isText: true},
      {text: text.expected, isText: true}
    ],
    rows: [...Map.groupBy(rows, ({newest, expected}) => `${newest.period} ${expected}`).values()]
      .toSorted((a, b) => a[0]!.age - b[0]!.age || comparePeriods(a[0]!.expected, b[0]!.expected))
      .map((group) => {
        const {newest, age, next, expected} = group[0]!;
        const cells = [periodLabel(newest.period, language), text.months(age), periodLabel(next, language)];
        return {
          head: group.map(({indicator}) => titleOf(indicator, language)).join(" · "),
          cells: [...cells, periodLabel(expected, language)].map((cell) => ({text: cell, isText: true}))
        };
      })
  };
}
