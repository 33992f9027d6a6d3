/** The only process that reads the keys of pseudonyms. It is given one task per line and answers with counts. */
import {createInterface} from "node:readline";
import {BadInput} from "../../queries/errors.ts";
import {parsePersonNumber} from "../../queries/personal/person-numbers.ts";
import {pseudonymsOf} from "./cipher.ts";
import type {KeyAnswer, KeyTask, MatchTask} from "./key-task.ts";
import {addOuterKey, readKeys, removeOldKeys} from "./keys.ts";
import {rewrite} from "./rewrite.ts";

process.umask(0o077);

for await (const line of createInterface({input: process.stdin})) {
  const task = JSON.parse(line) as KeyTask;
  try {
    process.stdout.write(`${JSON.stringify({answer: await perform(task)})}\n`);
  } catch (error) {
    const danish = error instanceof BadInput ? error.danish : null;
    // The engine's own words may quote a value; only our own leave this process.
    process.stdout.write(`${JSON.stringify({failure: danish ?? "Pseudonymerne kunne ikke dannes."})}\n`);
  }
}

async function perform(task: KeyTask): Promise<KeyAnswer> {
  if ("from" in task) return rewrite(task, await readKeys(task.dataDir));
  if (task.task === "match") return match(task);
  await (task.task === "add-key" ? addOuterKey : removeOldKeys)(task.dataDir);
  return {changed: 0, repeated: 0};
}

async function match({dataDir, number: given, domains}: MatchTask): Promise<KeyAnswer> {
  const number = parsePersonNumber(given);
  if (number === null) throw new BadInput("not a civil registration number", "Nummeret er ikke et CPR-nummer.");
  const keys = await readKeys(dataDir);
  const pseudonyms = Object.fromEntries(domains.map((domain) => [domain, pseudonymsOf(number, domain, keys)]));
  return {changed: 0, repeated: 0, pseudonyms};
}
