/** Everything that is written in a conversation goes through here: the web pages, the demonstration and the tests. */
import {
  type AgreementProblem,
  agreementIdOf,
  draftOf,
  draftText,
  isDate,
  parseDraft,
  readDraft
} from "../conversations/agreement-draft.ts";
import {BadInput} from "../errors.ts";
import {findNames} from "../personal/names.ts";
import {unconfirmedNumber} from "../personal/written-text.ts";
import {type Agreement, findAgreement, replaceAgreement} from "./agreements.ts";
import {listVersions, type PartVersion, writePart} from "./conversation-parts.ts";
import {type Conversation, type ConversationKey, conversationStates, ensureConversation} from "./conversations.ts";
import type {Registry} from "./open.ts";

export interface Draft {
  readonly part: string;
  /** The version that the writer saw; 0 where there was none. */
  readonly base: number;
  readonly text: string;
}

export interface Writer {
  /** An account's id. */
  readonly by: string;
  readonly at: string;
  /** Ten digits of which the writer has said that they are no civil registration number, and names that may stand. */
  readonly confirmed?: ReadonlySet<string>;
  /** Names of institutions, which are nobody's. */
  readonly places?: readonly string[];
  /** Whether agreements may aim at it. */
  readonly knows: (indicator: string) => boolean;
}

/** `closed`: the conversation is, and its texts are locked. */
export type DraftProblem = AgreementProblem | "too-long" | "date" | "state" | "closed";
export type Outcome = {readonly part: string} & (
  | {readonly kind: "saved"; readonly version: number; readonly fresh: boolean}
  | {readonly kind: "unchanged"; readonly version: number}
  | {readonly kind: "conflict"; readonly theirs: PartVersion}
  | Refusal
);

type Refusal =
  | {readonly kind: "person-number"; readonly number: string}
  | {readonly kind: "names"; readonly names: readonly string[]}
  | {readonly kind: "problem"; readonly problem: DraftProblem};

export const longestText = 12_000;
/** Each part is kept, refused or found in conflict by itself, so that one of them never costs the others. */
export async function writeDrafts(
  registry: Registry,
  key: ConversationKey,
  drafts: readonly Draft[],
  writer: Writer
): Promise<readonly Outcome[]> {
  return registry.transaction().execute(async (transaction) => {
    const outcomes: Outcome[] = [];
    for (const draft of drafts) outcomes.push(await writeOne(transaction, key, draft, writer));
    return outcomes;
  });
}

async function writeOne(transaction: Registry, key: ConversationKey, draft: Draft, writer: Writer): Promise<Outcome> {
  const {part, base} = draft;
  const text = settled(draft);
  const refusal = refusalOf(part, text, writer);
  if (refusal) return {part, ...refusal};
  const {id: conversation} = await ensureConversation(transaction, key, writer);
  const {by: author, at} = writer;
  const known = await agreementOf(transaction, {...key, id: conversation}, part);
  const first = known?.conversation === null ? await keepOlder(transaction, conversation, part, known) : 0;
  const written = await writePart(transaction, {conversation, part, base: base || first, text, author, at});
  if (written.kind === "saved") await project(transaction, {...key, id: conversation}, part, text, writer);
  return {part, ...written};
}

/** Line ends of one kind, nothing that cannot be seen, no space at the end. */
function settled({part, text}: Draft): string {
  if (agreementIdOf(part)) return draftText(readDraft(text));
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\p{Cc}/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
    .trimEnd();
}

function refusalOf(part: string, text: string, writer: Writer): Refusal | null {
  if (text.length > longestText) return {kind: "problem", problem: "too-long"};
  if (part === "held-on") return text === "" || isDate(text) ? null : {kind: "problem", problem: "date"};
  if (part === "state" && !conversationStates.some((state) => state === text))
    return {kind: "problem", problem: "state"};
  const isAgreement = agreementIdOf(part) !== null;
  const {confirmed = new Set()} = writer;
  const number = unconfirmedNumber(isAgreement ? wordsOf(text) : text, confirmed);
  if (number) return {kind: "person-number", number};
  return isAgreement ? agreementRefusal(text, writer) : null;
}

/** Everybody can read an agreement in the unit's next package: names are asked about there. */
function agreementRefusal(text: string, {knows, confirmed = new Set(), places = []}: Writer): Refusal | null {
  const parsed = parseDraft(readDraft(text), knows);
  if ("problem" in parsed) return {kind: "problem", problem: parsed.problem};
  const names = findNames(wordsOf(text), places).filter((name) => !confirmed.has(name));
  return names.length > 0 ? {kind: "names", names} : null;
}

function wordsOf(text: string): string {
  const {text: what, expected, owner, target} = readDraft(text);
  return [what, expected, owner, target].join("\n\n");
}

/** The agreement as it stands, if there is one; whoever names one of another unit or conversation learns nothing of it. */
async function agreementOf(
  transaction: Registry,
  {id: conversation, unit, period}: Pick<Conversation, "id" | "unit" | "period">,
  part: string
): Promise<Agreement | undefined> {
  const id = agreementIdOf(part);
  const known = id ? await findAgreement(transaction, id) : undefined;
  const isOwn =
    !known ||
    (known.unit === unit &&
      known.period === period &&
      (known.conversation === null || known.conversation === conversation));
  if (!isOwn) throw new BadInput(`another conversation's agreement: ${id}`, "Aftalen hører til en anden samtale.");
  return known;
}

/** An agreement that was made elsewhere begins its history with how it was; resolves to that version, else 0. */
async function keepOlder(transaction: Registry, conversation: string, part: string, known: Agreement): Promise<number> {
  const older = {conversation, part, base: 0, text: draftText(draftOf(known)), author: "", at: known.createdAt};
  const written = await writePart(transaction, older);
  return written.kind === "saved" ? written.version : 0;
}

/** What packages and lists read of an agreement is kept beside its history. */
async function project(
  transaction: Registry,
  conversation: Pick<Conversation, "id" | "unit" | "period">,
  part: string,
  text: string,
  {at, knows}: Writer
): Promise<void> {
  const id = agreementIdOf(part);
  if (!id) return;
  const parsed = parseDraft(readDraft(text), knows);
  if (!("terms" in parsed)) throw new Error(`an agreement that was not understood was kept: ${id}`);
  const {unit, period} = conversation;
  const known = await agreementOf(transaction, conversation, part);
  await replaceAgreement(transaction, {
    ...parsed.terms,
    ...{id, unit, period, conversation: conversation.id, createdAt: known?.createdAt ?? at, changedAt: at}
  });
}

/** Brings an earlier text back as the newest version; what stood until now stays in the history. */
export async function restoreVersion(
  registry: Registry,
  conversation: Conversation,
  {part, version}: {readonly part: string; readonly version: number},
  writer: Writer
): Promise<Outcome | null> {
  return registry.transaction().execute(async (transaction) => {
    const versions = (await listVersions(transaction, conversation.id)).filter((each) => each.part === part);
    const wanted = versions.find((each) => each.version === version);
    const current = versions.find(({aside}) => !aside);
    if (!wanted) return null;
    const refusal = agreementIdOf(part) ? agreementRefusal(wanted.text, writer) : null;
    if (refusal?.kind === "problem") return {part, ...refusal};
    const {by: author, at} = writer;
    const write = {conversation: conversation.id, part, base: current?.version ?? 0, text: wanted.text, author, at};
    const written = await writePart(transaction, {...write, restores: version});
    if (written.kind === "saved") await project(transaction, conversation, part, wanted.text, writer);
    return {part, ...written};
  });
}
