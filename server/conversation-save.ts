/** What a sent form of a conversation does: keeps what was written, then what was wished for. */
import {randomUUID} from "node:crypto";
import {agreementIdOf} from "../queries/conversations/agreement-draft.ts";
import {type ChosenQuestion, mostQuestions} from "../queries/conversations/questions.ts";
import type {Step} from "../queries/conversations/template.ts";
import {danishClock} from "../queries/reference/wheel-dates.ts";
import {readParts} from "../queries/registry/conversation-parts.ts";
import {changeQuestions} from "../queries/registry/conversation-questions.ts";
import {type Draft, type Outcome, type Writer, writeDrafts} from "../queries/registry/conversation-writes.ts";
import {type ConversationKey, findConversation, stateOf} from "../queries/registry/conversations.ts";
import type {Registry} from "../queries/registry/open.ts";
import type {SentForm} from "./conversation-form.ts";
import {type Held, type Setting, seenIn} from "./conversation-page.ts";

export async function saveConversation(
  registry: Registry,
  setting: Setting,
  held: Held,
  sent: SentForm,
  writer: Writer
): Promise<readonly Outcome[]> {
  const key: ConversationKey = {unit: held.unit.id, period: held.period, template: held.template.id};
  const {parts, wish} = sent;
  const isClosed = await isClosedNow(registry, key);
  const isBarred = ({part}: Draft) => isClosed && agreementIdOf(part) === null;
  const wanted = parts.filter(({part}) => !(wish[0] === "theirs" && wish[1] === part));
  const written = await withTheirs(
    registry,
    key,
    wanted.filter((each) => !isBarred(each)),
    wish
  );
  const drafts: readonly Draft[] = [...written, ...(await stateDrafts(registry, setting, key, sent))];
  const barred = wanted.filter(isBarred).map(({part}) => closed(part));
  const outcomes = [...barred, ...(await writeDrafts(registry, key, drafts, writer))];
  const change = questionChange(setting, held, sent);
  if (!change) return outcomes;
  if (isClosed) return [...outcomes, closed("questions")];
  return [...outcomes, await changeQuestions(registry, key, held.template, await change, writer)];
}

/** In a closed conversation only the agreements go on. */
function closed(part: string): Outcome {
  return {part, kind: "problem", problem: "closed"};
}

async function isClosedNow(registry: Registry, key: ConversationKey): Promise<boolean> {
  const known = await findConversation(registry, key);
  const state = known && (await readParts(registry, known.id)).get("state");
  return stateOf(state?.text) === "closed";
}

/** Where the writer would keep both texts, theirs comes first. */
async function withTheirs(
  registry: Registry,
  key: ConversationKey,
  drafts: readonly Draft[],
  [word, about]: SentForm["wish"]
): Promise<readonly Draft[]> {
  if (word !== "both" || agreementIdOf(about) !== null) return drafts;
  const known = await findConversation(registry, key);
  const theirs = known && (await readParts(registry, known.id)).get(about);
  return drafts.map((draft) =>
    draft.part === about && theirs ? {...draft, text: `${theirs.text}\n\n${draft.text}`} : draft
  );
}

/** A conversation that has been held was held today, unless a day is written. */
async function stateDrafts(
  registry: Registry,
  {deps}: Setting,
  key: ConversationKey,
  {wish: [word, state], stateBase, parts}: SentForm
): Promise<readonly Draft[]> {
  if (word !== "state") return [];
  const move = {part: "state", base: stateBase, text: state};
  if (state !== "held" || parts.some(({part}) => part === "held-on")) return [move];
  const known = await findConversation(registry, key);
  const day = known && (await readParts(registry, known.id)).get("held-on");
  if (day && day.text !== "") return [move];
  return [move, {part: "held-on", base: day?.version ?? 0, text: danishClock(deps.now()).date}];
}

type Change = (chosen: readonly ChosenQuestion[]) => readonly ChosenQuestion[];

function questionChange(
  setting: Setting,
  held: Held,
  {wish: [word, about], question}: SentForm
): Promise<Change> | null {
  const {template} = held;
  const added = question ? [{...question, id: `own-${randomUUID()}`}] : [];
  const known = template.questions.find(({id}) => id === about);
  if (word === "remove") return Promise.resolve((chosen) => [...chosen.filter(({id}) => id !== about), ...added]);
  if (word === "bring-back" && known)
    return Promise.resolve((chosen) => withOne(chosen, {id: known.id, step: known.step, text: null}, added));
  if (word === "figure")
    return figureQuestion(setting, held, about).then((one) => (chosen) => withOne(chosen, one, added));
  return added.length > 0 ? Promise.resolve((chosen) => room(chosen, added)) : null;
}

function withOne(
  chosen: readonly ChosenQuestion[],
  one: ChosenQuestion | null,
  added: readonly ChosenQuestion[]
): readonly ChosenQuestion[] {
  const missing = one && !chosen.some(({id}) => id === one.id) ? [one] : [];
  return room(chosen, [...missing, ...added]);
}

function room(chosen: readonly ChosenQuestion[], added: readonly ChosenQuestion[]): readonly ChosenQuestion[] {
  return [...chosen, ...added].slice(0, mostQuestions);
}

async function figureQuestion(setting: Setting, held: Held, indicator: string): Promise<ChosenQuestion | null> {
  const suggested = (await seenIn(setting, held)).suggested.find((each) => each.indicator === indicator);
  const step: Step = "observe";
  return suggested ? {id: `figure-${indicator}`, step, text: `${suggested.title}: ${suggested.text}`} : null;
}
