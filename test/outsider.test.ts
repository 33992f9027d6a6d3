import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {ledgerPath} from "../jobs/disclosure/ledger-file.ts";
import {attackRelease} from "../jobs/disclosure/outsider.ts";
import {disclosureRules} from "../jobs/disclosure/rules.ts";
import {refresh} from "../jobs/refresh.ts";
import {storesOf} from "../queries/config.ts";
import {Engine} from "../queries/engine.ts";
import {signForms} from "./ethics-fixture.ts";
import {writeLake} from "./lake-fixture.ts";
import {recordLake} from "./recorded-lake.ts";
import {smallLake} from "./small-lake.ts";

let dataDir: string;
let folder: string;
let ledger: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-outsider-"));
  await recordLake(dataDir, await writeLake(dataDir, smallLake()));
  await signForms(dataDir);
  const {id} = await refresh({dataDir});
  folder = join(storesOf(dataDir).releases, id);
  ledger = ledgerPath(dataDir, disclosureRules, id);
});
afterAll(() => rm(dataDir, {recursive: true, force: true}));

describe("attackRelease(folder)", () => {
  it("finds nothing in a release as it is", async () => {
    const report = await attackRelease(folder);
    expect(report.tried).toBeGreaterThan(10);
    expect(report).toMatchObject({unread: 0, findings: []});
  });
  it("finds the school with three pupils when the schools beside it are shown after all", async () => {
    await showAfterAll(["751001", "751003"]);
    const {findings} = await attackRelease(folder);
    expect(findings).toContainEqual(
      expect.objectContaining({indicator: "school-absence", unit: "751002", period: "2025-H2", low: 3, high: 3})
    );
    expect(new Set(findings.map(({unit}) => unit))).toEqual(new Set(["751002"]));
  });
});

/** Puts the true figures of the ledger into the release's file. */
async function showAfterAll(units: readonly string[]): Promise<void> {
  const engine = await Engine.open();
  const facts = join(folder, "facts.parquet");
  await engine.run(`
    CREATE TABLE facts AS FROM read_parquet('${facts}');
    UPDATE facts SET blank = NULL, numerator = truth.numerator, denominator = truth.denominator, persons = truth.persons
    FROM read_parquet('${ledger}') AS truth
    WHERE facts.unit IN (${units.map((unit) => `'${unit}'`).join(", ")}) AND facts.indicator = 'school-absence'
      AND facts.period = '2025-H2' AND facts.category = '' AND facts.blank = 'hidden'
      AND truth.unit = facts.unit AND truth.indicator = facts.indicator AND truth.period = facts.period
      AND truth.category = facts.category;
    COPY facts TO '${facts}' (FORMAT parquet)`);
  engine.close();
}
