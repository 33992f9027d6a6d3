/** A conversation about a unit over a half-year's package: to prepare, to hold and to follow up. */
import type {ChosenQuestion} from "../../queries/conversations/questions.ts";
import {leftOut} from "../../queries/conversations/questions.ts";
import {type Section, steps, type Template} from "../../queries/conversations/template.ts";
import type {Language, Unit} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {type ConversationState, conversationStates} from "../../queries/registry/conversations.ts";
import {conversationHref, hrefOf, unitHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {type KnownAgreement, rowOf} from "./agreements.ts";
import {type AgreementsGiven, ownAgreements} from "./conversation-agreements.ts";
import type {EvidenceModel, SuggestedQuestion} from "./conversation-evidence.ts";
import {partModel, questionWords, saidOf, savedModel} from "./conversation-parts.ts";
import {ancestorsOf, placeName, type Units} from "./places.ts";

const mostLast = 6;

export interface ConversationPage extends AgreementsGiven {
  readonly unit: Unit;
  readonly units: Units;
  readonly period: PeriodId;
  readonly template: Template;
  /** Templates for the unit's kind, this one included. */
  readonly others: readonly Template[];
  readonly state: ConversationState;
  readonly chosen: readonly ChosenQuestion[];
  readonly suggested: readonly SuggestedQuestion[];
  readonly evidence: EvidenceModel;
  /** Agreements of earlier half-years, newest first. */
  readonly last: readonly KnownAgreement[];
  /** The newest package of the half-year. */
  readonly issue: {readonly href: string} | null;
}

export function conversationModel(page: ConversationPage) {
  const {language, unit, units, period, template, mayWrite, isClosed, unkept} = page;
  const t = webTextOf(language).conversation;
  const words = wordsIn(language);
  const part = (name: string, label: string, more = {}) => partModel(page, name, {label, ...more});
  const place = {unit: unit.id, period, template: template.id};
  const address = conversationHref(language, place);
  const sections = (at: Section["place"]) =>
    template.sections
      .filter(({place: where}) => where === at)
      .map((each) => part(each.id, titleOf(each, language), {help: words.help(each), rows: 5}));
  return {
    action: address,
    heading: headingOf(page),
    basis: language === "da" ? template.basis : template.basisEnglish,
    over: t.over(periodLabel(period, language)),
    trail: [...ancestorsOf(unit, units), unit].map((each) => ({
      href: unitHref(language, each.id),
      label: placeName(each, language)
    })),
    here: titleOf(template, language),
    others: page.others
      .filter(({id}) => id !== template.id)
      .map((each) => ({
        href: conversationHref(language, {...place, template: each.id}),
        label: titleOf(each, language)
      })),
    notice: !mayWrite ? t.readOnly : isClosed ? t.closedNote : null,
    unsaved: unkept.size > 0,
    mayWrite,
    writes: mayWrite && !isClosed,
    state: stateModel(page),
    lastSaved: lastSaved(page),
    package: page.issue?.href ?? null,
    unit: unitHref(language, unit.id),
    history: `${address}/historik`,
    list: hrefOf(language, `/samtaler?periode=${period}`),
    evidence: page.evidence,
    last: lastModel(page),
    facts: [
      part("held-on", t.heldOn, {kind: "date"}),
      part("participants", t.participants, {help: t.participantsHelp, rows: 3})
    ],
    opening: sections("opening"),
    guide: guideModel(page),
    own: {part: "questions", draft: null, value: unkept.get("questions")?.text ?? "", ...savedModel(page, "questions")},
    removed: leftOut(template, page.chosen).map((each) => ({id: each.id, text: words.text(each)})),
    suggested: mayWrite && !isClosed ? freshSuggestions(page) : [],
    notes: sections("notes"),
    agreements: ownAgreements(page),
    closing: sections("closing"),
    signatures: template.signatures.map(words.text)
  };
}

export function headingOf({
  language,
  template,
  unit
}: Pick<ConversationPage, "language" | "template" | "unit">): string {
  return webTextOf(language).conversation.title(titleOf(template, language), placeName(unit, language));
}

function wordsIn(language: Language) {
  const pick = (danish: string, english: string) => (language === "da" ? danish : english);
  return {
    help: (each: {help: string; helpEnglish: string}) => pick(each.help, each.helpEnglish),
    text: (each: {text: string; textEnglish: string}) => pick(each.text, each.textEnglish)
  };
}

/** The newest of all fields, so that who saved without script sees that it was. */
function lastSaved({parts, nameOf, unkept, language}: ConversationPage): string {
  const newest = [...parts.values()].toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))[0];
  if (unkept.size > 0) return webTextOf(language).conversation.notSaved;
  return newest ? saidOf(newest, nameOf, language) : "";
}

/** One step on, and one back. */
function stateModel({language, state, mayWrite, parts, markOf}: ConversationPage) {
  const t = webTextOf(language).conversation;
  const at = conversationStates.indexOf(state);
  const standing = parts.get("state");
  const [next, back] = [conversationStates[at + 1], conversationStates[at - 1]];
  return {
    now: t.stateNow(t.states[state]),
    seen: `${standing?.version ?? 0}.${markOf(standing?.text ?? "")}`,
    steps: conversationStates.map((each, index) => ({
      label: t.states[each],
      done: index < at,
      current: index === at
    })),
    next: next && next !== "preparing" && mayWrite ? {value: `state:${next}`, label: t.moves[next]} : null,
    back:
      back && mayWrite
        ? {value: `state:${back}`, label: state === "closed" ? t.reopen : t.moveBack(t.states[back])}
        : null
  };
}

function lastModel({last, today, language}: ConversationPage) {
  const t = webTextOf(language).conversation;
  return {
    rows: last.slice(0, mostLast).map((each) => rowOf(each, today, language)),
    more: last.length > mostLast ? t.lastMore(last.length - mostLast) : null,
    agreements: hrefOf(language, "/aftaler")
  };
}

function guideModel(page: ConversationPage) {
  const {language, template, chosen} = page;
  const t = webTextOf(language).conversation;
  return steps.map((step, index) => ({
    step,
    number: index + 1,
    title: t.steps[step],
    help: t.stepHelp[step],
    questions: chosen
      .filter((each) => each.step === step)
      .map((each) => ({
        ...partModel(page, `answer.${each.id}`, {label: questionWords(each, template, language), rows: 3}),
        remove: {value: `remove:${each.id}`}
      }))
  }));
}

function freshSuggestions({suggested, chosen}: ConversationPage): readonly SuggestedQuestion[] {
  return suggested.filter(({indicator}) => !chosen.some(({id}) => id === `figure-${indicator}`));
}
