/** Reads what is known of a municipality's wheel: its file, what has come, the active release and the ledger. */
import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import type {ReleaseManifest, Unit} from "../model.ts";
import {type Arrival, listArrivals} from "../registry/arrivals.ts";
import {listCame} from "../registry/came.ts";
import type {Registry} from "../registry/open.ts";
import {listSlots, type Slot} from "../registry/slots.ts";
import {isExempt, readExemptions} from "./exemptions.ts";
import {defaultWheel, occurrencesOf} from "./wheel.ts";
import {cameKey, type Lake, type WheelFacts} from "./wheel-candidates.ts";
import {danishClock} from "./wheel-dates.ts";
import type {WheelEntry} from "./wheel-entry.ts";
import {parseWheelFile} from "./wheel-file.ts";
import {learnShifts} from "./wheel-learning.ts";

/** What is needed of the active release. */
export interface Released {
  readonly manifest: Pick<ReleaseManifest, "id" | "period" | "createdAt" | "extracts">;
  readonly unitVersions: readonly Unit[];
}

export interface WheelReading {
  readonly facts: WheelFacts;
  readonly entries: readonly WheelEntry[];
  readonly arrivals: readonly Arrival[];
  readonly slots: ReadonlyMap<string, Slot>;
  /** What is wrong with the municipality's file, in Danish. */
  readonly problems: readonly string[];
}

export async function readWheel(
  {dataDir, registry, released}: {dataDir: string; registry: Registry; released: Released | null},
  municipality: string,
  now: Date
): Promise<WheelReading> {
  const [{entries, problems}, arrivals, came, lake, exemptions, slots] = await Promise.all([
    readWheelFile(dataDir, municipality),
    listArrivals(registry, municipality),
    readCame(registry, municipality),
    readLake(registry, municipality, released),
    readExemptions(dataDir),
    listSlots(registry, {municipality})
  ]);
  const facts: WheelFacts = {
    municipality,
    occurrences: occurrencesAround(entries, arrivals, now),
    came,
    isExempt: (standard, period) => isExempt(exemptions, {standard, municipality, period}),
    release: released && {...released.manifest},
    lake,
    units: (released?.unitVersions ?? []).filter((unit) => (unit.municipality ?? unit.id) === municipality)
  };
  return {facts, entries, arrivals, slots: new Map(slots.map((slot) => [slot.id, slot])), problems};
}

/** Last year's, this year's and next year's, each as learned from the years before it. */
export function occurrencesAround(entries: readonly WheelEntry[], arrivals: readonly Arrival[], now: Date) {
  const year = Number(danishClock(now).date.slice(0, 4));
  return [year - 1, year, year + 1].flatMap((each) =>
    occurrencesOf(entries, each, learnShifts(entries, arrivals, each))
  );
}

/** The municipality's wheel: the default one with the changes of its file, where there is one. */
export async function readWheelFile(dataDir: string, municipality: string) {
  const name = join("reference", "wheel", `${municipality}.json`);
  try {
    return parseWheelFile(await readFile(join(dataDir, name), "utf8"), name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {entries: defaultWheel, problems: []};
    return {entries: defaultWheel, problems: [`${name}: Filen kan ikke læses. Standardhjulet gælder.`]};
  }
}

/** The municipalities that have a wheel file, by code. */
export async function wheelMunicipalities(dataDir: string): Promise<readonly string[]> {
  const names = await readdir(join(dataDir, "reference", "wheel")).catch(() => []);
  return names.flatMap((name) => /^([1-8]\d\d)\.json$/.exec(name)?.[1] ?? []).sort();
}

async function readCame(registry: Registry, municipality: string): Promise<ReadonlyMap<string, string>> {
  const rows = await listCame(registry, municipality);
  return new Map(rows.map(({standard, period, at}) => [cameKey(standard, period), at]));
}

async function readLake(registry: Registry, municipality: string, released: Released | null): Promise<Lake | null> {
  const rows = await registry
    .selectFrom("lake_files")
    .innerJoin("deliveries", "deliveries.id", "lake_files.delivery")
    .select(["deliveries.id", "deliveries.received_at"])
    .select(({fn, case: when}) =>
      fn.max<number>(when().when("lake_files.municipality", "=", municipality).then(1).else(0).end()).as("own")
    )
    .where(({eb: is, or, and}) =>
      or([is("lake_files.state", "=", "current"), and([is("state", "=", "expired"), is("superseded_by", "is", null)])])
    )
    .groupBy(["deliveries.id", "deliveries.received_at"])
    .orderBy("deliveries.id")
    .execute();
  if (rows.length === 0) return null;
  const known = new Set(released?.manifest.extracts.map(({id}) => id));
  const missing = rows.filter(({id}) => !known.has(id));
  const times = (missing.length > 0 ? missing : rows).map(({received_at}) => received_at).sort();
  const isSame = missing.length === 0 && known.size === rows.length;
  return {
    fingerprint: createHash("sha256")
      .update(rows.map(({id}) => id).join())
      .digest("hex")
      .slice(0, 12),
    released: isSame,
    ownReleased: !missing.some(({own}) => Number(own) === 1),
    since: times[0]!,
    changedAt: times.at(-1)!
  };
}
