/** Conversations about a unit's package: which there are, and how far they have come. What is written in them is in parts. */
import {randomUUID} from "node:crypto";
import type {TemplateId} from "../conversations/template.ts";
import type {Registry} from "./open.ts";

export const conversationStates = ["preparing", "held", "following", "closed"] as const;
export type ConversationState = (typeof conversationStates)[number];

export interface ConversationKey {
  readonly unit: string;
  /** The half-year of the package that it is held over. */
  readonly period: string;
  readonly template: TemplateId;
}

export interface Conversation extends ConversationKey {
  readonly id: string;
  readonly createdAt: string;
  /** An account's id. */
  readonly createdBy: string;
}

export interface ListedConversation extends Conversation {
  readonly state: ConversationState;
  /** `YYYY-MM-DD`; empty until it is said. */
  readonly heldOn: string;
}

export async function findConversation(
  registry: Registry,
  {unit, period, template}: ConversationKey
): Promise<Conversation | undefined> {
  const row = await registry
    .selectFrom("conversations")
    .selectAll()
    .where("unit", "=", unit)
    .where("period", "=", period)
    .where("template", "=", template)
    .executeTakeFirst();
  return row && conversationOf(row);
}

/** The one that is there, or a new one; within a transaction of the caller's. */
export async function ensureConversation(
  transaction: Registry,
  key: ConversationKey,
  {by, at}: {readonly by: string; readonly at: string}
): Promise<Conversation> {
  const known = await findConversation(transaction, key);
  if (known) return known;
  const {unit, period, template} = key;
  const row = {id: randomUUID(), unit, period, template, created_at: at, created_by: by};
  await transaction.insertInto("conversations").values(row).execute();
  return conversationOf(row);
}

interface ListFilter {
  readonly unit?: string;
  readonly period?: string;
}

/** Newest period first. */
export async function listConversations(
  registry: Registry,
  filter: ListFilter = {}
): Promise<readonly ListedConversation[]> {
  const [rows, parts] = await Promise.all([
    fitting(registry, filter).selectAll().orderBy("period", "desc").orderBy("unit").orderBy("template").execute(),
    standingParts(registry, filter)
  ]);
  return rows.map((row) => ({
    ...conversationOf(row),
    state: stateOf(parts.get(`${row.id} state`)),
    heldOn: parts.get(`${row.id} held-on`) ?? ""
  }));
}

/** Conversation → its template. */
export async function listTemplates(
  registry: Registry,
  filter: ListFilter = {}
): Promise<ReadonlyMap<string, TemplateId>> {
  const rows = await fitting(registry, filter).select(["id", "template"]).execute();
  return new Map(rows.map(({id, template}) => [id, template]));
}

function fitting(registry: Registry, {unit, period}: ListFilter) {
  let query = registry.selectFrom("conversations");
  if (unit) query = query.where("unit", "=", unit);
  if (period) query = query.where("period", "=", period);
  return query;
}

export function stateOf(text: string | undefined): ConversationState {
  return conversationStates.find((state) => state === text) ?? "preparing";
}

async function standingParts(registry: Registry, {unit, period}: ListFilter): Promise<ReadonlyMap<string, string>> {
  let query = registry
    .selectFrom("conversation_versions")
    .innerJoin("conversations", "conversations.id", "conversation_versions.conversation")
    .select(["conversation", "part", "text"])
    .where("part", "in", ["state", "held-on"])
    .where("aside", "=", 0);
  if (unit) query = query.where("unit", "=", unit);
  if (period) query = query.where("period", "=", period);
  const rows = await query.orderBy("version").execute();
  return new Map(rows.map(({conversation, part, text}) => [`${conversation} ${part}`, text]));
}

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly period: string;
  readonly template: TemplateId;
  readonly created_at: string;
  readonly created_by: string;
}

function conversationOf({created_at, created_by, ...row}: Row): Conversation {
  return {...row, createdAt: created_at, createdBy: created_by};
}
