/** One field of a conversation: what stands in it, who saved it when, and what is asked of the writer. */
import {type AgreementDraft, isDate} from "../../queries/conversations/agreement-draft.ts";
import type {ChosenQuestion} from "../../queries/conversations/questions.ts";
import type {Template} from "../../queries/conversations/template.ts";
import type {Language} from "../../queries/model.ts";
import type {PartVersion} from "../../queries/registry/conversation-parts.ts";
import type {Outcome} from "../../queries/registry/conversation-writes.ts";
import {formatDate} from "../format.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";

/** What was sent and not kept. */
export interface Unkept {
  readonly text: string;
  readonly draft: AgreementDraft | null;
  readonly outcome: Outcome;
}

export interface PartsGiven {
  readonly language: Language;
  readonly parts: ReadonlyMap<string, PartVersion>;
  readonly unkept: ReadonlyMap<string, Unkept>;
  readonly mayWrite: boolean;
  readonly isClosed: boolean;
  /** An account's name, as the page says it. */
  readonly nameOf: (author: string) => string;
  /** Tells whether a text that comes back is the one that was shown. */
  readonly markOf: (text: string) => string;
}

/** In its own words, or in the template's. */
export function questionWords(
  {id, text}: Pick<ChosenQuestion, "id" | "text">,
  {questions}: Pick<Template, "questions">,
  language: Language
): string {
  const known = questions.find((each) => each.id === id);
  return text ?? (language === "da" ? known?.text : known?.textEnglish) ?? id;
}

export interface PartWords {
  readonly label: string;
  readonly help?: string;
  readonly rows?: number;
  readonly kind?: "text" | "date";
}

export function partModel(given: PartsGiven, part: string, {label, help = "", rows = 4, kind = "text"}: PartWords) {
  const {language, parts, unkept, mayWrite, isClosed} = given;
  const standing = parts.get(part);
  const sent = unkept.get(part);
  const value = sent?.text ?? standing?.text ?? "";
  return {
    part,
    id: `felt-${part.replaceAll(".", "-")}`,
    label,
    help,
    rows,
    isDate: kind === "date",
    value,
    printed: kind === "date" && isDate(value) ? formatDate(value, language) : value,
    empty: value === "",
    locked: !mayWrite || isClosed,
    draft: null,
    ...savedModel(given, part)
  };
}
export type PartModel = ReturnType<typeof partModel>;

/** What a field and an agreement have in common. */
export function savedModel({language, parts, unkept, nameOf, markOf}: PartsGiven, part: string) {
  const standing = parts.get(part);
  const outcome = unkept.get(part)?.outcome;
  const version = outcome?.kind === "conflict" ? outcome.theirs.version : (standing?.version ?? 0);
  return {
    seen: `${version}.${markOf(standing?.text ?? "")}`,
    said: outcome ? webTextOf(language).conversation.notSaved : standing ? saidOf(standing, nameOf, language) : "",
    ...askedOf(outcome, nameOf, language)
  };
}

export function saidOf(
  {author, changedAt}: Pick<PartVersion, "author" | "changedAt">,
  nameOf: PartsGiven["nameOf"],
  language: Language
): string {
  return webTextOf(language).conversation.saved(formatMoment(changedAt, language), nameOf(author));
}

/** What the writer must decide, in the page and in the answer to the script. */
export function askedOf(outcome: Outcome | undefined, nameOf: PartsGiven["nameOf"], language: Language) {
  const t = webTextOf(language).conversation;
  return {
    conflict:
      outcome?.kind === "conflict"
        ? {
            text: t.conflict.text(nameOf(outcome.theirs.author), formatMoment(outcome.theirs.changedAt, language)),
            theirs: outcome.theirs.text
          }
        : null,
    asked: questionOf(outcome, language),
    problem: outcome?.kind === "problem" ? t.problems[outcome.problem] : null
  };
}

function questionOf(outcome: Outcome | undefined, language: Language) {
  const {asked, named} = webTextOf(language).conversation;
  if (outcome?.kind === "person-number") {
    const {title, text, confirm} = asked;
    return {title, text: text(shownNumber(outcome.number)), confirm, tokens: outcome.number};
  }
  if (outcome?.kind !== "names") return null;
  const {title, text, confirm} = named;
  return {title, text: text(outcome.names.join(", ")), confirm, tokens: outcome.names.join("|")};
}

/** Enough to find it in one's own text, and no more. */
function shownNumber(number: string): string {
  return `${number.slice(0, 6)}-••••`;
}
