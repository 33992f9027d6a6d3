/** One package on its way out: the preview, the steps that this person may take, and those that were taken. */
import type {Refusal} from "../../queries/access.ts";
import type {Language, Manifest, UnitId} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import type {SignedIssue, SignoffEvent} from "../../queries/registry/signoffs.ts";
import {mayTake, type SignoffStep} from "../../queries/registry/signoffs-steps.ts";
import {capital} from "../first-letter.ts";
import {hrefOf, issueHref, unitHref} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {missingText} from "../signoff-missing.ts";
import {webTextOf} from "../text-web.ts";
import {wheelTextOf} from "../text-wheel.ts";
import {editionName} from "./issue-row.ts";
import {signoffHref} from "./signoff-row.ts";

/** The last part of the address that takes the step. */
export const stepPaths: Readonly<Record<SignoffStep, string>> = {
  explain: "begrund",
  preview: "set-igennem",
  sign: "godkend",
  return: "tilbage",
  move: "flyt",
  withdraw: "traek-tilbage"
};

export interface SignoffProblem {
  readonly step: SignoffStep;
  readonly text: string;
  /** What was written, so that it need not be written again. */
  readonly written: string;
}

export interface SignoffState {
  readonly language: Language;
  readonly issue: SignedIssue;
  readonly unitName: string;
  /** Checksums; null where the files are gone from the folder. */
  readonly files: Manifest["files"] | null;
  readonly events: readonly SignoffEvent[];
  readonly corrects: boolean;
  readonly newer: string | null;
  /** Why this person may not sign it off; null where they may. */
  readonly whyNot: Refusal | null;
  /** Whether they may take the other steps. */
  readonly mayAct: boolean;
  readonly release: {readonly date: string; readonly time: string};
  readonly saved: SignoffStep | null;
  readonly problem: SignoffProblem | null;
}

const badges: Readonly<Record<SignedIssue["state"], string>> = {
  built: "warning",
  previewed: "info",
  "signed-off": "success",
  released: "success",
  returned: "warning",
  withdrawn: "error"
};

export function signoffModel(state: SignoffState) {
  const {language, issue, unitName, newer, saved, problem, corrects} = state;
  const t = webTextOf(language).signoff;
  const {issue: page, languageNames} = webTextOf(language);
  const spoken = languageNames[issue.language as Language];
  const number = `${page.number.toLowerCase()} ${issue.number}`;
  return {
    list: {href: hrefOf(language, "/godkendelse"), label: t.title},
    heading: page.title(editionName(issue.definition, language), unitName),
    state: wheelTextOf(language).issueStates[issue.state],
    badge: badges[issue.state],
    plain: badges[issue.state] === "warning",
    lead: `${capital(periodLabel(issue.period as PeriodId, language))} · ${spoken} · ${number}`,
    when: whenOf(issue, language),
    newer: newer ? {href: signoffHref(language, newer)} : null,
    saved: saved && t.done[saved],
    problem: problem?.text ?? null,
    replaces: corrects && issue.replaces ? t.replaces(issue.replaces) : null,
    reason: issue.reason || null,
    waiting: issue.correction !== issue.reason,
    missing: state.files === null ? missingText(issue, newer !== null, language) : null,
    files: filesOf(state),
    boxTitle: boxTitleOf(state),
    page: issue.state === "released" && state.files ? issueHref(language, issue.issue) : null,
    unit: {href: unitHref(language, issue.unit as UnitId), label: unitName},
    ...formsOf(state),
    events: state.events.map(({step, by, at, comment, releaseAt}) => ({
      at: formatMoment(at, language),
      what: stepWord(step, language),
      release: releaseAt && (step === "sign" || step === "move") ? formatMoment(releaseAt, language) : null,
      by,
      comment
    }))
  };
}

/** Null where the box would be empty. */
function boxTitleOf({language, issue, files, corrects}: SignoffState): string | null {
  const t = webTextOf(language).signoff;
  if (files) return issue.state === "released" ? t.seeOut : t.see;
  return (corrects && issue.replaces) || issue.reason ? t.seeOut : null;
}

function filesOf({language, issue, files}: SignoffState) {
  if (!files) return null;
  const file = (name: string) => `${signoffHref(language, issue.issue)}/${name}?v=${files[name]!.slice(0, 12)}`;
  const lang = issue.language;
  const note = webTextOf(language).issue.pages(issue.pages);
  return {html: {href: file("package.html"), lang}, pdf: {href: file("package.pdf"), lang, note}};
}

function stepWord(step: string, language: Language): string {
  const words: Readonly<Record<string, string>> = wheelTextOf(language).steps;
  return words[step] ?? step;
}

function whenOf({state, releaseAt}: SignedIssue, language: Language): string | null {
  if (!releaseAt) return null;
  const t = webTextOf(language).signoff;
  const moment = formatMoment(releaseAt, language);
  return state === "released" ? t.isOut(moment) : t.embargo(moment);
}

/** The forms of the steps that lead somewhere and that this person may take. */
function formsOf(state: SignoffState) {
  const {language, issue, files, corrects, newer, whyNot, mayAct, problem, release} = state;
  const t = webTextOf(language).signoff;
  const isPrinted = issue.correction === issue.reason;
  const isExplained = !corrects || issue.reason !== "";
  const canBeSeen = files !== null && newer === null && isPrinted && isExplained;
  const form = (step: SignoffStep, may: boolean, written = "") =>
    may && mayTake(step, issue.state)
      ? {
          action: signoffHref(language, issue.issue, stepPaths[step]),
          version: issue.manifestSha256.slice(0, 12),
          written: problem?.step === step ? problem.written : written,
          error: problem?.step === step ? problem.text : null,
          release
        }
      : null;
  return {
    explain: form("explain", mayAct && corrects && newer === null, issue.correction),
    preview: form("preview", canBeSeen && issue.state !== "previewed"),
    sign: form("sign", canBeSeen && whyNot === null),
    cannotSign: issue.state === "previewed" && whyNot ? t.whyNot[whyNot] : null,
    return: form("return", mayAct && newer === null && issue.state !== "returned"),
    move: form("move", mayAct),
    withdraw: form("withdraw", mayAct)
  };
}
