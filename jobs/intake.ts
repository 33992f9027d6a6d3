/** Takes deliveries in: receive, validate, store. Each file ends as a report; nothing is ever half stored. */
import {rm} from "node:fs/promises";
import {basename, resolve} from "node:path";
import {storesOf} from "../queries/config.ts";
import {BadInput} from "../queries/errors.ts";
import {useThemes} from "../queries/reference/themes.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {recordRejected} from "../queries/registry/record.ts";
import type {ValidationReport} from "../queries/registry/reports.ts";
import {recordRawDeleted, sweepDeleted} from "./deletions.ts";
import {
  type ContentLimits,
  contentLimits,
  type Examination,
  type ExaminationJob,
  inSlice,
  nothing,
  Refusal,
  type Said
} from "./examination.ts";
import {mappingsFor, referencesIn} from "./intake-context.ts";
import {acceptedBefore, deliveryId, forget} from "./known-delivery.ts";
import {type Progress, silentProgress} from "./progress.ts";
import {holdsNumbers, pseudonymised} from "./pseudonyms/at-intake.ts";
import {type KeyService, openKeyService} from "./pseudonyms/key-service.ts";
import {mayPseudonymise} from "./pseudonyms/settings.ts";
import {keepQuarantine} from "./quarantine.ts";
import {type ReceivedFile, receive, requireReadable, UnreadableFile} from "./receive.ts";
import {replacementFindings} from "./replacement.ts";
import {sha256OfFile} from "./seal.ts";
import {openStaging, recover, store} from "./store.ts";
import {openValidator, type ProcessLimits, processLimits, type Validator} from "./validate.ts";

/** A file and what is said beside it; `mapping` is the id of one in the data folder, or a path to a JSON file. */
export interface IntakeFile extends Said {
  readonly path: string;
  readonly mapping?: string | undefined;
  /** Of what was written on the pages: its slice of the lake, and what tells this state from every other, bytes alike or not. */
  readonly written?: {readonly slice: string; readonly stamp: string} | undefined;
}

export interface IntakeRequest {
  readonly dataDir: string;
  readonly files: readonly IntakeFile[];
  readonly progress?: Progress;
}

export interface IntakeEffects {
  readonly now: () => Date;
  readonly processLimits: ProcessLimits;
  readonly contentLimits: ContentLimits;
}

const realEffects: IntakeEffects = {now: () => new Date(), processLimits, contentLimits};

export interface IntakeOutcome {
  readonly path: string;
  readonly report: ValidationReport;
  /** The same file had been accepted before; nothing was changed. */
  readonly known: boolean;
  /** CSV of the rejected rows, or null. */
  readonly quarantine: string | null;
}

/** Outcomes in the order of the files. Files are taken in order, but units before what refers to them by the same call. */
export async function intake(request: IntakeRequest, effects: Partial<IntakeEffects> = {}): Promise<IntakeOutcome[]> {
  return work(request, {...realEffects, ...effects}, takeIn);
}

/** The same judgement without storing anything. */
export async function check(request: IntakeRequest, effects: Partial<IntakeEffects> = {}): Promise<IntakeOutcome[]> {
  return work(request, {...realEffects, ...effects}, judgeOnly);
}

interface Bench {
  readonly dataDir: string;
  readonly registry: Registry;
  readonly validator: Validator;
  readonly keyService: KeyService;
  readonly effects: IntakeEffects;
}

type Step = (bench: Bench, file: IntakeFile) => Promise<IntakeOutcome>;

async function work(
  {dataDir, files, progress = silentProgress}: IntakeRequest,
  effects: IntakeEffects,
  step: Step
): Promise<IntakeOutcome[]> {
  const folder = resolve(dataDir);
  const registry = await openRegistry(storesOf(folder).registry);
  const validator = openValidator(effects.processLimits);
  const keyService = openKeyService();
  const outcomes: IntakeOutcome[] = [];
  try {
    await recover(registry, folder);
    await sweepDeleted(registry, folder);
    progress.start(step === takeIn ? "Modtager leverancer" : "Kontrollerer leverancer", files.length);
    for (const file of files) {
      outcomes.push(await ended({dataDir: folder, registry, validator, keyService, effects}, file, step));
      progress.advance(outcomes.length);
    }
    await sweepDeleted(registry, folder);
    progress.finish();
    return outcomes;
  } finally {
    validator.close();
    keyService.close();
    await registry.destroy();
  }
}

/** A file that cannot be read is rejected like any other, and the next one is taken. */
async function ended(bench: Bench, file: IntakeFile, step: Step): Promise<IntakeOutcome> {
  try {
    return await step(bench, file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const finding = {rule: "unreadable", severity: "error", message: error.danish, count: 0, lines: []} as const;
    const examination = {...nothing, standard: file.standard ?? null, findings: [finding]};
    const report = reportOf(examination, null, basename(file.path), bench);
    return {path: file.path, report, known: false, quarantine: null};
  }
}

async function judgeOnly(bench: Bench, file: IntakeFile): Promise<IntakeOutcome> {
  const path = resolve(file.path);
  await requireReadable(path);
  const same = {path, sha256: await sha256OfFile(path)};
  const {examination, staging} = await examineFile(bench, file, same, false);
  await rm(staging, {recursive: true, force: true});
  const known = (await acceptedBefore(bench.registry, bench.dataDir, same, file)) !== null;
  return {path: file.path, report: reportOf(examination, null, basename(path), bench), known, quarantine: null};
}

async function takeIn(bench: Bench, file: IntakeFile): Promise<IntakeOutcome> {
  const {dataDir, registry, effects} = bench;
  const received = await receive(dataDir, file.path);
  const before = file.written ? null : await acceptedBefore(registry, dataDir, received, file);
  if (before) return {path: file.path, report: before, known: true, quarantine: null};
  const {staging, id, ...examined} = await examineFile(bench, file, received, true);
  const examination = await pseudonymised(examined.examination, {...bench, received, staging});
  const {status, standard, mapping, extract} = examination;
  const report = reportOf(examination, id, received.fileName, bench);
  const receivedAt = effects.now().toISOString();
  const delivery = {...received, id, standard: standard ?? "", mapping, receivedAt, report};
  let quarantine: string | null = null;
  if (holdsNumbers(examination)) await recordRawDeleted(registry, received, effects.now());
  if (extract) await store(registry, dataDir, staging, delivery, extract);
  if (status === "rejected") {
    quarantine = await keepQuarantine(dataDir, id, examination.quarantine);
    await recordRejected(registry, delivery);
  }
  await rm(staging, {recursive: true, force: true});
  if (status === "uncertain") await forget(registry, received);
  return {path: file.path, report, known: false, quarantine};
}

/** The judgement with what the file replaces, or would, and the id of the delivery that it is or would become. */
async function examineFile(
  bench: Bench,
  file: IntakeFile,
  {path, sha256}: Pick<ReceivedFile, "path" | "sha256">,
  keep: boolean
) {
  const {dataDir, registry, validator, effects} = bench;
  const staging = await openStaging(dataDir);
  const {path: _, mapping: __, written, ...said} = file;
  try {
    const {mapping, mappings} = await mappingsFor(dataDir, file);
    const references = await referencesIn(registry, dataDir);
    const {codes: themes} = await useThemes(dataDir);
    const job: ExaminationJob = {
      path,
      said,
      mapping,
      mappings,
      references,
      themes,
      staging,
      store: keep,
      pseudonymise: await mayPseudonymise(dataDir),
      limits: effects.contentLimits
    };
    const examination = inSlice(await validator.examine(job), written?.slice);
    const used = (mapping ? [mapping] : mappings).find((each) => each.id === examination.mapping);
    const id = deliveryId({sha256}, used, written?.stamp);
    const replaced = await replacementFindings(registry, id, examination);
    return {examination: {...examination, findings: [...examination.findings, ...replaced]}, staging, id};
  } catch (error) {
    await rm(staging, {recursive: true, force: true});
    throw error instanceof Refusal ? new BadInput(error.message, error.finding.message) : error;
  }
}

function reportOf(
  examination: Examination,
  delivery: string | null,
  fileName: string,
  {effects}: Bench
): ValidationReport {
  const {extract: _, quarantine: __, parts: ___, personNumbers: ____, ...rest} = examination;
  const kept = examination.status === "uncertain" ? null : delivery;
  return {delivery: kept, fileName, ...rest, checkedAt: effects.now().toISOString()};
}
