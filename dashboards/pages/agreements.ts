/** The agreements of an area or a municipality, each beside the newest value of the figure that it aims at. */
import type {DisclosedFact, Indicator, Language, Unit} from "../../queries/model.ts";
import {comparePeriods, type PeriodId, periodLabel} from "../../queries/period.ts";
import type {Agreement} from "../../queries/registry/agreements.ts";
import {formatDate, formatValue} from "../format.ts";
import {hrefOf, indicatorHref, unitHref} from "../link.ts";
import {type Break, changeSentence, titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {type Choice, choicesOf} from "./choice.ts";

export const agreementStates = ["open", "done", "dropped"] as const;
export const mostAgreements = 40;

/** An agreement with what is known of its unit and figure; the series is the unit's own, oldest first. */
export interface KnownAgreement {
  readonly agreement: Agreement;
  readonly unit: Unit;
  readonly indicator: Indicator | null;
  readonly series: readonly DisclosedFact[];
  readonly breaks: readonly Break[];
}

export interface AgreementsState {
  readonly language: Language;
  readonly chosen: {readonly omraade: string | null; readonly status: Agreement["status"] | null};
  readonly places: readonly {readonly id: string; readonly name: string}[];
  /** All that fit the choice. */
  readonly fitting: readonly Agreement[];
  /** The newest of them. */
  readonly shown: readonly KnownAgreement[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export function agreementsModel({language, chosen, places, fitting, shown, today}: AgreementsState) {
  const {agreementsPage: t} = webTextOf(language);
  const {statuses} = textOf(language).agreements;
  const open = fitting.filter(({status}) => status === "open");
  const filters: readonly Choice[] = [
    choicesOf(
      "omraade",
      t.place,
      chosen.omraade,
      t.all,
      places.map(({id, name}) => [id, name])
    ),
    choicesOf(
      "status",
      t.status,
      chosen.status,
      t.all,
      agreementStates.map((state) => [state, statuses[state]])
    )
  ];
  return {
    action: hrefOf(language, "/aftaler"),
    filters,
    count: t.count(fitting.length),
    summary: t.summary(
      open.length,
      open.filter((each) => isLate(each, today)).length,
      fitting.filter(({status}) => status === "done").length
    ),
    rows: shown.map((each) => rowOf(each, today, language)),
    more: fitting.length > shown.length ? t.more(shown.length) : null
  };
}

function isLate({status, due}: Agreement, today: string): boolean {
  return status === "open" && due !== null && due < today;
}

function rowOf(known: KnownAgreement, today: string, language: Language) {
  const {agreement, unit} = known;
  const {agreementsPage: t} = webTextOf(language);
  const text = textOf(language).agreements;
  return {
    text: agreement.text,
    unit: unit.name,
    href: unitHref(language, unit.id),
    made: t.made(periodLabel(agreement.period as PeriodId, language)),
    owner: agreement.owner,
    due: agreement.due ? formatDate(agreement.due, language) : "–",
    late: isLate(agreement, today) ? t.late : null,
    status: text.statuses[agreement.status],
    badge: agreement.status === "done" ? "success" : "info",
    figure: figureOf(known, language)
  };
}

function figureOf({agreement, unit, indicator, series, breaks}: KnownAgreement, language: Language) {
  if (!indicator) return null;
  const text = textOf(language).agreements;
  const now = series.at(-1);
  const before = series.findLast(({period}) => comparePeriods(period, agreement.period as PeriodId) <= 0);
  const said = (fact: DisclosedFact | undefined) =>
    fact ? `${formatValue(fact, indicator, language)} (${periodLabel(fact.period, language)})` : text.noFigureYet;
  const isNewer = before !== undefined && now !== undefined && now.period !== before.period;
  return {
    title: titleOf(indicator, language),
    href: indicatorHref(language, indicator.id, {municipality: unit.municipality, unit: unit.id}),
    before: said(before),
    now: isNewer || !before ? said(now) : text.noNewFigure,
    target: agreement.target === null ? null : formatValue(agreement.target, indicator, language),
    sentence: changeSentence(series, breaks, indicator, language) || null,
    terms: {before: text.valueThen, now: text.valueNow, target: text.target}
  };
}
