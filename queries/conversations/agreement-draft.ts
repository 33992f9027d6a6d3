/** An agreement as it is written in a form, and as it is kept among a conversation's parts. */
import type {Agreement} from "../registry/agreements.ts";

export const directions = ["rise", "fall", "hold"] as const;
export const agreementStatuses = ["open", "done", "dropped"] as const satisfies readonly Agreement["status"][];

export const agreementFields = [
  "text",
  "indicator",
  "direction",
  "expected",
  "target",
  "owner",
  "due",
  "status"
] as const;
export type AgreementField = (typeof agreementFields)[number];

const agreementPart = /^agreement\.([A-Za-z0-9-]{1,80})$/;

/** The part of a conversation that an agreement is kept in. */
export function agreementPartOf(id: string): string {
  return `agreement.${id}`;
}

/** Null where the part is no agreement's. */
export function agreementIdOf(part: string): string | null {
  return agreementPart.exec(part)?.[1] ?? null;
}

/** What was written, as it was written; the empty text where nothing was. */
export type AgreementDraft = Readonly<Record<AgreementField, string>>;
export type AgreementProblem = "text" | "target" | "target-without-indicator" | "due" | "indicator";
export type AgreedTerms = Pick<
  Agreement,
  "text" | "indicator" | "direction" | "expected" | "target" | "owner" | "due" | "status"
>;

export const emptyDraft: AgreementDraft = {
  ...{text: "", indicator: "", direction: "", expected: "", target: "", owner: "", due: "", status: "open"}
};

/** True where nothing has been written, so that there is nothing to keep. */
export function isBlankDraft({text, indicator, direction, expected, target, owner, due}: AgreementDraft): boolean {
  return [text, indicator, direction, expected, target, owner, due].every((each) => each.trim() === "");
}

/** The terms, or what cannot be understood of them. */
export function parseDraft(
  draft: AgreementDraft,
  known: (indicator: string) => boolean
): {readonly terms: AgreedTerms} | {readonly problem: AgreementProblem} {
  const {text, indicator, target, due} = draft;
  if (!text.trim()) return {problem: "text"};
  if (indicator && !known(indicator)) return {problem: "indicator"};
  const size = target.trim() === "" ? null : parseTarget(target);
  if (size !== null && Number.isNaN(size)) return {problem: "target"};
  if (size !== null && !indicator) return {problem: "target-without-indicator"};
  if (due && !isDate(due)) return {problem: "due"};
  return {
    terms: {
      text: text.trim(),
      indicator: indicator || null,
      direction: directions.find((each) => each === draft.direction) ?? null,
      expected: draft.expected.trim(),
      target: size,
      owner: draft.owner.trim(),
      due: due || null,
      status: agreementStatuses.find((each) => each === draft.status) ?? "open"
    }
  };
}

/** `5,5` and `5.5`; NaN for what is no plain number. */
function parseTarget(text: string): number {
  const plain = text.trim().replace("\u2212", "-");
  return /^-?\d{1,9}(?:[.,]\d{1,6})?$/.test(plain) ? Number(plain.replace(",", ".")) : Number.NaN;
}

export function isDate(text: string): boolean {
  const time = /^20\d\d-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** With its fields in one order, so that the same terms are the same text. */
export function draftText(draft: AgreementDraft): string {
  return JSON.stringify(agreementFields.map((field) => draft[field].replaceAll(/\r\n?/g, "\n").trim()));
}

export function readDraft(text: string): AgreementDraft {
  const values: readonly string[] = JSON.parse(text);
  return Object.fromEntries(
    agreementFields.map((field, index) => [field, values[index] ?? ""])
  ) as unknown as AgreementDraft;
}

export function draftOf({
  text,
  indicator,
  direction,
  expected,
  target,
  owner,
  due,
  status
}: AgreedTerms): AgreementDraft {
  return {
    ...{text, expected, owner, status},
    indicator: indicator ?? "",
    direction: direction ?? "",
    target: target === null ? "" : String(target).replace(".", ","),
    due: due ?? ""
  };
}
