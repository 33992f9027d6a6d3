/** A small lake on disk from rows in a test: a delivery of one part per standard, municipality and period. */
import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {Engine, quoteName, quoteText} from "../queries/engine.ts";
import type {LakeFile} from "../queries/registry/deliveries.ts";
import {findStandard} from "../queries/standards/index.ts";

export type LakeRow = Readonly<Record<string, string | number | boolean | null>>;

const sqlTypes = {
  text: "VARCHAR",
  integer: "INTEGER",
  decimal: "DOUBLE",
  date: "DATE",
  boolean: "BOOLEAN",
  period: "VARCHAR"
} as const;

export async function writeLake(
  dataDir: string,
  rowsOf: Readonly<Record<string, readonly LakeRow[]>>
): Promise<readonly LakeFile[]> {
  const engine = await Engine.open();
  const files: LakeFile[] = [];
  for (const [standard, rows] of Object.entries(rowsOf)) {
    const parts = Map.groupBy(rows, ({municipality, period}) => `${municipality}/${String(period).replace("/", "_")}`);
    for (const [part, partRows] of parts) files.push(await writePart(engine, dataDir, standard, part, partRows));
  }
  engine.close();
  return files;
}

async function writePart(
  engine: Engine,
  dataDir: string,
  standard: string,
  part: string,
  rows: readonly LakeRow[]
): Promise<LakeFile> {
  const path = `extracts/${standard}/${part}/0.parquet`;
  mkdirSync(dirname(join(dataDir, path)), {recursive: true});
  const json = join(dataDir, "rows.json");
  writeFileSync(json, JSON.stringify(rows));
  const columns = findStandard(standard)!.columns;
  const types = columns.map(({id, type}) => `${quoteText(id)}: '${sqlTypes[type]}'`).join(", ");
  await engine.run(`COPY (
    SELECT ${columns.map(({id}) => quoteName(id)).join(", ")}
    FROM read_json(${quoteText(json)}, format = 'array', columns = {${types}})
  ) TO ${quoteText(join(dataDir, path))} (FORMAT parquet)`);
  const {municipality, period} = rows[0]!;
  return {
    standard,
    municipality: String(municipality),
    period: String(period),
    slice: "",
    delivery: `${standard}-${part}`,
    path,
    sha256: "0",
    rows: rows.length,
    parts: 1
  };
}
