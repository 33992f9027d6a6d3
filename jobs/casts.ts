/** SQL text that reads Danish ways of writing numbers, dates, booleans, periods and codes. NULL means: cannot be read. */
import {findClassification} from "../queries/classifications/index.ts";
import {quoteName, quoteText, sqlType} from "../queries/sql.ts";
import type {Column} from "../queries/standards/standard.ts";

/** How numbers are written in a file. */
export interface NumberStyle {
  readonly decimal: "," | ".";
}

const spaces = "[\\s\\x{00A0}\\x{202F}\\x{2009}]";

/** Text without surrounding space (hard spaces too); empty text is NULL. */
export function trimmed(text: string): string {
  return `nullif(regexp_replace(${text}, '^${spaces}+|${spaces}+$', '', 'g'), '')`;
}

/** The typed value of a trimmed text expression. */
export function castText(text: string, column: Column, style: NumberStyle): string {
  if (column.codes) return codeCast(text, column);
  switch (column.type) {
    case "integer":
      return `TRY_CAST(${wholeNumber(text, style)} AS INTEGER)`;
    case "decimal":
      return decimalCast(text, style);
    case "date":
      return dateCast(text);
    case "boolean":
      return booleanCast(text);
    case "period":
      return periodCast(text);
    case "text":
      return text;
  }
}

/** A number without the spaces between its thousands, and with the typographic minus as a plain one. */
function compact(text: string): string {
  const minus = `replace(${text}, '−', '-')`;
  const grouped = `^[+-]?\\d{1,3}(${spaces}\\d{3})+([.,]\\d+)?$`;
  return `CASE WHEN regexp_matches(${minus}, ${quoteText(grouped)}) THEN regexp_replace(${minus}, '${spaces}', '', 'g') ELSE ${minus} END`;
}

export function decimalCast(text: string, {decimal}: NumberStyle): string {
  const number = compact(text);
  const group = decimal === "," ? "\\." : ",";
  const point = decimal === "," ? "," : "\\.";
  const shape = `^[+-]?(\\d+|\\d{1,3}(${group}\\d{3})+)?(${point}\\d+)?([eE][+-]?\\d+)?$`;
  const bare = `replace(replace(${number}, ${quoteText(decimal === "," ? "." : ",")}, ''), ',', '.')`;
  return `CASE WHEN regexp_matches(${number}, ${quoteText(shape)}) THEN TRY_CAST(${bare} AS DOUBLE) END`;
}

/** In a column of whole numbers a point or comma before three digits can only separate thousands. */
function wholeNumber(text: string, {decimal}: NumberStyle): string {
  const number = compact(text);
  const zeros = decimal === "," ? "(,0+)?" : "(\\.0+)?";
  const shape = `^[+-]?(\\d+${zeros}|\\d{1,3}(\\.\\d{3})+(,0+)?|\\d{1,3}(,\\d{3})+(\\.0+)?)$`;
  const bare = `regexp_replace(regexp_replace(${number}, '[.,](\\d{3})', '\\1', 'g'), '[.,]0+$', '')`;
  return `CASE WHEN regexp_matches(${number}, ${quoteText(shape)}) THEN ${bare} END`;
}

function dateCast(text: string): string {
  const day = `TRY_CAST(try_strptime(${text}, ['%Y-%m-%d', '%d-%m-%Y', '%d.%m.%Y', '%d/%m/%Y', '%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S', '%d-%m-%Y %H:%M']) AS DATE)`;
  const shape = "^(\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{4})([ T]\\d{2}:\\d{2}(:\\d{2})?)?$";
  return `CASE WHEN regexp_matches(${text}, ${quoteText(shape)}) THEN ${day} END`;
}

function booleanCast(text: string): string {
  return `CASE WHEN lower(${text}) IN ('true', 'ja', 'j', '1', 'sand', 'x', 'yes') THEN true
    WHEN lower(${text}) IN ('false', 'nej', 'n', '0', 'falsk', 'no') THEN false END`;
}

/** `2025-H2`, `2025H2`, `2. halvår 2025`, `2024/2025`, `2025K2`, `2025M03`; anything else stays as it is, for the checks. */
export function periodCast(text: string): string {
  const replace = (pattern: string, to: string) =>
    `WHEN regexp_matches(${text}, ${quoteText(pattern)}, 'i') THEN regexp_replace(${text}, ${quoteText(pattern)}, ${quoteText(to)}, 'i')`;
  return `CASE
    ${replace("^(\\d{4})[ -]?(?:H|hå|halvår ?)([12])$", "\\1-H\\2")}
    ${replace("^([12])\\.? ?(?:halvår|hå\\.?) (\\d{4})$", "\\2-H\\1")}
    ${replace("^(\\d{4})[/-]\\d\\d(\\d\\d)$", "\\1/\\2")}
    ${replace("^(\\d{4})[ -]?[KQ]([1-4])$", "\\1-Q\\2")}
    ${replace("^(\\d{4})[ -]?M(\\d\\d)$", "\\1-\\2")}
    ELSE ${text} END`;
}

/** A code as itself, by its label, or as a four-digit municipality code; unknown text stays, for the checks to find. */
function codeCast(text: string, column: Column): string {
  const codes = codesByText(column.codes!);
  const keys = [...codes.keys()];
  const map = `MAP {${keys.map((key) => `${quoteText(key)}: ${quoteText(codes.get(key)!)}`).join(", ")}}`;
  const code = `coalesce(${map}[lower(${text})], ${text})`;
  if (column.type === "text") return code;
  // A cast alone would round 4.2 to a code that exists.
  return `CASE WHEN regexp_full_match(${code}, '-?\\d+') THEN TRY_CAST(${code} AS ${sqlType(column)}) END`;
}

/** Every accepted way of writing a code, in lower case, and the code it means. */
export function codesByText(classification: string): ReadonlyMap<string, string> {
  const known = findClassification(classification);
  const map = new Map<string, string>();
  const add = (key: string, code: string) => {
    if (!map.has(key.toLowerCase())) map.set(key.toLowerCase(), code);
  };
  for (const {code} of known?.codes ?? []) add(code, code);
  for (const {code, label, labelEnglish, aliases = []} of known?.codes ?? []) {
    for (const text of [label, labelEnglish, ...aliases]) add(text, code);
    if (classification === "municipalities" || classification === "areas") add(`0${code}`, code);
  }
  return map;
}

/** Name of the column that holds the delivered text beside the typed value. */
export function rawName(columnId: string): string {
  return quoteName(`raw ${columnId}`);
}
