import {agreementFigure, expectedText} from "../../dashboards/agreement-figure.ts";
import {formatDate} from "../../dashboards/format.ts";
import {breaksOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import {comparePeriods, latestWithin, type PeriodId} from "../../queries/period.ts";
import type {Agreement} from "../../queries/registry/agreements.ts";
import type {PackageFacts} from "./facts.ts";
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
      owner: agreement.owner || "–",
      due: agreement.due ? formatDate(agreement.due, language) : "–",
      status: text.statuses[agreement.status],
      expected: expectedText(agreement, language),
      figure: figureOf(given, agreement)
    }));
}

function figureOf(given: PackageFacts, agreement: Agreement): AgreementView["figure"] {
  const indicator = agreement.indicator ? given.indicators.get(agreement.indicator) : undefined;
  if (!indicator) return null;
  const {period, language} = given;
  const last = latestWithin(period, indicator.periodKind);
  const series = given.facts
    .series(given.unit.id, indicator.id)
    .filter((fact) => comparePeriods(fact.period, last) <= 0);
  const breaks = breaksOf(given.breaks, indicator, language);
  const {title, before, now, target, sentence} = agreementFigure(
    {agreement, indicator, series, breaks, until: period},
    language
  );
  return {title, before, now, target, sentence};
}
