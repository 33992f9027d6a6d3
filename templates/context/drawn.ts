import type {ChartIndicator} from "../../dashboards/charts/chart.ts";
import type {DisclosedFact, Indicator} from "../../queries/model.ts";

/** The part of a fact that charts draw. */
export function drawnOf(fact: DisclosedFact) {
  return fact.blank === null
    ? {value: fact.value, low: fact.low, high: fact.high, blank: null}
    : {value: null, low: null, high: null, blank: fact.blank};
}

/** Only what a chart looks at, so that equal charts have equal keys among the remembered drawings. */
export function chartIndicator({
  measureLabel,
  measureLabelEnglish,
  decimals,
  bounds,
  target,
  targetText,
  interval
}: Indicator): ChartIndicator {
  return {measureLabel, measureLabelEnglish, decimals, bounds, target, targetText, interval};
}
