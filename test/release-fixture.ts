/**
 * A tiny but complete release: three municipalities with areas, four schools, three day-care institutions, classes, eleven
 * half-years, hidden cells, typed blanks, comparison groups and observations. Deterministic.
 */
import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {writeRelease} from "../jobs/release.ts";
import {Engine, quoteText} from "../queries/engine.ts";
import type {Indicator, ReleaseManifest} from "../queries/model.ts";
import {latestWithin, type PeriodId, stepPeriod} from "../queries/period.ts";
import {demonstrationEthics} from "./ethics-fixture.ts";
import {type FixtureRow, fixtureFacts, fixtureGroups} from "./fixture-facts.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";
import {type FixtureObservation, type FixtureUnit, fixtureObservations, fixtureUnits} from "./fixture-units.ts";

const usualNewest = "2025-H2" as PeriodId;

export interface FixtureOptions {
  readonly dataDir?: string;
  readonly indicators?: readonly Indicator[];
  /** Periods of each kind; 11 half-years, 5 school years and years by default. */
  readonly halfYears?: number;
  /** The newest half-year; 2025-H2 by default. */
  readonly newest?: PeriodId;
  /** When its deliveries came; another time is another release of the same figures. */
  readonly receivedAt?: string;
  /** Another name than the usual ones. */
  readonly nameOf?: (unit: FixtureUnit) => string;
  readonly observations?: readonly FixtureObservation[];
}

/** Writes the release into `dataDir` (a new temporary folder by default) and makes it active. */
export async function writeReleaseFixture(
  options: FixtureOptions = {}
): Promise<{readonly dataDir: string; readonly manifest: ReleaseManifest}> {
  const {indicators = fixtureIndicators, halfYears = 11, receivedAt = "2026-01-12T08:00:00.000Z"} = options;
  const {newest = usualNewest} = options;
  const {nameOf = ({name}) => name, observations = fixtureObservations} = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "aarshjul-release-")));
  const engine = await Engine.open({threads: 1});
  try {
    const facts = indicators.flatMap((indicator) => fixtureFacts(indicator, periodsOf(indicator, halfYears, newest)));
    await createTable(engine, dataDir, "disclosed", disclosedColumns, facts);
    await createTable(
      engine,
      dataDir,
      "unit_version",
      unitColumns,
      fixtureUnits.map((unit) => unitRow({...unit, name: nameOf(unit)}))
    );
    await createTable(engine, dataDir, "coverage", coverageColumns, coverageRows(newest));
    await createTable(engine, dataDir, "disclosed_observation", observationColumns, observations);
    const manifest = await writeRelease(engine, {
      dataDir,
      indicators,
      groups: fixtureGroups,
      ethics: demonstrationEthics(indicators),
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
        receivedAt,
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

function unitRow({id, name, kind, parent, municipality}: FixtureUnit): FixtureRow {
  return {id, name, kind, parent, municipality, valid_from: "2015-01-01", valid_to: null};
}

function periodsOf({periodKind}: Indicator, halfYears: number, newest: PeriodId): readonly PeriodId[] {
  const last = latestWithin(newest, periodKind);
  const count = periodKind === "half-year" ? halfYears : Math.floor(halfYears / 2);
  return Array.from({length: count}, (_, index) => stepPeriod(last, index - count + 1));
}

function coverageRows(newest: PeriodId): readonly FixtureRow[] {
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
