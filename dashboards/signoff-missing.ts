import type {Language} from "../queries/model.ts";
import type {SignedIssue} from "../queries/registry/signoffs.ts";
import {webTextOf} from "./text-web.ts";

/** What to say of a package that the registry knows and of which somebody has deleted the files. Only the newest is built again. */
export function missingText(issue: SignedIssue, isReplaced: boolean, language: Language): string {
  const t = webTextOf(language).signoff;
  if (isReplaced || issue.state === "withdrawn") return t.missingForGood;
  return t.missing(buildCommand(issue));
}

function buildCommand({period, unit, definition, language}: SignedIssue): string {
  const spoken = language === "da" ? "" : ` --language ${language}`;
  return `npx aarshjul packages --period ${period} --unit ${unit} --definition ${definition}${spoken}`;
}
