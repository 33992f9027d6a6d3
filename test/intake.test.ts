/** Folder cases: `test/input/intake/<case>/` holds an input file, what is said beside it, and the report it must end in. */
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {check, type IntakeFile, type IntakeOutcome, intake} from "../jobs/intake.ts";
import {findStandard} from "../queries/standards/index.ts";

const folder = join(import.meta.dirname, "input", "intake");
const cases = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory());

let dataDir: string;
let outcomes: ReadonlyMap<string, IntakeOutcome>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "aarshjul-intake-"));
  const [units] = await intake({dataDir, files: [{path: join(folder, "units.csv")}]});
  expect(units!.report.findings).toEqual([]);
  const checked = await check({dataDir, files: cases.map(({name}) => fileOf(name))});
  outcomes = new Map(cases.map(({name}, index) => [name, checked[index]!]));
});
afterAll(() => rmSync(dataDir, {recursive: true, force: true}));

function fileOf(name: string): IntakeFile {
  const input = readdirSync(join(folder, name)).find((file) => file.startsWith("input."));
  const options = join(folder, name, "options.json");
  const said = existsSync(options) ? (JSON.parse(readFileSync(options, "utf8")) as object) : {};
  return {path: join(folder, name, input!), ...said};
}

describe("check(request)", () => {
  it.each(cases.map(({name}) => name))("ends %s in its expected report", async (name) => {
    const {checkedAt: _, ...report} = outcomes.get(name)!.report;
    await expect(`${JSON.stringify(report, null, 2)}\n`).toMatchFileSnapshot(join(folder, name, "expected.json"));
  });
  it("leaves nothing behind", () => {
    expect(readdirSync(join(dataDir, "staging"))).toEqual([]);
    expect(readdirSync(join(dataDir, "inbox"))).toHaveLength(1);
  });
  it("never repeats a cell of a personal column in a message", () => {
    for (const {report} of outcomes.values()) {
      const personal = findStandard(report.standard ?? "")?.columns.some((column) => column.personal !== "none");
      if (personal) expect(JSON.stringify([report.findings, report.question])).not.toMatch(/e00\d|mange|HYPERLINK/);
    }
  });
});
