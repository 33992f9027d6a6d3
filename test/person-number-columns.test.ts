import {readFileSync, rmSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {check, intake} from "../jobs/intake.ts";
import {personNumberChecks, watchedColumns} from "../jobs/person-numbers.ts";
import {Engine} from "../queries/engine.ts";
import {quoteName} from "../queries/sql.ts";
import {findStandard} from "../queries/standards/index.ts";
import {absenceCsv, openDataDir, writeFile} from "./intake-fixture.ts";
import {disguises, personNumber, random} from "./person-number-disguises.ts";
import {finding, pseudonymWays} from "./realistic-values.ts";

const chance = random(7);
let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({threads: 2});
});
afterAll(() => engine.close());

type Columns = Readonly<Record<string, readonly (string | null)[]>>;

async function rulesOf(standardId: string, values: Columns): Promise<readonly string[]> {
  const standard = findStandard(standardId)!;
  const cells = watchedColumns(standard).map(({id}) => {
    const given = values[id] ? "unnest(CAST(CAST(? AS JSON) AS VARCHAR[]))" : "NULL::VARCHAR";
    return {sql: `${given} AS ${quoteName(id)}`, value: values[id]};
  });
  const given = cells.flatMap(({value}) => (value ? [JSON.stringify(value)] : []));
  await engine.run(`CREATE OR REPLACE TEMP TABLE delivered AS SELECT ${cells.map(({sql}) => sql).join(", ")}`, given);
  const relation = {name: "delivered", lines: false, extra: []};
  const {checks} = await personNumberChecks(engine, standard, {
    relation,
    long: watchedColumns(standard),
    pseudonymise: false
  });
  return checks.map(({id}) => id);
}

const many = <T>(count: number, make: (row: number) => T) => Array.from({length: count}, (_, row) => make(row));

describe("personNumberChecks(engine, standard, watch)", () => {
  it.each(Object.keys(disguises))("stops a column of them, in small and large files: %s", async (disguise) => {
    for (const rows of [1, 3, 400]) {
      const pupil = many(rows, (row) => disguises[disguise]!(personNumber(chance, row % 20 !== 1), chance));
      expect(await rulesOf("absence", {pupil, class: many(rows, () => "3A")})).toEqual(["person-number:pupil"]);
    }
  });

  it.each(Object.keys(disguises))("stops free text at the first of them: %s", async (disguise) => {
    for (const modulus11 of [true, false]) {
      const number = disguises[disguise]!(personNumber(chance, modulus11), chance);
      const texts = [...many(30, () => finding(chance)), `Samtale om ${number}`];
      expect(await rulesOf("observations", {finding: texts})).toEqual(["person-number:finding"]);
    }
  });

  it("stops a few of them among pseudonyms of another kind", async () => {
    const pupil = [...many(500, () => pseudonymWays[0]!(chance, 0)), ...many(3, () => personNumber(chance))];
    expect(await rulesOf("absence", {pupil})).toEqual(["person-number:pupil"]);
  });

  it("stops a number that is split into a date and four digits", async () => {
    const whole = many(50, (row) => personNumber(chance, row > 3));
    const [dates, serials] = [whole.map((number) => number.slice(0, 6)), whole.map((number) => number.slice(6))];
    expect(await rulesOf("absence", {class: dates, pupil: serials})).toEqual(["person-number:class+pupil"]);
    const written = dates.map((date) => `${date.slice(0, 2)}-${date.slice(2, 4)}-19${date.slice(4)}`);
    expect(await rulesOf("absence", {pupil: written, class: serials})).toEqual(["person-number:pupil+class"]);
  });

  it("stops at most one in 200 files of what municipalities deliver", async () => {
    const stopped: string[] = [];
    for (let file = 0; file < 400; file++) {
      const way = pseudonymWays[file % pseudonymWays.length]!;
      const rows = 20 + Math.floor(chance() * 400);
      const rules = await (file % 4 === 3
        ? rulesOf("observations", {
            observation: many(rows, (row) => String(1000 + row)),
            finding: many(rows, () => finding(chance)),
            quote: many(rows, () => finding(chance))
          })
        : rulesOf("absence", {
            pupil: many(rows, (row) => way(chance, row)),
            class: many(rows, (row) => `${row % 10}A`)
          }));
      if (rules.length > 0) stopped.push(`${file}: ${rules}`);
    }
    expect(stopped.length, stopped.join("; ")).toBeLessThanOrEqual(2);
  });

  it("judges a million rows in less than five seconds of computing", async () => {
    const standard = findStandard("absence")!;
    for (const pupil of ["lpad(CAST(hash(i) % 10000000000 AS VARCHAR), 10, '0')", "md5(CAST(i AS VARCHAR))"]) {
      await engine.run(
        `CREATE OR REPLACE TEMP TABLE delivered AS SELECT ${pupil} AS pupil, '3A' AS class FROM range(1000000) t(i)`
      );
      const relation = {name: "delivered", lines: false, extra: []};
      const began = process.cpuUsage();
      await personNumberChecks(engine, standard, {relation, long: watchedColumns(standard), pseudonymise: false});
      const {user, system} = process.cpuUsage(began);
      const seconds = (user + system) / 1e6;
      expect(seconds).toBeLessThan(5);
    }
  });
});

describe("check(request) of civil registration numbers", () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await openDataDir();
  });
  afterAll(() => rmSync(dataDir, {recursive: true, force: true}));

  it("names the column, how many and the first lines, never a value", async () => {
    const numbers = many(12, () => personNumber(chance));
    const path = writeFile(dataDir, "cpr.csv", absenceCsv(numbers.map((pupil) => ({pupil}))));
    const [outcome] = await intake({dataDir, files: [{path}]});
    expect(outcome!.report).toMatchObject({
      status: "rejected",
      findings: [{rule: "person-number:pupil", message: "Elev ligner CPR-numre. Lever kun pseudonymer.", count: 12}]
    });
    expect(outcome!.report.findings[0]!.lines).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(numbers.filter((number) => JSON.stringify(outcome).includes(number))).toEqual([]);
  });

  it("tells of a file without header nothing of its first row", async () => {
    const number = personNumber(chance);
    const content = absenceCsv([{pupil: "p1"}]).replace(/^(.*)\n(.*)/, `$1;${number}\n$2;x`);
    const [{report}] = (await check({dataDir, files: [{path: writeFile(dataDir, "odd.csv", content)}]})) as [
      Awaited<ReturnType<typeof check>>[number]
    ];
    expect(report.findings.map(({rule}) => rule)).toEqual(["unknown-columns"]);
    expect(JSON.stringify(report)).not.toContain(number);
  });

  it("keeps nothing of a column that the standard does not know, nor of rejected rows", async () => {
    const [header, row] = absenceCsv([{pupil: "p1", unit: "1"}]).split("\n");
    const path = writeFile(dataDir, "address.csv", `${header};adresse\n${row};Hemmelig Vej 7\n`);
    const [outcome] = await intake({dataDir, files: [{path}]});
    expect(outcome!.report.status).toBe("rejected");
    const quarantine = readFileSync(outcome!.quarantine!, "utf8");
    expect(quarantine).toContain("p1");
    expect(quarantine).not.toMatch(/adresse|Hemmelig/);
  });
});
