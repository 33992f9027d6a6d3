/** Real published statistics through the project's mappings; the totals are the publishers' own. Skips where they are absent. */
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type IntakeOutcome, intake} from "../jobs/intake.ts";
import {refresh} from "../jobs/refresh.ts";
import {nation} from "../queries/model.ts";
import {municipalityFacts} from "../queries/reference/municipality-facts.ts";
import {openRelease} from "../queries/release.ts";
import {signForms} from "./ethics-fixture.ts";
import {lakeRows} from "./intake-fixture.ts";

const root = join(import.meta.dirname, "..");
const shared = join(root, "..", "shared", "data");
const present = existsSync(join(shared, "dk-noegletal-population"));
if (!present) console.warn(`skipped: the published files are not at ${shared}`);

const population = [
  5446989, 5475695, 5511355, 5534637, 5560534, 5580413, 5602536, 5627145, 5659624, 5707160, 5748691, 5781107, 5805991,
  5822679, 5839955, 5873327
];

interface Published {
  readonly indicator: string;
  readonly municipality: string;
  readonly period: string;
  readonly category: string | null;
  readonly value: number;
}

describe.skipIf(!present)("intake(request) of published statistics", () => {
  let dataDir: string;
  let outcomes: readonly IntakeOutcome[];
  let rows: readonly Published[];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "aarshjul-real-"));
    cpSync(join(root, "queries/reference/mappings"), join(dataDir, "mappings"), {recursive: true});
    const folk1a = join(shared, "dk-folk1a/folk1a_2014K1_alder_koen_kommune.csv");
    outcomes = await intake({
      dataDir,
      files: [
        {path: join(shared, "dk-noegletal-population/kommune_indbyggere_2007_2022.csv")},
        {path: join(shared, "dk-dst-numecon/RAS200_long.csv")},
        {path: join(shared, "dk-dst-numecon/INDKP107_long.csv")},
        {path: join(shared, "dk-dst-numecon/area.csv")},
        {path: join(shared, "dk-latin1-kommuner/children_folk1d_2025K2_latin1.csv")},
        {path: join(root, "queries/reference/published/hele-landet.csv")},
        {path: folk1a, mapping: "population-by-age-folk1a-2014"}
      ]
    });
    rows = (await lakeRows(dataDir, "published-statistics")) as unknown as readonly Published[];
  });
  afterAll(() => rmSync(dataDir, {recursive: true, force: true}));

  it("accepts every file by itself", () => {
    expect(outcomes.map(({report}) => [report.fileName, report.status, report.rows])).toEqual([
      ["kommune_indbyggere_2007_2022.csv", "accepted", 98 * 16],
      ["RAS200_long.csv", "accepted", 98 * 13],
      ["INDKP107_long.csv", "accepted", 98 * 17],
      ["area.csv", "accepted", 98],
      ["children_folk1d_2025K2_latin1.csv", "accepted", 98 * 2],
      ["hele-landet.csv", "accepted", 33],
      ["folk1a_2014K1_alder_koen_kommune.csv", "accepted", 98 * 5]
    ]);
  });
  const of = (indicator: string, period?: string) =>
    rows.filter((row) => row.indicator === indicator && (period === undefined || row.period === period));
  const municipal = (published: readonly Published[]) => published.filter(({municipality}) => municipality !== "000");
  const sum = (published: readonly Published[]) => municipal(published).reduce((total, {value}) => total + value, 0);
  const national = (indicator: string, period: string) =>
    of(indicator, period).find(({municipality}) => municipality === "000")?.value;

  it("gives the published population of each year as the sum of 98 municipalities", () => {
    expect(population.map((_, index) => sum(of("population", String(2007 + index))))).toEqual(population);
    expect(population.map((_, index) => national("population", String(2007 + index)))).toEqual(population);
    for (const period of ["2007", "2014", "2022"]) expect(municipal(of("population", period))).toHaveLength(98);
  });
  it("agrees with the project's own reference", () => {
    const populations = new Map(of("population", "2020").map(({municipality, value}) => [municipality, value]));
    for (const {code, population2020} of municipalityFacts) expect(populations.get(code)).toBe(population2020);
    expect(sum(of("area"))).toBeCloseTo(42_938.0, 1);
  });
  it("adds single years of age and both sexes up to age groups", () => {
    expect(sum(of("population-by-age", "2014"))).toBe(5_627_145);
    expect(new Set(of("population-by-age").map(({category}) => category))).toEqual(
      new Set(["0-5", "6-16", "17-25", "26-66", "67+"])
    );
  });
  it("shows the publisher's national rate, which is not the mean of the municipalities", () => {
    const published = {"2008": 76, "2009": 72.8, "2015": 72.1, "2020": 74.5};
    for (const [period, rate] of Object.entries(published)) {
      expect(national("employment-rate", period)).toBe(rate);
      expect(sum(of("employment-rate", period)) / 98).not.toBeCloseTo(rate, 1);
    }
  });
  it("keeps both sides of the break in disposable income", () => {
    expect(national("disposable-income", "2015")).toBe(402_813);
    expect(national("disposable-income", "2016")).toBe(392_357);
    expect(of("disposable-income").map(({period}) => period)).toContain("2004");
  });
  it("releases every figure as it was published, in every year", async () => {
    await signForms(dataDir);
    await refresh({dataDir});
    const reader = await openRelease(dataDir);
    const released = await reader.facts({kinds: ["municipality", "nation"]});
    await reader.close();
    const shown = new Map(
      released.map(({indicator, unit, period, value}) => [`${indicator} ${unit} ${period}`, value])
    );
    const yearly = rows.filter(
      ({indicator, period}) =>
        ["population", "employment-rate", "disposable-income"].includes(indicator) && period.length === 4
    );
    const wrong = yearly.filter(
      ({indicator, municipality, period, value}) => shown.get(`${indicator} ${municipality} ${period}`) !== value
    );
    expect(yearly.length).toBeGreaterThan(98 * 46);
    expect(wrong).toEqual([]);
    expect(released.filter(({blank, unit}) => blank !== null && unit !== nation)).toEqual([]);
  });
  it("leaves Christiansø out, which is no municipality", () => {
    expect(sum(of("foreign-school-age-children", "2025-Q2"))).toBe(73_024);
    expect(rows.some(({municipality}) => municipality === "411")).toBe(false);
  });
});

describe.skipIf(!present)("intake(request) of files with typical Danish dirt", () => {
  const folder = join(shared, "synthetic-dirty-dk");
  const manifest = present
    ? (JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
        kanonisk: readonly {kode: number; periode: string; befolkning: number; vaerdi: number}[];
        filer: Record<string, {note: string}>;
      })
    : {kanonisk: [], filer: {}};

  it.each(Object.keys(manifest.filer))("loads %s equal to its manifest", async (name) => {
    const dataDir = mkdtempSync(join(tmpdir(), "aarshjul-dirty-"));
    const mapping = join(import.meta.dirname, "input", "mappings", "dirty.json");
    const [outcome] = await intake({dataDir, files: [{path: join(folder, name), mapping}]});
    expect(outcome!.report).toMatchObject({status: "accepted", findings: []});
    const stored = await lakeRows(dataDir, "published-statistics", "municipality, period, value");
    const expected = manifest.kanonisk.map(({kode, periode, befolkning}) => ({
      municipality: String(kode),
      period: periode,
      value: befolkning
    }));
    expect(stored).toEqual(expected.toSorted((a, b) => (a.municipality < b.municipality ? -1 : 1)));
    rmSync(dataDir, {recursive: true, force: true});
  });
});
