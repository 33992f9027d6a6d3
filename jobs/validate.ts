/** Validation as the other jobs see it: a job in, an examination out; the process that does it lives within limits. */
import {type ChildProcessWithoutNullStreams, spawn} from "node:child_process";
import {mkdirSync, readFileSync, rmSync} from "node:fs";
import {readdir, stat} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import {type Answer, answerIn, longestAnswer} from "./child-answer.ts";
import {type Examination, type ExaminationJob, nothing} from "./examination.ts";

export interface ProcessLimits {
  /** Bytes of resident memory. */
  readonly memory: number;
  /** Of one file, in seconds of wall time. */
  readonly seconds: number;
  /** Bytes written to staging for one file. */
  readonly output: number;
  readonly threads: number;
}

export const processLimits: ProcessLimits = {memory: 2_000_000_000, seconds: 900, output: 20_000_000_000, threads: 2};

export interface Validator {
  /** Never rejects for what a file holds, not even when the process dies of it. */
  examine(job: ExaminationJob): Promise<Examination>;
  /** Highest resident memory seen, in bytes. */
  peakMemory(): number;
  close(): void;
}

/** One process at a time, started when first needed, replaced when it had to be killed. */
export function openValidator(limits: ProcessLimits = processLimits): Validator {
  let child: Child | null = null;
  let peak = 0;
  const attempt = async (job: ExaminationJob): Promise<Examination | Limit> => {
    child ??= startChild(limits);
    const {answer, memory} = await ask(child, job, limits);
    peak = Math.max(peak, memory);
    if (typeof answer !== "string") return answer;
    child.process.kill("SIGKILL");
    child = null;
    return answer;
  };
  return {
    async examine(job) {
      const first = await attempt(job);
      // A process that ended by itself may have been the machine's doing; a file that ends two of them is to blame.
      const last = first === "crash" ? await attempt(emptied(job)) : first;
      return typeof last === "string" ? killed(job, last) : last;
    },
    peakMemory: () => peak,
    close: () => {
      child?.process.kill("SIGKILL");
      child = null;
    }
  };
}

function emptied(job: ExaminationJob): ExaminationJob {
  rmSync(job.staging, {recursive: true, force: true});
  mkdirSync(job.staging, {recursive: true});
  return job;
}

interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** The next line; null when the process ended instead, or says too much. */
  next(): Promise<string | null>;
}

const program = fileURLToPath(new URL("validate-child.ts", import.meta.url));

function startChild({memory, threads}: ProcessLimits): Child {
  const engineMemory = `${Math.round((memory * 0.6) / 1e6)}MB`;
  const args = [
    "--disable-warning=ExperimentalWarning",
    "--max-old-space-size=600",
    "--disallow-code-generation-from-strings",
    "--disable-proto=delete",
    program,
    engineMemory,
    String(threads)
  ];
  const child = spawn(process.execPath, args, {env: {}, stdio: "pipe"});
  child.stderr.resume();
  child.stdin.on("error", () => {});
  let waiting: (line: string | null) => void = () => {};
  let said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => {
    said.push(chunk);
    const size = said.reduce((sum, {length}) => sum + length, 0);
    if (size <= longestAnswer && !chunk.includes(10)) return;
    waiting(size <= longestAnswer ? Buffer.concat(said).toString() : null);
    said = [];
  });
  child.once("exit", () => waiting(null));
  const next = () =>
    new Promise<string | null>((resolve) => {
      waiting = resolve;
      if (child.exitCode !== null || child.signalCode !== null) resolve(null);
    });
  return {process: child, next};
}

/** The examination, or the reason why the process must be replaced. */
async function ask(
  child: Child,
  job: ExaminationJob,
  limits: ProcessLimits
): Promise<{answer: Examination | Limit; memory: number}> {
  const answered = child.next();
  child.process.stdin.write(`${JSON.stringify(job)}\n`);
  const watch = watchLimits(child, job, limits);
  const result = await Promise.race([answered.then((line) => ({line})), watch.exceeded]);
  watch.stop();
  const memory = watch.peak();
  if (typeof result === "string") return {answer: result, memory};
  return {answer: verdictOn(result.line === null ? null : answerIn(result.line, job)), memory};
}

function verdictOn(answer: Answer | null): Examination | Limit {
  if (!answer) return "crash";
  if (answer.examination) return answer.examination;
  return /out of memory|failed to allocate/i.test(answer.failure ?? "") ? "memory" : failed(answer.failure);
}

// What a file can provoke ends as a report; the developer finds the kind of failure in the log.
function failed(failure: string | undefined): Limit {
  process.emitWarning(`validation failed: ${withoutCells(failure)}`);
  return "crash";
}

/** The engine quotes what it could not read, and that may be somebody's. */
export function withoutCells(failure = ""): string {
  return failure.split(/["'\n]|\d{4}/, 1)[0]!.slice(0, 120);
}

type Limit = "memory" | "seconds" | "output" | "crash";
function watchLimits({process: child}: Child, {staging}: ExaminationJob, limits: ProcessLimits) {
  let exceed: (limit: Limit) => void = () => {};
  const exceeded = new Promise<Limit>((resolve) => {
    exceed = resolve;
  });
  let [peak, ticks] = [0, 0];
  const started = performance.now();
  const timer = setInterval(() => {
    const memory = residentMemory(child.pid!);
    peak = Math.max(peak, memory);
    if (memory > limits.memory) exceed("memory");
    if (performance.now() - started > limits.seconds * 1000) exceed("seconds");
    if (++ticks % 20 === 0) void sizeOf(staging).then((size) => size > limits.output && exceed("output"));
  }, 25);
  return {exceeded, stop: () => clearInterval(timer), peak: () => Math.max(peak, residentMemory(child.pid!))};
}

function residentMemory(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4096;
  } catch {
    return 0; // ended, or a system without /proc: the engine's own limit still holds
  }
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, {recursive: true}).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(`${folder}/${name}`).then(
        ({size}) => size,
        () => 0
      )
    )
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const limitMessages: Record<Limit, string> = {
  memory: "Filen kræver mere hukommelse, end der er sat af til at læse en leverance.",
  seconds: "Filen tager længere tid at læse, end der er sat af til en leverance.",
  output: "Filen fylder mere, når den læses, end der er sat af til en leverance.",
  crash: "Filen kan ikke læses: læseren gik ned undervejs. Filen er formentlig ødelagt."
};

function killed(job: ExaminationJob, limit: Limit): Examination {
  const finding = {
    rule: `limit-${limit}`,
    severity: "error",
    message: limitMessages[limit],
    count: 0,
    lines: []
  } as const;
  return {...nothing, standard: job.said.standard ?? null, mapping: job.mapping?.id ?? null, findings: [finding]};
}
