/** The lake's persons become counts: every indicator once at the lowest unit, then sums upwards and linked series. */
import {join} from "node:path";
import type {Catalogue} from "../queries/catalogue.ts";
import type {Engine} from "../queries/engine.ts";
import {halfYearsOf, type PeriodId, parsePeriod} from "../queries/period.ts";
import {type Exemption, readExemptions} from "../queries/reference/exemptions.ts";
import {currentFiles, type LakeFile, listDeliveries} from "../queries/registry/deliveries.ts";
import {expiredParts, listKeptFacts} from "../queries/registry/kept-facts.ts";
import type {Registry} from "../queries/registry/open.ts";
import {createClosure} from "./closure.ts";
import {linkSuccessors} from "./continuity.ts";
import {createCoverage, type Rejection} from "./delivery-coverage.ts";
import {createFineFacts} from "./fine-facts.ts";
import {createLakeViews} from "./lake-views.ts";
import {checkReading} from "./permitted-reading.ts";
import {createTotals} from "./totals.ts";
import {createUnitVersions} from "./unit-versions.ts";

/** As the registry knows a part whose rows are deleted. */
export type ExpiredFile = Omit<LakeFile, "parts">;

export interface ComputeRequest {
  readonly catalogue: Catalogue;
  readonly dataDir: string;
  readonly files: readonly LakeFile[];
  /** Parts whose rows are deleted, and the files of what was counted of them, oldest first. */
  readonly expired?: readonly ExpiredFile[];
  readonly keptPaths?: readonly string[];
  readonly exemptions?: readonly Exemption[];
  readonly rejections?: readonly Rejection[];
  /** Delivery id → when it was received. */
  readonly receivedAt?: ReadonlyMap<string, string>;
  /** Only these periods, from only the parts of deliveries that they need; absent: all. */
  readonly periods?: readonly string[];
}

/** Makes the tables `fine`, `unit_version`, `succession`, `closure`, `coverage`, `period_span` and `total` in `engine`. */
export async function computeFacts(
  engine: Engine,
  request: {readonly catalogue: Catalogue; readonly registry: Registry; readonly dataDir: string}
): Promise<void> {
  const {catalogue, registry, dataDir} = request;
  const deliveries = await listDeliveries(registry, {limit: Number.MAX_SAFE_INTEGER});
  await computeFactsOf(engine, {
    catalogue,
    dataDir,
    files: await currentFiles(registry),
    expired: await expiredParts(registry),
    keptPaths: (await listKeptFacts(registry)).map(({path}) => join(dataDir, path)),
    exemptions: await readExemptions(dataDir),
    rejections: deliveries.filter(({status}) => status === "rejected").flatMap(rejectionsOf),
    receivedAt: new Map(deliveries.map(({id, receivedAt}) => [id, receivedAt]))
  });
}

/** As `computeFacts`, over given files. Throws where an indicator reads what it may not. */
export async function computeFactsOf(engine: Engine, request: ComputeRequest): Promise<void> {
  const {catalogue} = request;
  await createFineFactsOf(engine, request);
  await createClosure(engine);
  await createTotals(engine, catalogue.indicators);
  await linkSuccessors(engine, catalogue.indicators);
}

/** Only the counts of the lowest units: the tables `fine`, `unit_version`, `succession` and `coverage`. */
export async function createFineFactsOf(engine: Engine, request: ComputeRequest): Promise<void> {
  const {catalogue, dataDir, periods, exemptions = [], rejections = [], receivedAt = new Map()} = request;
  const wanted = <Part extends ExpiredFile>(parts: readonly Part[]) => (periods ? filesFor(parts, periods) : parts);
  const [files, expired] = [wanted(request.files), wanted(request.expired ?? [])];
  await checkReading(engine, catalogue.indicators);
  await createLakeViews(engine, dataDir, files);
  await createCoverage(engine, {files: [...expired, ...files], exemptions, rejections, receivedAt});
  await createUnitVersions(engine);
  await createFineFacts(engine, catalogue.indicators, {periods, kept: {expired, paths: request.keptPaths ?? []}});
}

/** The organisation is needed whole; of the rest, what the periods are made of. */
export function filesFor<Part extends Pick<LakeFile, "standard" | "period">>(
  files: readonly Part[],
  periods: readonly string[]
): readonly Part[] {
  const parts = new Set(periods.map(parsePeriod).flatMap((period) => [period, ...partsOf(period)]));
  return files.filter(
    ({standard, period}) => standard === "units" || standard === "unit-successions" || parts.has(period as PeriodId)
  );
}

function partsOf(period: PeriodId): readonly PeriodId[] {
  return /^\d{4}(-H\d|\/\d\d)?$/.test(period) ? halfYearsOf(period) : [];
}

function rejectionsOf(delivery: Awaited<ReturnType<typeof listDeliveries>>[number]): readonly Rejection[] {
  const {id, standard, receivedAt, report} = delivery;
  return report.municipalities.flatMap((municipality) =>
    report.periods.map((period) => ({standard, municipality, period, delivery: id, receivedAt}))
  );
}
