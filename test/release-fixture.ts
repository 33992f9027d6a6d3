/**
 * A tiny but complete release: three municipalities with areas, four schools, three day-care institutions, classes, eleven
 * half-years, hidden cells, typed blanks, comparison groups and observations. Deterministic.
 */
import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {intervalOf} from "../jobs/intervals.ts";
import {writeRelease} from "../jobs/release.ts";
import {findClassification} from "../queries/classifications/index.ts";
import {Engine, quoteText} from "../queries/engine.ts";
import type {Blank, ComparisonGroup, Indicator, MunicipalityCode, ReleaseManifest, UnitId} from "../queries/model.ts";
import {latestWithin, type PeriodId, stepPeriod} from "../queries/period.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";
import {type FixtureUnit, fixtureObservations, fixtureUnits} from "./fixture-units.ts";

const newest = "2025-H2" as PeriodId;

export interface FixtureOptions {
  readonly dataDir?: string;
  readonly indicators?: readonly Indicator[];
  /** Periods of each kind; 11 half-years, 5 school years and years by default. */
  readonly halfYears?: number;
}

/** Writes the release into `dataDir` (a new temporary folder by default) and makes it active. */
export async function writeReleaseFixture(
  options: FixtureOptions = {}
): Promise<{readonly dataDir: string; readonly manifest: ReleaseManifest}> {
  const {indicators = fixtureIndicators, halfYears = 11} = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "aarshjul-release-")));
  const engine = await Engine.open({threads: 1});
  try {
    const facts = indicators.flatMap((indicator) => factsOf(indicator, periodsOf(indicator, halfYears)));
    await createTable(engine, dataDir, "disclosed", disclosedColumns, facts);
    await createTable(engine, dataDir, "unit_version", unitColumns, fixtureUnits.map(unitRow));
    await createTable(engine, dataDir, "coverage", coverageColumns, coverageRows());
    await createTable(engine, dataDir, "disclosed_observation", observationColumns, fixtureObservations);
    const manifest = await writeRelease(engine, {
      dataDir,
      indicators,
      groups: fixtureGroups,
      breaks: [
        {
          indicator: "grades-average",
          period: "2021/22" as PeriodId,
          text: "Definitionen er ændret fra 2021/22.",
          textEnglish: "The definition changed from 2021/22."
        }
      ],
      extracts: ["absence", "pupils", "wellbeing"].map((standard) => ({
        id: `${standard}-751-2025-H2`,
        standard,
        fileName: `${standard}-751-2025-H2.csv`,
        receivedAt: "2026-01-12T08:00:00.000Z",
        rows: 1234
      })),
      period: newest,
      demonstration: true,
      protection: {
        rule: "minimum-5",
        shown: facts.filter((fact) => fact.blank === null).length,
        hidden: facts.filter((fact) => fact.blank === "hidden").length,
        audited: true
      },
      now: new Date("2026-02-01T06:00:00Z")
    });
    return {dataDir, manifest};
  } finally {
    engine.close();
  }
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

const cellColumns = "indicator VARCHAR, version INTEGER, unit VARCHAR, period VARCHAR, category VARCHAR";
const disclosedColumns = `${cellColumns}, value DOUBLE, numerator DOUBLE, denominator DOUBLE, persons BIGINT, low DOUBLE, high DOUBLE, blank VARCHAR, linked BOOLEAN, members INTEGER, expected INTEGER`;
const unitColumns =
  "id VARCHAR, name VARCHAR, kind VARCHAR, parent VARCHAR, municipality VARCHAR, valid_from DATE, valid_to DATE";
const coverageColumns =
  "standard VARCHAR, municipality VARCHAR, period VARCHAR, state VARCHAR, delivery VARCHAR, received_at VARCHAR, rows BIGINT";
const observationColumns =
  "unit VARCHAR, period VARCHAR, theme VARCHAR, quality VARCHAR, source VARCHAR, assessment VARCHAR, count INTEGER, finding VARCHAR, quote VARCHAR, observed_on VARCHAR";

async function createTable(engine: Engine, dataDir: string, name: string, columns: string, rows: readonly object[]) {
  const path = join(dataDir, `fixture-${name}.json`);
  await writeFile(path, rows.map((row) => JSON.stringify(row)).join("\n"));
  const typed = columns.split(", ").map((column) => column.replace(" ", ": '").concat("'"));
  await engine.run(
    `CREATE TABLE ${name} AS SELECT * FROM read_json(${quoteText(path)}, format = 'newline_delimited', columns = {${typed.join(", ")}})`
  );
}

function unitRow({id, name, kind, parent, municipality}: FixtureUnit): Row {
  return {id, name, kind, parent, municipality, valid_from: "2015-01-01", valid_to: null};
}

function periodsOf({periodKind}: Indicator, halfYears: number): readonly PeriodId[] {
  const last = latestWithin(newest, periodKind);
  const count = periodKind === "half-year" ? halfYears : Math.floor(halfYears / 2);
  return Array.from({length: count}, (_, index) => stepPeriod(last, index - count + 1));
}

/** Counts at the institutions, summed upwards; classes get a part of their school. */
function factsOf(indicator: Indicator, periods: readonly PeriodId[]): readonly Row[] {
  const kinds = new Set<string>(indicator.kinds);
  const units = fixtureUnits.filter((unit) => kinds.has(unit.kind));
  const categories = ["", ...(findClassification(indicator.dimension ?? "")?.codes ?? []).map(({code}) => code)];
  const lowest = fixtureUnits.filter((unit) => isLowest(unit, kinds));
  return periods.flatMap((period, index) =>
    [...units, ...fixtureGroups.map(groupUnit)].flatMap((unit) => {
      const blank = blankOf(indicator, unit, period);
      if (blank && blank !== "hidden") return [blankRow(indicator, unit, period, "", blank)];
      return categories.map((category, order) => {
        if (blank || (order > 1 && unit.kind === "class")) return blankRow(indicator, unit, period, category, "hidden");
        const atoms = unit.kind === "class" ? [unit] : lowest.filter((atom) => unit.covers.includes(atom.id));
        return shownRow(
          indicator,
          unit,
          period,
          category,
          atoms,
          index,
          (order === 0 ? 1 : 1 / order) * shareOf(categories, order)
        );
      });
    })
  );
}

function shareOf(categories: readonly string[], order: number): number {
  return order === 0 ? 1 : order / (categories.length - 1);
}

function isLowest(unit: FixtureUnit, kinds: ReadonlySet<string>): boolean {
  const institution = ["school", "daycare", "leisure"].includes(unit.kind);
  if ([...kinds].some((kind) => ["school", "daycare", "leisure"].includes(kind)))
    return institution && kinds.has(unit.kind);
  return unit.kind === "municipality";
}

function groupUnit(group: ComparisonGroup): FixtureUnit {
  const covers = fixtureUnits.filter(
    (unit) => unit.municipality && group.members.includes(unit.municipality as MunicipalityCode)
  );
  return {
    id: group.id,
    name: group.title,
    kind: "municipality",
    parent: null,
    municipality: null,
    size: 0,
    covers: covers.map((unit) => unit.id)
  };
}

function shownRow(
  indicator: Indicator,
  unit: FixtureUnit,
  period: PeriodId,
  category: string,
  atoms: readonly FixtureUnit[],
  index: number,
  part: number
): Row {
  const scaled = indicator.measure === "count" || indicator.measure === "amount";
  const sums = {numerator: 0, denominator: 0, persons: 0, yy: 0, xy: 0, xx: 0};
  for (const atom of atoms) {
    const level =
      levelOf(indicator) * (1 + 0.08 * wave(atom.id + indicator.id) + 0.05 * wave(indicator.id + index) * 0.5);
    const size = atom.size + index;
    const numerator = scaled ? size : Math.round(((level * size) / indicator.scale) * part * 10) / 10;
    const whole = indicator.counts === "persons" ? Math.min(Math.round(numerator), size) : numerator;
    const mean = whole / size;
    sums.numerator += whole;
    sums.denominator += scaled ? 0 : size;
    sums.persons += size;
    sums.yy += size * mean * mean * 1.1;
    sums.xy += size * mean;
    sums.xx += size;
  }
  const value = scaled ? sums.numerator : (sums.numerator / sums.denominator) * indicator.scale;
  if (!Number.isFinite(value)) return blankRow(indicator, unit, period, category, "not-applicable");
  const interval = intervalOf(sums, indicator);
  const {numerator, denominator, persons} = sums;
  const cell = {indicator: indicator.id, version: indicator.version, unit: unit.id, period, category};
  const [low, high] = interval ?? [null, null];
  return {
    ...cell,
    value,
    numerator,
    denominator,
    persons,
    low,
    high,
    blank: null,
    linked: unit.id === "751014",
    ...membersOf(unit)
  };
}

function membersOf({id, kind}: FixtureUnit): {readonly members: number; readonly expected: number} {
  if (kind === "nation") return {members: 3, expected: 3};
  const group = fixtureGroups.find((each) => each.id === id);
  return group ? {members: group.members.length, expected: group.members.length} : {members: 1, expected: 1};
}

function levelOf({id, measure, bounds, target, scale, area}: Indicator): number {
  const known: Readonly<Record<string, number>> = {
    "school-absence": 6.2,
    "school-absence-high": 18,
    "staff-absence": 12.4
  };
  if (known[id]) return known[id];
  if (target) return target * 1.02;
  if (bounds) return bounds[0] + (bounds[1] - bounds[0]) * 0.68;
  if (measure === "ratio") return area === "staff" ? 11 : 6;
  return scale * (0.35 + 0.25 * wave(id));
}

/** A number from -1 to 1 that depends on the text only. */
function wave(text: string): number {
  let state = 2166136261;
  for (const letter of text) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619);
  return ((state >>> 0) % 2001) / 1000 - 1;
}

function blankOf(indicator: Indicator, unit: FixtureUnit, period: PeriodId): Blank | null {
  if (unit.municipality === "746" && indicator.area === "school" && period >= "2025") return "not-reported";
  if (unit.municipality === "740" && indicator.standards.includes("wellbeing")) return "exempt";
  if (unit.id === "751014-7B" || (unit.id === "G75102" && indicator.sensitivity === "sensitive")) return "hidden";
  if (unit.id === "751033" && indicator.measure === "mean" && period.startsWith("2022")) return "rejected-quality";
  return null;
}

function blankRow(indicator: Indicator, unit: FixtureUnit, period: PeriodId, category: string, blank: Blank): Row {
  const cell = {indicator: indicator.id, version: indicator.version, unit: unit.id, period, category};
  const nothing = {value: null, numerator: null, denominator: null, persons: null, low: null, high: null};
  return {...cell, ...nothing, blank, linked: false, ...membersOf(unit)};
}

const codes = (...values: string[]) => values as MunicipalityCode[];

export const fixtureGroups: readonly ComparisonGroup[] = ["751", "740", "746"].flatMap((owner) => {
  const members = codes("740", "746", "751").filter((code) => code !== owner);
  return [
    {
      id: `neighbours-${owner}` as UnitId,
      kind: "neighbours" as const,
      owner: owner as MunicipalityCode,
      title: "Nabokommuner",
      members,
      basis: "Kommuner med fælles landegrænse.",
      distances: [],
      variables: []
    },
    {
      id: `similar-${owner}` as UnitId,
      kind: "similar" as const,
      owner: owner as MunicipalityCode,
      title: "De mest sammenlignelige kommuner",
      members,
      basis: "Mindste afstand over befolkning, tæthed, alder, beskæftigelse og indkomst.",
      distances: members.map((member, index) => ({member, distance: 0.4 + index * 0.2})),
      variables: [{indicator: "population", period: "2022" as PeriodId, weight: 1}]
    }
  ];
});

function coverageRows(): readonly Row[] {
  return ["751", "740", "746"].flatMap((municipality) =>
    ["absence", "pupils", "wellbeing"].map((standard) => ({
      standard,
      municipality,
      period: newest,
      state:
        municipality === "746" ? "missing" : municipality === "740" && standard === "wellbeing" ? "exempt" : "arrived",
      delivery: municipality === "751" ? `${standard}-751-2025-H2` : null,
      received_at: municipality === "751" ? "2026-01-12T08:00:00.000Z" : null,
      rows: municipality === "751" ? 1234 : 0
    }))
  );
}
