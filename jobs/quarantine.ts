import {copyFile, mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {storesOf} from "../queries/config.ts";
import type {Engine} from "../queries/engine.ts";
import {holdsPersonNumber} from "../queries/personal/person-numbers.ts";
import {type Check, quoteText} from "../queries/sql.ts";
import {formulaSafe} from "../templates/export/formula-safe.ts";
import type {ExaminationJob} from "./examination.ts";
import type {Table} from "./read-table.ts";

const mostRows = 10_000;

export interface DeclaredTable extends Table {
  /** The columns whose cells may be kept. */
  readonly kept: readonly {readonly name: string; readonly index: number}[];
}

/** The rejected rows as they were delivered, with line and reason, for the sender only; null when there are none. */
export async function writeQuarantine(
  engine: Engine,
  job: ExaminationJob,
  table: DeclaredTable,
  broken: readonly Check[]
): Promise<string | null> {
  const errors = broken.filter(({severity}) => severity === "error");
  const cells = table.kept.map(({index}) => `delivered.c${index}`);
  const reasons = errors.map(({condition, message}) => `CASE WHEN ${condition} THEN ${quoteText(message)} END`);
  const judged = `SELECT line, list_filter([${reasons.join(", ")}], reason -> reason IS NOT NULL) AS reasons FROM staged`;
  const rows =
    errors.length === 0
      ? []
      : await engine.rows<{line: number; reason: string} & Record<string, unknown>>(
          `SELECT delivered.line AS line, array_to_string(any_value(reasons), ' ') AS reason, ${cells.map((cell, index) => `any_value(${cell}) AS c${index}`).join(", ")}
          FROM (${judged}) judged JOIN delivered ON delivered.line = judged.line WHERE len(reasons) > 0
          GROUP BY delivered.line ORDER BY delivered.line LIMIT ${mostRows}`
        );
  const rejected = table.csv ? await rejectedLines(engine) : [];
  if (rows.length + rejected.length === 0) return null;
  const lines = [
    ["Linje", "Årsag", ...table.kept.map(({name}) => name)],
    ...rows.map((row) => [row.line, row.reason, ...table.kept.map((_, index) => row[`c${index}`])]),
    ...rejected.map(({line, text}) => [line, "Rækken kan ikke læses; hele linjen står i næste celle.", text])
  ];
  const path = join(job.staging, "quarantine.csv");
  await writeFile(path, `\uFEFF${lines.map((line) => line.map(safeCell).join(";")).join("\r\n")}\r\n`);
  return path;
}

function rejectedLines(engine: Engine): Promise<readonly {line: number; text: string}[]> {
  return engine.rows(
    `SELECT line, left(any_value(csv_line), 2000) AS text FROM reject_errors WHERE error_type <> 'CAST' GROUP BY line ORDER BY line LIMIT 1000`
  );
}

/** Moves it to the data folder under the delivery's id; returns where, or null. */
export async function keepQuarantine(dataDir: string, id: string, quarantine: string | null): Promise<string | null> {
  if (quarantine === null) return null;
  const folder = storesOf(dataDir).quarantine;
  await mkdir(folder, {recursive: true});
  const target = join(folder, `${id}.csv`);
  await copyFile(quarantine, target);
  return target;
}

/** One CSV cell that a spreadsheet shows as text, whatever it begins with; never a civil registration number. */
export function safeCell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = holdsPersonNumber(text) ? "(ligner et CPR-nummer og er ikke gemt)" : formulaSafe(text);
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
