/** What a kind of conversation asks for. A template is data: a new kind is a new file and a line in the index. */
import type {UnitKind} from "../model.ts";

export const templateIds = ["learning", "school-development", "supervision"] as const;
export type TemplateId = (typeof templateIds)[number];

/** The reading guide: from what one sees to what one does about it. */
export const steps = ["observe", "interpret", "decide", "follow-up"] as const;
export type Step = (typeof steps)[number];

interface Words {
  readonly text: string;
  readonly textEnglish: string;
}

export interface Question extends Words {
  readonly id: string;
  readonly step: Step;
}

/** A part that is written in, besides the answers to questions. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly titleEnglish: string;
  readonly help: string;
  readonly helpEnglish: string;
  /** `opening`: before the reading guide. `closing`: after the agreements. */
  readonly place: "opening" | "notes" | "closing";
}

export interface Template {
  readonly id: TemplateId;
  readonly title: string;
  readonly titleEnglish: string;
  /** What it is for, and by which rule. */
  readonly basis: string;
  readonly basisEnglish: string;
  /** Kinds of units that it is held with. */
  readonly kinds: readonly UnitKind[];
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  /** Who signs the minutes. */
  readonly signatures: readonly Words[];
}

/** Parts that every template has. */
export const commonParts = ["held-on", "participants"] as const;

export const notes: Section = {
  id: "notes",
  place: "notes",
  title: "Noter",
  titleEnglish: "Notes",
  help: "Det, der blev sagt, og som I vil kunne vende tilbage til.",
  helpEnglish: "What was said and what you will want to come back to."
};

export const hypotheses: Section = {
  id: "hypotheses",
  place: "notes",
  title: "Hypoteser",
  titleEnglish: "Hypotheses",
  help: "Hvad tror vi, det skyldes, og hvad ville vise, at vi tager fejl?",
  helpEnglish: "What do we believe is the reason, and what would show that we are wrong?"
};

export const boardStatement: Section = {
  id: "board-statement",
  place: "closing",
  title: "Forældrebestyrelsens udtalelse",
  titleEnglish: "The parent board's statement",
  help: "Bestyrelsens egne ord om pakken og samtalen. De står for bestyrelsens regning og ændres ikke af andre.",
  helpEnglish:
    "The board's own words about the package and the conversation. They are the board's and nobody else changes them."
};
