import type {Coverage, Language} from "../../queries/model.ts";
import {endOf, type PeriodId, periodLabel, startOf} from "../../queries/period.ts";
import {formatDate, formatNumber} from "../format.ts";
import {deliveryHref, hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import type {NumberState} from "./number.ts";

/**
 * What the figure's municipalities delivered for its period. Never how many rows: of one municipality they tell how many
 * persons stand behind a figure that is hidden.
 */
export function extractsModel(state: NumberState) {
  const {fact, indicator, coverage, members} = state;
  const standards = new Set(indicator.standards.map((id) => id.replace(/@\d+$/, "")));
  const own = coverage.filter(
    ({standard, period}) => standards.has(standard) && (meet(period, fact.period) || standard === "units")
  );
  return members.length === 1
    ? {deliveries: own.map((each) => deliveryRow(each, state)), sums: null}
    : {deliveries: null, sums: sumsOf(own, state)};
}

function meet(a: PeriodId, b: PeriodId): boolean {
  return startOf(a) <= endOf(b) && endOf(a) >= startOf(b);
}

function deliveryRow({standard, period, state, receivedAt, delivery, municipality}: Coverage, given: NumberState) {
  const {language, standardTitles, opens} = given;
  const {number: t} = webTextOf(language);
  return {
    standard: standardTitles.get(standard) ?? standard,
    period: periodLabel(period, language),
    state: t.states[state],
    received: receivedAt ? formatDate(receivedAt, language) : "",
    href: delivery && opens(municipality) ? deliveryHref(language, delivery) : null
  };
}

function sumsOf(own: readonly Coverage[], {language, standardTitles}: NumberState) {
  const {number: t, quality} = webTextOf(language);
  return [...Map.groupBy(own, ({standard, period}) => `${standard} ${period}`).values()].map((rows) => {
    const {standard, period} = rows[0]!;
    const arrived = rows.filter(({state}) => state === "arrived").length;
    const title = `${standardTitles.get(standard) ?? standard}, ${periodLabel(period, language)}`;
    return {
      text: t.extractsSum(
        title,
        quality.of(formatNumber(arrived, 0, language), formatNumber(rows.length, 0, language)),
        othersText(rows, language)
      ),
      href: hrefOf(language, "/datakvalitet") + searchOf({standard, periode: period})
    };
  });
}

/** `2 fritaget, 1 mangler`. */
export function othersText(rows: readonly Coverage[], language: Language): string {
  const {states} = webTextOf(language).quality;
  return (["late", "missing", "exempt", "rejected"] as const)
    .map((state) => [states[state], rows.filter((row) => row.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${formatNumber(count, 0, language)} ${word}`)
    .join(", ");
}
