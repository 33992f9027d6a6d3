/** A standard as a Table Schema (Data Package v2), and as the facts that a documentation page shows. */
import {findClassification} from "./classifications/index.ts";
import type {Column, ColumnType, Standard} from "./standards/standard.ts";

export interface FieldConstraints {
  readonly required?: boolean;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

export interface TableField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: "string" | "integer" | "number" | "date" | "boolean";
  readonly constraints?: FieldConstraints;
  readonly categories?: readonly {readonly value: string | number; readonly label: string}[];
}

export interface TableSchema {
  readonly $schema: string;
  readonly fields: readonly TableField[];
  readonly fieldsMatch: readonly ["exact"];
  readonly primaryKey: readonly string[];
  readonly missingValues: readonly [""];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: {readonly resource: string; readonly fields: readonly string[]};
  }[];
}

const fieldTypes: Readonly<Record<ColumnType, TableField["type"]>> = {
  text: "string",
  period: "string",
  integer: "integer",
  decimal: "number",
  date: "date",
  boolean: "boolean"
};

/** Table Schema of a delivery as it is written canonically: ids as names, codes as values, decimal point, ISO dates. */
export function tableSchemaOf(standard: Standard): TableSchema {
  const references = standard.columns.flatMap(({id, references: target}) =>
    target ? [{fields: [id], reference: {resource: target.standard, fields: [target.column]}}] : []
  );
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: standard.columns.map((column) => fieldOf(column, standard)),
    fieldsMatch: ["exact"],
    primaryKey: standard.key,
    missingValues: [""],
    ...(references.length > 0 ? {foreignKeys: references} : {})
  };
}

function fieldOf(column: Column, standard: Standard): TableField {
  const constraints = constraintsOf(column, standard);
  const codes = codesOf(column);
  return {
    name: column.id,
    title: column.header,
    description: column.description,
    type: fieldTypes[column.type],
    ...(Object.keys(constraints).length > 0 ? {constraints} : {}),
    ...(codes.length > 0 ? {categories: codes.map(({value, label}) => ({value, label}))} : {})
  };
}

function constraintsOf(column: Column, {periodKind}: Standard): FieldConstraints {
  const codes = codesOf(column);
  return {
    ...(column.required ? {required: true} : {}),
    ...(codes.length > 0 ? {enum: codes.map(({value}) => value)} : {}),
    ...(column.minimum === undefined ? {} : {minimum: column.minimum}),
    ...(column.maximum === undefined ? {} : {maximum: column.maximum}),
    ...(column.type === "period" ? {pattern: periodPatterns[periodKind]} : {})
  };
}

const periodPatterns: Readonly<Record<Standard["periodKind"], string>> = {
  "half-year": "\\d{4}-H[12]",
  "school-year": "\\d{4}/\\d{2}",
  year: "\\d{4}",
  any: "\\d{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])|/\\d{2})?"
};

function codesOf({codes, type}: Column): readonly {readonly value: string | number; readonly label: string}[] {
  const known = codes ? (findClassification(codes)?.codes ?? []) : [];
  return known.map(({code, label}) => ({value: type === "integer" ? Number(code) : code, label}));
}

/** What a documentation page needs, all of it from the standard itself. */
export interface StandardDocument {
  readonly standard: Standard;
  readonly schema: TableSchema;
  readonly columns: readonly {
    readonly column: Column;
    readonly codes: readonly {readonly value: string | number; readonly label: string}[];
  }[];
  /** A header and one row that is right, as a sender could begin. */
  readonly example: {readonly header: readonly string[]; readonly row: readonly string[]};
}

export function documentStandard(standard: Standard): StandardDocument {
  return {
    standard,
    schema: tableSchemaOf(standard),
    columns: standard.columns.map((column) => ({column, codes: codesOf(column)})),
    example: {
      header: standard.columns.map(({header}) => header),
      row: standard.columns.map((column) => exampleOf(column, standard))
    }
  };
}

function exampleOf(column: Column, {periodKind}: Standard): string {
  const codes = codesOf(column);
  if (column.id === "municipality" || column.id === "parent") return "751";
  if (codes.length > 0) return String(codes[0]!.value);
  switch (column.type) {
    case "period":
      return {"half-year": "2025-H2", "school-year": "2024/25", year: "2025", any: "2025"}[periodKind];
    case "integer":
      return String(Math.min((column.minimum ?? 0) + 1, column.maximum ?? 1));
    case "decimal":
      return column.maximum === undefined ? "10,5" : "0,5";
    case "date":
      return "2025-08-01";
    case "boolean":
      return "ja";
    case "text":
      return column.references ? "751014" : "x";
  }
}
