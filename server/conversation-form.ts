/** The form of a conversation as it was sent: any of its fields, each with the version that the writer saw, and at most one wish. */
import express, {type Request, type RequestHandler} from "express";
import {
  type AgreementDraft,
  agreementFields,
  agreementIdOf,
  agreementPartOf,
  draftText,
  emptyDraft,
  isBlankDraft
} from "../queries/conversations/agreement-draft.ts";
import {commonParts, type Step, steps, type Template} from "../queries/conversations/template.ts";
import {BadInput} from "../queries/errors.ts";
import {markOf} from "../queries/registry/conversation-parts.ts";
import type {Draft} from "../queries/registry/conversation-writes.ts";

export const readConversationForm: RequestHandler = express.text({
  type: "application/x-www-form-urlencoded",
  limit: "600kb"
});

export interface SentPart extends Draft {
  /** What was written of an agreement. */
  readonly draft: AgreementDraft | null;
}

export interface SentForm {
  /** `save`, or a word and what it is about: `state:held`, `remove:notice`. */
  readonly wish: readonly [word: string, about: string];
  /** The version of the state that the writer saw. */
  readonly stateBase: number;
  /** Only what the writer changed. */
  readonly parts: readonly SentPart[];
  /** A question of the writer's own. */
  readonly question: {readonly step: Step; readonly text: string} | null;
  readonly confirmed: ReadonlySet<string>;
}

const agreementName = /^a\.([A-Za-z0-9-]{1,80})\.([a-z]+)$/;
const wishes = /^(?:save|add|ask|(?:state|remove|bring-back|figure|theirs|both):[A-Za-z0-9.-]{1,100})$/;

/** Throws `BadInput` for a name that the page has not, or that was sent twice. */
export function parseConversationForm(request: Request, template: Template): SentForm {
  const fields = fieldsOf(request, template);
  const wish = fields.get("wish") ?? "save";
  if (!wishes.test(wish)) throw strange("wish");
  const [word = "", about = ""] = wish.split(/:(.*)/s);
  const texts = [...fields].flatMap(([name, text]) =>
    name.startsWith("t.") ? [sentText(name.slice(2), text, fields)] : []
  );
  const ids = new Set([...fields.keys()].flatMap((name) => agreementName.exec(name)?.[1] ?? []));
  return {
    wish: [word, about],
    stateBase: seenOf("state", fields).base,
    parts: [...texts, ...[...ids].map((id) => sentAgreement(id, fields))].filter((part) => part !== null),
    question: asked(fields),
    confirmed: new Set([...fields].flatMap(([name, tokens]) => (isConfirmation(name) ? tokens.split("|") : [])))
  };
}

type Fields = ReadonlyMap<string, string>;

function fieldsOf(request: Request, template: Template): Fields {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(typeof request.body === "string" ? request.body : "")) {
    if (fields.has(name) || !isKnown(name, template)) throw strange(name);
    fields.set(name, value);
  }
  return fields;
}

function isKnown(name: string, template: Template): boolean {
  if (["wish", "own.text", "own.step"].includes(name) || isConfirmation(name)) return true;
  const [, field] = agreementName.exec(name)?.slice(1) ?? [];
  if (field) return agreementFields.some((each) => each === field);
  const part = /^[tv]\.(.+)$/.exec(name)?.[1] ?? "";
  return isPart(part, template) || (name.startsWith("v.") && agreementIdOf(part) !== null);
}

function isPart(part: string, template: Template): boolean {
  return (
    part === "state" ||
    commonParts.some((each) => each === part) ||
    template.sections.some(({id}) => id === part) ||
    /^answer\.[a-z0-9-]{1,60}$/.test(part)
  );
}

function isConfirmation(name: string): boolean {
  return /^confirmed\.[A-Za-z0-9.-]{1,100}$/.test(name);
}

function strange(name: string): BadInput {
  return new BadInput(`a field that the conversation has not: ${name.slice(0, 40)}`, "Formularen kan ikke læses.");
}

/** Null where the text is as it was shown; the state is moved by a wish alone. */
function sentText(part: string, text: string, fields: Fields): SentPart | null {
  const seen = seenOf(part, fields);
  if (part === "state" || seen.mark === markOf(text.replaceAll(/\r\n?/g, "\n").trimEnd())) return null;
  return {part, text, base: seen.base, draft: null};
}

function sentAgreement(id: string, fields: Fields): SentPart | null {
  const part = agreementPartOf(id);
  const missing = agreementFields.find((field) => !fields.has(`a.${id}.${field}`));
  if (missing && fields.has(`v.${part}`)) throw strange(`a.${id}.${missing}`);
  const entries = agreementFields.map((field) => [field, fields.get(`a.${id}.${field}`) ?? emptyDraft[field]]);
  const draft: AgreementDraft = Object.fromEntries(entries);
  const text = draftText(draft);
  const seen = seenOf(part, fields);
  if (seen.mark === markOf(text) || (seen.base === 0 && isBlankDraft(draft))) return null;
  return {part, text, base: seen.base, draft};
}

function seenOf(part: string, fields: Fields): {readonly base: number; readonly mark: string} {
  const [, version = "0", mark = markOf("")] = /^(\d{1,9})\.([\w-]{12})$/.exec(fields.get(`v.${part}`) ?? "") ?? [];
  return {base: Number(version), mark};
}

function asked(fields: Fields): SentForm["question"] {
  const text = (fields.get("own.text") ?? "").replaceAll(/\s+/g, " ").trim();
  const step = steps.find((each) => each === fields.get("own.step"));
  return text && step ? {step, text} : null;
}
