/** Packages on their way out: to be explained, to be looked through, to be signed off, and held back until their instant. */
import type {Language} from "../../queries/model.ts";
import type {SignedIssue} from "../../queries/registry/signoffs.ts";
import {hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {type IssueChoice, issueFilters, type KnownIssues} from "./issue-filters.ts";
import {type ReasonsGiven, unexplainedOf} from "./signoff-reasons.ts";
import {type BulkStep, bulkSteps, type DeskRow, lacksReason, mayChoose, rowOf} from "./signoff-row.ts";

export const doneSteps = [...bulkSteps, "explain"] as const;

export interface SignoffsState {
  readonly language: Language;
  readonly chosen: IssueChoice;
  readonly known: KnownIssues;
  /** The newest of each package that is not out. */
  readonly rows: readonly DeskRow[];
  /** When packages are released unless another moment is chosen, on a Danish clock. */
  readonly release: {readonly date: string; readonly time: string};
  /** `left`: those that had changed meanwhile. */
  readonly saved: {
    readonly step: (typeof doneSteps)[number];
    readonly count: number;
    readonly left: number;
  } | null;
  readonly reasons: ReasonsGiven;
  readonly problem: {
    readonly step: BulkStep;
    readonly text: string;
    readonly comment: string;
    readonly chosen: ReadonlySet<string>;
  } | null;
}

const most = 400;

export function signoffsModel(state: SignoffsState) {
  const {language, chosen, known, rows, saved, release} = state;
  const t = webTextOf(language).signoff;
  return {
    action: hrefOf(language, "/godkendelse"),
    filters: issueFilters(chosen, known, language),
    saved: saved && {
      text: t.doneMany[saved.step](saved.count),
      left: saved.left > 0 ? t.leftMany(saved.left) : null
    },
    release,
    unexplained: unexplainedOf(state),
    see: {...listOf(state, "preview", ["built", "returned"]), action: hrefOf(language, "/godkendelse/set-igennem")},
    sign: {...listOf(state, "sign", ["previewed"]), action: hrefOf(language, "/godkendelse/godkend")},
    embargoed: rows
      .filter(({issue}) => issue.state === "signed-off")
      .slice(0, most)
      .map((row) => rowOf(row, null, null, language))
  };
}

/** A correction without a reason stands in its own list. */
function listOf({language, rows, problem}: SignoffsState, step: BulkStep, states: readonly SignedIssue["state"][]) {
  const t = webTextOf(language).signoff;
  const own = rows.filter((row) => states.includes(row.issue.state) && !lacksReason(row));
  const failed = problem?.step === step ? problem : null;
  const isTicked = ({issue}: DeskRow) => (failed ? failed.chosen.has(issue.issue) : step === "sign");
  const boxOf = (row: DeskRow) =>
    mayChoose(row, step) ? {name: row.issue.issue, value: "ja", checked: isTicked(row)} : null;
  return {
    count: t.count(own.length),
    note: own.length > most ? t.shown(most, own.length) : null,
    rows: own.slice(0, most).map((row) => rowOf(row, boxOf(row), whyOf(row, step, language), language)),
    canChoose: own.some((row) => mayChoose(row, step)),
    error: failed?.text ?? null,
    comment: failed?.comment ?? ""
  };
}

function whyOf({issue, whyNot, isMissing}: DeskRow, step: BulkStep, language: Language): string | null {
  const t = webTextOf(language).signoff;
  if (isMissing) return issue.correction === issue.reason ? t.missingHere : null;
  return step === "sign" && whyNot && issue.state === "previewed" ? t.whyNot[whyNot] : null;
}
