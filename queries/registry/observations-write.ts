/** Writing, changing and withdrawing findings: only by who has seen the newest state, and with every step remembered. */
import {randomInt} from "node:crypto";
import type {Transaction, Updateable} from "kysely";
import {findObservation, type ObservationEvent, type WrittenObservation} from "./observations.ts";
import type {Registry} from "./open.ts";
import type {Schema} from "./schema.ts";
import type {ObservationEntryTable} from "./schema-observations.ts";

/** Who does something, when, and what is to be remembered of it; never free text that names anybody. */
export interface ObservationStep {
  readonly actor: string;
  readonly at: string;
  readonly reason: string;
}

/** Resolves to the entry's number, e.g. `S-7K3QXM4`. */
export async function writeObservation(
  registry: Registry,
  municipality: string,
  written: WrittenObservation,
  step: ObservationStep
): Promise<string> {
  const id = `S-${Array.from({length: 7}, () => letters[randomInt(letters.length)]).join("")}`;
  const {actor, at} = step;
  await registry.transaction().execute(async (transaction) => {
    const own = {id, municipality, author: actor, created_at: at, changed_at: at};
    const state = {state: "active" as const, version: 1, problem: ""};
    await transaction
      .insertInto("observation_entries")
      .values({...own, ...state, ...columnsOf(written)})
      .execute();
    await addEvent(transaction, id, 1, "written", written, step);
  });
  return id;
}

/** Without what looks like another: 0 and O, 1 and I. */
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** False where somebody has changed it since it was seen, or it has been withdrawn. */
export function changeObservation(
  registry: Registry,
  seen: Seen,
  written: WrittenObservation,
  step: ObservationStep
): Promise<boolean> {
  return registry.transaction().execute(async (transaction) => {
    if (!(await advance(transaction, seen, columnsOf(written), step.at))) return false;
    await addEvent(transaction, seen.id, seen.version + 1, "changed", written, step);
    if (written.quote === null) await forget(transaction, seen.id, ["quote"]);
    return true;
  });
}

/** It leaves the lake with the next delivery; its history stays but for what is to be forgotten. False as for a change. */
export function withdrawObservation(
  registry: Registry,
  seen: Seen,
  step: ObservationStep,
  forgotten: readonly ("finding" | "quote")[] = []
): Promise<boolean> {
  return registry.transaction().execute(async (transaction) => {
    if (!(await advance(transaction, seen, {state: "withdrawn"}, step.at))) return false;
    const entry = (await findObservation(transaction, seen.id))!;
    await addEvent(transaction, seen.id, seen.version + 1, "withdrawn", entry, step);
    await forget(transaction, seen.id, forgotten);
    return true;
  });
}

/** Only from the version that was seen, and only what is not withdrawn. */
async function advance(
  transaction: Transaction<Schema>,
  {id, version}: Seen,
  change: Updateable<ObservationEntryTable>,
  at: string
): Promise<boolean> {
  const {numUpdatedRows} = await transaction
    .updateTable("observation_entries")
    .set({...change, version: version + 1, problem: "", changed_at: at})
    .where("id", "=", id)
    .where("version", "=", version)
    .where("state", "=", "active")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes words out of the finding and of all its history, where a quote that was there is `` from now on: a person could be known by them, or takes back their consent. */
async function forget(
  transaction: Transaction<Schema>,
  id: string,
  texts: readonly ("finding" | "quote")[]
): Promise<void> {
  if (texts.length === 0) return;
  const blank = {...(texts.includes("finding") && {finding: ""}), ...(texts.includes("quote") && {quote: null})};
  await transaction.updateTable("observation_entries").set(blank).where("id", "=", id).execute();
  const events = transaction.selectFrom("observation_events").select(["position", "fields"]).where("entry", "=", id);
  for (const {position, fields} of await events.execute()) {
    const before = JSON.parse(fields) as WrittenObservation;
    const after = {...before, ...blank, ...(before.quote !== null && texts.includes("quote") && {quote: ""})};
    await transaction
      .updateTable("observation_events")
      .set({fields: JSON.stringify(after)})
      .where("entry", "=", id)
      .where("position", "=", position)
      .execute();
  }
}

async function addEvent(
  transaction: Transaction<Schema>,
  entry: string,
  position: number,
  step: ObservationEvent["step"],
  written: WrittenObservation,
  {actor, at, reason}: ObservationStep
): Promise<void> {
  const fields = JSON.stringify(writtenOf(written));
  await transaction
    .insertInto("observation_events")
    .values({entry, position, at, actor, step, reason, fields})
    .execute();
}

function columnsOf({observedOn, count, ...rest}: WrittenObservation) {
  const {unit, period, theme, quality, source, assessment, finding, quote} = rest;
  return {unit, period, theme, quality, source, assessment, finding, quote, people: count, observed_on: observedOn};
}

function writtenOf(written: WrittenObservation): WrittenObservation {
  const {unit, period, theme, quality, source, assessment, count, finding, quote, observedOn} = written;
  return {unit, period, theme, quality, source, assessment, count, finding, quote, observedOn};
}
