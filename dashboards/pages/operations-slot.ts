/** What a task of the ledger is called and how it goes with it. */
import {labelOf} from "../../queries/classifications/index.ts";
import type {Language} from "../../queries/model.ts";
import {isPeriod, periodLabel} from "../../queries/period.ts";
import {mayRetry, maySkip} from "../../queries/registry/slot-pages.ts";
import type {Slot, SlotEvent, SlotState} from "../../queries/registry/slots.ts";
import {formatNumber} from "../format.ts";
import {hrefOf, issueHref, unitHref} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";
import {wheelTextOf} from "../text-wheel.ts";

/** Names of what a task is about; null where nothing is known by that id. */
export interface SlotNames {
  unit(id: string): string | null;
  entry(municipality: string, id: string): string | null;
  recipient(id: string): string | null;
}

const badges: Readonly<Record<SlotState, string>> = {
  running: "info",
  waiting: "warning",
  done: "success",
  failed: "error",
  skipped: "warning",
  superseded: "warning",
  cancelled: "warning"
};

export function slotHref(language: Language, id: string, path = "/drift/opgave"): string {
  return `${hrefOf(language, path)}?id=${encodeURIComponent(id)}`;
}

export function stateBadge(state: SlotState, language: Language) {
  return {state: wheelTextOf(language).states[state], badge: badges[state], plain: badges[state] === "warning"};
}

export function slotTitle(slot: Slot, names: SlotNames, language: Language): string {
  const {jobs} = wheelTextOf(language);
  const about = slot.entry ? (names.entry(slot.municipality, slot.entry) ?? slot.entry) : jobs[slot.job];
  return slot.unit ? `${about}: ${names.unit(slot.unit) ?? slot.unit}` : about;
}

export function periodOf({period}: Slot, language: Language): string | null {
  return isPeriod(period) ? periodLabel(period, language) : period || null;
}

export interface SlotShown {
  readonly language: Language;
  readonly slot: Slot;
  readonly events: readonly SlotEvent[];
  readonly names: SlotNames;
  readonly mayChange: boolean;
  readonly saved: "retried" | "skipped" | null;
  readonly problem: {readonly action: "retry" | "skip"; readonly text: string; readonly reason: string} | null;
}

export function slotModel(state: SlotShown) {
  const {language, slot, events, names, mayChange, saved, problem} = state;
  const {operations: t} = webTextOf(language);
  const {states} = wheelTextOf(language);
  const form = (action: "retry" | "skip", path: string, may: boolean) =>
    mayChange && may
      ? {
          action: slotHref(language, slot.id, path),
          version: slot.version,
          reason: problem?.action === action ? problem.reason : "",
          error: problem?.action === action ? problem.text : null
        }
      : null;
  return {
    list: {href: hrefOf(language, "/drift"), label: t.title},
    heading: slotTitle(slot, names, language),
    ...stateBadge(slot.state, language),
    id: slot.id,
    saved: saved && t.saved[saved],
    problem: problem?.text ?? null,
    error: slot.error || null,
    facts: factsOf(state),
    events: events.map(({at, state: became, text}) => ({
      at: formatMoment(at, language),
      state: (states as Readonly<Record<string, string>>)[became] ?? became,
      text
    })),
    retry: form("retry", "/drift/igen", mayRetry(slot)),
    skip: form("skip", "/drift/spring-over", maySkip(slot)),
    readOnly: mayChange ? null : t.readOnly
  };
}

function factsOf({slot, names, language}: SlotShown) {
  const {operations: t} = webTextOf(language);
  const {jobs} = wheelTextOf(language);
  const moment = (at: string | null) => at && formatMoment(at, language);
  const rows: readonly (readonly [term: string, value: string | null, href?: string | null])[] = [
    [t.job, jobs[slot.job]],
    [t.municipality, slot.municipality && labelOf("municipalities", slot.municipality)],
    [t.unit, slot.unit && (names.unit(slot.unit) ?? slot.unit), names.unit(slot.unit) && unitHref(language, slot.unit)],
    [t.period, periodOf(slot, language)],
    [t.recipient, slot.recipient && (names.recipient(slot.recipient) ?? slot.recipient)],
    [t.due, moment(slot.dueAt)],
    [t.started, moment(slot.startedAt)],
    [t.endedAt, moment(slot.endedAt)],
    [t.nextTry, moment(slot.nextTryAt)],
    [t.starts, slot.starts > 0 ? formatNumber(slot.starts, 0, language) : null],
    [t.attempts, slot.attempts > 0 ? formatNumber(slot.attempts, 0, language) : null],
    [t.phase, slot.phase],
    [t.owner, slot.leaseOwner],
    [t.result, slot.result, isIssue(slot.result) ? issueHref(language, slot.result) : null]
  ];
  return rows
    .filter(([, value]) => value)
    .map(([term, value, href = null]) => ({term, value, href, code: false, note: null}));
}

function isIssue(result: string): boolean {
  return /^\d{4}-H\d-[\p{L}\d-]+-[a-z]+-(?:da|en)-\d+$/u.test(result);
}
