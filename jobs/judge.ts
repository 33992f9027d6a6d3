/** Judges a relation of typed rows against a standard. Each rule is an SQL condition; nothing here reads a person's value. */
import {formatNumber} from "../dashboards/format.ts";
import {findClassification} from "../queries/classifications/index.ts";
import type {Engine} from "../queries/engine.ts";
import {isPeriod, periodKind, periodLabel} from "../queries/period.ts";
import type {Finding} from "../queries/registry/reports.ts";
import {type Check, quoteName, quoteText, rowChecks} from "../queries/sql.ts";
import type {Standard} from "../queries/standards/standard.ts";
import {type ContentLimits, type ExaminationJob, type ExtractPart, Refusal, type Said} from "./examination.ts";
import {personNumberChecks, watchedColumns} from "./person-numbers.ts";
import {referenceChecks} from "./references.ts";
import type {Relation} from "./relation.ts";

export interface Judgement {
  readonly rows: number;
  readonly findings: readonly Finding[];
  /** The checks that some row breaks, with their conditions over the relation. */
  readonly broken: readonly Check[];
  readonly municipalities: readonly string[];
  readonly periods: readonly string[];
  readonly parts: readonly ExtractPart[];
  /** Columns of civil registration numbers that must become pseudonyms before anything is stored. */
  readonly personNumbers: readonly string[];
}

/** `references` names, per referenced standard, the tables made by `openReferences`. */
export async function judge(
  engine: Engine,
  standard: Standard,
  relation: Relation,
  {said, limits, pseudonymise}: Pick<ExaminationJob, "said" | "limits" | "pseudonymise">
): Promise<Judgement> {
  const parts = await partsOf(engine, standard, relation);
  const all = [
    ...relation.extra,
    ...longCells(standard, limits),
    ...rowChecks(standard).filter(({id}) => id !== "code:municipality"),
    ...municipalityCheck(standard, parts),
    ...periodChecks(standard, parts, said),
    ...(await referenceChecks(engine, standard, relation))
  ];
  const checks = all.map((check) => narrowed(check, relation));
  const {rows, distinct, any, long} = await overview(engine, standard, relation, checks);
  const counts = any > 0 ? await count(engine, relation, checks) : [];
  const repeated = distinct < rows ? [narrowed(await duplicateCheck(engine, standard, relation), relation)] : [];
  const numbers = await personNumberChecks(engine, standard, {relation, long, pseudonymise});
  const further = [...repeated, ...numbers.checks];
  const more = further.length > 0 ? await count(engine, relation, further) : [];
  const results = [...counts, ...more].filter(({found}) => found > 0);
  const findings = results.map(({check, found, lines}) => findingOf(check, found, lines));
  return {
    rows,
    findings,
    broken: results.map(({check}) => check),
    municipalities: unique(parts.map(({municipality}) => municipality)),
    periods: unique(parts.map(({period}) => period)),
    parts,
    personNumbers: numbers.columns
  };
}

function narrowed(check: Check, {narrow}: Relation): Check {
  const further = narrow?.(check);
  return further ? {...check, condition: `(${check.condition}) AND ${further}`} : check;
}

function findingOf({id, severity, message}: Check, found: number, lines: readonly number[]): Finding {
  return {rule: id, severity, message, count: found, lines};
}

const mostParts = 100_000;

/** What is missing is ``; `required` finds it. */
async function partsOf(engine: Engine, {slice}: Standard, {name}: Relation): Promise<readonly ExtractPart[]> {
  const columns = ["municipality", "period", ...(slice ? [slice] : [])].map(quoteName);
  const parts = await engine.rows<ExtractPart>(
    `SELECT coalesce(municipality, '') AS municipality, coalesce(period, '') AS period,
      ${slice ? `coalesce(${quoteName(slice)}, '')` : "''"} AS slice, rows
    FROM (SELECT ${columns.join(", ")}, count(*) AS rows FROM ${name} GROUP BY ALL)
    ORDER BY ALL LIMIT ${mostParts + 1}`
  );
  if (parts.length > mostParts)
    throw new Refusal(
      "too-many-parts",
      `Filen gælder flere end ${formatNumber(mostParts, 0, "da")} kommuner og perioder.`
    );
  return parts;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== "").sort();
}

function longCells({columns}: Standard, {cell}: ContentLimits): readonly Check[] {
  const texts = columns.filter(({type, codes}) => type === "text" && !codes);
  return texts.map(({id, header}) => ({
    id: `long-cell:${id}`,
    severity: "error",
    column: id,
    condition: `strlen(${quoteName(id)}) > ${cell}`,
    message: `${header} er længere end ${cell} tegn.`
  }));
}

/** Municipalities are few, so they are looked up once instead of in every row. */
function municipalityCheck(standard: Standard, parts: readonly ExtractPart[]): readonly Check[] {
  const check = rowChecks(standard).find(({id}) => id === "code:municipality");
  const column = standard.columns.find(({id}) => id === "municipality");
  const known = new Set(findClassification(column?.codes ?? "")?.codes.map(({code}) => code));
  const unknown = unique(parts.map(({municipality}) => municipality)).filter((code) => !known.has(code));
  if (!check || unknown.length === 0) return [];
  return [{...check, condition: `municipality IN (${unknown.map(quoteText).join(", ")})`}];
}

/** Periods are few, so they are judged by our own rules and named in the condition. */
function periodChecks(standard: Standard, parts: readonly ExtractPart[], said: Said): readonly Check[] {
  const periods = unique(parts.map(({period}) => period));
  const fits = (period: string) =>
    isPeriod(period) && (standard.periodKind === "any" || periodKind(period) === standard.periodKind);
  const wrong = periods.filter((period) => !fits(period));
  const other = said.period === undefined ? [] : periods.filter((period) => fits(period) && period !== said.period);
  const municipalities = unique(parts.map(({municipality}) => municipality));
  const strangers = said.municipality === undefined ? [] : municipalities.filter((code) => code !== said.municipality);
  const among = (id: string, column: string, values: readonly string[], message: string): Check[] =>
    values.length === 0
      ? []
      : [{id, severity: "error", column, condition: `${column} IN (${values.map(quoteText).join(", ")})`, message}];
  return [
    ...among("period", "period", wrong, `Perioden er ikke ${kindInWords[standard.periodKind]}.`),
    ...among(
      "period-contradiction",
      "period",
      other,
      `Rækkerne gælder en anden periode end den angivne, ${said.period && isPeriod(said.period) ? periodLabel(said.period) : said.period}.`
    ),
    ...among(
      "municipality-contradiction",
      "municipality",
      strangers,
      `Rækkerne gælder en anden kommune end den angivne, ${said.municipality}.`
    )
  ];
}

const kindInWords: Record<Standard["periodKind"], string> = {
  "half-year": "et halvår, fx 2025-H2",
  "school-year": "et skoleår, fx 2024/25",
  year: "et år, fx 2025",
  any: "en periode, fx 2025 eller 2025-H2"
};

interface Counted {
  readonly check: Check;
  readonly found: number;
  readonly lines: readonly number[];
}

/** Rows, different keys, rows that break any check, and columns whose texts are long enough to be numbers, in one pass. */
async function overview(engine: Engine, standard: Standard, {name}: Relation, checks: readonly Check[]) {
  const conditions = checks.map(({condition}) => `(${condition})`);
  const watched = watchedColumns(standard);
  const longest = watched.map(({id}, index) => `max(strlen(${quoteName(id)})) AS m${index}`);
  const row = await engine.one<{total: number; keys: number; broken: number} & Record<string, number | null>>(
    `SELECT count(*) AS total, count(DISTINCT hash(${standard.key.map(quoteName).join(", ")})) AS keys,
      ${[`count(*) FILTER (WHERE ${conditions.join(" OR ")}) AS broken`, ...longest].join(", ")} FROM ${name}`
  );
  const long = watched.filter((_, index) => (row[`m${index}`] ?? 0) >= 9);
  return {rows: row.total, distinct: row.keys, any: row.broken, long};
}

/** Each check's own rows, with the first lines where the relation knows them. */
async function count(engine: Engine, {name, lines}: Relation, checks: readonly Check[]): Promise<readonly Counted[]> {
  const columns = checks.flatMap(({condition}, index) => [
    `count(*) FILTER (WHERE ${condition}) AS n${index}`,
    ...(lines ? [`min(line, 10) FILTER (WHERE ${condition}) AS l${index}`] : [])
  ]);
  const row = await engine.one<Record<string, unknown>>(`SELECT ${columns.join(", ")} FROM ${name}`);
  return checks.map((check, index) => ({check, found: Number(row[`n${index}`]), lines: numbers(row[`l${index}`])}));
}

function numbers(list: unknown): readonly number[] {
  return Array.isArray(list) ? list.map(Number).sort((a, b) => a - b) : [];
}

/** Different keys may share a hash, so the rows whose hash comes twice are compared by the keys themselves. */
async function duplicateCheck(engine: Engine, standard: Standard, {name}: Relation): Promise<Check> {
  const key = standard.key.map(quoteName).join(", ");
  await engine.run(`CREATE OR REPLACE TEMP TABLE "repeated keys" AS
    SELECT hash(${key}) AS key FROM ${name}
    WHERE hash(${key}) IN (SELECT hash(${key}) FROM ${name} GROUP BY ALL HAVING count(*) > 1)
    GROUP BY ${key} HAVING count(*) > 1`);
  const headers = standard.key.map((id) => standard.columns.find((column) => column.id === id)!.header);
  return {
    id: "duplicate-key",
    severity: "error",
    column: null,
    condition: `hash(${key}) IN (SELECT key FROM "repeated keys")`,
    message: `Flere rækker har samme ${headers.join(", ")}.`
  };
}
