/** Cuts a release into the slices that pages are drawn from: one file, one compressed row per slice. */
import {createHash} from "node:crypto";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {promisify} from "node:util";
import {brotliCompress, constants} from "node:zlib";
import {catalogueSlice, countrySlice, homeSlice, newestSlice, placesSlice, unitSlice} from "../dashboards/slices.ts";
import type {Catalogue} from "../dashboards/world.ts";
import {Engine, quoteText, readParquet} from "../queries/engine.ts";
import type {ComparisonGroup, Indicator, ReleaseManifest, Unit} from "../queries/model.ts";
import {type SeriesBreak, slicesFile} from "../queries/release.ts";
import {factsSql, unitsSql} from "../queries/release-sql.ts";
import {type StoredFacts, sliceBytes} from "./slice-bytes.ts";

export interface SliceContent extends Pick<ReleaseManifest, "period" | "demonstration"> {
  /** All versions. */
  readonly indicators: readonly Indicator[];
  readonly groups: readonly ComparisonGroup[];
  readonly breaks: readonly SeriesBreak[];
}

interface Slice {
  readonly key: string;
  readonly type: "arrow" | "json";
  readonly bytes: Uint8Array;
}

/** Writes `slices.sqlite` beside the Parquet files in `folder`; the same content gives the same bytes. */
export async function writeSlices(folder: string, content: SliceContent): Promise<void> {
  const engine = await Engine.open({threads: 2, memory: "1GB", folders: [folder]});
  const database = new DatabaseSync(join(folder, slicesFile));
  try {
    for (const table of ["facts", "units"])
      await engine.run(`CREATE VIEW ${table} AS SELECT * FROM ${readParquet([join(folder, `${table}.parquet`)])}`);
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
    database.exec("CREATE TABLE slice (key TEXT PRIMARY KEY, type TEXT, etag TEXT, br BLOB) WITHOUT ROWID");
    const insert = database.prepare("INSERT INTO slice VALUES (?, ?, ?, ?)");
    for await (const slices of slicesOf(engine, content))
      for (const {key, type, bytes} of await Promise.all(slices.map(compressed)))
        insert.run(key, type, etagOf(bytes), bytes);
    database.exec("COMMIT");
  } finally {
    database.close();
    engine.close();
  }
}

/** One batch per municipality, so that no more than one municipality's facts are in memory. */
async function* slicesOf(engine: Engine, content: SliceContent): AsyncGenerator<readonly Slice[]> {
  const units = [...new Map((await engine.rows<Unit>(unitsSql)).map((unit) => [unit.id, unit])).values()];
  const newest = newestVersions(content.indicators);
  yield [{key: catalogueSlice, type: "json", bytes: jsonBytes(catalogueOf(content, newest, units))}];
  for (const [municipality, places] of Map.groupBy(units.filter(isLocal), (unit) => unit.municipality))
    yield [{key: placesSlice(municipality!), type: "json", bytes: jsonBytes(places)}];
  const all = factsSql({categories: "all"}, new Map(), content.indicators, ["kind"])!;
  for (const {municipality} of await engine.rows<{municipality: string}>(
    "SELECT DISTINCT municipality FROM facts ORDER BY 1"
  )) {
    const own = `${all} AND municipality = ${quoteText(municipality)} ORDER BY unit, indicator, version, period, category`;
    yield localSlices((await engine.columns(own)) as StoredFacts, municipality);
  }
  yield* countrySlices(engine, all, newest);
}

function localSlices(facts: StoredFacts, municipality: string): readonly Slice[] {
  const byUnit = rowsBy(facts, ({unit}, row) => String(unit![row]));
  const byIndicator = rowsBy(facts, ({indicator, category, kind}, row) =>
    category![row] === "" && !["class", "group", "nation", "region"].includes(String(kind![row]))
      ? String(indicator![row])
      : null
  );
  return [
    ...[...byUnit].map(([unit, rows]) => arrowSlice(unitSlice(unit), facts, rows)),
    ...[...byIndicator].map(([indicator, rows]) => arrowSlice(homeSlice(indicator, municipality), facts, rows))
  ];
}

async function* countrySlices(
  engine: Engine,
  all: string,
  indicators: readonly Indicator[]
): AsyncGenerator<readonly Slice[]> {
  const country = `${all} AND category = '' AND kind IN ('nation', 'region', 'municipality')`;
  const facts = (await engine.columns(`${country} ORDER BY indicator, unit, version, period`)) as StoredFacts;
  const byIndicator = rowsBy(facts, ({indicator}, row) => String(indicator![row]));
  yield [...byIndicator].map(([indicator, rows]) => arrowSlice(countrySlice(indicator), facts, rows));
  const newest = indicators.flatMap(({id}) => newestRows(facts, byIndicator.get(id) ?? []));
  yield [arrowSlice(newestSlice, facts, newest)];
}

/** The rows of the newest period in which at least half of the municipalities have a figure; else of the newest. */
function newestRows({period, blank, kind}: StoredFacts, rows: readonly number[]): readonly number[] {
  const byPeriod = Map.groupBy(rows, (row) => String(period![row]));
  const ordered = [...byPeriod].toSorted(([a], [b]) => (a < b ? 1 : -1));
  const full = ordered.find(([, some]) => {
    const municipal = some.filter((row) => kind![row] === "municipality");
    return municipal.filter((row) => blank![row] === null).length * 2 >= municipal.length;
  });
  return (full ?? ordered[0])?.[1] ?? [];
}

function arrowSlice(key: string, facts: StoredFacts, rows: readonly number[]): Slice {
  return {key, type: "arrow", bytes: sliceBytes(facts, rows)};
}

function rowsBy(facts: StoredFacts, keyOf: (facts: StoredFacts, row: number) => string | null) {
  const groups = new Map<string, number[]>();
  const {length} = facts.unit ?? [];
  for (let row = 0; row < length; row++) {
    const key = keyOf(facts, row);
    if (key === null) continue;
    const rows = groups.get(key);
    if (rows) rows.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function newestVersions(indicators: readonly Indicator[]): readonly Indicator[] {
  const newest = new Map<string, Indicator>();
  for (const indicator of indicators)
    if ((newest.get(indicator.id)?.version ?? 0) < indicator.version) newest.set(indicator.id, indicator);
  return [...newest.values()];
}

function catalogueOf(
  {period, demonstration, groups, breaks}: SliceContent,
  indicators: readonly Indicator[],
  units: readonly Unit[]
): Catalogue {
  const plain = indicators.map((indicator) => ({...indicator, sql: ""}));
  return {period, demonstration, indicators: plain, places: units.filter((unit) => !isLocal(unit)), groups, breaks};
}

function isLocal({kind}: Unit): boolean {
  return !["nation", "region", "municipality"].includes(kind);
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

const brotli = promisify(brotliCompress);
async function compressed({key, type, bytes}: Slice): Promise<Slice> {
  const params = {[constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length};
  return {key, type, bytes: await brotli(bytes, {params})};
}

function etagOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
}
