/** Thousands of broken and malicious deliveries through the same door as the good ones. */
import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdir, mkdtemp, readdir, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {check, type IntakeOutcome} from "../../intake.ts";
import {processLimits} from "../../validate.ts";
import type {BenchRun} from "../index.ts";
import type {BenchResult} from "../result.ts";
import {goodFiles, hostileFile} from "./files.ts";

export interface HostileRun {
  readonly files: number;
  /** Highest growth of this process's memory, in bytes. */
  readonly grown: number;
  readonly seconds: number;
  /** What was not a Danish report, by the file's name. */
  readonly faults: readonly string[];
  /** How many ended in which way: a status, or the limit that was met. */
  readonly ends: Readonly<Record<string, number>>;
}

export async function run({quick, progress}: BenchRun): Promise<readonly BenchResult[]> {
  const amount = quick ? 200 : 10_000;
  progress?.start("Fjendtlige filer", amount);
  const {files, grown, seconds, faults, ends} = await tryHostile(amount, (done) => progress?.advance(done));
  progress?.finish();
  const told = Object.entries(ends).map(([end, count]) => `${end} ${count}`);
  for (const fault of faults.slice(0, 20)) process.stderr.write(`${fault}\n`);
  const alone = {floor: null, ratio: null};
  const name = `${files} ødelagte og ondsindede filer`;
  return [
    {
      name: `${name} uden en dansk rapport (${told.join(", ")})`,
      value: faults.length,
      unit: "",
      ...alone,
      target: "0",
      met: faults.length === 0
    },
    {
      name: `${name}, hukommelsens vækst`,
      value: grown / 1e6,
      unit: "MB",
      ...alone,
      target: "≤ 100 MB",
      met: grown <= 100e6
    },
    {name: `${name}, filer i sekundet`, value: files / seconds, unit: "", ...alone, target: "–", met: true}
  ];
}

const batch = 100;

/** The first so many hostile files, and crafted ones: those named, else all. Two at a time, each read in a process of its own. */
export async function tryHostile(
  amount: number,
  tell: (done: number) => void = () => {},
  names: readonly string[] = []
): Promise<HostileRun> {
  const folder = await mkdtemp(join(tmpdir(), "aarshjul-hostile-"));
  const good = await goodFiles();
  const special = join(folder, "special");
  await mkdir(special);
  await writeCrafted(special, names);
  const paths = (await readdir(special)).map((name) => join(special, name));
  const tally = openTally();
  const since = performance.now();
  try {
    await Promise.all(
      [0, 1].map(async (worker) => {
        const dataDir = join(folder, String(worker));
        await tryAll(
          dataDir,
          paths.filter((_, index) => index % 2 === worker),
          tally
        );
        for (let from = worker * batch; from < amount; from += 2 * batch) {
          const to = Math.min(amount, from + batch);
          const delivered = await mkdtemp(join(folder, "delivered-"));
          for (let number = from; number < to; number++)
            await writeFile(join(delivered, String(number)), hostileFile(good, number).bytes);
          await tryAll(
            dataDir,
            (await readdir(delivered)).map((name) => join(delivered, name)),
            tally
          );
          await rm(delivered, {recursive: true});
          tell(tally.files());
        }
      })
    );
    return {...tally.result(), seconds: (performance.now() - since) / 1000};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function writeCrafted(folder: string, names: readonly string[]): Promise<void> {
  const program = fileURLToPath(new URL("write-crafted.ts", import.meta.url));
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, folder, ...names], {
    stdio: "inherit"
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`making the crafted files ended with ${code}`);
}

async function tryAll(dataDir: string, paths: readonly string[], tally: Tally): Promise<void> {
  const limits = {...processLimits, threads: 1, seconds: 60};
  await check({dataDir, files: paths.map((path) => ({path}))}, {processLimits: limits})
    .then((outcomes) => outcomes.forEach(tally.count))
    .catch((error: unknown) => tally.fail(paths[0] ?? "", String(error)));
}

type Tally = ReturnType<typeof openTally>;

function openTally() {
  const faults: string[] = [];
  const ends: Record<string, number> = {};
  const before = process.memoryUsage().rss;
  let [files, most] = [0, before];
  return {
    files: () => files,
    fail: (name: string, why: string) => void faults.push(`${name}: ${why}`),
    count: ({path, report}: IntakeOutcome) => {
      files++;
      most = Math.max(most, process.memoryUsage().rss);
      const {status, findings, question} = report;
      const end = findings.find(({rule}) => rule.startsWith("limit-"))?.rule ?? status;
      ends[end] = (ends[end] ?? 0) + 1;
      const sentences = [...findings.map(({message}) => message), ...(question ? [question.text] : [])];
      if (status !== "accepted" && sentences.length === 0) faults.push(`${path}: no reason`);
      for (const sentence of sentences) if (!isDanish(sentence)) faults.push(`${path}: ${sentence}`);
    },
    result: () => ({files, grown: most - before, faults, ends})
  };
}

/** A whole sentence of ours, not the words of a library. */
function isDanish(sentence: string): boolean {
  const english = /\b(?:error|exception|cannot|could not|invalid|unexpected|failed|undefined|NaN|at \w+ \()\b/i;
  return /^[\p{Lu}“»"]/u.test(sentence) && /[.?]\)?$/.test(sentence) && !english.test(withoutQuotes(sentence));
}

/** What stands in quotation marks is the file's own. */
function withoutQuotes(sentence: string): string {
  return sentence.replaceAll(/“[^”]*”|»[^«]*«|"[^"]*"/g, "");
}
