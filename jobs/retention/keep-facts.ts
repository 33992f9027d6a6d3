/** Puts aside what is counted of rows that are about to be deleted, so that history stays released. */
import {chmod, mkdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {readCatalogue} from "../../queries/catalogue.ts";
import {storesOf} from "../../queries/config.ts";
import {Engine} from "../../queries/engine.ts";
import {halfYearsOf, type PeriodId, parsePeriod, periodKind, schoolYearOf, yearOf} from "../../queries/period.ts";
import {currentFiles} from "../../queries/registry/deliveries.ts";
import {expiredParts, type KeptFactsFile, listKeptFacts, recordKeptFacts} from "../../queries/registry/kept-facts.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {quoteText} from "../../queries/sql.ts";
import {findStandard} from "../../queries/standards/index.ts";
import {createFineFactsOf} from "../compute.ts";
import {createGoneCells, type ExpiredPart, keptColumns} from "../kept-facts.ts";
import {sha256OfFile, syncPath} from "../seal.ts";
import {moveIn, openStaging} from "../store.ts";
import type {ExtractPlan} from "./plan.ts";

/** Null where nothing that is current goes. Nothing is deleted before this is recorded. */
export async function keepFacts(
  registry: Registry,
  dataDir: string,
  extracts: readonly ExtractPlan[],
  now: Date
): Promise<KeptFactsFile | null> {
  const going = await currentParts(registry, extracts);
  if (going.length === 0) return null;
  const staging = await openStaging(dataDir);
  try {
    const file = join(staging, "facts.parquet");
    const rows = await writeFacts(registry, {dataDir, staging}, going, file);
    return rows === 0 ? null : await place(registry, {dataDir, staging}, {file, rows, now});
  } finally {
    await rm(staging, {recursive: true, force: true});
  }
}

/** Only what counts now: superseded rows are behind no figure. */
async function currentParts(registry: Registry, extracts: readonly ExtractPlan[]): Promise<readonly ExpiredPart[]> {
  const over = new Set(extracts.flatMap(({path, periods}) => periods.map((period) => `${path} ${period}`)));
  const current = await currentFiles(registry);
  return current.filter(
    ({path, period, standard}) => over.has(`${path} ${period}`) && findStandard(standard)?.periodKind !== "any"
  );
}

interface Place {
  readonly dataDir: string;
  readonly staging: string;
}

async function writeFacts(
  registry: Registry,
  {dataDir, staging}: Place,
  going: readonly ExpiredPart[],
  to: string
): Promise<number> {
  const catalogue = await readCatalogue();
  const engine = await Engine.open({threads: 2, memory: "1500MB", spillDir: staging});
  try {
    await createFineFactsOf(engine, {
      catalogue,
      dataDir,
      files: await currentFiles(registry),
      expired: await expiredParts(registry),
      keptPaths: await keptPaths(registry, dataDir),
      periods: periodsOf(going)
    });
    await createGoneCells(engine, catalogue.indicators, going);
    await engine.run(`COPY (
      WITH home AS (SELECT id AS unit, any_value(municipality) AS municipality FROM unit_version GROUP BY ALL)
      SELECT municipality, ${keptColumns} FROM fine JOIN home USING (unit)
      JOIN gone_cell USING (indicator, version, municipality, period)
      ORDER BY ALL
    ) TO ${quoteText(to)} (FORMAT parquet, COMPRESSION zstd)`);
    return (await engine.one<{rows: number}>(`SELECT count(*)::INTEGER AS rows FROM read_parquet(${quoteText(to)})`))
      .rows;
  } finally {
    engine.close();
  }
}

/** Of every kind that something of the parts is counted in. */
function periodsOf(parts: readonly ExpiredPart[]): readonly PeriodId[] {
  const own = [...new Set(parts.map(({period}) => period))].map(parsePeriod);
  const wider = own.flatMap((period) =>
    periodKind(period) === "half-year" ? [schoolYearOf(period), yearOf(period)] : [...halfYearsOf(period)]
  );
  return [...new Set([...own, ...wider])].sort();
}

async function keptPaths(registry: Registry, dataDir: string): Promise<readonly string[]> {
  return (await listKeptFacts(registry)).map(({path}) => join(dataDir, path));
}

interface Written {
  readonly file: string;
  readonly rows: number;
  readonly now: Date;
}

/** A killed process leaves a file that the registry does not name, which the next start takes back. */
async function place(
  registry: Registry,
  {dataDir, staging}: Place,
  {file, rows, now}: Written
): Promise<KeptFactsFile> {
  const sha256 = await sha256OfFile(file);
  await chmod(file, 0o600);
  await syncPath(file);
  const path = join("facts", `${sha256.slice(0, 12)}.parquet`);
  await mkdir(storesOf(dataDir).facts, {recursive: true, mode: 0o700});
  await moveIn(dataDir, staging, {from: file, path});
  const kept = {path, sha256, rows, storedAt: now.toISOString()};
  await recordKeptFacts(registry, kept);
  return kept;
}
