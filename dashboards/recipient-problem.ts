import type {Language} from "../queries/model.ts";
import type {RecipientProblem} from "../queries/recipient-rules.ts";
import {type Text, textOf} from "./text.ts";
import {webTextOf} from "./text-web.ts";

/** The sentence that says what is wrong with a recipient, and what would be right. */
export function recipientProblemText(
  problem: RecipientProblem,
  language: Language,
  unitName: (id: string) => string = (id) => id
): string {
  const {recipientProblems: t} = webTextOf(language);
  const editions: Readonly<Record<string, string>> = textOf(language).editions satisfies Text["editions"];
  if (problem.code === "not-mail") return t["not-mail"](problem.address);
  if (problem.code === "domain") return t.domain(problem.domain, problem.allowed.join(", "));
  if (problem.code === "folder-name") return t["folder-name"](problem.address);
  if (problem.code === "webhook-form") return t["webhook-form"](problem.address);
  if (problem.code === "webhook-host") return t["webhook-host"](problem.host);
  if (problem.code === "long-name") return t["long-name"](problem.longest);
  if (problem.code === "unit") return t.unit(problem.unit);
  if (problem.code === "wide") return t.wide(unitName(problem.unit));
  if (problem.code === "outside") return t.outside(unitName(problem.unit), unitName(problem.outer));
  if (problem.code === "edition") return t.edition(problem.edition);
  if (problem.code === "nowhere") return t.nowhere(editions[problem.edition] ?? "", unitName(problem.unit));
  if (problem.code === "duplicate")
    return t.duplicate(problem.name, editions[problem.edition] ?? "", unitName(problem.scope));
  return t[problem.code];
}
