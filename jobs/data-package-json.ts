import type {ExportColumn, ExportTable} from "../templates/export/export-tables.ts";
import {sha256Of} from "./seal.ts";

export interface Described {
  readonly issue: string;
  readonly title: string;
  readonly description: string;
  readonly demonstration: boolean;
}

const fieldTypes: Readonly<Record<ExportColumn["type"], string>> = {
  text: "string",
  number: "number",
  integer: "integer",
  boolean: "boolean",
  date: "date"
};
const formats = [
  {format: "csv", mediatype: "text/csv", encoding: "utf-8"},
  {format: "parquet", mediatype: "application/vnd.apache.parquet"},
  {format: "arrow", mediatype: "application/vnd.apache.arrow.file"}
] as const;

/** `datapackage.json`, Data Package v2: every table in every format, with its schema, size and checksum. */
export function dataPackageJson(
  {issue, title, description, demonstration}: Described,
  tables: readonly ExportTable[],
  bytesOf: (path: string) => Uint8Array
): string {
  const document = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: issue.toLowerCase().replaceAll(/[^-a-z0-9._]/g, "-"),
    id: issue,
    title,
    description,
    version: issue.slice(issue.lastIndexOf("-") + 1),
    keywords: demonstration ? ["demonstrationsdata"] : [],
    resources: tables.flatMap((table) => formats.map((format) => resource(table, format, bytesOf)))
  };
  if (document.keywords.length === 0) Reflect.deleteProperty(document, "keywords");
  return `${JSON.stringify(document, null, 2)}\n`;
}

function resource(table: ExportTable, format: (typeof formats)[number], bytesOf: (path: string) => Uint8Array) {
  const path = `data/${table.name}.${format.format}`;
  const bytes = bytesOf(path);
  return {
    name: format.format === "csv" ? table.name : `${table.name}-${format.format}`,
    title: table.title,
    path,
    ...format,
    bytes: bytes.length,
    hash: `sha256:${sha256Of(bytes)}`,
    ...(format.format === "csv" ? {dialect: {delimiter: ";", lineTerminator: "\r\n", header: true}} : {}),
    schema: {
      fields: table.columns.map(({name, type, description}) => ({
        name,
        type: fieldTypes[type],
        description,
        ...(type === "number" && format.format === "csv" ? {decimalChar: ","} : {})
      })),
      missingValues: [""]
    }
  };
}
