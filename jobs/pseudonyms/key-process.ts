/** The only process that reads the keys of pseudonyms. It is given one task per line and answers with counts. */
import {createInterface} from "node:readline";
import {BadInput} from "../../queries/errors.ts";
import type {KeyAnswer, KeyTask} from "./key-task.ts";
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
  await (task.task === "add-key" ? addOuterKey : removeOldKeys)(task.dataDir);
  return {changed: 0, repeated: 0};
}
