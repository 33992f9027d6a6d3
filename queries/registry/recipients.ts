import {randomUUID} from "node:crypto";
import type {Selectable} from "kysely";
import type {Language} from "../model.ts";
import type {RecipientProblem} from "../recipient-rules.ts";
import type {Registry} from "./open.ts";
import type {RecipientTable} from "./schema-wheel.ts";

export const recipientKinds = ["person", "group", "committee", "role"] as const;
export const channels = ["mail", "folder", "webhook"] as const;
export type Channel = (typeof channels)[number];

/** Which editions of which units; `*`: every unit in the recipient's scope. */
export interface Subscription {
  readonly definition: string;
  readonly unit: string;
}

export interface Recipient {
  readonly id: string;
  readonly municipality: string;
  readonly name: string;
  readonly kind: (typeof recipientKinds)[number];
  readonly channel: Channel;
  /** A mail address, the name of a folder, or a URL. */
  readonly address: string;
  /** May get packages of this unit and of those below it, and of no other. */
  readonly scope: string;
  readonly language: Language;
  /** The PDF itself, or only where it is. */
  readonly form: "attached" | "link";
  readonly active: boolean;
  readonly createdAt: string;
  /** Rises with every change. */
  readonly version: number;
  readonly subscriptions: readonly Subscription[];
}

/** What of a recipient can change, as its history keeps it. */
export type RecipientFields = Omit<Recipient, "id" | "municipality" | "createdAt" | "version">;

export interface RecipientEvent {
  /** The version that it then had. */
  readonly position: number;
  readonly step: "created" | "changed" | "closed" | "opened";
  /** Empty: the command line. */
  readonly actor: string;
  readonly at: string;
  readonly fields: RecipientFields;
}

/** Who does it, an account's id or empty for the command line, and when. */
export interface Done {
  readonly by: string;
  readonly at: string;
  /** Judges against all other recipients of the municipality as the change is written; see `RecipientRefused`. */
  readonly judge?: (others: readonly Recipient[]) => readonly RecipientProblem[];
}

/** Nothing was written: the rules, or somebody who was there first, stand against it. */
export class RecipientRefused extends Error {
  readonly problems: readonly RecipientProblem[];
  constructor(problems: readonly RecipientProblem[]) {
    super(`a recipient that may not be: ${problems.map(({code}) => code).join(", ")}`);
    this.problems = problems;
  }
}

/** The recipient's id, made here when none is given; one that exists is replaced with its subscriptions. */
export function recordRecipient(
  registry: Registry,
  {id = randomUUID(), ...given}: Omit<Recipient, "id" | "version"> & {readonly id?: string},
  done: Done = {by: "", at: given.createdAt}
): Promise<string> {
  return registry.transaction().execute(async (transaction) => {
    const known = await findRecipient(transaction, id);
    const version = (known?.version ?? 0) + 1;
    await writeRecipient(transaction, {...given, id, version}, known ? "changed" : "created", done);
    return id;
  });
}

/** Gets nothing more; what was sent stays on record. True where there was such a recipient. */
export async function closeRecipient(
  registry: Registry,
  id: string,
  done: Done = {by: "", at: new Date().toISOString()}
): Promise<boolean> {
  const known = await findRecipient(registry, id);
  return known !== undefined && (!known.active || (await setActive(registry, known, false, done)));
}

/** A recipient as somebody saw it. */
export type SeenRecipient = Pick<Recipient, "id" | "version">;

/** False where somebody has changed the recipient since that version. */
export function setActive(registry: Registry, seen: SeenRecipient, active: boolean, done: Done): Promise<boolean> {
  const step = active ? "opened" : "closed";
  return rewrite(registry, seen, (known) => (known.active === active ? null : {...known, active}), step, done);
}

export type Changeable = Omit<Recipient, "id" | "version" | "municipality" | "active" | "createdAt" | "channel">;

/** False where somebody has changed the recipient since that version. */
export function changeRecipient(
  registry: Registry,
  seen: SeenRecipient,
  change: Changeable,
  done: Done
): Promise<boolean> {
  return rewrite(registry, seen, (known) => ({...known, ...change}), "changed", done);
}

/** Writes nothing where it is no longer as it was seen, or `next` is null. */
function rewrite(
  registry: Registry,
  {id, version}: SeenRecipient,
  next: (known: Recipient) => Recipient | null,
  step: RecipientEvent["step"],
  done: Done
): Promise<boolean> {
  return registry.transaction().execute(async (transaction) => {
    const known = await findRecipient(transaction, id);
    const wanted = known?.version === version ? next(known) : null;
    if (!wanted) return false;
    await writeRecipient(transaction, {...wanted, version: version + 1}, step, done);
    return true;
  });
}

/** With its subscriptions, and with an event that says what it became. */
async function writeRecipient(
  transaction: Registry,
  {id, version, municipality, createdAt, ...fields}: Recipient,
  step: RecipientEvent["step"],
  {by, at, judge}: Done
): Promise<void> {
  if (judge) {
    const others = (await listRecipients(transaction, municipality)).filter((other) => other.id !== id);
    const problems = judge(others);
    if (problems.length > 0) throw new RecipientRefused(problems);
  }
  const {subscriptions, active, ...plain} = fieldsOf(fields);
  const changed = {...plain, active: active ? 1 : 0, version};
  await transaction
    .insertInto("recipients")
    .values({id, municipality, created_at: createdAt, ...changed})
    .onConflict((conflict) => conflict.column("id").doUpdateSet(changed))
    .execute();
  await transaction.deleteFrom("subscriptions").where("recipient", "=", id).execute();
  for (const {definition, unit} of subscriptions)
    await transaction.insertInto("subscriptions").values({recipient: id, definition, unit}).execute();
  const event = {recipient: id, position: version, step, actor: by, at};
  const now: RecipientFields = {...plain, active, subscriptions};
  await transaction
    .insertInto("recipient_events")
    .values({...event, fields: JSON.stringify(now)})
    .execute();
}

function fieldsOf({name, kind, channel, address, scope, language, form, active, subscriptions}: RecipientFields) {
  return {name, kind, channel, address, scope, language, form, active, subscriptions};
}

export async function findRecipient(registry: Registry, id: string): Promise<Recipient | undefined> {
  const row = await registry.selectFrom("recipients").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const own = registry.selectFrom("subscriptions").selectAll().where("recipient", "=", id);
  return toRecipient(row, await own.orderBy("definition").execute());
}

/** Oldest first. */
export async function listRecipientEvents(registry: Registry, recipient: string): Promise<readonly RecipientEvent[]> {
  const rows = await registry
    .selectFrom("recipient_events")
    .select(["position", "step", "actor", "at", "fields"])
    .where("recipient", "=", recipient)
    .orderBy("position")
    .execute();
  return rows.map(({fields, ...row}) => ({...row, fields: JSON.parse(fields) as RecipientFields}));
}

/** By name. */
export async function listRecipients(registry: Registry, municipality?: string): Promise<readonly Recipient[]> {
  let query = registry.selectFrom("recipients").selectAll();
  if (municipality !== undefined) query = query.where("municipality", "=", municipality);
  const rows = await query.orderBy("name").orderBy("id").execute();
  const subscriptions = await registry.selectFrom("subscriptions").selectAll().orderBy("definition").execute();
  const byRecipient = Map.groupBy(subscriptions, ({recipient}) => recipient);
  return rows.map((row) => toRecipient(row, byRecipient.get(row.id) ?? []));
}

function toRecipient(
  {created_at, active, ...row}: Selectable<RecipientTable>,
  subscriptions: readonly Subscription[]
): Recipient {
  return {
    ...row,
    active: active === 1,
    createdAt: created_at,
    subscriptions: subscriptions.map(({definition, unit}) => ({definition, unit}))
  };
}
