/** What units' own managers may see of what is hidden for all others: beside the releases, in a file that only the owner reads. */
import {chmod, mkdir, readdir, rename, rm} from "node:fs/promises";
import {basename, dirname} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {brotliCompressSync} from "node:zlib";
import {ownViewPath, storesOf} from "../queries/config.ts";
import {type Engine, quoteText} from "../queries/engine.ts";
import {type Indicator, institutionKinds} from "../queries/model.ts";
import {sharedPurposes} from "../queries/purpose.ts";
import {factsSql} from "../queries/release-sql.ts";
import {publishedInterval} from "./interval-sql.ts";
import {type StoredFacts, sliceBytes} from "./slice-bytes.ts";

/** Table `handed`: as `disclosed`, of the hidden cells that their own managers may see. */
export const handedTable = `
  CREATE OR REPLACE TEMP TABLE handed AS
  WITH newest AS (SELECT id, arg_max(kind, valid_from) AS kind FROM unit_version GROUP BY id)
  SELECT total.indicator, total.version, total.unit, total.period, total.category, newest.kind,
    total.numerator / total.denominator * scale AS value, total.numerator, total.denominator,
    total.persons::INTEGER AS persons, ${publishedInterval("total", "indicator_rule")},
    NULL::VARCHAR AS blank, false AS linked, members::INTEGER AS members, expected::INTEGER AS expected
  FROM handed_cell
  JOIN cell USING (id)
  JOIN total ON total.rowid = cell.source
  JOIN indicator_rule ON indicator_rule.indicator = total.indicator AND indicator_rule.version = total.version
  JOIN newest ON newest.id = total.unit
  WHERE newest.kind IN (${institutionKinds.map(quoteText).join(", ")})
    AND total.denominator > 0 AND total.numerator IS NOT NULL;`;

/**
 * Replaces what was there of other releases: only the active one's is read. A manager looks at data to develop quality; what
 * was collected for statistics alone is not handed to them.
 */
export async function writeOwnView(
  engine: Engine,
  dataDir: string,
  release: string,
  indicators: readonly Indicator[]
): Promise<void> {
  const path = ownViewPath(dataDir, release);
  await mkdir(dirname(path), {recursive: true, mode: 0o700});
  const temporary = `${path}.${process.pid}`;
  await rm(temporary, {force: true});
  await fill(engine, temporary, indicators);
  await chmod(temporary, 0o600);
  await rename(temporary, path);
  const folder = storesOf(dataDir).ownViews;
  for (const name of await readdir(folder)) if (name !== basename(path)) await rm(`${folder}/${name}`, {force: true});
}

async function fill(engine: Engine, path: string, indicators: readonly Indicator[]): Promise<void> {
  const served = indicators.filter(({standards}) => sharedPurposes(standards).includes("quality"));
  const names = served.map(({id}) => quoteText(id)).join(", ") || "NULL";
  const columns = factsSql({categories: "all"}, new Map(), indicators)!;
  const facts = (await engine.columns(
    `WITH facts AS (FROM handed WHERE indicator IN (${names})) ${columns} ORDER BY unit, indicator, version, period, category`
  )) as StoredFacts;
  const rows = Map.groupBy((facts.unit ?? []).keys(), (row) => String(facts.unit![row]));
  const database = new DatabaseSync(path);
  try {
    database.exec("CREATE TABLE own (unit TEXT PRIMARY KEY, br BLOB NOT NULL) WITHOUT ROWID; BEGIN");
    const insert = database.prepare("INSERT INTO own VALUES (?, ?)");
    for (const [unit, own] of rows) insert.run(unit, brotliCompressSync(sliceBytes(facts, own)));
    database.exec("COMMIT");
  } finally {
    database.close();
  }
}
