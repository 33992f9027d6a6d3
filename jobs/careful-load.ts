/** The careful way in: every cell as text with its line, read in all the ways Danish files are written. */
import {join} from "node:path";
import type {Engine} from "../queries/engine.ts";
import type {Finding, MappingCoverage} from "../queries/registry/reports.ts";
import {type Check, constantOf, quoteName, quoteText, sqlType} from "../queries/sql.ts";
import type {Column, Standard} from "../queries/standards/standard.ts";
import {castText, rawName, trimmed} from "./casts.ts";
import {codeCoverage} from "./coverage.ts";
import {decideFileDecimal} from "./decimal.ts";
import {type ExaminationJob, Refusal, type StagedExtract} from "./examination.ts";
import {type Judgement, judge} from "./judge.ts";
import {type Table, textRelation} from "./read-table.ts";
import {extractName, sealExtract, writeExtract} from "./staged-files.ts";
import {structureFindings} from "./structure.ts";

/** SQL of a relation with `line` and the text of the standard's columns as `raw <column>`. */
export interface RawSource {
  readonly standard: Standard;
  readonly sql: string;
  /** Columns that the source has; others are constants given by the sender, or empty. */
  readonly present: ReadonlySet<string>;
  /** Factors per column, e.g. a percentage given as a fraction. */
  readonly scale: Readonly<Record<string, number>>;
  readonly decimal: "," | "." | null;
}

export interface CarefulLoad {
  readonly judgement: Judgement;
  /** Null unless accepted and wanted. */
  readonly extract: StagedExtract | null;
  readonly decimal: "," | "." | null;
  readonly coverage: readonly MappingCoverage[];
  readonly structure: readonly Finding[];
}

/** A canonical file's own columns, by header. */
export function headerSource(standard: Standard, columns: readonly (Column | null)[]): RawSource {
  const cells = columns.flatMap((column, index) =>
    column ? [`${trimmed(`c${index}`)} AS ${rawName(column.id)}`] : []
  );
  const present = new Set(columns.flatMap((column) => (column ? [column.id] : [])));
  return {standard, sql: `SELECT line, ${cells.join(", ")} FROM delivered`, present, scale: {}, decimal: null};
}

export async function loadCarefully(
  engine: Engine,
  job: ExaminationJob,
  table: Table,
  source: RawSource
): Promise<CarefulLoad> {
  const {standard} = source;
  await readText(engine, job, table);
  await engine.run(`CREATE TEMP TABLE source AS ${source.sql}`);
  const decimal = await decideFileDecimal(engine, job, source);
  await engine.run(`CREATE TEMP TABLE staged AS ${stagedSelect(source, job, decimal ?? ",")}`);
  const structure = table.csv ? await structureFindings(engine, table) : [];
  const coverage = await codeCoverage(engine, source);
  const extra = unreadable(source, decimal);
  const judgement = await judge(engine, standard, {name: "staged", lines: true, extra, narrow: narrower(source)}, job);
  if (judgement.rows === 0 && structure.length === 0) throw new Refusal("empty", "Filen har ingen rækker.");
  const clean = [...judgement.findings, ...structure].every(({severity}) => severity !== "error");
  if (!clean || !job.store) return {judgement, extract: null, decimal, coverage, structure};
  const select = `SELECT ${standard.columns.map(({id}) => quoteName(id)).join(", ")} FROM staged ORDER BY line`;
  const path = join(job.staging, extractName);
  await writeExtract(engine, select, path);
  const extract = {path, sha256: await sealExtract(path), parts: judgement.parts};
  return {judgement, extract, decimal, coverage, structure};
}

/** The file's text: in memory when it is small, else as Parquet beside it, so that it is parsed once. */
async function readText(engine: Engine, job: ExaminationJob, table: Table): Promise<void> {
  if (table.size < 100_000_000) return engine.run(`CREATE TEMP TABLE delivered AS ${textRelation(table)}`);
  const path = quoteText(join(job.staging, "delivered.parquet"));
  await engine.run(`COPY (${textRelation(table)}) TO ${path} (FORMAT parquet)`);
  await engine.run(`CREATE TEMP VIEW delivered AS SELECT * FROM read_parquet(${path})`);
}

function stagedSelect({standard, present, scale}: RawSource, job: ExaminationJob, decimal: "," | "."): string {
  const columns = standard.columns.flatMap((column) => {
    const raw = present.has(column.id) ? rawName(column.id) : "NULL::VARCHAR";
    const value = present.has(column.id)
      ? scaled(castText(raw, column, {decimal}), column, scale[column.id])
      : constantOf(column, job.said);
    return [`${value} AS ${quoteName(column.id)}`, `${raw} AS ${rawName(column.id)}`];
  });
  const typed = `SELECT line, ${columns.join(", ")} FROM source`;
  return `SELECT *, (${isTotal(standard)}) AS "is total" FROM (${typed})`;
}

function scaled(value: string, column: Column, scale: number | undefined): string {
  return scale === undefined || scale === 1 ? value : `CAST(${value} * ${scale} AS ${sqlType(column)})`;
}

/** A row that sums others: a key column says so instead of naming something. */
function isTotal(standard: Standard): string {
  const words = "^(i alt|ialt|total|totalt|sum|hele landet|hele kommunen|gennemsnit|gns\\.?|alle)[:.]?$";
  const places = standard.columns.filter(
    ({id, type}) => type === "text" && (standard.key.includes(id) || id === "unit" || id === "municipality")
  );
  return (
    places.map(({id}) => `regexp_matches(lower(coalesce(${quoteName(id)}, '')), ${quoteText(words)})`).join(" OR ") ||
    "false"
  );
}

/** A total row is only that, and text that cannot be read is not missing. */
function narrower({present}: RawSource) {
  return ({id, column}: Check): string | null => {
    if (id === "total-row") return null;
    const unread = id.startsWith("required:") && column !== null && present.has(column);
    return unread ? `NOT "is total" AND ${rawName(column)} IS NULL` : `NOT "is total"`;
  };
}

/** Text that is there, but is no number, date or yes/no. */
function unreadable({standard, present}: RawSource, decimal: "," | "." | null): readonly Check[] {
  const columns = standard.columns.filter(({id, type}) => present.has(id) && type !== "text" && type !== "period");
  const total: Check = {
    id: "total-row",
    severity: "error",
    column: null,
    condition: `"is total"`,
    message: "Filen har en totalrække (fx “I alt”) blandt rækkerne. Fjern den."
  };
  const checks = columns.map(
    (column): Check => ({
      id: `type:${column.id}`,
      severity: "error",
      column: column.id,
      condition: `${rawName(column.id)} IS NOT NULL AND ${quoteName(column.id)} IS NULL`,
      message: `${column.header} er ikke ${typeInWords(column, decimal)}.`
    })
  );
  return [total, ...checks];
}

function typeInWords({type}: Column, decimal: "," | "." | null): string {
  if (type === "integer") return "et helt tal";
  if (type === "decimal")
    return decimal === null ? "et tal" : `et tal med decimal${decimal === "," ? "komma" : "punktum"}`;
  if (type === "date") return "en dato (åååå-mm-dd eller dd-mm-åååå)";
  return "ja eller nej";
}
