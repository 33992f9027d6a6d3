/** What is wrong in a file that people write by hand, in Danish: what stands there, and what should. */
import type {z} from "zod";

const kinds: Readonly<Record<string, string>> = {
  string: "en tekst i anførselstegn",
  number: "et tal uden anførselstegn",
  int: "et helt tal",
  array: "en liste: [ … ]",
  object: "et objekt: { … }",
  record: "et objekt: { … }",
  boolean: "true eller false"
};

/** For zod's `error`; undefined leaves the schema's own words. */
export function danishProblem(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== "custom" && issue.code !== "unrecognized_keys") return "Mangler.";
  switch (issue.code) {
    case "invalid_type":
      return `Skal være ${kinds[issue.expected] ?? issue.expected}.`;
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? "Må ikke være tom."
        : `Skal være mindst ${issue.minimum}.`;
    case "too_big":
      return issue.origin === "string" ? `Må højst være på ${issue.maximum} tegn.` : `Må højst være ${issue.maximum}.`;
    case "unrecognized_keys":
      return `Kendes ikke: ${issue.keys.join(", ")}.`;
    case "invalid_value":
      return `Skal være ${either(issue.values.map(String))}.`;
    case "invalid_format":
      return issue.format === "date" ? "Skal være en dato som 2026-03-20." : undefined;
    default:
      return undefined;
  }
}

export function either(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} eller ${words.at(-1)}`;
}

/** Where JSON ends to be JSON: ` (linje 3, tegn 7)`, or `` where it is not told. */
export function placeInJson(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line) return ` (ved linje ${line}, tegn ${column})`;
  return /end of JSON/.test(message) ? " (den slutter, før den er færdig)" : "";
}
