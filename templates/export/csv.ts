import type {ExportTable, ExportValue} from "./export-tables.ts";

const written = new WeakMap<ExportTable, Uint8Array>();

/**
 * UTF-8 with a byte order mark, semicolons, decimal comma, CRLF: opens right in a Danish spreadsheet. The same table gives
 * the same bytes again.
 */
export function csvOf(table: ExportTable): Uint8Array {
  const known = written.get(table);
  if (known) return known;
  const lines = [table.columns.map(({name}) => name).join(";"), ...table.rows.map(lineOf)];
  const bytes = Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf8");
  written.set(table, bytes);
  return bytes;
}

const lines = new WeakMap<readonly ExportValue[], string>();

function lineOf(row: readonly ExportValue[]): string {
  const known = lines.get(row);
  if (known !== undefined) return known;
  const line = row.map(cellOf).join(";");
  lines.set(row, line);
  return line;
}

function cellOf(value: ExportValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  if (typeof value === "boolean") return value ? "true" : "false";
  return value === "" || /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
