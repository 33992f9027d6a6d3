/**
 * Findings that were written on the pages → deliveries of the standard `observations`, one per municipality and period, by the
 * same way in as a file. They are a slice of their own in the lake: no file replaces them, and they replace no file.
 */
import {mkdir, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {storesOf} from "../queries/config.ts";
import {
  type Delivered,
  listActive,
  listPending,
  listWrittenPeriods,
  type PendingPart,
  recordDelivered,
  removeObservations,
  retirePart,
  writtenSlice
} from "../queries/registry/observation-deliveries.ts";
import type {ObservationEntry} from "../queries/registry/observations.ts";
import type {Registry} from "../queries/registry/open.ts";
import {observations} from "../queries/standards/observations.ts";
import {forgetEarlier} from "./forget-written.ts";
import {check, type IntakeFile, type IntakeOutcome, intake} from "./intake.ts";
import {isOver} from "./retention/plan.ts";

export interface DeliverWish {
  readonly dataDir: string;
  readonly registry: Registry;
  readonly now: () => Date;
}

export interface DeliverSummary {
  /** Findings that are in the lake by these deliveries, and findings that it would not take. */
  readonly delivered: number;
  readonly refused: number;
  /** Municipalities and periods of which nothing is left. */
  readonly retired: number;
  /** Findings whose time was over, with their history. */
  readonly expired: number;
}

/** What was refused is tried again after this, since the units may have come meanwhile. */
const retryMs = 24 * 60 * 60_000;

/** Delivers what has changed since it was last delivered; with nothing changed nothing happens. What is refused keeps no other out. */
export async function deliverObservations(wish: DeliverWish): Promise<DeliverSummary> {
  const {dataDir, registry, now} = wish;
  const expired = await removeObservations(registry, await periodsPast(registry, now()));
  const retryBefore = new Date(now().getTime() - retryMs).toISOString();
  const pending = await listPending(registry, retryBefore);
  const tallies: Omit<DeliverSummary, "expired">[] = [];
  for (const part of pending) tallies.push(await deliverPart(wish, part));
  await forgetEarlier(registry, dataDir, now());
  const sum = (of: keyof (typeof tallies)[number]) => tallies.reduce((total, each) => total + each[of], 0);
  return {delivered: sum("delivered"), refused: sum("refused"), retired: sum("retired"), expired};
}

async function periodsPast(registry: Registry, now: Date): Promise<readonly string[]> {
  const {keepMonths} = observations;
  return (await listWrittenPeriods(registry)).filter((period) => isOver({period, keepMonths}, now));
}

async function deliverPart(wish: DeliverWish, part: PendingPart): Promise<Omit<DeliverSummary, "expired">> {
  const {registry, now} = wish;
  const all = await listActive(registry, part);
  const done = (given: Pick<Delivered, "delivery" | "problem" | "problems">) =>
    recordDelivered(registry, {part, ...given, at: now().toISOString()});
  if (all.length === 0) {
    await retirePart(registry, part);
    await done({delivery: null, problem: "", problems: new Map()});
    return {delivered: 0, refused: 0, retired: 1};
  }
  const whole = await takeIn(wish, part, all);
  const problems = isAccepted(whole) ? new Map<string, string>() : await problemsOf(wish, part, all);
  const sound = all.filter(({id}) => !problems.has(id));
  const last = isAccepted(whole) || problems.size === 0 || sound.length === 0 ? whole : await takeIn(wish, part, sound);
  if (!isAccepted(last)) {
    await done({delivery: null, problem: sentenceOf(last), problems});
    return {delivered: 0, refused: all.length, retired: 0};
  }
  await done({delivery: last.report.delivery, problem: problems.size > 0 ? sentenceOf(whole) : "", problems});
  return {delivered: sound.length, refused: problems.size, retired: 0};
}

function isAccepted({report}: IntakeOutcome): boolean {
  return report.status === "accepted";
}

function sentenceOf({report}: IntakeOutcome): string {
  return report.findings.find(({severity}) => severity === "error")?.message ?? "Leverancen blev ikke godkendt.";
}

/** Each alone tells which it is that the lake will not take. */
async function problemsOf(
  wish: DeliverWish,
  part: PendingPart,
  entries: readonly ObservationEntry[]
): Promise<ReadonlyMap<string, string>> {
  const alone = entries.map((entry) => [entry]);
  const outcomes = await withFiles(wish, part, alone, (files) =>
    check({dataDir: wish.dataDir, files}, {now: wish.now})
  );
  const told = outcomes.map((outcome, index) => [entries[index]!.id, outcome] as const);
  return new Map(told.flatMap(([id, outcome]) => (isAccepted(outcome) ? [] : [[id, sentenceOf(outcome)]])));
}

async function takeIn(
  wish: DeliverWish,
  part: PendingPart,
  entries: readonly ObservationEntry[]
): Promise<IntakeOutcome> {
  const {dataDir, now} = wish;
  const [outcome] = await withFiles(wish, part, [entries], (files) => intake({dataDir, files}, {now}));
  return outcome!;
}

async function withFiles(
  {dataDir, now}: DeliverWish,
  {municipality, period, stamp}: PendingPart,
  contents: readonly (readonly ObservationEntry[])[],
  use: (files: readonly IntakeFile[]) => Promise<IntakeOutcome[]>
): Promise<IntakeOutcome[]> {
  const folder = join(storesOf(dataDir).staging, `${process.pid}-observations`);
  const written = {slice: writtenSlice, stamp: `${stamp} ${now().toISOString()}`};
  try {
    const files: IntakeFile[] = [];
    for (const [index, entries] of contents.entries()) {
      const path = join(folder, String(index), `fund-${municipality}-${period}.json`);
      await mkdir(dirname(path), {recursive: true});
      await writeFile(path, JSON.stringify(entries.map(rowOf)));
      files.push({path, standard: observations.id, municipality, period, written});
    }
    return await use(files);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

function rowOf(entry: ObservationEntry): Readonly<Record<string, string | number | boolean | null>> {
  const {id, municipality, unit, period, theme, quality, source, assessment, count, finding, quote, observedOn} = entry;
  const coded = {theme, quality, source, assessment};
  const said = {count, finding, quote, quote_consent: quote === null ? null : true};
  return {municipality, period, unit, observation: id, ...coded, ...said, observed_on: observedOn};
}
