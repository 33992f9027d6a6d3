import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {contentLimits} from "../jobs/examination.ts";
import {check, type IntakeEffects, intake} from "../jobs/intake.ts";
import {processLimits} from "../jobs/validate.ts";
import {verifyLake} from "../jobs/verify-lake.ts";
import {absenceCsv, absenceHeader, lakeRows, openDataDir, writeFile} from "./intake-fixture.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await openDataDir();
});
afterAll(() => rmSync(dataDir, {recursive: true, force: true}));

async function rulesOf(
  content: string | Uint8Array,
  effects: Partial<IntakeEffects>
): Promise<readonly (readonly string[])[]> {
  const files = [
    {path: writeFile(dataDir, "suspect", content)},
    {path: writeFile(dataDir, "innocent.csv", absenceCsv([{pupil: "p1"}]))}
  ];
  const outcomes = await check({dataDir, files}, effects);
  return outcomes.map(({report}) => [report.status, ...report.findings.map(({rule}) => rule)]);
}

describe("check(request, effects) with limits", () => {
  const many = absenceCsv(Array.from({length: 300_000}, (_, index) => ({pupil: `p${index}`})));

  it("rejects only the file that takes too long", async () => {
    const [suspect] = await rulesOf(many, {processLimits: {...processLimits, seconds: 0.001}});
    expect(suspect).toEqual(["rejected", "limit-seconds"]);
  });
  it("rejects a file that takes too much memory, and goes on with the next in a new process", async () => {
    const [suspect] = await rulesOf(many, {processLimits: {...processLimits, memory: 30_000_000}});
    expect(suspect).toEqual(["rejected", "limit-memory"]);
    expect(await rulesOf(many, {})).toEqual([["accepted"], ["accepted"]]);
  });
  it("rejects a line without end, with its number", async () => {
    const limits = {...contentLimits, line: 100_000};
    const rows = Buffer.from(absenceCsv([{pupil: "p1"}]));
    const endless = Buffer.alloc(40_000_000, "x");
    const last = writeFile(dataDir, "last.csv", Buffer.concat([rows, endless]));
    const middle = writeFile(
      dataDir,
      "middle.csv",
      Buffer.concat([rows, endless, Buffer.from(`\n${rows.toString().split("\n")[1]}\n`)])
    );
    for (const {report} of await check({dataDir, files: [{path: last}, {path: middle}]}, {contentLimits: limits}))
      expect(report).toMatchObject({status: "rejected", findings: [{rule: "long-line", lines: [3]}]});
    const [first] = await rulesOf(Buffer.alloc(3_000_000, "x"), {contentLimits: limits});
    expect(first).toEqual(["rejected", "long-line"]);
  });
  it("rejects too many columns, long cells and deep nesting", async () => {
    const wide = `${Array.from({length: 30}, (_, index) => `k${index}`).join(";")}\n`;
    expect((await rulesOf(`${wide}${wide}`, {contentLimits: {...contentLimits, columns: 20}}))[0]).toEqual([
      "rejected",
      "too-many-columns"
    ]);
    const deep = `${"[".repeat(50)}${"]".repeat(50)}`;
    expect((await rulesOf(deep, {}))[0]).toEqual(["rejected", "nested"]);
    const long = `${absenceHeader}\n751;2025-H2;751014;${"p".repeat(400)};3A;3;sick;1,5;98\n`;
    expect((await rulesOf(long, {contentLimits: {...contentLimits, cell: 300}}))[0]).toEqual([
      "rejected",
      "long-cell:pupil"
    ]);
  });
  it("rejects what only looks like its format", async () => {
    for (const content of ["PAR1 and then nothing", "ARROW1\0\0 and then nothing", "PK\x03\x04 and then nothing"])
      expect((await rulesOf(content, {}))[0]).toEqual(["rejected", "truncated"]);
  });
});

describe("intake(request) killed", () => {
  it("leaves a state from which the next start carries on", async () => {
    const periods = ["2022-H1", "2022-H2", "2023-H1", "2023-H2", "2024-H1", "2024-H2"];
    const rows = periods.flatMap((period) => Array.from({length: 2000}, (_, index) => ({pupil: `p${index}`, period})));
    const path = writeFile(dataDir, "history.csv", absenceCsv(rows));
    const seen = new Set<string>();
    for (const moment of ["inbox", "staging", "extract", "plan", "moved", "moved"]) {
      seen.add(await killAt(moment, path));
      const {problems} = await verifyLake(dataDir);
      expect(problems.filter(({problem}) => problem !== "Filen hører ikke til nogen leverance")).toEqual([]);
    }
    expect(seen.has("killed")).toBe(true);
    const [outcome] = await intake({dataDir, files: [{path}]});
    expect(outcome!.report).toMatchObject({status: "accepted", rows: rows.length});
    expect(await lakeRows(dataDir, "absence", "count(*) AS rows")).toEqual([{rows: rows.length}]);
    expect((await verifyLake(dataDir)).problems).toEqual([]);
    expect(readdirSync(join(dataDir, "staging"))).toEqual([]);
    expect(readdirSync(join(dataDir, "inbox")).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

/** Starts an intake and kills it with SIGKILL when the work has come so far; `done` when it was too quick. */
async function killAt(moment: string, path: string): Promise<string> {
  const run = spawn(process.execPath, [
    "--disable-warning=ExperimentalWarning",
    join(import.meta.dirname, "intake-run.ts"),
    dataDir,
    path
  ]);
  const ended = once(run, "exit");
  const timer = setInterval(() => reached(moment, run) && run.kill("SIGKILL"), 1);
  const [, signal] = (await ended) as [number | null, string | null];
  clearInterval(timer);
  return signal === "SIGKILL" ? "killed" : "done";
}

function reached(moment: string, {pid}: ChildProcess): boolean {
  const staging = namesIn(join(dataDir, "staging")).find((name) => name.startsWith(`${pid}-`));
  const own = staging ? join(dataDir, "staging", staging) : null;
  if (moment === "inbox") return namesIn(join(dataDir, "inbox")).some((name) => name.startsWith(`.${pid}-`));
  if (own === null) return false;
  if (moment === "staging") return true;
  if (moment === "extract") return existsSync(join(own, "extract.parquet"));
  if (moment === "plan") return existsSync(join(own, "plan.json"));
  return namesIn(join(dataDir, "extracts", "absence")).length > 0;
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
