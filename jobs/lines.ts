import type {Engine} from "../queries/engine.ts";
import type {Finding} from "../queries/registry/reports.ts";
import {type CsvShape, typedReader, typedSelect} from "../queries/sql.ts";
import type {ExaminationJob} from "./examination.ts";
import type {Judgement} from "./judge.ts";
import type {Table} from "./read-table.ts";
import type {Match} from "./standard-match.ts";

/**
 * The findings of a fast load with their first lines: the file is read once more, only where something was found, only
 * the columns concerned, and only until ten lines are known.
 */
export async function lineFindings(
  engine: Engine,
  job: ExaminationJob,
  {table, match, judgement, decimal}: {table: Table; match: Match; judgement: Judgement; decimal: "," | "."}
): Promise<readonly Finding[]> {
  const {findings, broken} = judgement;
  if (findings.length === 0 || !table.csv) return findings;
  const columns = match.columns.map((column, index) => ({name: column?.id ?? `c${index}`, column}));
  const shape: CsvShape = {...table.csv, columns, decimal};
  const present = new Set(match.columns.flatMap((column) => (column ? [column.id] : [])));
  const select = typedSelect(match.standard, present, job.said);
  const source = `SELECT row_number() OVER () + ${table.csv.headerLines} AS line, ${select} FROM ${typedReader(shape)}`;
  const lines = await Promise.all(
    broken.map(({condition}) => engine.rows<{line: number}>(`SELECT line FROM (${source}) WHERE ${condition} LIMIT 10`))
  );
  return findings.map((finding, index) => ({...finding, lines: lines[index]!.map(({line}) => line)}));
}
