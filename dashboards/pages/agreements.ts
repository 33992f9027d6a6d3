/** The agreements of an area or a municipality, each beside the newest value of the figure that it aims at. */
import {agreementStatuses} from "../../queries/conversations/agreement-draft.ts";
import type {DisclosedFact, Indicator, Language, Unit} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {addDays} from "../../queries/reference/wheel-dates.ts";
import type {Agreement} from "../../queries/registry/agreements.ts";
import {agreementFigure, expectedText} from "../agreement-figure.ts";
import {formatDate} from "../format.ts";
import {conversationHref, hrefOf, indicatorHref, unitHref} from "../link.ts";
import {type Break, type Effect, effectOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {type Choice, choicesOf} from "./choice.ts";

export const dueStates = ["overdue", "soon", "later"] as const;
type DueState = (typeof dueStates)[number];
/** `changed`: can be told from chance; `unchanged`: cannot; `unknown`: there are no two figures to hold together. */
export const effectGroups = ["changed", "unchanged", "unknown"] as const;
type EffectGroup = (typeof effectGroups)[number];
export const mostAgreements = 40;
/** Days ahead in which a day is near. */
const soon = 30;

/** An agreement with what is known of its unit and figure; the series is the unit's own, oldest first. */
export interface KnownAgreement {
  readonly agreement: Agreement;
  readonly unit: Unit;
  /** Of the conversation that it was made in; null where it was made elsewhere. */
  readonly template: string | null;
  readonly indicator: Indicator | null;
  readonly series: readonly DisclosedFact[];
  readonly breaks: readonly Break[];
  /** The newest half-year that can be seen. */
  readonly until: PeriodId;
}

export interface AgreementsChoice {
  readonly omraade: string | null;
  readonly status: Agreement["status"] | null;
  readonly frist: DueState | null;
  readonly effekt: EffectGroup | null;
}

export interface AgreementsState {
  readonly language: Language;
  readonly chosen: AgreementsChoice;
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
  const due = (state: DueState) => fitting.filter((each) => dueStateOf(each, today) === state).length;
  const count = (status: Agreement["status"]) => fitting.filter((each) => each.status === status).length;
  return {
    action: hrefOf(language, "/aftaler"),
    filters: filtersOf(chosen, places, language),
    count: t.count(fitting.length),
    summary: t.summary({open: count("open"), late: due("overdue"), soon: due("soon"), done: count("done")}),
    rows: shown.map((each) => rowOf(each, today, language)),
    more: fitting.length > shown.length ? t.more(shown.length) : null,
    conversations: hrefOf(language, "/samtaler")
  };
}

function filtersOf(chosen: AgreementsChoice, places: AgreementsState["places"], language: Language): readonly Choice[] {
  const {agreementsPage: t} = webTextOf(language);
  const {statuses} = textOf(language).agreements;
  const named = <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, string>>) =>
    names.map((name) => [name, words[name]] as const);
  return [
    choicesOf(
      "omraade",
      t.place,
      chosen.omraade,
      t.all,
      places.map(({id, name}) => [id, name])
    ),
    choicesOf("status", t.status, chosen.status, t.all, named(agreementStatuses, statuses)),
    choicesOf("frist", t.due, chosen.frist, t.all, named(dueStates, t.dueStates)),
    choicesOf("effekt", t.effect, chosen.effekt, t.all, named(effectGroups, t.effects))
  ];
}

/** Null for what has no day or is no longer open. */
export function dueStateOf({status, due}: Agreement, today: string): DueState | null {
  if (status !== "open" || due === null) return null;
  return due < today ? "overdue" : due <= addDays(today, soon) ? "soon" : "later";
}

export function effectGroupOf({agreement, indicator, series, breaks, until}: KnownAgreement): EffectGroup {
  if (!indicator) return "unknown";
  const groups: Partial<Record<Effect, EffectGroup>> = {rise: "changed", fall: "changed", same: "unchanged"};
  return groups[effectOf({agreement, indicator, series, breaks, until}).effect] ?? "unknown";
}

/** As lists and conversations show an agreement. */
export function rowOf(known: KnownAgreement, today: string, language: Language) {
  const {agreement, unit, template} = known;
  const {agreementsPage: t} = webTextOf(language);
  const text = textOf(language).agreements;
  const due = dueStateOf(agreement, today);
  return {
    id: agreement.id,
    text: agreement.text,
    unit: unit.name,
    href: unitHref(language, unit.id),
    made: t.made(periodLabel(agreement.period as PeriodId, language)),
    conversation: `${conversationHref(language, {...agreement, template})}#agreement-${agreement.id}`,
    owner: agreement.owner || t.noOwner,
    due: agreement.due ? t.dueOn(formatDate(agreement.due, language)) : t.noDue,
    late: due === "overdue" ? t.late : due === "soon" ? t.near : null,
    isLate: due === "overdue",
    status: text.statuses[agreement.status],
    badge: agreement.status === "done" ? "success" : "info",
    expected: expectedText(agreement, language),
    figure: figureOf(known, language)
  };
}
export type AgreementRow = ReturnType<typeof rowOf>;

function figureOf({agreement, unit, indicator, series, breaks, until}: KnownAgreement, language: Language) {
  if (!indicator) return null;
  const text = textOf(language).agreements;
  const {title, before, now, target, sentence} = agreementFigure(
    {agreement, indicator, series, breaks, until},
    language
  );
  return {
    title,
    href: indicatorHref(language, indicator.id, {municipality: unit.municipality, unit: unit.id}),
    ...{before, now, target, sentence},
    terms: {before: text.valueThen, now: text.valueNow, target: text.target}
  };
}
