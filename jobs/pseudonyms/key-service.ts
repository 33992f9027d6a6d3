/** The key process as the other jobs see it: tasks in, counts out. Nothing here has seen a key. */
import {spawn} from "node:child_process";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";
import {BadInput} from "../../queries/errors.ts";
import type {KeyAnswer, KeyTask} from "./key-task.ts";

export interface KeyService {
  /** Tasks are done one after the other. Throws `BadInput` where one could not be done. */
  perform(task: KeyTask): Promise<KeyAnswer>;
  close(): void;
}

const program = fileURLToPath(new URL("key-process.ts", import.meta.url));

/** The process is started when first needed. */
export function openKeyService(): KeyService {
  let child: Child | null = null;
  return {
    async perform(task) {
      child ??= startChild();
      return child.ask(task);
    },
    close: () => child?.kill()
  };
}

interface Child {
  ask(task: KeyTask): Promise<KeyAnswer>;
  kill(): void;
}

function startChild(): Child {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program], {env: {}, stdio: "pipe"});
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  child.stdin.on("error", () => {});
  child.stderr.resume();
  return {
    async ask(task) {
      child.stdin.write(`${JSON.stringify(task)}\n`);
      const {value, done} = await lines.next();
      const {answer, failure} = (done ? {} : JSON.parse(value)) as {answer?: KeyAnswer; failure?: string};
      if (answer) return answer;
      throw new BadInput(`key task failed: ${task.task}`, failure ?? "Pseudonymerne kunne ikke dannes.");
    },
    kill: () => child.kill("SIGKILL")
  };
}
