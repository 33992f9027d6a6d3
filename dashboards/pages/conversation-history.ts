/** Who wrote what in a conversation, and when; any earlier text can be brought back. */
import {diffWordsWithSpace} from "diff";
import {agreementIdOf, readDraft} from "../../queries/conversations/agreement-draft.ts";
import {type ChosenQuestion, parseQuestions} from "../../queries/conversations/questions.ts";
import type {Template} from "../../queries/conversations/template.ts";
import type {Indicator, Language, Unit} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import type {PartVersion} from "../../queries/registry/conversation-parts.ts";
import {stateOf} from "../../queries/registry/conversations.ts";
import {formatDate} from "../format.ts";
import {conversationHref} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {choicesOf} from "./choice.ts";
import {termsText} from "./conversation-agreements.ts";
import {questionWords} from "./conversation-parts.ts";
import {placeName} from "./places.ts";

export const mostVersions = 100;
/** Beyond this many words that came or went, a text is shown as it is. */
const mostEdits = 300;

export interface HistoryPage {
  readonly language: Language;
  readonly unit: Unit;
  readonly period: PeriodId;
  readonly template: Template;
  /** Newest first. */
  readonly versions: readonly PartVersion[];
  readonly chosenPart: string | null;
  readonly questions: readonly ChosenQuestion[];
  readonly indicators: readonly Indicator[];
  readonly mayWrite: boolean;
  readonly isClosed: boolean;
  readonly nameOf: (author: string) => string;
}

export function historyModel(page: HistoryPage) {
  const {language, versions, chosenPart} = page;
  const t = webTextOf(language).conversation.history;
  const address = conversationHref(language, {unit: page.unit.id, period: page.period, template: page.template.id});
  const parts = [...new Set(versions.map(({part}) => part))];
  const fitting = versions.filter(({part}) => !chosenPart || part === chosenPart);
  return {
    action: `${address}/historik`,
    restore: `${address}/gendan`,
    back: address,
    heading: historyTitle(page),
    filters: [
      choicesOf(
        "felt",
        t.part,
        chosenPart,
        t.all,
        parts.map((part) => [part, partName(part, page)])
      )
    ],
    count: t.count(fitting.length),
    rows: fitting.slice(0, mostVersions).map((version) => rowOf(version, page)),
    more: fitting.length > mostVersions ? t.more(mostVersions) : null
  };
}

export function historyTitle({
  language,
  unit,
  template,
  period
}: Pick<HistoryPage, "language" | "unit" | "template" | "period">): string {
  const {title} = webTextOf(language).conversation.history;
  return title(placeName(unit, language), titleOf(template, language), periodLabel(period, language));
}

function rowOf(version: PartVersion, page: HistoryPage) {
  const {language, versions, mayWrite, isClosed, nameOf} = page;
  const t = webTextOf(language).conversation.history;
  const {part, aside, restores, author, changedAt} = version;
  const isStanding = versions.find((each) => each.part === part && !each.aside)?.version === version.version;
  const isLocked = part === "state" || (isClosed && agreementIdOf(part) === null);
  return {
    part,
    version: String(version.version),
    name: partName(part, page),
    when: formatMoment(changedAt, language),
    who: nameOf(author),
    marks: [isStanding && t.standing, aside && t.aside, restores !== null && t.restored].filter(Boolean).join(" · "),
    words: changedWords(version, page),
    emptied: saidText(version, page) === "" ? t.removedAll : null,
    restore: mayWrite && !isStanding && !isLocked
  };
}

/** The words of a version, with what came and what went since the one before. */
function changedWords(version: PartVersion, page: HistoryPage) {
  const before = page.versions.find(
    (each) => each.part === version.part && !each.aside && each.version < version.version
  );
  const text = saidText(version, page);
  const changes = diffWordsWithSpace(before ? saidText(before, page) : "", text, {maxEditLength: mostEdits});
  return (changes ?? [{value: text, added: false, removed: false}]).map((each) => ({
    text: each.value,
    came: before !== undefined && each.added === true,
    went: each.removed === true
  }));
}

function partName(part: string, {language, template, questions, versions, indicators}: HistoryPage): string {
  const t = webTextOf(language).conversation.history;
  const [kind, id] = part.split(/\.(.*)/s) as [string, string?];
  const section = template.sections.find((each) => each.id === part);
  if (section) return titleOf(section, language);
  if (kind === "answer") {
    const chosen = questions.find((each) => each.id === id) ?? {id: id!, text: null};
    return t.answer(questionWords(chosen, template, language));
  }
  if (kind === "agreement") {
    const newest = versions.find((each) => each.part === part && !each.aside);
    const text = newest ? termsText(readDraft(newest.text), {language, indicators}).split("\n")[0]! : "";
    return `${t.agreement}: ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
  }
  return t.parts[part as keyof typeof t.parts] ?? part;
}

function saidText({part, text}: PartVersion, page: HistoryPage): string {
  const {language, template} = page;
  const t = webTextOf(language).conversation;
  if (part === "state") return t.states[stateOf(text)];
  if (part === "held-on") return text && formatDate(text, language);
  if (agreementIdOf(part)) return termsText(readDraft(text), page);
  if (part !== "questions") return text;
  return parseQuestions(text)
    .map((each) => `– ${questionWords(each, template, language)}`)
    .join("\n");
}
