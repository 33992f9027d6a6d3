import {join} from "node:path";
import {quoteText} from "../../queries/engine.ts";
import type {ExportColumn, ExportTable} from "./export-tables.ts";

const duckTypes: Readonly<Record<ExportColumn["type"], string>> = {
  text: "VARCHAR",
  number: "DOUBLE",
  integer: "INTEGER",
  boolean: "BOOLEAN",
  date: "DATE"
};

/** Reads the CSV that was just written with its declared types, so that the two cannot differ. */
export function parquetSql({name, columns}: ExportTable, folder: string): string {
  const declared = columns.map((column) => `${quoteText(column.name)}: '${duckTypes[column.type]}'`).join(", ");
  const csv = `read_csv(${quoteText(join(folder, `${name}.csv`))}, columns = {${declared}}, header = true, auto_detect = false, delim = ';', quote = '"', escape = '"', decimal_separator = ',', nullstr = '', allow_quoted_nulls = false, new_line = '\\r\\n')`;
  return `COPY (SELECT * FROM ${csv}) TO ${quoteText(join(folder, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd);`;
}
