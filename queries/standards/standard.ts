/**
 * What a data standard is. One value of this type is the only source of the database schema, the reader, the validation,
 * the documentation page and the Table Schema (Data Package v2) of a delivery. Texts are Danish: they are shown to senders.
 */
import type {Purpose} from "../access-rules.ts";

export const columnTypes = ["text", "integer", "decimal", "date", "boolean", "period"] as const;
export type ColumnType = (typeof columnTypes)[number];

export const personalKinds = ["none", "pseudonym", "ordinary", "confidential", "special"] as const;
/** `pseudonym`: points at a person. `special`: article 9 of the GDPR. */
export type Personal = (typeof personalKinds)[number];

/** What rows may serve. To check a delivery (`validation`) is part of each; for anything else they are not collected. */
export const dataPurposes = ["quality", "supervision", "statistics"] as const satisfies readonly Purpose[];
export type DataPurpose = (typeof dataPurposes)[number];

export interface Column {
  /** Name in the database, snake_case. */
  readonly id: string;
  /** Header in a delivered file. */
  readonly header: string;
  /** Other headers that mean the same; compared without case, spaces and punctuation, as `header` and `id` are. */
  readonly aliases?: readonly string[];
  readonly description: string;
  readonly type: ColumnType;
  /** Word behind a number, e.g. `dage`. */
  readonly measure?: string;
  readonly required: boolean;
  /** Id of a classification: the closed set of values. */
  readonly codes?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly personal: Personal;
  /** Somebody's own words, where anything may stand. */
  readonly freeText?: boolean;
  /** The value must exist in this column of the current deliveries of another standard (or of the same file). */
  readonly references?: {readonly standard: string; readonly column: string};
}

export const severities = ["error", "warning"] as const;
export interface Rule {
  readonly id: string;
  readonly severity: (typeof severities)[number];
  /** SQL condition over the columns that is TRUE for a row that breaks the rule. */
  readonly condition: string;
  /** Danish sentence for the sender; never a person's value. */
  readonly message: string;
}

export interface Standard {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly titleEnglish: string;
  readonly description: string;
  readonly purpose: string;
  readonly legalBasis: string;
  /** What is made of the rows must serve one of these, together with all that it is joined with. */
  readonly purposes: readonly DataPurpose[];
  /** Collected for statistics alone (databeskyttelseslovens § 10): no administrative use, whoever asks. */
  readonly statisticsOnly: boolean;
  readonly owner: string;
  readonly obligation: "mandatory" | "recommended";
  /** Kind of the periods in the `period` column. */
  readonly periodKind: "half-year" | "school-year" | "year" | "any";
  readonly columns: readonly Column[];
  /** Column that splits deliveries further: a delivery replaces earlier ones only for its own values of it. */
  readonly slice?: string;
  /** Columns that together are unique within a delivery. */
  readonly key: readonly string[];
  readonly rules: readonly Rule[];
  /** Months that rows are kept after the end of their period. */
  readonly keepMonths: number;
}

/** Whether its rows are about persons, by a pseudonym; rows about units may still hold words about somebody. */
export function isAboutPersons({columns}: Standard): boolean {
  return columns.some(({personal}) => personal === "pseudonym");
}

/** Columns that every standard begins with. */
export const municipalityColumn: Column = {
  id: "municipality",
  header: "Kommunekode",
  aliases: ["Kommune nr", "Komnr", "Kom.nr", "Kommunenr"],
  description: "Kommunens trecifrede kode som tekst, fx 751.",
  type: "text",
  required: true,
  codes: "municipalities",
  personal: "none"
};
export const periodColumn: Column = {
  id: "period",
  header: "Periode",
  aliases: ["Halvår"],
  description: "Perioden, som rækken vedrører, fx 2025-H2 for 2. halvår 2025.",
  type: "period",
  required: true,
  personal: "none"
};
export const unitColumn: Column = {
  id: "unit",
  header: "Enhed",
  aliases: ["Institutionsnummer", "Institution", "Enhedsnummer"],
  description: "Institutionens nummer som tekst.",
  type: "text",
  required: true,
  personal: "none",
  references: {standard: "units", column: "unit"}
};
