import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {holdsPersonNumber} from "../queries/personal/person-numbers.ts";
import {
  answerErrorReport,
  findErrorReport,
  listErrorReports,
  listFullErrorReports,
  type NewErrorReport,
  recordErrorReport
} from "../queries/registry/error-reports.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";

let folder: string;
let registry: Registry;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "aarshjul-reports-"));
  registry = await openRegistry(join(folder, "registry.sqlite"));
});
afterAll(async () => {
  await registry?.destroy();
  rmSync(folder, {recursive: true, force: true});
});

const report = {
  indicator: "school-absence",
  unit: "751014",
  period: "2025-H2",
  category: "",
  release: "r0123456789ab",
  text: "Tallet er for højt.",
  contact: "leder@eksempel.dk",
  receivedAt: "2026-02-01T08:00:00.000Z"
} as NewErrorReport;

describe("holdsPersonNumber(text)", () => {
  it.each(["0101011234", "Elev 010101-1234 er talt med", "311299 4321", "(150610–9999)"])("sees %s", (text) =>
    expect(holdsPersonNumber(text)).toBe(true)
  );
  it.each(["12.345.678", "99 99 12 34 56", "320101-1234", "Telefon 87654321", "2025-H2", "1234567890123"])(
    "does not mind %s",
    (text) => expect(holdsPersonNumber(text)).toBe(false)
  );
});

describe("error reports in the registry", () => {
  it("gives each a number of its own and shows neither words nor contact", async () => {
    const numbers = [await recordErrorReport(registry, report), await recordErrorReport(registry, report)];
    expect(new Set(numbers).size).toBe(2);
    for (const number of numbers) expect(number).toMatch(/^F-[2-9A-HJ-NP-Z]{6}$/);
    expect(await findErrorReport(registry, numbers[0]!)).toEqual({
      number: numbers[0],
      indicator: "school-absence",
      unit: "751014",
      period: "2025-H2",
      category: "",
      release: "r0123456789ab",
      state: "received",
      answer: "",
      receivedAt: report.receivedAt,
      changedAt: report.receivedAt
    });
    expect(JSON.stringify(await listErrorReports(registry))).not.toContain("eksempel.dk");
  });
  it("forgets how to reach the writer when the case is closed", async () => {
    const number = await recordErrorReport(registry, report);
    const change = {
      state: "corrected",
      answer: "Rettet i næste udgivelse.",
      changedAt: "2026-02-02T08:00:00.000Z"
    } as const;
    expect(await answerErrorReport(registry, number, change)).toBe(true);
    const full = (await listFullErrorReports(registry)).find((each) => each.number === number);
    expect(full).toMatchObject({state: "corrected", contact: "", answer: "Rettet i næste udgivelse."});
    expect((await listFullErrorReports(registry, true)).map((each) => each.number)).not.toContain(number);
  });
  it("says so where there is no such report", async () => {
    expect(await answerErrorReport(registry, "F-NOPE22", {state: "rejected", changedAt: "2026"})).toBe(false);
  });
});

describe("aarshjul fejl", () => {
  const launcher = fileURLToPath(new URL("../aarshjul.js", import.meta.url));
  const run = (...given: string[]) =>
    spawnSync(process.execPath, [launcher, "fejl", ...given, "--data", folder], {encoding: "utf8"});

  it("lists what waits with the writer's words, and closes a case with an answer", async () => {
    const number = await recordErrorReport(registry, {...report, text: "Klasse 7B mangler."});
    expect(run().stdout).toContain("Klasse 7B mangler.");
    const closed = run(number, "--status", "rettet", "--svar", "Rettet.");
    expect(closed.status).toBe(0);
    expect(closed.stdout).toContain(`${number}  rettet`);
    expect(run().stdout).not.toContain(number);
    expect(run("--all").stdout).toContain("Svar: Rettet.");
  });
  it("refuses a number that is not known and an answer with a person's number", async () => {
    expect(run("F-NOPE22", "--svar", "Rettet.")).toMatchObject({status: 1});
    const number = await recordErrorReport(registry, report);
    expect(run(number, "--svar", "Se 010101-1234").stderr).toContain("CPR-nummer");
  });
});
