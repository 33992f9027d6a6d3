import {mkdtemp, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {computeFactsOf} from "../jobs/compute.ts";
import {disclose} from "../jobs/disclose.ts";
import {findLedger, ledgerPath, writeLedger} from "../jobs/disclosure/earlier.ts";
import {patternHash} from "../jobs/disclosure/frozen.ts";
import {disclosureRules} from "../jobs/disclosure/rules.ts";
import {type Catalogue, readCatalogue} from "../queries/catalogue.ts";
import {Engine} from "../queries/engine.ts";
import type {LakeFile} from "../queries/registry/deliveries.ts";
import {writeLake} from "./lake-fixture.ts";
import {smallLake} from "./small-lake.ts";

let dataDir: string;
let catalogue: Catalogue;
let files: readonly LakeFile[];
let ledger: string;
let pattern: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-earlier-"));
  catalogue = await readCatalogue();
  files = await writeLake(dataDir, smallLake());
  ledger = ledgerPath(dataDir, disclosureRules, "first");
  await release({}, async (engine) => {
    await writeLedger(engine, ledger);
    pattern = await patternHash(engine, "disclosed");
  });
});
afterAll(() => rm(dataDir, {recursive: true, force: true}));

/** Pupils more in a school (and so in all above it) for the second half-year of absence; then the release beside the ledger. */
async function release(
  more: Readonly<Record<string, number>>,
  look: (engine: Engine, held: readonly string[]) => Promise<void>,
  known: string | null = null
): Promise<void> {
  const engine = await Engine.open({threads: 2});
  await computeFactsOf(engine, {catalogue, dataDir, files});
  for (const [school, pupils] of Object.entries(more))
    await engine.run(
      `UPDATE total SET persons = persons + ${pupils}, denominator = denominator + ${pupils * 100}
       WHERE indicator LIKE 'school-absence%' AND period = '2025-H2' AND category = '' AND unit IN
         (SELECT ancestor FROM closure WHERE unit = '${school}' AND period = '2025-H2')`
    );
  const {held} = await disclose(engine, {indicators: catalogue.indicators, ledger: known});
  await look(engine, held);
  engine.close();
}

async function personsOf(engine: Engine, units: readonly string[]) {
  const rows = await engine.rows<{unit: string; persons: number | null; blank: string | null}>(
    "SELECT unit, persons, blank FROM disclosed WHERE indicator = 'school-absence' AND period = '2025-H2' AND category = ''"
  );
  return units.map((unit) => rows.find((row) => row.unit === unit)).map((row) => row?.blank ?? row?.persons);
}

describe("disclose(engine, {ledger})", () => {
  it("keeps the pattern where nothing has changed", async () => {
    await release({}, async (engine) => expect(await patternHash(engine, "disclosed")).toBe(pattern), ledger);
  });
  it("lets a correction of a few pupils wait, and says which", async () => {
    await release(
      {751006: 2},
      async (engine, held) => {
        expect(held).toEqual(["absence 2025-H2"]);
        expect(await personsOf(engine, ["751006", "751"])).toEqual([52, 175]);
        expect(await patternHash(engine, "disclosed")).toBe(pattern);
      },
      ledger
    );
  });
  it("shows a correction of more, but not in schools where it is of few", async () => {
    await release(
      {751006: 3, 751008: 3},
      async (engine, held) => {
        expect(held).toEqual([]);
        expect(await personsOf(engine, ["751006", "751008", "751-O2", "751-O3", "751"])).toEqual([
          "hidden",
          "hidden",
          "hidden",
          "hidden",
          181
        ]);
      },
      ledger
    );
  });
  it("shows a correction of many where it is", async () => {
    await release(
      {751006: 10},
      async (engine) => expect(await personsOf(engine, ["751006", "751-O2", "751"])).toEqual([62, 62, 185]),
      ledger
    );
  });
  it("keeps hidden what was", async () => {
    await release(
      {751002: 30},
      async (engine) =>
        expect((await personsOf(engine, ["751001", "751003"])).every((each) => each === "hidden")).toBe(true),
      ledger
    );
  });
});

describe("writeLedger(engine, path)", () => {
  it("can be read by its owner only", async () => {
    expect((await stat(ledger)).mode & 0o077).toBe(0);
  });
});

describe("findLedger(dataDir, rules, releases)", () => {
  it("takes the newest release that has one by the same rules", async () => {
    expect(await findLedger(dataDir, disclosureRules, [{id: "second"}, {id: "first"}])).toBe(ledger);
    expect(await findLedger(dataDir, {...disclosureRules, id: "other"}, [{id: "first"}])).toBeNull();
  });
});
