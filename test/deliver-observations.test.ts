import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type DeliverSummary, deliverObservations} from "../jobs/deliver-observations.ts";
import {coverageOf} from "../jobs/delivery-coverage.ts";
import {intake} from "../jobs/intake.ts";
import {verifyLake} from "../jobs/verify-lake.ts";
import {storesOf} from "../queries/config.ts";
import {listDeletions} from "../queries/registry/deletions.ts";
import {listDeliveries} from "../queries/registry/deliveries.ts";
import {writtenSlice} from "../queries/registry/observation-deliveries.ts";
import {findObservation, listObservationEvents, type WrittenObservation} from "../queries/registry/observations.ts";
import {changeObservation, withdrawObservation, writeObservation} from "../queries/registry/observations-write.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {lakeFiles, lakeRows, openDataDir} from "./intake-fixture.ts";

let dataDir: string;
let registry: Registry;
let clock = Date.parse("2026-02-01T08:00:00Z");
beforeAll(async () => {
  dataDir = await openDataDir();
  registry = await openRegistry(storesOf(dataDir).registry);
});
afterAll(async () => {
  await registry.destroy();
  rmSync(dataDir, {recursive: true});
});

const now = () => {
  clock += 60_000;
  return new Date(clock);
};
const deliver = (): Promise<DeliverSummary> => deliverObservations({dataDir, registry, now});
const step = (reason = "") => ({actor: "somebody", at: now().toISOString(), reason});
const written = (given: Partial<WrittenObservation> = {}): WrittenObservation => ({
  ...{unit: "751014", period: "2025-H2", theme: "calm", quality: "process", source: "pupil-council"},
  ...{assessment: "attention", count: 12, finding: "Der er uro i timerne.", quote: null, observedOn: "2025-10-08"},
  ...given
});
const write = (given: Partial<WrittenObservation> = {}) => writeObservation(registry, "751", written(given), step());
const findings = async () => (await lakeRows(dataDir, "observations", "finding")).map(({finding}) => finding);

const header = "municipality;period;unit;observation;theme;quality;source;assessment;count;finding;observed_on";
function deliverFile(name: string, finding: string) {
  const path = `${dataDir}/${name}.csv`;
  writeFileSync(path, `${header}\n751;2025-H2;751014;1;play;process;observation;strength;7;${finding};2025-11-01\n`);
  return intake({dataDir, files: [{path}]});
}

const fileFirst = "Legepladsen bliver brugt.";
const fileNext = "Legepladsen bliver brugt meget.";
let first: string;
let second: string;

describe("deliverObservations(wish)", () => {
  it("does nothing where nothing was written", async () => {
    expect(await deliver()).toEqual({delivered: 0, refused: 0, retired: 0, expired: 0});
  });

  it("delivers what was written beside the file of the same municipality and period", async () => {
    await deliverFile("a", fileFirst);
    first = await write();
    second = await write({finding: 'Linje ét.\nLinje to; med "anførsel".', quote: "Vi vil have ro.", source: "staff"});
    expect(await deliver()).toMatchObject({delivered: 2, refused: 0});
    expect(await findings()).toEqual(
      [fileFirst, 'Linje ét.\nLinje to; med "anførsel".', "Der er uro i timerne."].toSorted()
    );
    const rows = await lakeRows(dataDir, "observations", 'observation, quote, quote_consent, "count"');
    expect(rows).toContainEqual({observation: second, quote: "Vi vil have ro.", quote_consent: true, count: 12});
    expect((await lakeFiles(dataDir, "observations")).map(({slice}) => slice)).toEqual(["", writtenSlice]);
    expect(await deliver()).toMatchObject({delivered: 0, retired: 0});
  });

  it("keeps both sides when the file is replaced and when a finding is changed", async () => {
    const [outcome] = await deliverFile("b", fileNext);
    expect(outcome!.report.findings.map(({rule}) => rule)).toEqual(["replaces"]);
    const seen = (await findObservation(registry, first))!;
    expect(await changeObservation(registry, seen, written({finding: "Der er mindre uro."}), step())).toBe(true);
    expect(await changeObservation(registry, seen, written({finding: "Et gammelt syn."}), step())).toBe(false);
    await deliver();
    expect(await findings()).toEqual(expect.arrayContaining([fileNext, "Der er mindre uro."]));
    expect(await findings()).toHaveLength(3);
  });

  it("goes back to what it has been before: a finding that was added is withdrawn again", async () => {
    const third = await write({finding: "Skrevet ved en fejl."});
    await deliver();
    expect(await findings()).toHaveLength(4);
    await withdrawObservation(registry, (await findObservation(registry, third))!, step("skrevet ved en fejl"));
    expect(await deliver()).toMatchObject({delivered: 2});
    expect(await findings()).toHaveLength(3);
    expect((await listObservationEvents(registry, third)).map((event) => [event.step, event.reason])).toEqual([
      ["written", ""],
      ["withdrawn", "skrevet ved en fejl"]
    ]);
  });

  it("leaves out what the lake will not take, says why, and delivers the rest", async () => {
    const wrong = await write({unit: "759999", finding: "En skole, som ingen kender."});
    expect(await deliver()).toMatchObject({delivered: 2, refused: 1});
    expect((await findObservation(registry, wrong))!.problem).toContain("Enhed");
    expect(await deliver()).toMatchObject({delivered: 0, refused: 0});
    await changeObservation(registry, (await findObservation(registry, wrong))!, written({finding: "Rettet."}), step());
    expect(await deliver()).toMatchObject({delivered: 3, refused: 0});
    expect((await findObservation(registry, wrong))!.problem).toBe("");
    await withdrawObservation(registry, (await findObservation(registry, wrong))!, step("væk"));
  });

  it("takes out all of a period where nothing is left, and the file stays", async () => {
    for (const id of [first, second])
      await withdrawObservation(registry, (await findObservation(registry, id))!, step("trukket tilbage"));
    expect(await deliver()).toMatchObject({delivered: 0, retired: 1});
    expect(await findings()).toEqual([fileNext]);
    await write({finding: "Et nyt fund."});
    await deliver();
    expect(await findings()).toEqual(["Et nyt fund.", fileNext]);
  });

  it("keeps no earlier state of what was written here, with a receipt for each file", async () => {
    const held = (await lakeFiles(dataDir, "observations")).map(({path}) => basename(path));
    const files = readdirSync(join(dataDir, "extracts", "observations"));
    expect(files).toHaveLength(held.length + 1); // the file's own earlier delivery stays
    expect(files).toEqual(expect.arrayContaining(held));
    const words = readdirSync(join(dataDir, "inbox")).map((name) => readFileSync(join(dataDir, "inbox", name), "utf8"));
    expect(words.some((text) => text.includes("Et nyt fund."))).toBe(true);
    expect(words.some((text) => text.includes("Der er uro i timerne."))).toBe(false);
    expect((await listDeletions(registry)).filter(({reason}) => reason === "superseded").length).toBeGreaterThan(6);
    expect((await verifyLake(dataDir)).problems).toEqual([]);
  });

  it("makes no half-year late for others, and opens none", () => {
    const file = {standard: "observations", path: "x", sha256: "0", rows: 3, parts: 1};
    const files = [
      {...file, municipality: "751", period: "2025-H2", slice: "", delivery: "a"},
      {...file, municipality: "751", period: "2026-H1", slice: writtenSlice, delivery: "b"},
      {...file, municipality: "751", period: "2025-H2", slice: writtenSlice, delivery: "c"}
    ];
    const rows = coverageOf({files, exemptions: [], rejections: [], receivedAt: new Map()});
    expect(rows.find(({period, state}) => period === "2025-H2" && state === "arrived")).toMatchObject({rows: 6});
    expect(rows.filter(({period}) => period === "2026-H1")).toHaveLength(1);
  });

  it("forgets findings with their history when the standard's time is over", async () => {
    const old = await write({period: "2020-H1", observedOn: "2020-03-01"});
    expect(await deliver()).toMatchObject({expired: 1, delivered: 0});
    expect(await findObservation(registry, old)).toBeUndefined();
    expect(await listObservationEvents(registry, old)).toEqual([]);
  });

  it("is told of among the deliveries", async () => {
    const deliveries = await listDeliveries(registry, {standard: "observations", municipality: "751"});
    expect(deliveries.filter(({fileName}) => fileName === "fund-751-2025-H2.json").length).toBeGreaterThan(3);
  });
});
