/** Every string that reports and pages share, in Danish and English. The type is the Danish one, so none can be missing. */
import type {Language} from "../queries/model.ts";
import {danish} from "./text/da.ts";
import {english} from "./text/en.ts";
import type {Widened} from "./text/widened.ts";

export type Text = Widened<typeof danish>;

export function textOf(language: Language): Text {
  return language === "da" ? danish : english;
}

const danishNumbers = "nul en to tre fire fem seks syv otte ni ti elleve tolv".split(" ");
const englishNumbers = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Small whole numbers as words, larger ones as digits. */
export function countInWords(count: number, language: Language): string {
  return (language === "da" ? danishNumbers : englishNumbers)[count] ?? String(count);
}

/** `a, b og c`; the last joint is a word. */
export function listed(parts: readonly string[], joint: string): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${joint} ${parts.at(-1)}`;
}

/** A full stop unless an abbreviation has set one already. */
export function sentenceOf(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
