import {mkdtemp, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {computeFactsOf} from "../jobs/compute.ts";
import {disclose} from "../jobs/disclose.ts";
import type {ByHand} from "../jobs/disclosure/by-hand.ts";
import {patternHash} from "../jobs/disclosure/frozen.ts";
import {findLedgers, ledgerPath, writeLedger} from "../jobs/disclosure/ledger-file.ts";
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
  ledgers: readonly string[] = [],
  byHand: readonly ByHand[] = []
): Promise<void> {
  const engine = await Engine.open({threads: 2});
  await computeFactsOf(engine, {catalogue, dataDir, files});
  for (const [school, pupils] of Object.entries(more))
    await engine.run(
      `UPDATE total SET persons = persons + ${pupils}, denominator = denominator + ${pupils * 100}
       WHERE indicator LIKE 'school-absence%' AND period = '2025-H2' AND category = '' AND unit IN
         (SELECT ancestor FROM closure WHERE unit = '${school}' AND period = '2025-H2')`
    );
  const {held} = await disclose(engine, {indicators: catalogue.indicators, ledgers, byHand});
  await look(engine, held);
  engine.close();
}

async function personsOf(engine: Engine, units: readonly string[]) {
  const rows = await engine.rows<{unit: string; persons: number | null; blank: string | null}>(
    "SELECT unit, persons, blank FROM disclosed WHERE indicator = 'school-absence' AND period = '2025-H2' AND category = ''"
  );
  return units.map((unit) => rows.find((row) => row.unit === unit)).map((row) => row?.blank ?? row?.persons);
}

describe("disclose(engine, {ledgers})", () => {
  it("keeps the pattern where nothing has changed", async () => {
    await release({}, async (engine) => expect(await patternHash(engine, "disclosed")).toBe(pattern), [ledger]);
  });
  it("lets a correction of a few pupils wait, and says which", async () => {
    await release(
      {751006: 2},
      async (engine, held) => {
        expect(held).toEqual(["absence 2025-H2"]);
        expect(await personsOf(engine, ["751006", "751"])).toEqual([52, 175]);
        expect(await patternHash(engine, "disclosed")).toBe(pattern);
      },
      [ledger]
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
      [ledger]
    );
  });
  it("shows a correction of many where it is", async () => {
    await release(
      {751006: 10},
      async (engine) => expect(await personsOf(engine, ["751006", "751-O2", "751"])).toEqual([62, 62, 185]),
      [ledger]
    );
  });
  it("keeps hidden what was", async () => {
    await release(
      {751002: 30},
      async (engine) =>
        expect((await personsOf(engine, ["751001", "751003"])).every((each) => each === "hidden")).toBe(true),
      [ledger]
    );
  });
});

describe("disclose(engine, {ledgers}) after several releases", () => {
  let second: string;
  beforeAll(async () => {
    second = ledgerPath(dataDir, disclosureRules, "second");
    await release({751006: 10}, (engine) => writeLedger(engine, second), [ledger]);
  });
  it("lets a correction wait that is of few beside an older release only", async () => {
    await release(
      {751006: 2},
      async (engine, held) => {
        expect(held).toEqual(["absence 2025-H2"]);
        expect(await personsOf(engine, ["751006", "751"])).toEqual([62, 185]);
      },
      [second, ledger]
    );
    await release({751006: 2}, async (_, held) => expect(held).toEqual([]), [second]);
  });
  it("goes back to an older release's figures with its pattern", async () => {
    await release({}, async (engine) => expect(await patternHash(engine, "disclosed")).toBe(pattern), [second, ledger]);
  });
});

describe("disclose(engine, {byHand})", () => {
  const chosen = {unit: "751006", indicator: "school-absence-sick", period: "2025-H2", reason: "test", at: ""};
  it("hides a large school with the area that has no other, in every indicator of the same pupils, like any other", async () => {
    await release(
      {},
      async (engine) => {
        const units = ["751006", "751-O2", "000"];
        expect(await personsOf(engine, units)).toEqual(["hidden", "hidden", expect.any(Number)]);
        const rows = await engine.rows<{blank: string; numbers: number | null}>(
          `SELECT DISTINCT blank, coalesce(value, numerator, persons) AS numbers FROM disclosed
           WHERE unit = '751006' AND period = '2025-H2' AND indicator LIKE 'school-absence%' AND category = ''`
        );
        expect(rows).toEqual([{blank: "hidden", numbers: null}]);
        await writeLedger(engine, ledgerPath(dataDir, disclosureRules, "by-hand"));
      },
      [],
      [chosen]
    );
  });
  it("shows it again when that is over, and keeps what is hidden for its size", async () => {
    await release({}, async (engine) => expect(await patternHash(engine, "disclosed")).toBe(pattern), [
      ledgerPath(dataDir, disclosureRules, "by-hand")
    ]);
  });
  it("leaves out what an earlier release has told, though it cannot be kept any more", async () => {
    await release(
      {},
      async (engine) => expect(await personsOf(engine, ["751006"])).toEqual(["hidden"]),
      [ledger],
      [chosen]
    );
  });
});

describe("writeLedger(engine, path)", () => {
  it("can be read by its owner only", async () => {
    expect((await stat(ledger)).mode & 0o077).toBe(0);
  });
});

describe("findLedgers(dataDir, rules, releases)", () => {
  it("takes the releases that have one by the same rules", async () => {
    expect(await findLedgers(dataDir, disclosureRules, [{id: "third"}, {id: "first"}])).toEqual([ledger]);
    expect(await findLedgers(dataDir, {...disclosureRules, id: "other"}, [{id: "first"}])).toEqual([]);
  });
});
