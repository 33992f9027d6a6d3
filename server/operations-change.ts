/** Opening tasks again and skipping them by hand: always with a reason, only what has not changed meanwhile, and told in the log. */
import type {Response} from "express";
import {accountName} from "../dashboards/pages/account.ts";
import {webTextOf} from "../dashboards/text-web.ts";
import {authorize, placeOf, type Resource} from "../queries/access.ts";
import {holdsPersonNumber} from "../queries/personal/person-numbers.ts";
import type {Registry} from "../queries/registry/open.ts";
import {mayRetry, maySkip} from "../queries/registry/slot-pages.ts";
import {type JobId, listSlots, type Slot} from "../queries/registry/slots.ts";
import {settleSlots} from "../queries/registry/slots-write.ts";
import {log} from "./identity/log.ts";
import {whoOf} from "./identity/who.ts";
import {type Deps, languageOf} from "./page.ts";

export type SlotChange = "retried" | "skipped";

export function mayChange(change: SlotChange, slot: Slot): boolean {
  return change === "retried" ? mayRetry(slot) : maySkip(slot);
}

/** A release concerns everybody, so only who is there for everybody may change one. */
export function placeOfSlot({municipality}: Pick<Slot, "municipality">): Resource {
  return placeOf({municipalities: municipality ? [municipality] : []});
}

export function mayRun(response: Response, slot: Slot): boolean {
  return authorize(whoOf(response).subject, "run-operations", placeOfSlot(slot)).allowed;
}

/** All that runs of the job is stopped together, so that who stops it must be there for all of it. */
export async function mayStop(response: Response, registry: Registry, job: JobId): Promise<boolean> {
  const running = await listSlots(registry, {job, states: ["running"]});
  return running.every((slot) => mayRun(response, slot));
}

/** What is wrong with the reason; null where nothing is. */
export function reasonProblem(reason: string, response: Response): string | null {
  const {operations: t} = webTextOf(languageOf(response));
  if (holdsPersonNumber(reason)) return t.reasonPerson;
  if (reason.length < 5) return t.reasonShort;
  return reason.length > 500 ? t.reasonLong : null;
}

export interface Seen {
  readonly slot: Slot;
  /** The version that was on the page. */
  readonly version: number;
}

/** How many were changed; each must be one that may be. */
export async function changeSlots(
  response: Response,
  deps: Deps,
  registry: Registry,
  {seen, change, reason}: {readonly seen: readonly Seen[]; readonly change: SlotChange; readonly reason: string}
): Promise<number> {
  const {operations: t} = webTextOf(languageOf(response));
  const {subject, signedIn} = whoOf(response);
  const name = signedIn ? accountName(signedIn.account, languageOf(response)) : "";
  const text = t.byHand(change === "retried" ? t.retriedText(reason) : reason, name);
  const wanted = seen.map(({slot, version}) => ({...slot, seen: version}));
  const state = change === "retried" ? "waiting" : "skipped";
  const settled = await settleSlots(registry, wanted, {state, text, now: deps.now()});
  const actor = signedIn?.account.id ?? subject.id ?? "";
  const told = {actor, action: "change", purpose: "operations"} as const;
  const [first] = settled;
  if (settled.length === 1 && first) await log(deps, {...told, resource: `slot ${first}`, detail: {what: change}});
  if (settled.length > 1)
    await log(deps, {...told, resource: "slots", detail: {what: change, count: settled.length, first: first!}});
  return settled.length;
}
