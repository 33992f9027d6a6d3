/** Packages on their way out: to be looked through, to be signed off, and held back until their instant. */
import type {Refusal} from "../../queries/access.ts";
import type {Language} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import type {SignedIssue} from "../../queries/registry/signoffs.ts";
import {formatDate} from "../format.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";
import {type IssueChoice, issueFilters, type KnownIssues} from "./issue-filters.ts";
import {editionName} from "./issue-row.ts";

export interface DeskRow {
  readonly issue: SignedIssue;
  readonly unitName: string;
  readonly whyNot: Refusal | null;
  readonly corrects: boolean;
}

export const bulkSteps = ["preview", "sign"] as const;
export type BulkStep = (typeof bulkSteps)[number];

export interface SignoffsState {
  readonly language: Language;
  readonly chosen: IssueChoice;
  readonly known: KnownIssues;
  /** The newest of each package that is not out. */
  readonly rows: readonly DeskRow[];
  /** When packages are released unless another moment is chosen, on a Danish clock. */
  readonly release: {readonly date: string; readonly time: string};
  readonly saved: {readonly step: BulkStep; readonly count: number} | null;
  readonly problem: {
    readonly step: BulkStep;
    readonly text: string;
    readonly comment: string;
    readonly chosen: ReadonlySet<string>;
  } | null;
}

const most = 400;

export function signoffHref(language: Language, issue: string, step = ""): string {
  return hrefOf(language, `/godkendelse/${encodeURIComponent(issue)}${step && `/${step}`}`);
}

export function signoffsModel(state: SignoffsState) {
  const {language, chosen, known, rows, saved, problem, release} = state;
  const t = webTextOf(language).signoff;
  const listOf = (step: BulkStep, states: readonly SignedIssue["state"][]) => {
    const own = rows.filter(({issue}) => states.includes(issue.state));
    const failed = problem?.step === step ? problem : null;
    return {
      count: t.count(own.length),
      note: own.length > most ? t.shown(most, own.length) : null,
      rows: own.slice(0, most).map((row) => rowOf(row, step, failed?.chosen ?? null, language)),
      canChoose: own.some((row) => mayChoose(row, step)),
      error: failed?.text ?? null,
      comment: failed?.comment ?? ""
    };
  };
  return {
    action: hrefOf(language, "/godkendelse"),
    filters: issueFilters(chosen, known, language),
    saved: saved && t.doneMany[saved.step](saved.count),
    release,
    see: {...listOf("preview", ["built", "returned"]), action: hrefOf(language, "/godkendelse/set-igennem")},
    sign: {...listOf("sign", ["previewed"]), action: hrefOf(language, "/godkendelse/godkend")},
    embargoed: rows
      .filter(({issue}) => issue.state === "signed-off")
      .slice(0, most)
      .map((row) => rowOf(row, "sign", null, language))
  };
}

/** Whether the step can be taken with it on the list; what must be written first is written on its own page. */
export function mayChoose({issue, whyNot, corrects}: DeskRow, step: BulkStep): boolean {
  if (issue.correction !== issue.reason || (corrects && issue.reason === "")) return false;
  if (step === "preview") return issue.state === "built" || issue.state === "returned";
  return issue.state === "previewed" && whyNot === null;
}

function rowOf(row: DeskRow, step: BulkStep, chosen: ReadonlySet<string> | null, language: Language) {
  const {issue, unitName, whyNot, corrects} = row;
  const t = webTextOf(language).signoff;
  const edition = editionName(issue.definition, language);
  const may = mayChoose(row, step);
  return {
    name: issue.issue,
    href: signoffHref(language, issue.issue),
    unit: unitName,
    edition,
    period: periodLabel(issue.period as PeriodId, language),
    language: webTextOf(language).calendarsPage.languages[issue.language as Language],
    number: String(issue.number),
    built: formatDate(issue.builtAt, language),
    out: issue.releaseAt ? formatMoment(issue.releaseAt, language) : null,
    label: t.chooseOne(unitName, edition),
    may,
    checked: may && (chosen ? chosen.has(issue.issue) : step === "sign"),
    badges: [
      corrects && t.correction,
      issue.state === "returned" && t.sent,
      corrects && issue.correction === "" && t.unexplained,
      issue.correction !== issue.reason && t.printing
    ].filter((badge) => badge !== false),
    why: step === "sign" && whyNot && issue.state === "previewed" ? t.whyNot[whyNot] : null
  };
}
