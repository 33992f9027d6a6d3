/** One file judged from its content alone, in the validating process: which standard, how written, what is wrong, what is stored. */
import {dirname} from "node:path";
import {Engine} from "../queries/engine.ts";
import {holdsPersonNumber} from "../queries/personal/person-numbers.ts";
import type {Dialect, Finding} from "../queries/registry/reports.ts";
import type {Standard} from "../queries/standards/standard.ts";
import {type CarefulLoad, headerSource, loadCarefully, type RawSource} from "./careful-load.ts";
import {detectFormat, readHead} from "./encoding.ts";
import {Doubt, type Examination, type ExaminationJob, nothing, Refusal} from "./examination.ts";
import {loadFast} from "./fast-load.ts";
import type {Judgement} from "./judge.ts";
import {lineFindings} from "./lines.ts";
import {mappedSource} from "./mapped-source.ts";
import {type Mapping, mappingFits} from "./mapping.ts";
import {type DeclaredTable, writeQuarantine} from "./quarantine.ts";
import {openTable, peekHeader, sourceColumns, type Table} from "./read-table.ts";
import {openReferences} from "./references.ts";
import {type Match, matchStandard, theOnly} from "./standard-match.ts";

export interface EngineLimits {
  readonly memory: string;
  readonly threads: number;
}

/** Never throws for what a file holds; what cannot be used becomes a report. */
export async function examine(job: ExaminationJob, {memory, threads}: EngineLimits): Promise<Examination> {
  const references = Object.values(job.references).flat();
  const folders = [job.staging, dirname(job.path), ...new Set(references.map(({path}) => dirname(path)))];
  const engine = await Engine.open({
    threads,
    memory,
    spillDir: job.staging,
    folders: folders.map((folder) => `${folder}/`)
  });
  try {
    return await examineWith(engine, job);
  } catch (error) {
    const rest = {...nothing, standard: job.said.standard ?? null, mapping: job.mapping?.id ?? null};
    if (error instanceof Doubt)
      return {...rest, status: "uncertain", question: error.question, findings: error.findings};
    const refusal = error instanceof Refusal ? error : refusalOf(error, job);
    if (refusal) return {...rest, status: "rejected", findings: [refusal.finding]};
    throw error;
  } finally {
    engine.close();
  }
}

/** A Parquet file is read piece by piece, so what is broken in it may show late; text may be such that the reader gives up. */
function refusalOf(error: unknown, {path}: ExaminationJob): Refusal | null {
  if (/CSV Parser state machine/.test(String(error)))
    return new Refusal(
      "unreadable-row",
      "Filen kan ikke læses som en tabel: anførselstegn og linjeskift passer ikke sammen."
    );
  const isBroken = /^(?:Error: )?(?:Invalid|IO|Conversion|Out of Range|Serialization|Not implemented|Corrupt)/i.test(
    String(error)
  );
  if (!isBroken || detectFormat(readHead(path, 4096)) !== "parquet") return null;
  return new Refusal("truncated", "Parquet-filen er ødelagt eller afkortet og kan ikke læses.");
}

async function examineWith(engine: Engine, job: ExaminationJob): Promise<Examination> {
  const told = job.mapping ?? chooseByHead(job);
  const table = await openTable(engine, job, told);
  const mapping = told ?? chooseMapping(table.header, job);
  if (mapping) return examineMapped(engine, job, table, mapping);
  const match = matchStandard(table.header, job.said);
  await openReferences(engine, job.references);
  const fast = await loadFast(engine, job, table, match);
  const unknown = unknownColumns(table, match);
  if (!fast) {
    const load = await loadCarefully(engine, job, table, headerSource(match.standard, match.columns));
    return conclude(engine, job, {
      table: declared(table, (_, index) => match.columns[index] !== null),
      load,
      standard: match.standard,
      mapping: null,
      more: unknown
    });
  }
  const {judgement, extract, decimal} = fast;
  const findings = [...(await lineFindings(engine, job, {table, match, judgement, decimal})), ...unknown];
  const dialect: Dialect = {...table.dialect, decimal: hasDecimals(match.standard) && table.csv ? decimal : null};
  return {...accepted(match.standard, judgement), dialect, findings, extract};
}

/** Delimited text: each mapping reads the first lines in its own way and tells whether it fits. */
function chooseByHead(job: ExaminationJob): Mapping | null {
  const head = readHead(job.path, 200_000);
  if (head.length === 0 || detectFormat(head) !== "csv") return null;
  const fitting = candidates(job).filter((mapping) => mappingFits(mapping, peekHeader(head, mapping)));
  return theOnly(fitting);
}

function chooseMapping(header: readonly string[], job: ExaminationJob): Mapping | null {
  return theOnly(candidates(job).filter((mapping) => mappingFits(mapping, header)));
}

/** A sender who names the standard excludes mappings to other standards. */
function candidates({mappings, said}: ExaminationJob): readonly Mapping[] {
  return mappings.filter(({standard}) => said.standard === undefined || said.standard === standard);
}

async function examineMapped(
  engine: Engine,
  job: ExaminationJob,
  table: Table,
  mapping: Mapping
): Promise<Examination> {
  const source: RawSource = mappedSource(mapping, table.header);
  await openReferences(engine, job.references);
  const load = await loadCarefully(engine, job, table, source);
  const [used, pivoted] = [sourceColumns(mapping), mapping.unpivot && new RegExp(mapping.unpivot.columns)];
  const kept = declared(table, (name) => used.includes(name) || (pivoted?.test(name) ?? false));
  return conclude(engine, job, {table: kept, load, standard: source.standard, mapping, more: []});
}

/** The columns that the delivery was to have, by their place in it; nothing is kept of the others. */
function declared(table: Table, isKept: (name: string, index: number) => boolean): DeclaredTable {
  const kept = table.header.flatMap((name, index) => (isKept(name, index) ? [{name, index}] : []));
  return {...table, kept};
}

interface Conclusion {
  readonly table: DeclaredTable;
  readonly load: CarefulLoad;
  readonly standard: Standard;
  readonly mapping: Mapping | null;
  readonly more: readonly Finding[];
}

async function conclude(
  engine: Engine,
  job: ExaminationJob,
  {table, load, standard, mapping, more}: Conclusion
): Promise<Examination> {
  const findings = [...load.structure, ...load.judgement.findings, ...more];
  const dialect = {...table.dialect, decimal: load.decimal};
  const rest = {mapping: mapping?.id ?? null, dialect, findings, coverage: load.coverage};
  if (findings.every(({severity}) => severity !== "error")) {
    return {...accepted(standard, load.judgement), ...rest, extract: load.extract};
  }
  const quarantine = await writeQuarantine(engine, job, table, load.judgement.broken);
  return {
    ...accepted(standard, load.judgement),
    ...rest,
    status: "rejected",
    parts: [],
    quarantine
  };
}

function accepted(standard: Standard, {rows, municipalities, periods, parts, personNumbers}: Judgement): Examination {
  return {
    ...nothing,
    status: "accepted",
    standard: standard.id,
    rows,
    municipalities: municipalities.slice(0, 200),
    periods: periods.slice(0, 200),
    parts,
    personNumbers
  };
}

function unknownColumns(table: Table, {columns}: Match): readonly Finding[] {
  const unknown = table.header.filter((_, index) => columns[index] === null);
  if (unknown.length === 0) return [];
  const names = unknown
    .slice(0, 20)
    .map((name) => (holdsPersonNumber(name) ? "“(ligner et CPR-nummer)”" : `“${name.slice(0, 60)}”`));
  const message = `Kolonner, som standarden ikke kender, er ikke gemt: ${names.join(", ")}.`;
  return [{rule: "unknown-columns", severity: "warning", message, count: unknown.length, lines: []}];
}

function hasDecimals({columns}: Standard): boolean {
  return columns.some(({type}) => type === "decimal");
}
