/** The parts of a conversation, each with versions of its own, so that two people who write do not overwrite each other. */
import {createHash} from "node:crypto";
import type {Selectable} from "kysely";
import {type Conversation, type ConversationKey, findConversation} from "./conversations.ts";
import type {Registry} from "./open.ts";
import type {ConversationVersionTable} from "./schema-conversations.ts";

export interface PartVersion {
  readonly part: string;
  readonly version: number;
  readonly text: string;
  /** Kept beside what somebody else had written meanwhile. */
  readonly aside: boolean;
  readonly restores: number | null;
  /** An account's id. */
  readonly author: string;
  readonly beganAt: string;
  readonly changedAt: string;
}

export interface Write {
  readonly conversation: string;
  readonly part: string;
  /** The version that the writer saw; 0 where there was none. */
  readonly base: number;
  readonly text: string;
  readonly author: string;
  readonly at: string;
  readonly restores?: number;
}

/** `fresh`: a version of its own, not more of the same sitting. On a conflict the writer's text has been kept aside. */
export type Written =
  | {readonly kind: "saved"; readonly version: number; readonly fresh: boolean}
  | {readonly kind: "unchanged"; readonly version: number}
  | {readonly kind: "conflict"; readonly theirs: PartVersion};

/** A writer's pauses within this many minutes make one version. */
const sitting = 10;
/** A text that loses more signs than this begins a new version, so that what was there can be brought back. */
const mostLost = 40;

/** Within a transaction of the caller's. */
export async function writePart(transaction: Registry, write: Write): Promise<Written> {
  const current = await standingVersion(transaction, write);
  const next = (await newestNumber(transaction, write)) + 1;
  if ((current?.text ?? "") === write.text && write.restores === undefined)
    return {kind: "unchanged", version: current?.version ?? 0};
  if (current && current.version !== write.base) {
    await setAside(transaction, write, next);
    return {kind: "conflict", theirs: current};
  }
  if (current && isSameSitting(current, write)) {
    await transaction
      .updateTable("conversation_versions")
      .set({version: next, text: write.text, changed_at: write.at})
      .where("conversation", "=", write.conversation)
      .where("part", "=", write.part)
      .where("version", "=", current.version)
      .execute();
    return {kind: "saved", version: next, fresh: false};
  }
  await insertVersion(transaction, write, next, 0);
  return {kind: "saved", version: next, fresh: true};
}

/** What somebody wrote is kept once, however often they send it. */
async function setAside(transaction: Registry, write: Write, version: number): Promise<void> {
  const {author, text} = write;
  const kept = await versionsOf(transaction, write)
    .where("author", "=", author)
    .where("text", "=", text)
    .limit(1)
    .executeTakeFirst();
  if (!kept) await insertVersion(transaction, write, version, 1);
}

async function insertVersion(transaction: Registry, write: Write, version: number, aside: 0 | 1): Promise<void> {
  const {conversation, part, text, author, at, restores = null} = write;
  const row = {conversation, part, version, text, aside, restores, author, began_at: at, changed_at: at};
  await transaction.insertInto("conversation_versions").values(row).execute();
}

function isSameSitting(current: PartVersion, {author, at, text, restores}: Write): boolean {
  return (
    restores === undefined &&
    current.restores === null &&
    current.author === author &&
    Date.parse(at) - Date.parse(current.beganAt) < sitting * 60_000 &&
    text.length > current.text.length - mostLost
  );
}

/** The conversation and what stands in it; nothing where nobody has begun it. */
export async function readStanding(
  registry: Registry,
  key: ConversationKey
): Promise<{
  readonly conversation: Conversation | undefined;
  readonly parts: ReadonlyMap<string, PartVersion>;
}> {
  const conversation = await findConversation(registry, key);
  return {conversation, parts: conversation ? await readParts(registry, conversation.id) : new Map()};
}

/** What stands: the newest version of each part that was not set aside. */
export async function readParts(registry: Registry, conversation: string): Promise<ReadonlyMap<string, PartVersion>> {
  const rows = await registry
    .selectFrom("conversation_versions")
    .selectAll()
    .where("conversation", "=", conversation)
    .where("aside", "=", 0)
    .orderBy("version")
    .execute();
  return new Map(rows.map((row) => [row.part, versionOf(row)]));
}

/** Every version of every part, newest first. */
export async function listVersions(registry: Registry, conversation: string): Promise<readonly PartVersion[]> {
  const rows = await registry
    .selectFrom("conversation_versions")
    .selectAll()
    .where("conversation", "=", conversation)
    .orderBy("changed_at", "desc")
    .orderBy("part")
    .orderBy("version", "desc")
    .execute();
  return rows.map(versionOf);
}

async function standingVersion(registry: Registry, place: Place): Promise<PartVersion | undefined> {
  const row = await versionsOf(registry, place)
    .where("aside", "=", 0)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && versionOf(row);
}

async function newestNumber(registry: Registry, {conversation, part}: Place): Promise<number> {
  const {newest} = await registry
    .selectFrom("conversation_versions")
    .select((expression) => expression.fn.max("version").as("newest"))
    .where("conversation", "=", conversation)
    .where("part", "=", part)
    .executeTakeFirstOrThrow();
  return Number(newest ?? 0);
}

type Place = Pick<Write, "conversation" | "part">;

function versionsOf(registry: Registry, {conversation, part}: Place) {
  return registry
    .selectFrom("conversation_versions")
    .selectAll()
    .where("conversation", "=", conversation)
    .where("part", "=", part);
}

function versionOf(row: Selectable<ConversationVersionTable>): PartVersion {
  const {part, version, text, aside, restores, author, began_at: beganAt, changed_at: changedAt} = row;
  return {part, version, text, aside: aside === 1, restores, author, beganAt, changedAt};
}

/** Tells whether a text that comes back is the one that was shown, without showing it twice. */
export function markOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 12);
}
