/** Reporting an error in a figure: the form where something must be corrected, the receipt, and the list of all. */
import type {Indicator, Language} from "../../queries/model.ts";
import {isPeriod, periodLabel} from "../../queries/period.ts";
import type {ErrorReport} from "../../queries/registry/error-reports.ts";
import {formatDate} from "../format.ts";
import {factHref, hrefOf} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {fact} from "./fact.ts";

export const longestText = 2000;
export const longestContact = 120;
export type ReportProblem = "tooShort" | "tooLong" | "contactTooLong" | "personNumber";

export interface ReportDraft {
  /** The address of the figure, without language. */
  readonly figure: string;
  readonly text: string;
  readonly contact: string;
}

/** What the writer sent, to be corrected; nothing of it has been stored. */
export function reportFormModel(draft: ReportDraft, problem: ReportProblem, language: Language) {
  return {
    problem: webTextOf(language).report[problem],
    back: hrefOf(language, draft.figure),
    form: {...draft, action: hrefOf(language, "/fejl"), problem}
  };
}

/** What a report is about, in words. */
export interface ReportNames {
  readonly indicators: ReadonlyMap<string, Indicator>;
  unitName(id: string): string;
}

export function reportModel(report: ErrorReport, names: ReportNames, language: Language) {
  const {report: t} = webTextOf(language);
  return {
    isNew: report.state === "received",
    facts: [
      {...fact(t.number, report.number), note: t.numberNote},
      {...fact(t.about, aboutText(report, names, language)), href: aboutHref(report, language)},
      fact(t.state, t.states[report.state]),
      fact(t.answer, report.answer || t.noAnswer),
      fact(t.received, formatDate(report.receivedAt, language)),
      ...(report.changedAt === report.receivedAt ? [] : [fact(t.changed, formatDate(report.changedAt, language))])
    ],
    list: hrefOf(language, "/fejl")
  };
}

export function reportsModel(reports: readonly ErrorReport[], names: ReportNames, language: Language) {
  const {report: t} = webTextOf(language);
  return {
    heading: t.count(reports.length),
    rows: reports.map((report) => ({
      number: report.number,
      href: hrefOf(language, `/fejl/${report.number}`),
      about: aboutText(report, names, language),
      aboutHref: aboutHref(report, language),
      state: t.states[report.state],
      answer: report.answer,
      received: formatDate(report.receivedAt, language)
    }))
  };
}

function aboutText({indicator, unit, period}: ErrorReport, names: ReportNames, language: Language): string {
  const known = names.indicators.get(indicator);
  const when = isPeriod(period) ? periodLabel(period, language) : period;
  return [known ? titleOf(known, language) : indicator, names.unitName(unit), when].join(", ");
}

function aboutHref({indicator, unit, period, category}: ErrorReport, language: Language): string {
  return factHref(language, {indicator, unit, period, category} as Parameters<typeof factHref>[1]);
}
