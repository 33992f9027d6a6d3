import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {formats, goodFiles, hostileFile} from "../jobs/bench/hostile/files.ts";
import {tryHostile} from "../jobs/bench/hostile/hostile.ts";
import {answerIn} from "../jobs/child-answer.ts";
import {nothing} from "../jobs/examination.ts";
import {check} from "../jobs/intake.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "aarshjul-hostile-test-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const reportOf = async (path: string) => (await check({dataDir: join(folder, "data"), files: [{path}]}))[0]!.report;
const rulesOf = async (path: string) => (await reportOf(path)).findings.map(({rule}) => rule);

describe("check(request) of hostile files", () => {
  it("ends every one in a Danish report, in a process that stays small (aarshjul bench --part hostile: 10,000)", async () => {
    const names = [
      "parquet-that-claims-rows",
      "xlsx-path-out",
      "xlsx-link",
      "xlsx-outside-entity",
      "xlsx-laughs",
      "xlsx-far-row",
      "xlsx-wide-sheet"
    ];
    const more = ["json-prototype", "json-many-names", "csv-wide", "csv-quotes", "csv-commands", "arrow-cut"];
    const {files, faults, grown, ends} = await tryHostile(40, () => {}, [...names, ...more, "xlsx-bomb-that-lies"]);
    expect([files, faults]).toEqual([54, []]);
    expect(Object.keys(ends).filter((end) => end.startsWith("limit-"))).toEqual([]);
    expect(grown).toBeLessThan(100e6);
    expect(existsSync("/tmp/aarshjul-escaped.txt")).toBe(false);
  });
  it("has files of every format that are the same each time, and no two alike", async () => {
    const good = await goodFiles();
    const some = Array.from({length: 50}, (_, number) => hostileFile(good, number));
    expect(new Set(some.map(({format}) => format))).toEqual(new Set(formats));
    expect(new Set(some.map(({bytes}) => bytes.toString("base64"))).size).toBeGreaterThan(45);
    expect(hostileFile(good, 7).bytes.equals(some[7]!.bytes)).toBe(true);
  });
});

describe("check(request) of what is no file", () => {
  it("takes no link, no pipe, no device and no endless file", async () => {
    const [link, pipe, huge] = ["link", "pipe", "huge"].map((name) => join(folder, name)) as [string, string, string];
    symlinkSync("/etc/passwd", link);
    execFileSync("mkfifo", [pipe]);
    writeFileSync(huge, "");
    truncateSync(huge, 30_000_000_000);
    for (const path of [link, pipe, huge, "/dev/zero"])
      expect([path, await rulesOf(path)]).toEqual([path, ["unreadable"]]);
    const {findings} = await reportOf(link);
    expect(findings[0]!.message).toContain("det er en genvej til en anden fil");
  });
  it("goes by what a file holds and not by its name", async () => {
    const path = join(folder, "fravær; rm -rf $(HOME) `id` .csv.exe");
    writeFileSync(path, "\x7fELF and more");
    const report = await reportOf(path);
    expect(report.findings.map(({message}) => message)).toEqual(["Filen er ikke en tabel, men et program."]);
  });
});

describe("answerIn(line, job)", () => {
  const job = {staging: "/data/staging/1-2"};
  const good = {path: "/data/staging/1-2/extract.parquet", sha256: "a".repeat(64), parts: []};
  const answered = (change: object) => answerIn(JSON.stringify({examination: {...nothing, ...change}}), job);

  it("takes what the examining process may say", () => {
    expect(answered({status: "accepted", standard: "absence", extract: good})?.examination?.standard).toBe("absence");
    expect(answerIn('{"failure":"Error: x"}', job)).toEqual({failure: "Error: x"});
  });
  it.each([
    ["a file outside its folder", {extract: {...good, path: "/data/registry.sqlite"}}],
    ["a way out of its folder", {extract: {...good, path: "/data/staging/1-2/../../keys/audit.key"}}],
    ["a name that leads out", {extract: {...good, sha256: `../../../../etc/${"a".repeat(49)}`}}],
    ["rejected rows from elsewhere", {quarantine: "/etc/passwd"}],
    ["a standard that there is none of", {standard: "../units"}],
    ["a status that there is none of", {status: "sent"}],
    ["a municipality that is a path", {parts: [{municipality: "../..", period: "2025-H2", slice: "", rows: 1}]}],
    ["no findings", {findings: null}]
  ])("takes nothing with %s", (_, change) => expect(answered(change)).toBeNull());
  it.each(["", "null", "{}", "[]", "not json", '{"examination":null}', '{"__proto__":{"examination":{}}}'])(
    "takes nothing of %j",
    (line) => expect(answerIn(line, job)).toBeNull()
  );
});
