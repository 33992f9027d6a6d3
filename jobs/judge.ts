/** Judges a relation of typed rows against a standard. Each rule is an SQL condition; nothing here reads a person's value. */
import {findClassification} from "../queries/classifications/index.ts";
import type {Engine} from "../queries/engine.ts";
import {isPeriod, periodKind, periodLabel} from "../queries/period.ts";
import type {Finding} from "../queries/registry/reports.ts";
import {type Check, periodEnd, periodStart, quoteName, quoteText, rowChecks} from "../queries/sql.ts";
import type {Standard} from "../queries/standards/standard.ts";
import type {ContentLimits, ExaminationJob, Said} from "./examination.ts";

export interface Judgement {
  readonly rows: number;
  readonly findings: readonly Finding[];
  /** The checks that some row breaks, with their conditions over the relation. */
  readonly broken: readonly Check[];
  readonly municipalities: readonly string[];
  readonly periods: readonly string[];
}

export interface Relation {
  /** Name of a table or view with the standard's columns. */
  readonly name: string;
  /** It has a `line` column too. */
  readonly lines: boolean;
  /** Checks beside the standard's own, e.g. of text that could not be read. */
  readonly extra: readonly Check[];
  /** A further condition on a check's rows, so that one mistake is not reported by several rules. */
  readonly narrow?: (check: Check) => string | null;
}

/** `references` names, per referenced standard, the tables made by `openReferences`. */
export async function judge(
  engine: Engine,
  standard: Standard,
  relation: Relation,
  {said, limits}: Pick<ExaminationJob, "said" | "limits">
): Promise<Judgement> {
  const places = await placesOf(engine, relation);
  const all = [
    ...relation.extra,
    ...longCells(standard, limits),
    ...rowChecks(standard).filter(({id}) => id !== "code:municipality"),
    ...municipalityCheck(standard, places),
    ...periodChecks(standard, places, said),
    ...(await referenceChecks(engine, standard, relation))
  ];
  const checks = all.map((check) => narrowed(check, relation));
  const {rows, distinct, any} = await overview(engine, standard, relation, checks);
  const counts = any > 0 ? await count(engine, relation, checks) : [];
  const repeated = distinct < rows ? [narrowed(await duplicateCheck(engine, standard, relation), relation)] : [];
  const more = repeated.length > 0 ? await count(engine, relation, repeated) : [];
  const results = [...counts, ...more].filter(({found}) => found > 0);
  const findings = results.map(({check, found, lines}) => findingOf(check, found, lines));
  return {
    rows,
    findings,
    broken: results.map(({check}) => check),
    municipalities: unique(places.map(({municipality}) => municipality)),
    periods: unique(places.map(({period}) => period))
  };
}

function narrowed(check: Check, {narrow}: Relation): Check {
  const further = narrow?.(check);
  return further ? {...check, condition: `(${check.condition}) AND ${further}`} : check;
}

function findingOf({id, severity, message}: Check, found: number, lines: readonly number[]): Finding {
  return {rule: id, severity, message, count: found, lines};
}

interface Place {
  readonly municipality: string | null;
  readonly period: string | null;
}

function placesOf(engine: Engine, {name}: Relation): Promise<readonly Place[]> {
  return engine.rows<Place>(`SELECT municipality, period FROM ${name} GROUP BY ALL ORDER BY ALL LIMIT 100000`);
}

function unique(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
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
function municipalityCheck(standard: Standard, places: readonly Place[]): readonly Check[] {
  const check = rowChecks(standard).find(({id}) => id === "code:municipality");
  const column = standard.columns.find(({id}) => id === "municipality");
  const known = new Set(findClassification(column?.codes ?? "")?.codes.map(({code}) => code));
  const unknown = unique(places.map(({municipality}) => municipality)).filter((code) => !known.has(code));
  if (!check || unknown.length === 0) return [];
  return [{...check, condition: `municipality IN (${unknown.map(quoteText).join(", ")})`}];
}

/** Periods are few, so they are judged by our own rules and named in the condition. */
function periodChecks(standard: Standard, places: readonly Place[], said: Said): readonly Check[] {
  const periods = unique(places.map(({period}) => period));
  const fits = (period: string) =>
    isPeriod(period) && (standard.periodKind === "any" || periodKind(period) === standard.periodKind);
  const wrong = periods.filter((period) => !fits(period));
  const other = said.period === undefined ? [] : periods.filter((period) => fits(period) && period !== said.period);
  const municipalities = unique(places.map(({municipality}) => municipality));
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

/** Referenced values are few beside the rows: the distinct ones are looked up, and the failing ones kept in a table. */
async function referenceChecks(engine: Engine, standard: Standard, relation: Relation): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const column of standard.columns) {
    if (!column.references) continue;
    const known = referenceTable(column.references.standard);
    const bad = quoteName(`bad ${column.id}`);
    const value = quoteName(column.id);
    await engine.run(`CREATE OR REPLACE TEMP TABLE ${bad} AS
      SELECT used.*, CASE
        WHEN used.municipality NOT IN (SELECT municipality FROM ${known}) THEN 'undelivered'
        WHEN known.value IS NULL THEN 'unknown'
        WHEN CAST(known.valid_to AS VARCHAR) < ${periodStart} THEN 'closed'
        WHEN CAST(known.valid_from AS VARCHAR) > ${periodEnd} THEN 'unopened'
        WHEN known.municipality <> used.municipality THEN 'elsewhere' END AS problem
      FROM (SELECT municipality, period, ${value} FROM ${relation.name} WHERE ${value} IS NOT NULL GROUP BY ALL) used
      LEFT JOIN ${known} known ON known.value = used.${value}`);
    const problems = await engine.rows<{problem: string}>(
      `SELECT DISTINCT problem FROM ${bad} WHERE problem IS NOT NULL`
    );
    for (const {problem} of problems) {
      const {severity, message} = referenceProblems[problem]!;
      const condition = `(municipality, period, ${value}) IN (SELECT (municipality, period, ${value}) FROM ${bad} WHERE problem = ${quoteText(problem)})`;
      checks.push({
        id: `reference-${problem}:${column.id}`,
        severity,
        column: column.id,
        condition,
        message: message(column.header)
      });
    }
  }
  return checks;
}

const referenceProblems: Readonly<
  Record<string, {readonly severity: "error" | "warning"; readonly message: (header: string) => string}>
> = {
  undelivered: {severity: "error", message: () => "Kommunens enheder er ikke leveret. Lever standarden Enheder først."},
  unknown: {severity: "error", message: (header) => `${header} findes ikke i kommunens leverede enheder.`},
  closed: {severity: "error", message: () => "Lukket institution: enheden er lukket, før perioden begynder."},
  unopened: {severity: "warning", message: () => "Enheden er først oprettet efter periodens slutning."},
  elsewhere: {severity: "error", message: () => "Enheden hører til en anden kommune."}
};

/** The table of known values of a referenced standard; units with the dates of their newest version. */
export function referenceTable(standard: string): string {
  return quoteName(`known ${standard}`);
}

export async function openReferences(
  engine: Engine,
  references: Readonly<Record<string, readonly string[]>>
): Promise<void> {
  for (const [standard, files] of Object.entries(references)) {
    const source =
      files.length > 0
        ? `read_parquet([${files.map(quoteText).join(", ")}])`
        : "(SELECT NULL::VARCHAR AS unit, NULL::VARCHAR AS municipality, NULL::VARCHAR AS period, NULL::DATE AS valid_from, NULL::DATE AS valid_to WHERE false)";
    await engine.run(`CREATE TEMP TABLE ${referenceTable(standard)} AS
      SELECT unit AS value, any_value(municipality) AS municipality, min(valid_from) AS valid_from,
        CASE WHEN bool_or(valid_to IS NULL) THEN NULL ELSE max(valid_to) END AS valid_to
      FROM (SELECT *, max(period) OVER (PARTITION BY unit) AS newest FROM ${source}) WHERE period = newest GROUP BY unit`);
  }
}

interface Counted {
  readonly check: Check;
  readonly found: number;
  readonly lines: readonly number[];
}

/** Rows, different keys, and rows that break any check, in one pass. */
async function overview(engine: Engine, standard: Standard, {name}: Relation, checks: readonly Check[]) {
  const conditions = checks.map(({condition}) => `(${condition})`);
  const row = await engine.one<{total: number; keys: number; broken: number}>(
    `SELECT count(*) AS total, count(DISTINCT hash(${standard.key.map(quoteName).join(", ")})) AS keys,
      count(*) FILTER (WHERE ${conditions.join(" OR ")}) AS broken FROM ${name}`
  );
  return {rows: row.total, distinct: row.keys, any: row.broken};
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

async function duplicateCheck(engine: Engine, standard: Standard, {name}: Relation): Promise<Check> {
  const key = standard.key.map(quoteName).join(", ");
  await engine.run(`CREATE OR REPLACE TEMP TABLE "repeated keys" AS
    SELECT hash(${key}) AS key FROM ${name} GROUP BY ALL HAVING count(*) > 1`);
  const headers = standard.key.map((id) => standard.columns.find((column) => column.id === id)!.header);
  return {
    id: "duplicate-key",
    severity: "error",
    column: null,
    condition: `hash(${key}) IN (SELECT key FROM "repeated keys")`,
    message: `Flere rækker har samme ${headers.join(", ")}.`
  };
}
