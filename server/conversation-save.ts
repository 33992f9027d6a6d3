/** What a sent form of a conversation does: keeps what was written, then what was wished for. */
import {randomUUID} from "node:crypto";
import {agreementIdOf} from "../queries/conversations/agreement-draft.ts";
import {type ChosenQuestion, mostQuestions} from "../queries/conversations/questions.ts";
import type {Step} from "../queries/conversations/template.ts";
import {danishClock} from "../queries/reference/wheel-dates.ts";
import {type PartVersion, readStanding} from "../queries/registry/conversation-parts.ts";
import {changeQuestions} from "../queries/registry/conversation-questions.ts";
import {type Draft, type Outcome, type Writer, writeDrafts} from "../queries/registry/conversation-writes.ts";
import {stateOf} from "../queries/registry/conversations.ts";
import type {Registry} from "../queries/registry/open.ts";
import type {SentForm} from "./conversation-form.ts";
import {type Held, keyOf, type Setting, seenIn} from "./conversation-page.ts";

export async function saveConversation(
  registry: Registry,
  setting: Setting,
  held: Held,
  sent: SentForm,
  writer: Writer
): Promise<readonly Outcome[]> {
  const key = keyOf(held);
  const {parts: standing} = await readStanding(registry, key);
  const {parts, wish} = sent;
  const isClosed = stateOf(standing.get("state")?.text) === "closed";
  const isBarred = ({part}: Draft) => isClosed && agreementIdOf(part) === null;
  const wanted = parts.filter(({part}) => !(wish[0] === "theirs" && wish[1] === part));
  const written = wanted.filter((each) => !isBarred(each)).map((each) => withTheirs(each, standing, wish));
  const drafts: readonly Draft[] = [...written, ...stateDrafts(setting, standing, sent)];
  const barred = wanted.filter(isBarred).map(({part}) => closed(part));
  const outcomes = [...barred, ...(await writeDrafts(registry, key, drafts, writer))];
  const change = await questionChange(setting, held, sent);
  if (!change) return outcomes;
  if (isClosed) return [...outcomes, closed("questions")];
  return [...outcomes, await changeQuestions(registry, key, held.template, change, writer)];
}

/** In a closed conversation only the agreements go on. */
function closed(part: string): Outcome {
  return {part, kind: "problem", problem: "closed"};
}

/** Where the writer would keep both texts, theirs comes first. */
function withTheirs(draft: Draft, standing: Standing, [word, about]: SentForm["wish"]): Draft {
  if (word !== "both" || draft.part !== about || agreementIdOf(about) !== null) return draft;
  const theirs = standing.get(about);
  return theirs ? {...draft, text: `${theirs.text}\n\n${draft.text}`} : draft;
}

/** A conversation that has been held was held today, unless a day is written. */
function stateDrafts(
  {deps}: Setting,
  standing: Standing,
  {wish: [word, state], stateBase, parts}: SentForm
): readonly Draft[] {
  if (word !== "state") return [];
  const move = {part: "state", base: stateBase, text: state};
  const day = standing.get("held-on");
  const isSaid = parts.some(({part}) => part === "held-on") || (day !== undefined && day.text !== "");
  if (state !== "held" || isSaid) return [move];
  return [move, {part: "held-on", base: day?.version ?? 0, text: danishClock(deps.now()).date}];
}

type Standing = ReadonlyMap<string, PartVersion>;
type Change = (chosen: readonly ChosenQuestion[]) => readonly ChosenQuestion[];

async function questionChange(
  setting: Setting,
  held: Held,
  {wish: [word, about], question}: SentForm
): Promise<Change | null> {
  const {template} = held;
  const added = question ? [{...question, id: `own-${randomUUID()}`}] : [];
  const known = template.questions.find(({id}) => id === about);
  if (word === "remove") return (chosen) => [...chosen.filter(({id}) => id !== about), ...added];
  if (word === "bring-back" && known)
    return (chosen) => withOne(chosen, {id: known.id, step: known.step, text: null}, added);
  if (word === "figure") {
    const one = await figureQuestion(setting, held, about);
    return (chosen) => withOne(chosen, one, added);
  }
  return added.length > 0 ? (chosen) => withOne(chosen, null, added) : null;
}

function withOne(
  chosen: readonly ChosenQuestion[],
  one: ChosenQuestion | null,
  added: readonly ChosenQuestion[]
): readonly ChosenQuestion[] {
  const missing = one && !chosen.some(({id}) => id === one.id) ? [one] : [];
  return [...chosen, ...missing, ...added].slice(0, mostQuestions);
}

async function figureQuestion(setting: Setting, held: Held, indicator: string): Promise<ChosenQuestion | null> {
  const suggested = (await seenIn(setting, held)).suggested.find((each) => each.indicator === indicator);
  const step: Step = "observe";
  return suggested ? {id: `figure-${indicator}`, step, text: `${suggested.title}: ${suggested.text}`} : null;
}
