/** The questions that a conversation follows: the template's, less those taken out, and its own. */
import {BadInput} from "../errors.ts";
import {type Question, type Step, steps, type Template} from "./template.ts";

/** `text` null: the template's own words. */
export interface ChosenQuestion {
  readonly id: string;
  readonly step: Step;
  readonly text: string | null;
}

export const mostQuestions = 40;
export const longestQuestion = 300;
export const questionId = /^[a-z0-9-]{1,60}$/;

export function defaultQuestions({questions}: Template): readonly ChosenQuestion[] {
  return questions.map(({id, step}) => ({id, step, text: null}));
}

/** In the order of the steps; where nothing has been chosen, the template's. A question that a template no longer has is left out. */
export function chosenQuestions(template: Template, written: string | undefined): readonly ChosenQuestion[] {
  const chosen = written ? parseQuestions(written) : defaultQuestions(template);
  const known = chosen.filter(({id, text}) => text !== null || template.questions.some((each) => each.id === id));
  return steps.flatMap((step) => known.filter((each) => each.step === step));
}

/** The template's questions that have been taken out. */
export function leftOut(template: Template, chosen: readonly ChosenQuestion[]): readonly Question[] {
  return template.questions.filter(({id}) => !chosen.some((each) => each.id === id));
}

export function questionsText(chosen: readonly ChosenQuestion[]): string {
  return JSON.stringify(chosen.map(({id, step, text}) => [id, step, text]));
}

/** Throws `BadInput` on what `questionsText` did not write. */
export function parseQuestions(text: string): readonly ChosenQuestion[] {
  const rows: unknown = readJson(text);
  if (!Array.isArray(rows) || rows.length > mostQuestions) throw unreadable(text);
  return rows.map((row: unknown) => {
    const [id, step, words] = Array.isArray(row) ? (row as readonly unknown[]) : [];
    const known = steps.find((each) => each === step);
    const isText = words === null || (typeof words === "string" && words.length <= longestQuestion);
    if (typeof id !== "string" || !questionId.test(id) || !known || !isText) throw unreadable(text);
    return {id, step: known, text: words};
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(text);
  }
}

function unreadable(text: string): BadInput {
  return new BadInput(`not a list of questions: ${text.slice(0, 80)}`, "Listen af spørgsmål kan ikke læses.");
}
