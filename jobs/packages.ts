import {mkdir, rm} from "node:fs/promises";
import {storesOf} from "../queries/config.ts";
import {Engine} from "../queries/engine.ts";
import {NotFound} from "../queries/errors.ts";
import type {Language} from "../queries/model.ts";
import {findPackage} from "../queries/packages/index.ts";
import type {PeriodId} from "../queries/period.ts";
import type {BuiltIssue} from "../queries/registry/issues.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {listSignedIssues, type SignedIssue} from "../queries/registry/signoffs.ts";
import {judgeReason} from "../queries/registry/signoffs-steps.ts";
import {openRelease, type ReleaseReader} from "../queries/release.ts";
import {closeCharts, rememberCharts} from "../templates/chart.ts";
import {embeddedFontFaces} from "../templates/fonts.ts";
import {openPrinter} from "../templates/pdf.ts";
import {announced} from "./announce.ts";
import type {Press} from "./assemble.ts";
import {buildIssue, type IssueRequest} from "./build-issue.ts";
import {type IssueLedger, openIssueLedger} from "./issue-ledger.ts";
import {type MunicipalityFacts, type Plan, plansOf, readMunicipality} from "./package-facts.ts";
import {municipalitiesFor} from "./package-municipalities.ts";
import {type Progress, silentProgress} from "./progress.ts";
import {openStaging} from "./staging.ts";

export interface BuildRequest extends IssueRequest {
  readonly dataDir: string;
  readonly period: PeriodId;
  /** Absent: every municipality that has units of its own. */
  readonly municipality?: string;
  readonly unit?: string;
  readonly definition?: string;
  readonly language?: Language;
  /** `<definition> <unit>` of each that is wanted; absent: all. */
  readonly plans?: ReadonlySet<string>;
  /** Begins no further package once it is aborted. */
  readonly signal?: AbortSignal;
  readonly browserPath?: string | null;
  readonly workers?: number;
  /** Stops after this many, and takes at most so many of each municipality; for measuring. */
  readonly limit?: number;
  readonly perMunicipality?: number;
  readonly municipalities?: number;
  readonly progress?: Progress;
  readonly onBuilt?: (issue: string) => void;
  /** Told of issues once they are in the registry, some at a time. */
  readonly onRecorded?: (registry: Registry, issues: readonly BuiltIssue[]) => Promise<void>;
}

export interface BuildSummary {
  readonly built: number;
  /** Were there already, of the same release and intact. */
  readonly kept: number;
  readonly failed: readonly {readonly issue: string; readonly reason: string}[];
  readonly issues: readonly string[];
}

/**
 * Builds what is due from the active release. What says the same as before is the same issue; else it has the next number.
 * One package that cannot be built does not stop the others.
 */
export async function buildPackages(request: BuildRequest): Promise<BuildSummary> {
  const {dataDir, browserPath = null, workers = 2} = request;
  if (request.definition !== undefined && !findPackage(request.definition))
    throw new NotFound("package definition", request.definition);
  judgeReason(request.correction ?? "");
  const stores = storesOf(dataDir);
  await mkdir(stores.packages, {recursive: true});
  const staging = await openStaging(stores.staging);
  const reader = await openRelease(dataDir);
  const registry = await openRegistry(stores.registry);
  const engine = await Engine.open({threads: 1, memory: "512MB"});
  const printing = openPrinter({browserPath, workers: pagesFor(workers)});
  printing.catch(() => {});
  try {
    const press: Press = {
      printer: {print: async (html, meta) => (await printing).print(html, meta)},
      engine,
      draw: rememberCharts(),
      fontFaces: Buffer.from(await embeddedFontFaces()),
      staging,
      packages: stores.packages
    };
    const progress = announced(request.progress ?? silentProgress, stores.packages);
    return await buildAll(
      {...request, progress},
      {
        reader,
        registry,
        ledger: openIssueLedger(registry, async (issues) => request.onRecorded?.(registry, issues)),
        press,
        ready: printing
      }
    );
  } finally {
    await (await printing.catch(() => null))?.close();
    closeCharts();
    engine.close();
    await reader.close();
    await registry.destroy();
    await rm(staging, {recursive: true, force: true});
  }
}

interface Opened {
  readonly reader: ReleaseReader;
  readonly registry: Registry;
  readonly ledger: IssueLedger;
  readonly press: Press;
  /** The browser starts while the first facts are read; fails once for all where there is none. */
  readonly ready: Promise<unknown>;
}
interface Tally {
  built: number;
  kept: number;
  readonly failed: {issue: string; reason: string}[];
  readonly issues: string[];
}

async function buildAll(request: BuildRequest, opened: Opened): Promise<BuildSummary> {
  const {progress = silentProgress, language = "da"} = request;
  const {limit = Number.POSITIVE_INFINITY, perMunicipality = Number.POSITIVE_INFINITY} = request;
  const tally: Tally = {built: 0, kept: 0, failed: [], issues: []};
  for (const municipality of municipalitiesFor(request, opened.reader).slice(0, request.municipalities)) {
    if (tally.issues.length >= limit || request.signal?.aborted) break;
    const given = await readMunicipality(opened.reader, opened.registry, municipality, request.period);
    const plans = plansOf(given, {...request, language}).slice(
      0,
      Math.min(perMunicipality, limit - tally.issues.length)
    );
    if (plans.length === 0) continue;
    await opened.ready;
    progress.start(`Pakker, ${municipality.name}`, plans.length);
    await buildMunicipality(request, opened, given, plans, tally);
    progress.finish();
  }
  if (request.unit !== undefined && tally.issues.length + tally.failed.length === 0)
    throw new NotFound("package", request.unit);
  return tally;
}

/** One page more than cores, so that the browser has something to print while it hands a document over. */
function pagesFor(workers: number): number {
  return workers + 1;
}

/** As many at a time as there are pages to print on, and one more that is being written. */
async function buildMunicipality(
  request: BuildRequest,
  opened: Opened,
  given: MunicipalityFacts,
  plans: readonly Plan[],
  tally: Tally
): Promise<void> {
  const {progress = silentProgress, workers = 2, now = () => new Date(), signal} = request;
  const filter = {municipality: given.municipality.id, period: given.period};
  const known = await listSignedIssues(opened.registry, filter, now());
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let plan = plans[next++]; plan && !signal?.aborted; plan = plans[next++]) {
      await buildOne(request, opened, given, plan, known, tally);
      progress.advance(++done);
    }
  };
  try {
    await Promise.all(Array.from({length: pagesFor(workers) + 1}, work));
  } finally {
    await opened.ledger.flush();
  }
}

async function buildOne(
  request: BuildRequest,
  {ledger, press}: Opened,
  given: MunicipalityFacts,
  plan: Plan,
  known: readonly SignedIssue[],
  tally: Tally
): Promise<void> {
  let issue = `${given.period}-${plan.unit.id}-${plan.dataPackage.id}-${plan.language}-0`;
  try {
    const {name, build} = buildIssue(request, given, plan, known);
    issue = name.issue;
    const row = await build(press);
    if (row) await ledger.add(row);
    tally[row ? "built" : "kept"]++;
    tally.issues.push(issue);
    request.onBuilt?.(issue);
  } catch (error) {
    tally.failed.push({issue, reason: error instanceof Error ? error.message : String(error)});
  }
}
