/** One view per standard over what is current in the lake, named and typed as the standard says; empty where nothing has come. */
import {resolve} from "node:path";
import {type Engine, quoteName, quoteText} from "../queries/engine.ts";
import {readSources, sourcesOf} from "../queries/lake-source.ts";
import {parsePeriod, schoolYearOf} from "../queries/period.ts";
import type {LakeFile} from "../queries/registry/deliveries.ts";
import {standards, viewName} from "../queries/standards/index.ts";
import type {Column, ColumnType, Standard} from "../queries/standards/standard.ts";

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: "VARCHAR",
  integer: "INTEGER",
  decimal: "DOUBLE",
  date: "DATE",
  boolean: "BOOLEAN",
  period: "VARCHAR"
};

/** What indicator SQL may call besides DuckDB's own functions. Half-years that are known are looked up, others worked out. */
export function periodMacros(halfYears: readonly string[] = []): string {
  const known = halfYears.map(
    (period) => `WHEN ${quoteText(period)} THEN ${quoteText(schoolYearOf(parsePeriod(period)))}`
  );
  return `
  CREATE OR REPLACE MACRO school_year(period) AS
    CASE period ${known.join(" ")} ELSE
      CASE right(period, 2)
        WHEN 'H2' THEN left(period, 4) || '/' || lpad(((left(period, 4)::INTEGER + 1) % 100)::VARCHAR, 2, '0')
        WHEN 'H1' THEN (left(period, 4)::INTEGER - 1)::VARCHAR || '/' || substr(period, 3, 2)
      END
    END;
  CREATE OR REPLACE MACRO calendar_year(period) AS left(period, 4);
  CREATE OR REPLACE MACRO half_year_start(period) AS
    make_date(left(period, 4)::INTEGER, if(right(period, 2) = 'H1', 1, 7), 1);
  CREATE OR REPLACE MACRO half_year_end(period) AS
    if(right(period, 2) = 'H1', make_date(left(period, 4)::INTEGER, 6, 30), make_date(left(period, 4)::INTEGER, 12, 31));`;
}

export async function createLakeViews(engine: Engine, dataDir: string, files: readonly LakeFile[]): Promise<void> {
  const byStandard = Map.groupBy(files, ({standard}) => standard);
  const views = standards.map((standard) => viewOf(standard, dataDir, byStandard.get(standard.id) ?? []));
  const halfYears = [...new Set(files.map(({period}) => period))].filter((period) => /-H[12]$/.test(period)).sort();
  await engine.run(
    `SET parquet_metadata_cache = true;${periodMacros(halfYears.length > 0 ? halfYears : ["2000-H1"])}\n${views.join(";\n")}`
  );
}

function viewOf(standard: Standard, dataDir: string, files: readonly LakeFile[]): string {
  const columns = standard.columns.map((column) => `${source(column, files.length > 0)} AS ${quoteName(column.id)}`);
  const sources = sourcesOf(files).map((source) => ({...source, path: resolve(dataDir, source.path)}));
  const from = files.length > 0 ? `FROM ${readSources(standard, sources)}` : "WHERE false";
  return `CREATE OR REPLACE VIEW ${viewName(standard.id)} AS SELECT ${columns.join(", ")} ${from}`;
}

function source({id, type}: Column, exists: boolean): string {
  return `CAST(${exists ? quoteName(id) : "NULL"} AS ${sqlTypes[type]})`;
}
