/** A package on its way out as a row of a list. */
import type {Refusal} from "../../queries/access.ts";
import type {Language} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import type {SignedIssue} from "../../queries/registry/signoffs.ts";
import {awaitsReason} from "../../queries/registry/signoffs-steps.ts";
import {formatDate} from "../format.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";
import {editionName} from "./issue-row.ts";

export interface DeskRow {
  readonly issue: SignedIssue;
  readonly unitName: string;
  /** Why this person may not sign it off; null where they may. */
  readonly whyNot: Refusal | null;
  readonly corrects: boolean;
  /** Whether they may say what it corrects, send it back and the like. */
  readonly mayAct: boolean;
  /** Its files are gone from the folder. */
  readonly isMissing: boolean;
}

export const bulkSteps = ["preview", "sign"] as const;
export type BulkStep = (typeof bulkSteps)[number];

export function signoffHref(language: Language, issue: string, step = ""): string {
  return hrefOf(language, `/godkendelse/${encodeURIComponent(issue)}${step && `/${step}`}`);
}

/** Whether it is a correction that nobody has explained yet; only then can many be explained at once. */
export function lacksReason({issue, corrects}: DeskRow): boolean {
  const {state, reason, correction} = issue;
  return awaitsReason(state, {corrects, printed: reason, wanted: correction, isReplaced: false});
}

/** Whether the package has come so far that the person may take the step with it. */
export function isReady({issue, whyNot, corrects}: DeskRow, step: BulkStep): boolean {
  if (issue.correction !== issue.reason || (corrects && issue.reason === "")) return false;
  if (step === "preview") return issue.state === "built" || issue.state === "returned";
  return issue.state === "previewed" && whyNot === null;
}

/** Whether the step can be taken with it on the list; nobody can look through what is gone. */
export function mayChoose(row: DeskRow, step: BulkStep): boolean {
  return !row.isMissing && isReady(row, step);
}

export function rowName({issue, unitName}: DeskRow, language: Language): string {
  return `${unitName}, ${editionName(issue.definition, language)}`;
}

export interface RowBox {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
}

/** `box`: how it is chosen; null where it cannot be. */
export function rowOf(row: DeskRow, box: RowBox | null, why: string | null, language: Language) {
  const {issue, unitName, corrects, isMissing} = row;
  const t = webTextOf(language).signoff;
  const edition = editionName(issue.definition, language);
  return {
    name: issue.issue,
    href: signoffHref(language, issue.issue),
    unit: unitName,
    edition,
    period: periodLabel(issue.period as PeriodId, language),
    language: webTextOf(language).languageNames[issue.language as Language],
    number: String(issue.number),
    built: formatDate(issue.builtAt, language),
    replaces: issue.replaces,
    out: issue.releaseAt ? formatMoment(issue.releaseAt, language) : null,
    label: t.chooseOne(unitName, edition),
    box,
    badges: [
      corrects && !lacksReason(row) && t.correction,
      issue.state === "returned" && t.sent,
      issue.correction !== issue.reason && t.printing,
      isMissing && t.filesMissing
    ].filter((badge) => badge !== false),
    why
  };
}
