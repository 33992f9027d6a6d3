/** Choosing the questions of a conversation: each change is made to what stands now, so that two people never undo each other. */
import {type ChosenQuestion, chosenQuestions, questionsText} from "../conversations/questions.ts";
import type {Template} from "../conversations/template.ts";
import {unconfirmedNumber} from "../personal/written-text.ts";
import {readParts, writePart} from "./conversation-parts.ts";
import type {Outcome, Writer} from "./conversation-writes.ts";
import {type ConversationKey, ensureConversation} from "./conversations.ts";
import type {Registry} from "./open.ts";

export async function changeQuestions(
  registry: Registry,
  key: ConversationKey,
  template: Template,
  change: (chosen: readonly ChosenQuestion[]) => readonly ChosenQuestion[],
  writer: Writer
): Promise<Outcome> {
  const part = "questions";
  return registry.transaction().execute(async (transaction) => {
    const {id: conversation} = await ensureConversation(transaction, key, writer);
    const current = (await readParts(transaction, conversation)).get(part);
    const chosen = change(chosenQuestions(template, current?.text));
    const words = chosen.map(({text}) => text ?? "").join("\n\n");
    const number = unconfirmedNumber(words, writer.confirmed ?? new Set());
    if (number) return {part, kind: "person-number", number};
    const {by: author, at} = writer;
    const base = current?.version ?? 0;
    const write = {conversation, part, base, text: questionsText(chosen), author, at};
    return {part, ...(await writePart(transaction, write))};
  });
}
