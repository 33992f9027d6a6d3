import {formatDate, formatValue} from "../../dashboards/format.ts";
import {changeSentence, titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import {comparePeriods, type PeriodId, periodLabel} from "../../queries/period.ts";
import type {Agreement} from "../../queries/registry/agreements.ts";
import type {PackageFacts} from "./facts.ts";
import {breaksOf, ownSeries} from "./series.ts";
import type {AgreementView} from "./views.ts";

/** Agreements made before this package, each beside the figure it aimed at: then and now. */
export function agreementViews(given: PackageFacts): readonly AgreementView[] {
  const {language} = given;
  const text = textOf(language).agreements;
  return given.agreements
    .filter(({period}) => comparePeriods(period as PeriodId, given.period) < 0)
    .slice(0, 6)
    .map((agreement) => ({
      text: agreement.text,
      owner: agreement.owner,
      due: agreement.due ? formatDate(agreement.due, language) : "–",
      status: text.statuses[agreement.status],
      figure: figureOf(given, agreement)
    }));
}

function figureOf(given: PackageFacts, agreement: Agreement): AgreementView["figure"] {
  const indicator = agreement.indicator ? given.indicators.get(agreement.indicator) : undefined;
  if (!indicator) return null;
  const {language} = given;
  const text = textOf(language).agreements;
  const series = ownSeries(given, indicator);
  const now = series.at(-1);
  const before = series.findLast(({period}) => comparePeriods(period, agreement.period as PeriodId) <= 0);
  const said = (fact: typeof now) =>
    fact ? `${formatValue(fact, indicator, language)} (${periodLabel(fact.period, language)})` : text.noFigureYet;
  const isNewer = before && now && now.period !== before.period;
  return {
    title: titleOf(indicator, language),
    before: said(before),
    now: isNewer || !before ? said(now) : text.noNewFigure,
    target: agreement.target === null ? "" : formatValue(agreement.target, indicator, language),
    sentence: changeSentence(series, breaksOf(given, indicator), indicator, language)
  };
}
