/** The only door from a release to readers: an own database instance that may read the release's folder and nothing else. */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {storesOf} from "./config.ts";
import {Engine, quoteText, readParquet} from "./engine.ts";
import {Damaged, NotFound} from "./errors.ts";
import {ethicsFile, noEthics, type ReleasedEthics} from "./ethics/released-ethics.ts";
import type {
  ComparisonGroup,
  Coverage,
  DisclosedFact,
  Indicator,
  IndicatorId,
  Observation,
  ReleaseManifest,
  Unit,
  UnitId,
  UnitKind
} from "./model.ts";
import type {PeriodId} from "./period.ts";
import {
  coverageSql,
  factsSql,
  hiddenFindingsSql,
  hiddenSharesSql,
  observationsSql,
  type StoredUnit,
  unitsSql
} from "./release-sql.ts";

/** From `period` on, the series of `indicator` does not compare with what came before. */
export interface SeriesBreak {
  readonly indicator: IndicatorId;
  readonly period: PeriodId;
  readonly text: string;
  readonly textEnglish: string;
}

export interface FactQuery {
  readonly units?: readonly string[];
  readonly indicators?: readonly string[];
  readonly periods?: readonly string[];
  /** Default: only the category `` (all together). */
  readonly categories?: readonly string[] | "all";
  /** Every unit of the municipality, itself included; its comparison groups are not units. */
  readonly municipality?: string;
  readonly kinds?: readonly UnitKind[];
  /** Default: in each period the version that was in force. */
  readonly versions?: "in-force" | "all";
}

/** The file of a release that pages are drawn from (see `dashboards/slices.ts`); releases from before it lack it. */
export const slicesFile = "slices.sqlite";

/** Everything that readers can see. There is no way from here to a person or an unprotected fact. */
export interface ReleaseReader {
  readonly manifest: ReleaseManifest;
  /** The newest version of each. */
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
  readonly versions: readonly Indicator[];
  /** The newest version of each. */
  readonly units: ReadonlyMap<UnitId, Unit>;
  /** Every version of every unit, oldest first. */
  readonly unitVersions: readonly Unit[];
  readonly groups: readonly ComparisonGroup[];
  readonly breaks: readonly SeriesBreak[];
  /** Empty in releases from before there were any forms. */
  readonly ethics: ReleasedEthics;
  /** Ordered by municipality, unit, indicator, version, period, category. */
  facts(query: FactQuery): Promise<readonly DisclosedFact[]>;
  observations(units: readonly string[]): Promise<readonly Observation[]>;
  /** Findings that are not shown because too few were heard. */
  hiddenFindings(units: readonly string[]): Promise<readonly HiddenFinding[]>;
  /** Of one municipality, or of all. */
  coverage(municipality?: string): Promise<readonly Coverage[]>;
  /** How many figures of each indicator and kind of unit are shown, and how many hidden; all periods and categories. */
  hiddenShares(): Promise<readonly HiddenShare[]>;
  close(): Promise<void>;
}

export interface HiddenFinding extends Pick<Observation, "unit" | "period" | "theme"> {
  /** How many. */
  readonly hidden: number;
}

export interface HiddenShare {
  readonly indicator: IndicatorId;
  readonly kind: UnitKind | "group";
  readonly shown: number;
  readonly hidden: number;
}

/** Opens the active release, or the one with `id`. Throws `NotFound` where there is none and `Damaged` where a file is missing. */
export async function openRelease(dataDir: string, id?: string): Promise<ReleaseReader> {
  const folder = join(storesOf(dataDir).releases, id ?? (await findActiveRelease(dataDir)) ?? missing("active"));
  const manifest = await readJson<ReleaseManifest>(folder, "release.json");
  const [indicators, groups, breaks, ethics] = await Promise.all([
    readJson<readonly Indicator[]>(folder, "indicators.json"),
    readJson<readonly ComparisonGroup[]>(folder, "groups.json"),
    readJson<readonly SeriesBreak[]>(folder, "breaks.json"),
    Object.hasOwn(manifest.files, ethicsFile) ? readJson<ReleasedEthics>(folder, ethicsFile) : noEthics
  ]);
  const engine = await openEngine(folder);
  const unitVersions = (await engine.rows<Unit>(unitsSql)) satisfies readonly Unit[];
  return readerOf({engine, manifest, indicators, groups, breaks, ethics, unitVersions});
}

/** The id that `releases/active` names, if any. */
export async function findActiveRelease(dataDir: string): Promise<string | undefined> {
  try {
    const text = (await readFile(storesOf(dataDir).activeRelease, "utf8")).trim();
    return /^r[0-9a-f]{12}$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function missing(id: string): never {
  throw new NotFound("release", id);
}

async function readJson<T>(folder: string, name: string): Promise<T> {
  const path = join(folder, name);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    if (name === "release.json") return missing(folder.slice(folder.lastIndexOf("/") + 1));
    throw new Damaged(path, "missing file of a release");
  }
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Damaged(path, "unreadable file of a release");
  }
}

async function openEngine(folder: string): Promise<Engine> {
  const engine = await Engine.open({threads: 2, memory: "1GB", folders: [folder]});
  try {
    for (const table of ["facts", "units", "observations", "coverage"])
      await engine.run(`CREATE VIEW ${table} AS SELECT * FROM ${readParquet([join(folder, `${table}.parquet`)])}`);
  } catch (error) {
    engine.close();
    throw new Damaged(folder, `unreadable release (${error instanceof Error ? error.message.split("\n")[0] : error})`);
  }
  return engine;
}

interface Opened extends Pick<ReleaseReader, "manifest" | "groups" | "breaks" | "ethics" | "unitVersions"> {
  readonly engine: Engine;
  readonly indicators: readonly Indicator[];
}

function readerOf({engine, manifest, indicators, groups, breaks, ethics, unitVersions}: Opened): ReleaseReader {
  const newest = new Map<IndicatorId, Indicator>();
  for (const indicator of indicators)
    if ((newest.get(indicator.id)?.version ?? 0) < indicator.version) newest.set(indicator.id, indicator);
  const units = new Map(unitVersions.map((unit) => [unit.id, unit]));
  const placed = new Map<string, StoredUnit>();
  for (const unit of units.values()) placed.set(unit.id, {municipality: unit.municipality ?? unit.id});
  for (const group of groups) if (!units.has(group.id)) placed.set(group.id, {municipality: group.owner ?? group.id});
  return {
    manifest,
    indicators: newest,
    versions: indicators,
    units,
    unitVersions,
    groups,
    breaks,
    ethics,
    facts: async (query) => {
      const sql = factsSql(query, placed, indicators);
      return sql ? factsOf(await engine.columns(sql)) : [];
    },
    observations: async (ids) => (ids.length > 0 ? engine.rows<Observation>(observationsSql(ids)) : []),
    hiddenFindings: async (ids) => (ids.length > 0 ? engine.rows<HiddenFinding>(hiddenFindingsSql(ids)) : []),
    coverage: (municipality) =>
      engine.rows<Coverage>(
        municipality === undefined ? coverageSql : `${coverageSql} WHERE municipality = ${quoteText(municipality)}`
      ),
    hiddenShares: () => engine.rows<HiddenShare>(hiddenSharesSql),
    close: async () => engine.close()
  };
}

function factsOf(columns: Readonly<Record<string, readonly unknown[]>>): readonly DisclosedFact[] {
  const {indicator = [], version, unit, period, category, value, numerator, denominator, persons} = columns;
  const {low, high, blank, linked, members, expected} = columns;
  const factAt = (row: number) => ({
    indicator: indicator[row],
    version: version![row],
    unit: unit![row],
    period: period![row],
    category: category![row],
    value: value![row],
    numerator: numerator![row],
    denominator: denominator![row],
    persons: persons![row],
    low: low![row],
    high: high![row],
    blank: blank![row],
    linked: linked![row],
    members: members![row],
    expected: expected![row]
  });
  return indicator.map((_, row) => factAt(row) as DisclosedFact);
}
