/** From the lake to a release, in one sentence: compute, protect, compare, release. */
import {mkdir, readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {type Catalogue, narrowCatalogue, readCatalogue} from "../queries/catalogue.ts";
import {isDemonstration, storesOf} from "../queries/config.ts";
import {Engine} from "../queries/engine.ts";
import {BadInput} from "../queries/errors.ts";
import {releasedEthics} from "../queries/ethics/released-ethics.ts";
import type {EthicsStanding} from "../queries/ethics/standing.ts";
import type {ReleaseManifest} from "../queries/model.ts";
import {comparePeriods, latestWithin, type PeriodId, parsePeriod, periodKind} from "../queries/period.ts";
import {seriesBreaksOf} from "../queries/reference/series-breaks.ts";
import {listDeliveries} from "../queries/registry/deliveries.ts";
import {expiredParts} from "../queries/registry/kept-facts.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {listReleases, recordRelease} from "../queries/registry/releases.ts";
import {addBlanks} from "./blanks.ts";
import {compare} from "./compare.ts";
import {computeFacts} from "./compute.ts";
import {disclose} from "./disclose.ts";
import {readByHand} from "./disclosure/by-hand.ts";
import {readProtection} from "./disclosure/frozen.ts";
import {findLedgers, ledgerPath, writeLedger} from "./disclosure/ledger-file.ts";
import {disclosureRules} from "./disclosure/rules.ts";
import {readEthics} from "./ethics.ts";
import {discloseFindings} from "./findings.ts";
import {writeOwnView} from "./own-view-file.ts";
import {type Progress, silentProgress} from "./progress.ts";
import {writeRelease} from "./release.ts";

export interface RefreshRequest {
  readonly dataDir: string;
  readonly progress?: Progress;
  readonly now?: Date;
}

/** Computes everything anew from the current deliveries and makes the result the active release. */
export async function refresh({
  dataDir,
  progress = silentProgress,
  now = new Date()
}: RefreshRequest): Promise<ReleaseManifest> {
  const stores = storesOf(dataDir);
  const spillDir = join(stores.staging, `spill-${process.pid}`);
  await mkdir(stores.staging, {recursive: true});
  await clearLeftovers(stores.staging);
  const registry = await openRegistry(stores.registry);
  const engine = await Engine.open({spillDir});
  try {
    const known = await readCatalogue();
    const standings = await readEthics({registry, dataDir, indicators: known.indicators, now});
    const catalogue = signedOf(known, standings);
    const {indicators} = catalogue;
    progress.start("Beregner indikatorer", null);
    await computeFacts(engine, {catalogue, registry, dataDir});
    progress.finish();
    const period = await readNewestPeriod(engine);
    if (indicators.length === 0) throw noneSigned();
    const ledgers = await findLedgers(dataDir, disclosureRules, await listReleases(registry));
    const byHand = await readByHand(dataDir);
    const audit = await disclose(engine, {indicators, progress, ledgers, byHand});
    await discloseFindings(engine, disclosureRules);
    await addBlanks(engine, indicators, period);
    const groups = await compare(engine);
    progress.start("Frigiver", null);
    const manifest = await writeRelease(engine, {
      dataDir,
      period,
      indicators,
      groups,
      breaks: seriesBreaksOf(indicators, isDemonstration(dataDir)),
      demonstration: isDemonstration(dataDir),
      extracts: await readExtracts(registry),
      protection: await readProtection(engine, disclosureRules, audit),
      ethics: releasedEthics(standings),
      now
    });
    await writeOwnView(engine, dataDir, manifest.id, indicators);
    await writeLedger(engine, ledgerPath(dataDir, disclosureRules, manifest.id));
    await recordRelease(registry, manifest);
    progress.finish();
    return manifest;
  } finally {
    engine.close();
    await registry.destroy();
    await rm(spillDir, {recursive: true, force: true});
  }
}

/** Nobody is to see a figure that nobody answers for. */
function signedOf(catalogue: Catalogue, standings: readonly EthicsStanding[]): Catalogue {
  const valid = new Set(standings.filter(({state}) => state === "valid").map(({indicator}) => indicator));
  return narrowCatalogue(catalogue, (id) => valid.has(id));
}

function noneSigned(): BadInput {
  return new BadInput(
    "no indicator has a valid ethics form",
    "Intet nøgletal kan frigives: ingen dataetisk formular er underskrevet. Læs dem med »aarshjul ethics show ID«, og skriv under med »aarshjul ethics sign«."
  );
}

/** What processes that were killed left in the staging folder: `release-<pid>-…`, `spill-<pid>`. */
async function clearLeftovers(staging: string): Promise<void> {
  for (const name of await readdir(staging)) {
    const pid = /^(?:release|spill)-(\d+)/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(join(staging, name), {recursive: true, force: true});
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * The newest half-year that anybody has delivered. Where nothing comes by half-years, as when there is only published
 * statistics, the half-year in which the newest delivered period ends, or the one before where it ends within one. Findings
 * come all the time and open no half-year.
 */
async function readNewestPeriod(engine: Engine): Promise<PeriodId> {
  const rows = await engine.rows<{period: string}>(`
    SELECT DISTINCT period FROM coverage WHERE state = 'arrived' AND (standard <> 'observations'
      OR NOT EXISTS (FROM coverage WHERE state = 'arrived' AND standard <> 'observations'))`);
  const periods = rows.map(({period}) => parsePeriod(period)).toSorted(comparePeriods);
  const newest = periods.findLast((period) => periodKind(period) === "half-year") ?? periods.at(-1);
  if (!newest) throw new BadInput("no delivery to release", "Der er ingen godkendte leverancer at frigive tal fra.");
  return latestWithin(newest, "half-year");
}

async function readExtracts(registry: Registry): Promise<ReleaseManifest["extracts"]> {
  const deliveries = await listDeliveries(registry, {status: "accepted", limit: Number.MAX_SAFE_INTEGER});
  const expired = new Set((await expiredParts(registry)).map(({delivery}) => delivery));
  return deliveries
    .filter(({current, id}) => current > 0 || expired.has(id))
    .map(({id, standard, fileName, receivedAt, rows}) => ({id, standard, fileName, receivedAt, rows}))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
