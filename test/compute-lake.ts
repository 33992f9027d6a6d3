/** A computed small nation for tests of facts, totals and linked series. */
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect} from "vitest";
import {type ComputeRequest, computeFactsOf} from "../jobs/compute.ts";
import {type Catalogue, readCatalogue} from "../queries/catalogue.ts";
import {Engine} from "../queries/engine.ts";
import type {LakeFile} from "../queries/registry/deliveries.ts";
import {writeLake} from "./lake-fixture.ts";
import {absenceOf, childrenOf, published, pupilsOf, type Sizes, staffOf, successionRow, unitRow} from "./lake-rows.ts";

export interface Computed {
  readonly catalogue: Catalogue;
  readonly files: readonly LakeFile[];
  readonly engine: Engine;
  /** Another engine, computed over the same lake with what the request says otherwise. */
  again(request: Partial<ComputeRequest>): Promise<Engine>;
  close(): Promise<void>;
}

export async function openComputed(): Promise<Computed> {
  const dataDir = await mkdtemp(join(tmpdir(), "aarshjul-compute-"));
  const catalogue = await readCatalogue();
  const files = await writeLake(dataDir, smallNation());
  const again = async (request: Partial<ComputeRequest>) => {
    const opened = await Engine.open({threads: 2});
    await computeFactsOf(opened, {catalogue, dataDir, files, ...request});
    return opened;
  };
  const engine = await again({});
  const close = async () => {
    engine.close();
    await rm(dataDir, {recursive: true, force: true});
  };
  return {catalogue, files, engine, again, close};
}

export interface Total {
  readonly numerator: number;
  readonly denominator: number;
  readonly persons: number;
  readonly linked: boolean;
  readonly members: number;
  readonly expected: number;
}

/** The only row of a cell by the newest version, or undefined. */
export async function totalOf(engine: Engine, indicator: string, unit: string, period: string, category = "") {
  const rows = await engine.rows<Total>(
    `SELECT numerator, denominator, persons, linked, members, expected FROM total
     WHERE indicator = $1 AND unit = $2 AND period = $3 AND category = $4
       AND version = (SELECT max(version) FROM total WHERE indicator = $1)`,
    [indicator, unit, period, category]
  );
  expect(rows.length).toBeLessThan(2);
  return rows[0];
}

export async function numerators(engine: Engine, indicator: string, units: readonly string[], period: string) {
  return Promise.all(units.map(async (unit) => (await totalOf(engine, indicator, unit, period))?.numerator));
}

const halfYears = ["2023-H1", "2023-H2", "2024-H1", "2024-H2", "2025-H1"];

const organisation = [
  unitRow("751-O1", "area", "751"),
  unitRow("751-O2", "area", "751"),
  unitRow("751001", "school", "751-O1", "2010-01-01", "2024-12-31"),
  unitRow("751001", "school", "751-O2", "2025-01-01"),
  unitRow("751002", "school", "751-O1", "2010-01-01", "2024-06-30"),
  unitRow("751003", "school", "751-O2", "2010-01-01", "2024-06-30"),
  unitRow("751004", "school", "751-O1", "2024-07-01"),
  unitRow("G00001", "daycare", "751-O1", "2010-01-01", "2023-12-31"),
  unitRow("G00002", "daycare", "751-O1", "2024-01-01"),
  unitRow("G00003", "daycare", "751-O1", "2024-01-01", "2024-12-31"),
  unitRow("G00004", "daycare", "751-O9", "2025-01-01"),
  unitRow("G00005", "daycare", "751-O2", "2010-01-01", "2024-06-30"),
  unitRow("G00006", "daycare", "751-O2", "2024-07-01"),
  unitRow("G00008", "daycare", "751-O2"),
  unitRow("G00009", "daycare", "751-O2", "2010-01-01", "2023-12-31"),
  unitRow("740001", "school", "740"),
  unitRow("746001", "school", "746")
];

/**
 * Aarhus 751 with two areas and three schools: 751001 moves from O1 to O2 on 2025-01-01; 751002 and 751003 become 751004 on
 * 2024-07-01; a day-care institution splits 60/40 and one of its parts gets a new number; G00005 gets a
 * new number in the middle of 2024, and G00008 takes G00009 in. Silkeborg 740 has one school and
 * lacks absence of 2024-H2; Skanderborg 746 has one school and delivers 2025-H1 only.
 */
export function smallNation() {
  const schools = (period: string): Sizes => {
    const merged: Sizes = period >= "2024-H2" ? {751004: 30} : {751002: 12, 751003: 18};
    const late: Sizes = period === "2025-H1" ? {746001: 10} : {};
    return {751001: 30, ...merged, 740001: 20, ...late};
  };
  const daycare = (period: string): Sizes => {
    const split: Sizes =
      period < "2024" ? {G00001: 50} : period < "2025" ? {G00002: 30, G00003: 20} : {G00002: 30, G00004: 20};
    const moved: Sizes = period < "2024-H2" ? {G00005: 10} : {G00006: 10};
    const absorbed: Sizes = period < "2024" ? {G00009: 5} : {};
    return {...split, ...moved, G00008: 10, ...absorbed};
  };
  return {
    units: organisation,
    "unit-successions": [
      successionRow("751002", "751004", "merged", 1, "2024-07-01"),
      successionRow("751003", "751004", "merged", 1, "2024-07-01"),
      successionRow("G00001", "G00002", "split", 0.6, "2024-01-01"),
      successionRow("G00001", "G00003", "split", 0.4, "2024-01-01"),
      successionRow("G00003", "G00004", "renamed", 1, "2025-01-01"),
      successionRow("G00005", "G00006", "moved", 1, "2024-07-01"),
      successionRow("G00009", "G00008", "merged", 1, "2024-01-01")
    ],
    pupils: halfYears.flatMap((period) => pupilsOf(period, schools(period))),
    absence: halfYears
      .flatMap((period) => absenceOf(period, schools(period)))
      .filter(({municipality, period}) => !(municipality === "740" && period === "2024-H2")),
    children: halfYears.flatMap((period) => childrenOf(period, daycare(period))),
    staffing: halfYears.flatMap((period) => staffOf(period, daycare(period))),
    "published-statistics": [
      published("employment-rate", "000", "2020", 74.5),
      published("employment-rate", "751", "2020", 76.2),
      published("employment-rate", "740", "2020", 78),
      published("disposable-income", "751", "2004", 261_528),
      published("population", "751", "2004", 228_123),
      published("population", "740", "2004", 83_000),
      published("population", "000", "2020", 5_822_763),
      published("population", "751", "2020", 349_983),
      published("population", "740", "2020", 94_026)
    ]
  };
}
