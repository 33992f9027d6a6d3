/** All tasks of the ledger: what each kind last did and does next, what runs now, and the tasks some at a time. */
import type {Language} from "../../queries/model.ts";
import type {JobSummary, RunningBatch} from "../../queries/registry/slot-pages.ts";
import {type JobId, jobIds, type Slot, type SlotState, slotStates} from "../../queries/registry/slots.ts";
import {formatDate, formatNumber, shortened} from "../format.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";
import {wheelTextOf} from "../text-wheel.ts";
import {searchOf} from "../view.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {failedOf, type ManyGiven, manyOf, queryOf, savedOf, tickOf} from "./operations-many.ts";
import {periodOf, type SlotNames, slotHref, slotTitle, stateBadge} from "./operations-slot.ts";
import {type StopState, stopOf} from "./operations-stop.ts";
import {pagingOf} from "./paging.ts";

export const slotsPerPage = 50;

export interface OperationsChoice {
  readonly opgave: JobId | null;
  readonly tilstand: SlotState | null;
  readonly enhed: string | null;
  readonly side: number;
}

export interface OperationsState {
  readonly language: Language;
  readonly chosen: OperationsChoice;
  readonly summaries: readonly JobSummary[];
  readonly running: readonly RunningBatch[];
  readonly slots: readonly Slot[];
  readonly count: number;
  readonly names: SlotNames;
  /** The next packages on the wheel that are not yet in the ledger. */
  readonly ahead: {readonly title: string; readonly from: string} | null;
  /** Whether the reader may change a task, and whether any at all. */
  readonly mayRun: (slot: Slot) => boolean;
  readonly mayRunSome: boolean;
  readonly mayStop: StopState["mayStop"];
  readonly many: ManyGiven;
  readonly stopped: StopState["stopped"];
  readonly stopTold: StopState["told"];
}

export function operationsModel(state: OperationsState) {
  const {language, chosen, slots, count, names, running} = state;
  const {operations: t} = webTextOf(language);
  return {
    jobs: jobIds.map((job) => jobRow(job, state)),
    events: hrefOf(language, "/drift/forloeb"),
    running: running.map((batch) => batchRow(batch, language)),
    reload: hrefOf(language, "/drift") + searchOf(queryOf(chosen, chosen.side)),
    finished: t.finished,
    action: hrefOf(language, "/drift"),
    filters: filtersOf(chosen, language),
    unit: chosen.enhed ?? "",
    count: t.count(count),
    rows: slots.map((slot) => ({...slotRow(slot, names, language), tick: tickOf(slot, state)})),
    many: manyOf(state),
    failed: failedOf(state),
    saved: savedOf(state),
    stop: stopOf({...state, told: state.stopTold}),
    problem: state.many.problem,
    empty: state.summaries.length === 0 ? t.none : t.empty,
    paging: pagingOf({
      ...{language, count, perPage: slotsPerPage, side: chosen.side},
      address: (side) => hrefOf(language, "/drift") + searchOf(queryOf(chosen, side))
    })
  };
}

function jobRow(job: JobId, {summaries, language, ahead}: OperationsState) {
  const {operations: t} = webTextOf(language);
  const found = summaries.find((each) => each.job === job);
  const number = (count: number | undefined) => formatNumber(count ?? 0, 0, language);
  const planned = job === "packages" && ahead ? `${formatDate(ahead.from, language)}` : null;
  return {
    name: wheelTextOf(language).jobs[job],
    href: hrefOf(language, "/drift") + searchOf({opgave: job}),
    last: found?.last ? formatMoment(found.last, language) : t.never,
    next: found?.next ? formatMoment(found.next, language) : (planned ?? t.nothing),
    note: !found?.next && planned && ahead ? t.wheelNext(ahead.title) : null,
    running: number(found?.running),
    waiting: number(found?.waiting),
    failed: number(found?.failed),
    failedHref:
      (found?.failed ?? 0) > 0 ? hrefOf(language, "/drift") + searchOf({opgave: job, tilstand: "failed"}) : null,
    done: number(found?.done)
  };
}

/** What runs, as the page prints it and as the stream of events sends it. */
export function batchRow({job, startedAt, done, total, phase}: RunningBatch, language: Language) {
  const {operations: t} = webTextOf(language);
  const [some, all] = [done, total].map((count) => formatNumber(count, 0, language));
  return {
    key: `${job} ${startedAt}`,
    name: wheelTextOf(language).jobs[job],
    done,
    total,
    text: [t.progress(some!, all!), phase, t.begun(formatMoment(startedAt, language))].filter(Boolean).join(" · ")
  };
}

function slotRow(slot: Slot, names: SlotNames, language: Language) {
  const {operations: t} = webTextOf(language);
  const moment = (at: string) => formatMoment(at, language);
  const {jobs} = wheelTextOf(language);
  const about = [jobs[slot.job], periodOf(slot, language), slot.recipient && names.recipient(slot.recipient)];
  return {
    href: slotHref(language, slot.id),
    title: slotTitle(slot, names, language),
    about: about.filter(Boolean).join(" · "),
    ...stateBadge(slot.state, language),
    phase: slot.phase || null,
    due: moment(slot.dueAt),
    ended: slot.endedAt && t.ended(moment(slot.endedAt)),
    again: slot.nextTryAt && t.again(moment(slot.nextTryAt)),
    attempts: slot.attempts > 0 ? formatNumber(slot.attempts, 0, language) : null,
    error: slot.error ? shortened(slot.error, 140) : null
  };
}

function filtersOf({opgave, tilstand}: OperationsChoice, language: Language): readonly Choice[] {
  const {operations: t} = webTextOf(language);
  const {jobs, states} = wheelTextOf(language);
  return [
    choicesOf(
      "opgave",
      t.job,
      opgave,
      t.all,
      jobIds.map((job) => [job, jobs[job]])
    ),
    choicesOf(
      "tilstand",
      t.state,
      tilstand,
      t.all,
      slotStates.map((state) => [state, states[state]])
    )
  ];
}
