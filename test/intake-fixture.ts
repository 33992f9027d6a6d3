import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {intake} from "../jobs/intake.ts";
import {storesOf} from "../queries/config.ts";
import {Engine} from "../queries/engine.ts";
import {readSources, sourcesOf} from "../queries/lake-source.ts";
import {currentFiles, type LakeFile} from "../queries/registry/deliveries.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {findStandard} from "../queries/standards/index.ts";

export const unitsFile = join(import.meta.dirname, "input", "intake", "units.csv");

/** A data folder where Aarhus's units have been delivered. */
export async function openDataDir(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "aarshjul-intake-"));
  await intake({dataDir, files: [{path: unitsFile}]});
  return dataDir;
}

export interface AbsenceRow {
  readonly unit?: string;
  readonly pupil: string;
  readonly period?: string;
  readonly days?: number;
}

export const absenceHeader = "municipality;period;unit;pupil;class;grade;absence_type;days_absent;school_days";

export function absenceCsv(rows: readonly AbsenceRow[]): string {
  const lines = rows.map(
    ({unit = "751014", pupil, period = "2025-H2", days = 1.5}) => `751;${period};${unit};${pupil};3A;3;sick;${days};98`
  );
  return `${[absenceHeader, ...lines].join("\n")}\n`;
}

export function writeFile(dataDir: string, name: string, content: string | Uint8Array): string {
  const path = join(dataDir, name);
  writeFileSync(path, content);
  return path;
}

export async function lakeFiles(dataDir: string, standard: string): Promise<readonly LakeFile[]> {
  const registry = await openRegistry(storesOf(dataDir).registry);
  try {
    return await currentFiles(registry, standard);
  } finally {
    await registry.destroy();
  }
}

/** The current rows of a standard, ordered by all columns. */
export async function lakeRows(
  dataDir: string,
  standard: string,
  columns = "*"
): Promise<readonly Record<string, unknown>[]> {
  const files = await lakeFiles(dataDir, standard);
  if (files.length === 0) return [];
  const engine = await Engine.open();
  try {
    const sources = sourcesOf(files).map((source) => ({...source, path: join(dataDir, source.path)}));
    return await engine.rows(`SELECT ${columns} FROM ${readSources(findStandard(standard)!, sources)} ORDER BY ALL`);
  } finally {
    engine.close();
  }
}
