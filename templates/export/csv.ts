import type {ExportTable, ExportValue} from "./export-tables.ts";

/** UTF-8 with a byte order mark, semicolons, decimal comma, CRLF: opens right in a Danish spreadsheet. */
export function csvOf({columns, rows}: ExportTable): Uint8Array {
  const lines = [columns.map(({name}) => name).join(";"), ...rows.map(lineOf)];
  return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf8");
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
