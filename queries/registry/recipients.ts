import {randomUUID} from "node:crypto";
import type {Selectable} from "kysely";
import type {Language} from "../model.ts";
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
  readonly subscriptions: readonly Subscription[];
}

/** The recipient's id, made here when none is given; one that exists is replaced with its subscriptions. */
export async function recordRecipient(
  registry: Registry,
  {id = randomUUID(), subscriptions, createdAt, active, ...rest}: Omit<Recipient, "id"> & {readonly id?: string}
): Promise<string> {
  const values = {...rest, active: active ? 1 : 0};
  await registry.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("recipients")
      .values({id, created_at: createdAt, ...values})
      .onConflict((conflict) => {
        const {municipality: _, ...changed} = values;
        return conflict.column("id").doUpdateSet(changed);
      })
      .execute();
    await transaction.deleteFrom("subscriptions").where("recipient", "=", id).execute();
    for (const {definition, unit} of subscriptions)
      await transaction.insertInto("subscriptions").values({recipient: id, definition, unit}).execute();
  });
  return id;
}

/** Gets nothing more; what was sent stays on record. True where there was such a recipient. */
export async function closeRecipient(registry: Registry, id: string): Promise<boolean> {
  const {numUpdatedRows} = await registry
    .transaction()
    .execute((transaction) =>
      transaction.updateTable("recipients").set({active: 0}).where("id", "=", id).executeTakeFirst()
    );
  return numUpdatedRows > 0n;
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
