/** Doing the same to many tasks at once: which may be ticked, the forms, and what came of it. */
import {mayRetry, maySkip} from "../../queries/registry/slot-pages.ts";
import type {Slot} from "../../queries/registry/slots.ts";
import {formatNumber} from "../format.ts";
import {hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {wheelTextOf} from "../text-wheel.ts";
import {searchOf} from "../view.ts";
import type {OperationsChoice, OperationsState} from "./operations.ts";
import {periodOf, slotTitle} from "./operations-slot.ts";

/** What is done to many at once: what was ticked, what is in the way, and what came of it. */
export interface ManyGiven {
  readonly problem: string | null;
  readonly reason: string;
  readonly ticked: readonly string[];
  /** Every row is ticked. */
  readonly all: boolean;
  readonly saved: {readonly change: "retried" | "skipped"; readonly count: number; readonly left: number} | null;
}

function canChange(slot: Slot, {mayRun}: OperationsState): boolean {
  return mayRun(slot) && (mayRetry(slot) || maySkip(slot));
}

export function tickOf(slot: Slot, state: OperationsState) {
  if (!canChange(slot, state)) return null;
  const {language, many, names} = state;
  const title = [slotTitle(slot, names, language), periodOf(slot, language)].filter(Boolean).join(", ");
  return {
    value: `${slot.version} ${slot.id}`,
    label: webTextOf(language).operations.choose(title),
    checked: many.all || many.ticked.includes(slot.id)
  };
}

/** The form around the list, where there is something on it to change. */
export function manyOf(state: OperationsState) {
  const {language, chosen, slots, many} = state;
  if (!slots.some((slot) => canChange(slot, state))) return null;
  const {operations: t} = webTextOf(language);
  const here = (all: string) => hrefOf(language, "/drift") + searchOf({...queryOf(chosen, chosen.side), valgt: all});
  return {
    action: hrefOf(language, "/drift/flere") + searchOf(queryOf(chosen, chosen.side)),
    reason: many.reason,
    error: many.problem,
    all: many.all
      ? {href: `${here("")}#opgaver`, label: t.chooseNone}
      : {href: `${here("alle")}#opgaver`, label: t.chooseAll}
  };
}

export function failedOf(state: OperationsState) {
  const {language, summaries, chosen, mayRunSome} = state;
  const {operations: t} = webTextOf(language);
  const {jobs} = wheelTextOf(language);
  return summaries
    .filter(({failed}) => mayRunSome && failed > 0)
    .map(({job, failed}) => ({
      job,
      label: t.failedAll(formatNumber(failed, 0, language), jobs[job].toLocaleLowerCase(language)),
      action: hrefOf(language, "/drift/alle-igen") + searchOf(queryOf(chosen, chosen.side))
    }));
}

export function savedOf({language, many: {saved}}: OperationsState) {
  const {operations: t} = webTextOf(language);
  if (!saved) return null;
  return {text: t.savedMany[saved.change](saved.count), left: saved.left > 0 ? t.leftMany(saved.left) : null};
}

/** The choice as it stands in the address. */
export function queryOf({opgave, tilstand, enhed}: OperationsChoice, side: number) {
  return {opgave: opgave ?? "", tilstand: tilstand ?? "", enhed: enhed ?? "", side: side > 1 ? String(side) : ""};
}
